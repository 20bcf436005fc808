import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { say } from './sentences.ts';

/** Letters of any script, what stands between them, and no sign that turns the direction of what follows. */
const name = /^[\p{L}\p{M}][\p{L}\p{M} .'’-]{0,79}$/u;

/** @throws InvalidInput for digits, marks of direction, markup or nothing at all. */
export function readName(text: string, viewer: Viewer): string {
  const read = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (!name.test(read)) throw new InvalidInput(say('NAME_UNREADABLE', viewer));
  return read;
}

/** An address counts the same however it was typed, so it is kept in small letters. */
export function readEmail(text: string, viewer: Viewer): string {
  const read = text.trim().toLowerCase();
  if (read.length > 254 || !/^[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/.test(read))
    throw new InvalidInput(say('EMAIL_UNREADABLE', viewer));
  return read;
}

/** As E.164 writes it: a plus, the country and the number, without what people put between the digits. */
export function readPhone(text: string, viewer: Viewer): string {
  const read = text.replace(/[\s.()\u00a0\u202f-]/gu, '');
  if (!/^\+[1-9]\d{6,14}$/.test(read)) throw new InvalidInput(say('PHONE_UNREADABLE', viewer));
  return read;
}

export function readLanguages(codes: readonly string[], viewer: Viewer): string[] {
  if (codes.length > 10 || codes.some((code) => !/^[a-z]{2}$/.test(code))) throw new InvalidInput(say('LANGUAGES_UNREADABLE', viewer));
  return [...new Set(codes)];
}
