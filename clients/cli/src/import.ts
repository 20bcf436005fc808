import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { requireStack, tokenOf } from './network.ts';
import { exitCode, NoAnswer, WrongUse } from './sentences.ts';

const usage = 'npm run -s import -- <file.csv> --branch tarn [--dry-run] [--json] [--as persona] [--approve-as persona] [--lang fr|en]';
const patience = 30_000;
/** The front door takes 256 KB, and base64 makes a file a third longer. */
const largestFile = 160 * 1024;

const pageOfRows = 100;

const batchFields = `id version fileName encoding delimiter ignoredColumns amountsReadAsEuros branch { code name } network { name }
  counts { added matched suspect refused figuresAdded figuresCorrected emailsLeftOut }`;

/** The steps of a batch, each with the type that refuses it. */
const steps = {
  uploadMemberList: 'MemberListRefused',
  checkBatch: 'BatchCheckRefused',
  approveBatch: 'BatchApprovalRefused',
  applyBatch: 'BatchApplicationRefused',
  abandonBatch: 'BatchAbandonmentRefused',
} as const;

const rowsQuery = `query MemberListRows($batchId: ID!, $first: Int!, $after: String) {
  memberListRows(batchId: $batchId, first: $first, after: $after) {
    edges { node { line name outcome reasons { code message } company { id legalName } similarTo { id legalName } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Row {
  readonly line: number;
  readonly name: string;
  readonly outcome: string;
  readonly reasons: readonly { readonly message: string }[];
}

interface Batch {
  readonly id: string;
  readonly version: number;
  readonly branch: { readonly name: string };
  readonly ignoredColumns: readonly string[];
  readonly amountsReadAsEuros: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

interface Report extends Batch {
  readonly dryRun: boolean;
  readonly rows: readonly Row[];
}

type Changed = { readonly batch: Batch } | { readonly reason: string; readonly message: string };

/**
 * Brings the member list of a joining network through the graph: uploaded, checked and applied by one persona, approved by another, and
 * told row by row. A dry run ends after the check, and lets go of the batch.
 */
export async function importList(args: readonly string[]): Promise<number> {
  const { file, options } = readArguments(args);
  const content = readList(file);
  const graph = await graphFor(options.as, options.lang);
  const take = async (step: keyof typeof steps, input: object, as = graph): Promise<Batch> => {
    const changed = await change(as, step, input);
    if ('reason' in changed) throw new NoAnswer(`${file} was not imported. ${changed.message}`);
    return changed.batch;
  };
  const contentBase64 = content.toString('base64');
  const uploaded = await take('uploadMemberList', { branch: options.branch, fileName: path.basename(file), contentBase64 });
  const checked = await take('checkBatch', decided(uploaded));
  const approved = async () => take('approveBatch', decided(checked), await graphFor(options['approve-as'], options.lang));
  const batch = options['dry-run'] ? checked : await take('applyBatch', decided(await approved()));
  const rows = await rowsOf(graph, batch.id);
  if (options['dry-run']) await take('abandonBatch', { ...decided(checked), motive: 'Dry run' });
  const report: Report = { dryRun: options['dry-run'], ...batch, rows };
  console.log(options.json ? JSON.stringify(report, null, 2) : shown(report));
  return exitCode.done;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new WrongUse(`Name one file with a list. Usage: ${usage}`);
  if (!values.branch) throw new WrongUse(`Say which branch the list joins, for example --branch tarn. Usage: ${usage}`);
  if (values.lang && !['fr', 'en'].includes(values.lang)) throw new WrongUse(`--lang is fr or en, and not ${values.lang}.`);
  const as = values.as ?? 'branch-lead';
  const approver = values['approve-as'] ?? (as === 'staff' ? 'branch-lead' : 'staff');
  return { file, options: { ...values, branch: values.branch, as, 'approve-as': approver, 'dry-run': values['dry-run'] ?? false } };
}

function parsed(args: readonly string[]) {
  const options = {
    branch: { type: 'string' },
    as: { type: 'string' },
    'approve-as': { type: 'string' },
    lang: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? 'this';
    const unknown = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new WrongUse(`${unknown ? `There is no option ${option}.` : `The option ${option} is written wrongly.`} Usage: ${usage}`);
  }
}

function readList(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > largestFile)
      throw new WrongUse(`${file} has ${Math.ceil(size / 1024)} KB, and a list may have 160: split it into several lists.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code})`;
    throw new WrongUse(`${file}: ${reason}. Give the path of a list saved as CSV.`);
  }
}

type Graph = (query: string, variables: object) => Promise<Readonly<Record<string, unknown>>>;

/** A new wish each time: what the list says twice is recognised by its content, and a report is always of today. */
async function change(graph: Graph, step: keyof typeof steps, input: object): Promise<Changed> {
  const name = `${step.charAt(0).toUpperCase()}${step.slice(1)}`;
  const mutation = `mutation ${name}($input: ${name}Input!) { ${step}(input: $input) {
    ... on AffiliationBatchChanged { batch { ${batchFields} } } ... on ${steps[step]} { reason message }
  } }`;
  const data = await graph(mutation, { input: { idempotencyKey: randomUUID(), ...input } });
  return data[step] as Changed;
}

function decided({ id, version }: Batch): object {
  return { batchId: id, expectedVersion: version };
}

async function rowsOf(graph: Graph, batchId: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ; ) {
    const data = await graph(rowsQuery, { batchId, first: pageOfRows, after });
    const { edges, pageInfo } = data['memberListRows'] as {
      readonly edges: readonly { readonly node: Row }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
    rows.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
  }
}

async function graphFor(persona: string, lang: string | undefined): Promise<Graph> {
  const { url } = requireStack();
  const authorization = `Bearer ${await tokenOf(persona)}`;
  return async (query, variables) => {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization,
        ...(lang ? { 'accept-language': lang } : {}),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patience),
    }).catch(() => {
      throw new NoAnswer(
        `The gateway at ${url} does not answer: is the stack running (\`npm start\`)? Import the list again: nothing is entered twice.`,
      );
    });
    const answer = (await response.json().catch(() => ({}))) as {
      data?: Readonly<Record<string, unknown>> | null;
      errors?: readonly { message: string }[];
    };
    if (answer.data && Object.values(answer.data).every((value) => value !== null)) return answer.data;
    if (/^(Unknown type|Cannot query field) /.test(answer.errors?.[0]?.message ?? ''))
      throw new NoAnswer(`For ${persona} the graph knows no import of lists: take --as branch-lead or --as staff.`);
    throw new NoAnswer(answer.errors?.[0]?.message ?? `What answers at ${url} is no GraphQL gateway (HTTP ${response.status}).`);
  };
}

function shown({ dryRun, branch, counts, rows, ignoredColumns, amountsReadAsEuros }: Report): string {
  const cells = rows.map((row) => [String(row.line), row.outcome, row.name, row.reasons.map((reason) => reason.message).join(' ')]);
  const table = [['line', 'outcome', 'company', 'why'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.min(40, Math.max(...table.map((row) => row[column]?.length ?? 0))));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padStart(widths[0] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const { added, matched, suspect, refused, figuresAdded, figuresCorrected, emailsLeftOut } = counts;
  return [
    ...lines,
    '',
    `${branch.name}: ${added} ADDED, ${matched} MATCHED, ${suspect} SUSPECT, ${refused} REFUSED${dryRun ? ' (dry run: nothing was entered)' : ''}`,
    `closed years: ${figuresAdded} added, ${figuresCorrected} corrected; e-mail addresses left out: ${emailsLeftOut}`,
    ...(ignoredColumns.length > 0 ? [`columns not understood and not read: ${ignoredColumns.join(', ')}`] : []),
    ...(amountsReadAsEuros.length > 0 ? [`amounts without a unit, read as whole euros: ${amountsReadAsEuros.join(', ')}`] : []),
  ].join('\n');
}
