/** How large a document may be. Everything is counted as it would be carried out: what a fragment holds counts at each place it stands. */
export interface DocumentLimits {
  /** Words and signs of the whole text. */
  readonly tokens: number;
  /** Fields within one another. */
  readonly depth: number;
  /** Fields, fragments and their contents, everything taken together. */
  readonly selections: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly rootMutationFields: number;
  /** Fields that repeat an answer name of their selection. Each has to be compared with all its namesakes, and what they hold too. */
  readonly repetitions: number;
  /** Directives at one place. */
  readonly directives: number;
  /** Lists of the schema about itself within one another, such as the fields of the types of fields. */
  readonly introspectionDepth: number;
}

/** How large the values of variables may be. */
export interface VariableLimits {
  /** Values in all, lists and objects included. */
  readonly values: number;
  readonly depth: number;
  readonly listLength: number;
  /** Characters of one text. A member list travels as one text, so it is the size of a request. */
  readonly textLength: number;
}

export interface RequestLimits {
  readonly document: DocumentLimits;
  readonly variables: VariableLimits;
}
