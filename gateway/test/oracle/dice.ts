/** Chance that falls the same way again for the same seed. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0, below `limit`. */
  upTo(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    return Math.floor((mixed(this.state) / 2 ** 32) * limit);
  }

  between(least: number, most: number): number {
    return least + this.upTo(most - least + 1);
  }

  /** Whether something happens that happens so often out of a hundred times. */
  chance(percent: number): boolean {
    return this.upTo(100) < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.upTo(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Some of them, at least so many, in their order. */
  some<Item>(items: readonly Item[], least = 1): Item[] {
    const wanted = Math.min(items.length, this.between(least, items.length));
    const left = [...items];
    while (left.length > wanted) left.splice(this.upTo(left.length), 1);
    return left;
  }
}

/** A number that looks like chance and belongs to a text for ever. */
export function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  return mixed(hash >>> 0);
}

function mixed(state: number): number {
  let value = Math.imul(state ^ (state >>> 15), state | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return (value ^ (value >>> 14)) >>> 0;
}
