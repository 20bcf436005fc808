/** Remembers which statements a piece of work sent, so that a test can say how many a list may cost. */
export class SqlCounter {
  private sent: string[] = [];

  record(text: string): void {
    this.sent.push(text);
  }

  /** Statements sent while the work ran, by their text: fields are resolved side by side, so who was first tells nothing. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.sent = [];
    await work();
    return [...this.sent].sort();
  }
}
