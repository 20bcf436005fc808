import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personas } from '@leader/local-stack/personas';
import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { openLog } from '@leader/subgraph-kit/log/log';
import {
  buildClientSchema,
  buildSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  introspectionFromSchema,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { gatewaySettings } from '../src/config.ts';
import { type FrontDoor, openFrontDoor } from '../src/front-door.ts';
import { SmallIssuer } from './support/small-issuer.ts';

/** The supergraph and the contracts as they are committed. No subgraph runs: what a contract shows is decided before any is asked. */
const subgraphs = ['membership', 'accelerator', 'export-advisor', 'investment-fund'];
const introspection = getIntrospectionQuery({ specifiedByUrl: true });
const issuer = new SmallIssuer();
let door: FrontDoor;

beforeAll(async () => {
  const config = readConfig(gatewaySettings, {
    NODE_ENV: 'test',
    PORT: '0',
    ISSUER: await issuer.listen(),
    SUBGRAPH_URLS: subgraphs.map((name) => `${name}=http://127.0.0.1:9`).join(),
    SUBGRAPH_IDENTITY_KEYS: subgraphs.map((name) => `${name}=test:${Buffer.alloc(32, 1).toString('base64url')}`).join(),
  });
  door = await openFrontDoor(config, openLog('gateway', 'silent'));
});
afterAll(async () => {
  await door?.close();
  await issuer.close();
});

const everybody = [
  ...personas.map(({ key, contract, scopes }) => ({ key, contract, scopes })),
  { key: 'nobody', contract: 'public', scopes: [] },
];

async function ask(key: string, query: string): Promise<{ data: never; errors?: { message: string }[] }> {
  const persona = everybody.find((one) => one.key === key);
  const claims = { sub: key, contract: persona?.contract, scope: persona?.scopes.join(' ') };
  const token: Record<string, string> = key === 'nobody' ? {} : { authorization: `Bearer ${await issuer.token(claims)}` };
  const headers = { 'content-type': 'application/json', ...token };
  const response = await fetch(`${door.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json() as ReturnType<typeof ask>;
}

const shape = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema));
const committed = async (contract: string) =>
  buildSchema(await readFile(new URL(`../../schema/contracts/${contract}.graphql`, import.meta.url), 'utf8'));

/** Everything that has a name in a schema. */
const namesIn = (schema: GraphQLSchema) =>
  new Set(
    shape(schema)
      .replaceAll(/""".*?"""/gs, '')
      .match(/\b[A-Za-z]\w*\b/g) ?? [],
  );

/** Words by which any schema speaks about itself, such as "fields". */
const ofTheLanguage = JSON.stringify(introspectionFromSchema(buildSchema('type Query { a: Int }'), { specifiedByUrl: true }));

describe('of the network as it is committed', () => {
  let whole: GraphQLSchema;
  beforeAll(async () => {
    whole = buildClientSchema((await ask('staff', introspection)).data);
  });

  test('staff see everything, the work of the branches too, and nothing that is between subgraphs only', () => {
    expect([...namesIn(whole)]).toEqual(expect.arrayContaining(['uploadMemberList', 'MembershipEvent', 'fundFit']));
    expect(namesIn(whole).has('assessmentFacts')).toBe(false);
  });

  test.each(everybody.filter(({ contract }) => contract === 'internal').map(({ key }) => key))('%s sees the same as staff', async (key) => {
    const seen = buildClientSchema((await ask(key, introspection)).data);
    expect(shape(seen)).toBe(shape(whole));
  });

  test.each(everybody.filter(({ contract }) => contract !== 'internal').map(({ key, contract }) => [key, contract] as const))(
    '%s sees the contract %s and nothing else, and no hidden word is in any answer',
    async (key, contract) => {
      const { data } = await ask(key, introspection);
      const text = JSON.stringify(data);
      const seen = buildClientSchema(data);
      expect(shape(seen)).toBe(shape(await committed(contract)));
      const visible = namesIn(seen);
      const hidden = [...namesIn(whole)].filter((name) => !visible.has(name) && !ofTheLanguage.includes(`"${name}"`));
      expect(hidden.length).toBeGreaterThan(10);
      expect(hidden.filter((name) => text.includes(`"${name}"`))).toEqual([]);

      const roots = Object.keys(whole.getQueryType()?.getFields() ?? {}).filter((name) => !visible.has(name));
      const fields = Object.entries(seen.getTypeMap()).flatMap(([name, type]) => {
        const inWhole = whole.getType(name);
        if (!isObjectType(type) || !isObjectType(inWhole) || name === 'Query' || name === 'Mutation') return [];
        return Object.keys(inWhole.getFields()).flatMap((field) =>
          type.getFields()[field] ? [] : [`fragment F on ${name} { ${field} } { ...F }`],
        );
      });
      for (const query of [...roots.map((root) => `{ ${root} }`), ...fields.slice(0, 12)]) {
        const { errors = [] } = await ask(key, query);
        const asked: string[] = query.match(/\w+/g) ?? [];
        expect(errors.map(({ message }) => message).join()).toMatch(/Cannot query field/);
        const said = errors.flatMap(({ message }) => [...message.matchAll(/"(\w+)"/g)].map(([, name = '']) => name));
        expect(said.filter((word) => hidden.includes(word) && !asked.includes(word))).toEqual([]);
      }
    },
  );
});
