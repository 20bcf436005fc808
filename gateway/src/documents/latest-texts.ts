const mostTexts = 500;
const longest = 16 * 1024;
/** A document in a form that can be walked takes some 25 bytes for each character of its text. */
const mostCharacters = 1024 * 1024;

/**
 * What is known of the latest texts, bounded by their number and by their characters: whoever sends long ones makes others be
 * forgotten sooner, and takes no more room than whoever sends short ones.
 */
export class LatestTexts<Known> {
  private readonly known = new Map<string, Known>();
  private characters = 0;

  find(text: string): Known | undefined {
    return this.known.get(text);
  }

  /** Keeps what is known of a text, unless it is too long or was kept before. The oldest make room for it. */
  keep(text: string, known: Known): void {
    if (text.length > longest || this.known.has(text)) return;
    this.known.set(text, known);
    this.characters += text.length;
    for (const oldest of this.known.keys()) {
      if (this.known.size <= mostTexts && this.characters <= mostCharacters) return;
      this.known.delete(oldest);
      this.characters -= oldest.length;
    }
  }
}
