/** Those who wait for an answer. When the last has gone, nobody needs it any more. */
export interface Audience {
  readonly isGone: boolean;
  /** Tells when the last one goes, until the returned function is called. */
  whenGone(act: () => void): () => void;
}

/** Whoever changes something: the change is finished, whether anybody still waits for it or not. */
export const thereToTheEnd: Audience = { isGone: false, whenGone: () => () => undefined };

/** Several who wait for one answer. */
export class Crowd implements Audience {
  private count = 0;
  private hasGone = false;
  private readonly acts = new Set<() => void>();

  get isGone(): boolean {
    return this.hasGone;
  }

  /** One more, until the returned function is called, once. */
  join(): () => void {
    this.count += 1;
    return () => {
      this.count -= 1;
      if (this.count > 0) return;
      this.hasGone = true;
      for (const act of this.acts) act();
    };
  }

  whenGone(act: () => void): () => void {
    this.acts.add(act);
    return () => this.acts.delete(act);
  }
}
