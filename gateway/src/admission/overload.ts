/**
 * Tells a crowd that came at once from more requests than can be worked on. A crowd waits until it is worked off; when there is no room
 * again and again for longer than a crowd takes, who waits only takes the turn of the next one.
 */
export class Overload {
  private began = Number.NEGATIVE_INFINITY;
  private latest = Number.NEGATIVE_INFINITY;
  private isOn = false;

  /**
   * @param crowd how long a crowd takes, in milliseconds: it is over when for so long there was room for whoever came
   * @param calm the same for an overload. Whoever was refused comes back, so that it is seldom over at the first pause.
   */
  constructor(
    private readonly crowd: number,
    private readonly calm: number,
  ) {}

  /**
   * To be told of each request for which there is no room.
   *
   * @param now in milliseconds of any clock
   * @returns whether that has been so for longer than a crowd takes
   */
  noteNoRoom(now: number): boolean {
    if (now - this.latest > (this.isOn ? this.calm : this.crowd)) this.began = now;
    this.latest = now;
    this.isOn = now - this.began > this.crowd;
    return this.isOn;
  }
}
