import { plain } from './cell-text.ts';

const legalForms = new Set('sa sas sasu sarl eurl sci snc scop scic gie selarl earl ei ets etablissements societe entreprise groupe'.split(' '));

/** What is left of a company's name when accents, capitals, legal form and signs are taken away. */
export function comparableName(name: string): string {
  const words = plain(name)
    .replaceAll('&', ' et ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !legalForms.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** How alike two names are, from 0 to 1: the share of groups of three letters they have in common, word order aside. */
export function nameSimilarity(left: string, right: string): number {
  const a = trigrams(left);
  const b = trigrams(right);
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared += 1;
  return shared / (a.size + b.size - shared);
}

function trigrams(name: string): Set<string> {
  const found = new Set<string>();
  for (const word of comparableName(name).split(' ')) {
    if (word === '') continue;
    const padded = `  ${word} `;
    for (let index = 0; index + 3 <= padded.length; index += 1) found.add(padded.slice(index, index + 3));
  }
  return found;
}

/** Whether two towns are the same, written with or without capitals, accents, hyphens, "Saint" in full or short. */
export function isSameTown(left: string | undefined, right: string | undefined): boolean {
  if (!left || !right) return false;
  return comparableTown(left) === comparableTown(right);
}

function comparableTown(town: string): string {
  return plain(town)
    .replace(/\bcedex\b.*$/, '')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replace(/[^a-z]+/g, '');
}
