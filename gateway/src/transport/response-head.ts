import { FetchFailed } from './fetch-failed.ts';

/** What the head of a response says of what follows it. */
export interface ResponseHead {
  readonly status: number;
  /** Of the body, in bytes. */
  readonly length: number | 'chunked';
  /** How long the connection may wait for another request after this response, in milliseconds; 0 when it must not carry one. */
  readonly keepsFor: number;
}

/** Bytes; as much as the runtime takes of a request. */
export const largestHead = 16 * 1024;
const unlessTold = 10_000;
/** Long before the subgraph closes it: a change sent at that moment would be lost, and is never sent again. */
const margin = 2_000;
const longest = 30_000;

const statusLine = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [^\r\n]*)?$/;
const nameOfField = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const unwritable = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * Reads the head of a response to a POST or GET, one character a byte, without the empty line at its end.
 *
 * @throws FetchFailed when it is none, or leaves open where the response ends
 */
export function readHead(text: string): ResponseHead {
  const [first = '', ...lines] = text.split('\r\n');
  const [, minor, digits] = statusLine.exec(first) ?? [];
  const status = Number(digits);
  if (!digits || status === 101) throw odd('its first line is no status');
  const told = readFields(lines);
  // Neither has a body, whatever they say.
  if (status < 200 || status === 204 || status === 304) return { status, length: 0, keepsFor: keepsFor(told, minor) };
  return { status, length: lengthOf(told, minor), keepsFor: keepsFor(told, minor) };
}

interface Told {
  length?: string;
  encoding?: string;
  connection?: string;
  keepAlive?: string;
}

function readFields(lines: readonly string[]): Told {
  const told: Told = {};
  for (const line of lines) {
    const { name, value } = readField(line);
    if (name === 'content-length') told.length = told.length === undefined ? value : 'twice';
    else if (name === 'transfer-encoding') told.encoding = told.encoding === undefined ? value : 'twice';
    else if (name === 'connection') told.connection = told.connection === undefined ? value : `${told.connection},${value}`;
    else if (name === 'keep-alive') told.keepAlive = value;
  }
  return told;
}

/**
 * Reads one line of a head.
 *
 * @throws FetchFailed when it is none
 */
export function readField(line: string): { readonly name: string; readonly value: string } {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(0, colon));
  if (!nameOfField.test(name) || unwritable.test(line)) throw odd('a line of its head is none');
  return { name: name.toLowerCase(), value: line.slice(colon + 1).trim() };
}

function lengthOf({ length, encoding }: Told, minor: string | undefined): number | 'chunked' {
  if (encoding !== undefined) {
    if (encoding.toLowerCase() !== 'chunked' || length !== undefined || minor !== '1')
      throw odd('it tells its length in two ways, or in none that is known');
    return 'chunked';
  }
  if (length === undefined || !/^\d{1,15}$/.test(length)) throw odd('it does not tell its length');
  return Number(length);
}

function keepsFor({ connection, keepAlive }: Told, minor: string | undefined): number {
  if (minor !== '1' || (connection !== undefined && /(?:^|,)[ \t]*close[ \t]*(?:,|$)/i.test(connection))) return 0;
  const [, seconds] = (keepAlive !== undefined && /(?:^|,)[ \t]*timeout=(\d{1,6})[ \t]*(?:,|$)/i.exec(keepAlive)) || [];
  return seconds === undefined ? unlessTold : Math.max(0, Math.min(Number(seconds) * 1_000 - margin, longest));
}

function odd(why: string): FetchFailed {
  return new FetchFailed('unavailable', `the response is not HTTP/1.1 as it must be: ${why}`);
}
