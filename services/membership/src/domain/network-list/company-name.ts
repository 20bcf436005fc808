import { plain } from './cell-text.ts';

export const legalForms: ReadonlySet<string> = new Set(
  'sa sas sasu sarl eurl sci snc scop scic gie selarl earl ei ets etablissements societe entreprise groupe'.split(' '),
);

/** A company's name as two lists may write it differently: accents, capitals, legal form, signs and word order aside. */
export class CompanyName {
  /** Groups of three letters of each word, as PostgreSQL's pg_trgm makes them. */
  readonly trigrams: ReadonlySet<string>;

  constructor(written: string) {
    const words = plain(written)
      .replaceAll('&', ' et ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
    const telling = words.filter((word) => !legalForms.has(word));
    this.trigrams = new Set((telling.length > 0 ? telling : words).flatMap(trigramsOf));
  }

  /** From 0 to 1: the share of trigrams that both names have. */
  similarityTo(other: CompanyName): number {
    let shared = 0;
    for (const trigram of this.trigrams) if (other.trigrams.has(trigram)) shared += 1;
    return shareOf(shared, this, other);
  }
}

/** Names met so far, found again by what they share: a list is compared with itself without comparing every pair. */
export class NamesMet<Bearer> {
  private readonly met: { name: CompanyName; bearer: Bearer }[] = [];
  private readonly byTrigram = new Map<string, number[]>();

  add(name: CompanyName, bearer: Bearer): void {
    const index = this.met.push({ name, bearer }) - 1;
    for (const trigram of name.trigrams) {
      const places = this.byTrigram.get(trigram);
      if (places) places.push(index);
      else this.byTrigram.set(trigram, [index]);
    }
  }

  /** Bearers of names at least this similar, the most similar first. */
  alike(name: CompanyName, least: number): { bearer: Bearer; similarity: number }[] {
    const shared = new Map<number, number>();
    for (const trigram of name.trigrams) {
      for (const index of this.byTrigram.get(trigram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    const found: { bearer: Bearer; similarity: number }[] = [];
    for (const [index, count] of shared) {
      const other = this.met[index] as { name: CompanyName; bearer: Bearer };
      const similarity = shareOf(count, name, other.name);
      if (similarity >= least) found.push({ bearer: other.bearer, similarity });
    }
    return found.sort((left, right) => right.similarity - left.similarity);
  }
}

function trigramsOf(word: string): string[] {
  const padded = `  ${word} `;
  return Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3));
}

function shareOf(shared: number, left: CompanyName, right: CompanyName): number {
  return shared === 0 ? 0 : shared / (left.trigrams.size + right.trigrams.size - shared);
}
