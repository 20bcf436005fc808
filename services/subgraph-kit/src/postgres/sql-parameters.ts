/** Collects the bound values of a statement that is put together from parts: `add(v)` gives the place holder `$n`. */
export class SqlParameters {
  readonly values: unknown[];

  constructor(...values: unknown[]) {
    this.values = values;
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
