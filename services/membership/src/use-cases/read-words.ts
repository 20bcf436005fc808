import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { say } from './sentences.ts';

/** Signs that change the direction of what follows could make a sentence read as another one. */
const misleading = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** @throws InvalidInput for what nobody could read, or a text that is longer than a motive or a message should be. */
export function readWords(text: string, viewer: Viewer): string {
  if (text.length > 1000 || misleading.test(text.replaceAll('\n', ' '))) throw new InvalidInput(say('WORDS_UNREADABLE', viewer));
  return text.trim();
}

/** The same for words that may be left out. */
export function readWordsIfAny(text: string | null | undefined, viewer: Viewer): string | null {
  return text == null ? null : readWords(text, viewer) || null;
}
