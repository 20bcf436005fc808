/** A subgraph gave no usable answer. The message is for the log; clients read a standing sentence. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';

  /**
   * @param reason `deadline` when the time of the whole request ran out, whoever took it; `abandoned` when the client left; `too large`
   *   when more came than one answer may hold: the question asked for too much, and the subgraph is well
   */
  constructor(
    readonly reason: 'unavailable' | 'deadline' | 'abandoned' | 'too large',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
