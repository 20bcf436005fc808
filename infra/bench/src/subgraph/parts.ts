import type pg from 'pg';

/** One of the things that are listed: eight fields of several kinds. */
export interface Part {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly material: string | null;
  readonly weight: number;
  readonly length: number;
  readonly certified: boolean;
  readonly since: string;
}

export const count = 100;
const materials = ['aluminium', 'titane', 'acier “304L”', null];

/** The same ones each time. */
export const parts: readonly Part[] = Array.from({ length: count }, (_, n) => ({
  id: `part_${String(n).padStart(6, '0')}`,
  code: `P-${(n * 7919) % 10_000}`,
  name: `Pièce n° ${n}, usinée`,
  material: materials[n % materials.length] ?? null,
  weight: 10 + ((n * 37) % 900),
  length: 0.5 + n * 1.25,
  certified: n % 3 === 0,
  since: `20${10 + (n % 15)}-0${1 + (n % 9)}-15`,
}));

const fields = 'id code name material weight length certified since';

/** The two questions; the second one as the gateway asks it. */
export const questions = {
  list: { query: `{ parts(first: ${count}) { ${fields} } }`, variables: {} },
  entities: {
    query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Part { ${fields} } } }`,
    variables: { representations: parts.map(({ id }) => ({ __typename: 'Part', id })).reverse() },
  },
} as const;

export type QuestionName = keyof typeof questions;

export const columns = 'id, code, name, material, weight, length, certified, since::text AS since';

export async function fill(client: pg.Client): Promise<void> {
  await client.query(`CREATE TABLE part (
    id text PRIMARY KEY, code text NOT NULL, name text NOT NULL, material text, weight integer NOT NULL,
    length double precision NOT NULL, certified boolean NOT NULL, since date NOT NULL)`);
  await client.query('INSERT INTO part SELECT * FROM json_populate_recordset(NULL::part, $1)', [JSON.stringify(parts)]);
  await client.query('ANALYZE part');
}
