import type { Message } from '../wire/exchange.ts';
import type { AttackCase, Expectation } from './shapes.ts';

/** What everybody's contract holds. */
const good = JSON.stringify({ query: '{ branches { id } }' });

type Line = readonly [title: string, expects: Expectation, message: Partial<Message>, body?: string | (() => string | Uint8Array)];

/** HTTP requests, one a line; what is not said is a good request. */
export function messages(family: string, lines: readonly Line[]): AttackCase[] {
  return lines.map(([title, expects, message, body = good], index) => ({
    id: `${family}.${index + 1}`,
    title,
    mayBeCut: title === '5 MB',
    expects,
    message,
    body: () => (typeof body === 'function' ? body() : body),
  }));
}
