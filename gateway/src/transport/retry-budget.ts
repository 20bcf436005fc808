/**
 * How often a question may be put a second time. A retry is worth ten questions, so that when everything fails the
 * retries add a tenth to the load and do not double it.
 */
export class RetryBudget {
  private credit: number;

  /**
   * @param share retries per question
   * @param reserve retries that may be saved up, and that there are at first
   */
  constructor(
    private readonly share = 0.1,
    private readonly reserve = 10,
  ) {
    this.credit = reserve;
  }

  noteQuestion(): void {
    this.credit = Math.min(this.reserve, this.credit + this.share);
  }

  /** Takes one retry out of the budget, or says that there is none left. */
  spend(): boolean {
    // Tenths add up to a hair less than a whole.
    if (this.credit < 1 - 1e-9) return false;
    this.credit -= 1;
    return true;
  }
}
