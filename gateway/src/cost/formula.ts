/** What a request asks for, or what it got: the same things counted before and after. */
export interface Amounts {
  /** Fields of the query itself, each under each of its names. */
  readonly rootFields: number;
  /** Fields of a mutation. */
  readonly changes: number;
  /** Objects of the answer; what stands in a list counts once for each item. */
  readonly objects: number;
  /** Questions put to subgraphs. */
  readonly fetches: number;
  /** Objects that one subgraph found and another is asked about, taken over all such questions. */
  readonly entities: number;
  /** Times the schema is asked about itself, as a whole and one type at a time. It costs no subgraph anything, so it is not counted by objects. */
  readonly schemas: number;
  readonly schemaTypes: number;
}

/** The formula: a request costs one point, and each thing it asks for costs so many more. */
const points: Readonly<Record<keyof Amounts, number>> = {
  rootFields: 1,
  changes: 10,
  objects: 1,
  fetches: 5,
  entities: 1,
  schemas: 100,
  schemaTypes: 20,
};

/** What any request costs, even one that is refused. */
export const pointsOfARequest = 1;

/** Items that a list is taken to have. A page says how many it wants, in `first` or `last`; when it does not, it is taken for an ordinary one. */
export const assumed = { itemsOfAPage: 20, itemsOfAList: 5 };

const kinds = Object.keys(points) as (keyof Amounts)[];

/** Whole points, and never so many that counting them goes wrong. */
export function costOf(amounts: Amounts): number {
  const sum = kinds.reduce((total, kind) => total + amounts[kind] * points[kind], pointsOfARequest);
  return Math.min(sum, Number.MAX_SAFE_INTEGER);
}
