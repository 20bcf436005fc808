/** Milliseconds by which the process may be late, on average. A refusal, too, waits so long before anybody writes it. */
const tolerable = 6;
/** However late it is, so many are worked on: fewer, and the process would wait for subgraphs while clients wait for it. */
const fewest = 8;
/** Share of the latest look in the average. */
const weight = 0.3;
/** Least that is left of the room from one look to the next, and by how much it grows. */
const leastLeft = 0.5;
const growth = 1.05;

/**
 * How many requests may be worked on at the same time: as many as are allowed, and fewer while the process does not keep up. Work that
 * waits for the processor is done no sooner for having been begun, and whatever is under way becomes later with each request more.
 */
export class Room {
  private size: number;
  private lateness = 0;

  constructor(private readonly most: number) {
    this.size = most;
  }

  get places(): number {
    return Math.floor(this.size);
  }

  /**
   * To be told every moment.
   *
   * @param late milliseconds by which the process is late
   * @param running requests that are worked on
   */
  look(late: number, running: number): void {
    this.lateness += weight * (late - this.lateness);
    // One long pause, as for collecting garbage, is over when it is seen.
    const lasting = Math.min(late, this.lateness);
    if (lasting > tolerable) {
      const left = Math.max(leastLeft, tolerable / lasting);
      this.size = Math.min(this.size, Math.max(running * left, fewest));
    } else if (this.lateness <= tolerable) {
      this.size = Math.min(this.most, this.size * growth + 1);
    }
  }
}
