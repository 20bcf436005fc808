/** Those who wait for an answer. When the last has gone, nobody needs it any more. */
export interface Audience {
  readonly isGone: boolean;
  /** Tells when the last one goes, until the returned function is called. */
  whenGone(act: () => void): () => void;
}

/** Whoever changes something: the change is finished, whether anybody still waits for it or not. */
export const thereToTheEnd: Audience = { isGone: false, whenGone: () => () => undefined };

/** One who waits, and may leave. An AbortSignal says the same; it costs a small request a fiftieth of its time. */
export class Client implements Audience {
  private hasGone = false;
  private readonly acts = new Set<() => void>();

  get isGone(): boolean {
    return this.hasGone;
  }

  whenGone(act: () => void): () => void {
    this.acts.add(act);
    return () => this.acts.delete(act);
  }

  leave(): void {
    if (this.hasGone) return;
    this.hasGone = true;
    for (const act of this.acts) act();
  }
}

/** Several who wait for one answer. */
export class Crowd extends Client {
  private count = 0;

  /** One more, until the returned function is called, once. */
  join(): () => void {
    this.count += 1;
    return () => {
      this.count -= 1;
      if (this.count === 0) this.leave();
    };
  }
}
