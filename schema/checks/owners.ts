/** Which subgraph owns each entity that several subgraphs speak about. The others extend it, and may fail without it. */
export const owners: Readonly<Record<string, string>> = {
  Company: 'membership',
  Person: 'membership',
  Branch: 'membership',
};
