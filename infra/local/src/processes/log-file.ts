import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const longest = 8 * 1024 * 1024;
const tail = 16 * 1024;

/** Opens a log for appending; one that has grown long makes room, and one older log is kept. */
export function openLogFile(file: string): { descriptor: number; offset: number } {
  try {
    if (statSync(file).size > longest) renameSync(file, `${file}.1`);
  } catch {
    // There is none yet.
  }
  const descriptor = openSync(file, 'a', 0o600);
  return { descriptor, offset: fstatSync(descriptor).size };
}

/** What a program said last, from `offset` on, in words fit for one message: no JSON, no stack. */
export function lastWords(file: string, offset: number): string {
  const lines = readFrom(file, offset)
    .split('\n')
    .map(message)
    .filter((line) => line !== undefined);
  const reason = lines.findLast((line) => line.isReason);
  if (reason) return reason.text;
  return (
    lines
      .slice(-3)
      .map((line) => line.text.trim())
      .join(' ') || 'it said nothing'
  );
}

interface Line {
  readonly text: string;
  readonly isReason: boolean;
}

function message(line: string): Line | undefined {
  if (line.trim() === '' || /^\s+at |^Node\.js v|^\s*\^|^\s*[{}]\s*$|^node:|^file:/.test(line)) return undefined;
  const entry = jsonOf(line);
  if (!entry) return { text: line, isReason: /^\S*(FATAL|PANIC|Error|Invalid|Refused)\b.*:|^initdb: error:|\b(FATAL|PANIC): /.test(line) };
  const err = entry['err'] as { message?: string } | undefined;
  return {
    text: [entry['msg'], err?.message].filter((part, index, all) => part && all.indexOf(part) === index).join(': '),
    isReason: Number(entry['level']) >= 50,
  };
}

function jsonOf(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function readFrom(file: string, offset: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const start = Math.max(Math.min(offset, size), size - tail);
    const buffer = Buffer.alloc(size - start);
    readSync(descriptor, buffer, 0, buffer.length, start);
    return buffer.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
