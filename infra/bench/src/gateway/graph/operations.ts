/** Operations of the public federation benchmarks: a wide and deep one, and one as pages usually ask. */
export const operations = {
  heavy: `query Heavy($page: Int!, $first: Int!) {
  users(page: $page) {
    ...Person
    reviews { ...Opinion product { ...Thing reviews { ...Opinion author { ...Person reviews { ...Opinion product { ...Thing } } } } } }
  }
  topProducts(page: $page, first: $first) {
    ...Thing
    reviews { ...Opinion author { ...Person reviews { ...Opinion product { ...Thing } } } }
  }
}
fragment Person on User { id username name }
fragment Opinion on Review { id body }
fragment Thing on Product { inStock name price shippingEstimate upc weight }`,
  middle: `query Middle($page: Int!, $first: Int!) {
  topProducts(page: $page, first: $first) { upc name price inStock shippingEstimate reviews { id body author { id username name } } }
}`,
} as const;

export type OperationName = keyof typeof operations;
export const operationNames = Object.keys(operations) as readonly OperationName[];

const first: Record<OperationName, number> = { heavy: 5, middle: 9 };

export function variablesOf(operation: OperationName, page: number): { readonly page: number; readonly first: number } {
  return { page, first: first[operation] };
}

/** What a client sends for it. */
export function bodyOf(operation: OperationName, page: number): string {
  return JSON.stringify({ query: operations[operation], variables: variablesOf(operation, page) });
}
