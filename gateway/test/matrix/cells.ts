import { asksEverything, seed } from './config.ts';
import { type Declared, mayAsk } from './declared.ts';
import { type Principal, principals } from './principals.ts';
import type { Question } from './questions.ts';

/** One principal, one question, and whether the schema says that it may be asked. */
export interface Cell {
  readonly principal: Principal;
  readonly question: Question;
  readonly isAllowed: boolean;
}

export function cellsOf(questions: readonly Question[], declared: Declared): Cell[] {
  return principals.flatMap((principal) =>
    questions.map((question) => ({ principal, question, isAllowed: mayAsk(principal, question, declared) })),
  );
}

/** What is wrong with a cell, in words that find it again. */
export function told({ principal, question, isAllowed }: Cell, outcome: string): string {
  return `${principal.key} ${isAllowed ? 'may' : 'may not'} ask for ${question.about} (${question.way}) by ${question.document}: ${outcome}; seed ${seed}`;
}

/** All cells, or some drawn by the seed. */
export function shareOf(cells: readonly Cell[], most: number): readonly Cell[] {
  if (asksEverything || cells.length <= most) return cells;
  const drawn = [...cells];
  let state = seed;
  for (let index = 0; index < most; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = index + (state % (drawn.length - index));
    [drawn[index], drawn[other]] = [drawn[other] as Cell, drawn[index] as Cell];
  }
  return drawn.slice(0, most);
}

/** Works on many at once, few at a time. */
export async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
