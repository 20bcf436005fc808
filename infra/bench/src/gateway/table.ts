import type { Machine } from '../measuring/machine.ts';
import { describe } from '../measuring/machine.ts';
import type { Goal } from './goals.ts';
import { type OperationName, operationNames } from './graph/operations.ts';
import { deduplicates, type Outcome, ratio } from './outcome.ts';

export interface Shown {
  readonly machine: Machine;
  readonly outcomes: readonly Outcome[];
  readonly goals: readonly Goal[];
}

const columns = (operation: OperationName) => [
  `${operation}: CPU ms`,
  '× stock',
  'share of the limit',
  'req/s',
  'p50 / p99 ms',
  'p50 alone ms',
  'calls',
];

/** Everything that was measured, in Markdown. */
export function tableOf({ machine, outcomes, goals }: Shown): string {
  const [stock, limit] = ['stock', 'the limit'].map((name) => outcomes.find((outcome) => outcome.name === name));
  const tables = operationNames.map((operation) => {
    const rows = outcomes.map((outcome) => [outcome.name, ...cells(outcome, operation, stock, limit)]);
    return markdown(['', ...columns(operation), 'same requests: CPU ms', 'calls', 'deduplicates', 'MB (peak)'], rows);
  });
  const notes = outcomes.map(
    (outcome) => `- ${outcome.name}: ${outcome.note}${outcome.void === undefined ? '' : ` — **out**: ${outcome.void}`}`,
  );
  const judged = markdown(
    ['goal', 'asked', 'reached', ''],
    goals.map(({ sentence, goal, reached, isMet }) => [sentence, `${goal}`, `${reached}`, isMet ? 'met' : '**missed**']),
  );
  return [describe(machine), ...tables, notes.join('\n'), judged].join('\n\n');
}

/** What the first page of the repository shows of it. */
export function shortTableOf({
  day,
  machine,
  outcomes,
}: {
  readonly day: string;
  readonly machine: Machine;
  readonly outcomes: readonly Outcome[];
}): string {
  const [stock, limit] = ['stock', 'the limit'].map((name) => outcomes.find((outcome) => outcome.name === name));
  const rows = outcomes.map((outcome) => [
    outcome.name,
    ...operationNames.flatMap((operation) => {
      if (outcome.void !== undefined) return ['out', '', ''];
      return [
        show(outcome.figures[operation]?.varying?.cpu),
        show(ratio(outcome, stock, operation)),
        show(ratio(outcome, limit, operation)),
      ];
    }),
    yesOrNo(deduplicates(outcome)),
  ]);
  const head = operationNames.flatMap((operation) => [`${operation}: CPU ms a request`, '× stock', 'share of the limit']);
  return `${markdown(['', ...head, 'deduplicates'], rows)}\n\n${day}, ${describe(machine)}.`;
}

function cells(outcome: Outcome, operation: OperationName, stock: Outcome | undefined, limit: Outcome | undefined): string[] {
  const { varying, identical, alone } = outcome.figures[operation] ?? {};
  if (outcome.void !== undefined) return ['out', ...Array.from({ length: 10 }, () => '')];
  return [
    show(varying?.cpu),
    show(ratio(outcome, stock, operation)),
    show(ratio(outcome, limit, operation)),
    show(varying?.perSecond),
    `${show(varying?.p50)} / ${show(varying?.p99)}`,
    show(alone?.p50),
    show(varying?.calls),
    show(identical?.cpu),
    show(identical?.calls),
    yesOrNo(deduplicates(outcome)),
    `${show(outcome.memory?.now)} (${show(outcome.memory?.peak)})`,
  ];
}

const show = (figure: number | undefined) => (figure === undefined ? '–' : String(figure));
const yesOrNo = (answer: boolean | undefined) => (answer === undefined ? '–' : answer ? 'on' : 'off');

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cellsOfIt: readonly string[]) => `| ${cellsOfIt.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
