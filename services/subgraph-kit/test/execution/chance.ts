/** Draws that are the same again for the same seed. */
export class Chance {
  constructor(private state: number) {}

  /** A whole number below `most`. */
  below(most: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  }

  oneIn(most: number): boolean {
    return this.below(most) === 0;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  times<Item>(most: number, make: (index: number) => Item): Item[] {
    return Array.from({ length: this.below(most + 1) }, (_, index) => make(index));
  }
}

/** The same number for the same text. */
export function seedOf(text: string): number {
  let seed = 2_166_136_261;
  for (let place = 0; place < text.length; place += 1) seed = Math.imul(seed ^ text.charCodeAt(place), 16_777_619);
  return seed >>> 0;
}
