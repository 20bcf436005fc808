import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { services } from '@leader/local-stack/stack/services';
import { DeclaredRights } from '@leader/subgraph-kit/federation/declared-rights';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { type DocumentNode, type GraphQLSchema, Kind, parse } from 'graphql';
import { type Cell, cellsOf, forEach, shareOf, told } from './cells.ts';
import { type Declared, declaredIn } from './declared.ts';
import { Doors } from './doors.ts';
import { companyId, principals, viewerOf } from './principals.ts';
import { questionsAbout } from './questions.ts';
import { type RowPolicy, rowPolicies } from './row-policies.ts';

const subgraphs = services.map((name) => {
  const sdl = readFileSync(new URL(`../../../schema/subgraphs/${name}.graphql`, import.meta.url), 'utf8');
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  const declared = declaredIn(sdl);
  const { questions, unreachable } = questionsAbout(schema, declared);
  return { name, sdl, schema, declared, unreachable, cells: cellsOf(questions, declared), ways: new Set(questions.map(({ way }) => way)) };
});

/** Cells in which a subgraph's own wall decides otherwise than its directives say. */
function mismatches(cells: readonly Cell[], schema: GraphQLSchema): string[] {
  const rights = new DeclaredRights(schema);
  const documents = new Map([...new Set(cells.map(({ question }) => question.document))].map((text) => [text, parse(text)]));
  const viewers = new Map(principals.map((principal) => [principal.key, viewerOf(principal)]));
  return cells.flatMap((cell) => {
    const document = documents.get(cell.question.document) as DocumentNode;
    const unmet = rights.unmet(document, undefined, viewers.get(cell.principal.key) as Viewer);
    return (unmet.length === 0) === cell.isAllowed ? [] : [told(cell, unmet.map(({ coordinate }) => coordinate).join() || 'not refused')];
  });
}

describe.each(subgraphs)('$name by itself ($cells.length cells)', ({ sdl, schema, declared, cells, unreachable, ways }) => {
  test('has an operation for every field and argument, from its roots, through entities and through payloads', () => {
    expect(unreachable).toEqual([]);
    expect(ways).toContain('entity');
    expect(ways.has('payload')).toBe(declared.has('Mutation.applyBatch'));
  });

  test('refuses exactly what its directives refuse, to every persona and to nobody', () => {
    expect(mismatches(cells, schema)).toEqual([]);
    expect(cells.filter(({ isAllowed }) => !isAllowed).length).toBeGreaterThan(10);
  });

  test('would be caught with the rules of one scope left out', () => {
    const [rule = ''] = / @requiresScopes\(scopes: \[\[[^\]]*\]\]\)/.exec(sdl) ?? [];
    const forgetful = buildSubgraphSchema([{ typeDefs: parse(sdl.replaceAll(rule, '')) }]);
    expect(mismatches(cells, forgetful).length).toBeGreaterThan(0);
  });
});

/** Fields of entities that need no more than being signed in: what protects them is known only when the row is. */
function decidedByRow(sdl: string, declared: Declared): string[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !definition.directives?.some(({ name }) => name.value === 'key')) return [];
    return (definition.fields ?? []).flatMap(({ name }) => {
      const coordinate = `${definition.name.value}.${name.value}`;
      const needs = declared.get(coordinate) ?? [];
      return needs.length > 0 && needs.every((groups) => groups.length === 0) ? [coordinate] : [];
    });
  });
}

test.each(subgraphs)('every field of $name that a row decides on has its policy here', ({ name, sdl, declared }) => {
  const known = rowPolicies.filter(({ service }) => service === name).map(({ field }) => `Company.${field}`);
  expect(decidedByRow(sdl, declared).filter((coordinate) => !known.includes(coordinate))).toEqual([]);
});

describe('the doors of the true subgraphs, with no gateway before them and identities rightly signed', () => {
  const rows = ['cantepau-aerostructures', 'rochegude-aerostructures', 'atlas-tolerie-nouasser'].map(companyId);
  const facts = new Map<string, object>();
  let doors: Doors;

  beforeAll(async () => {
    doors = await Doors.open();
    const staff = principals.find(({ key }) => key === 'staff') ?? principals[0];
    const membership = subgraphs[0]?.schema.getType('AssessmentFacts');
    const all = membership && 'getFields' in membership ? Object.keys(membership.getFields()).join(' ') : '';
    for (const id of rows) {
      const query = `{ company(id: "${id}") { assessmentFacts { ${all} } } }`;
      facts.set(id, (await doors.ask('membership', query, staff as (typeof principals)[number])).data.company.assessmentFacts);
    }
  });
  afterAll(() => doors?.close());

  test.each(subgraphs)('$name refuses before anything is loaded what its directives refuse', async ({ name, cells }) => {
    const wrong: string[] = [];
    await forEach(
      shareOf(
        cells.filter(({ isAllowed }) => !isAllowed),
        250,
      ),
      async (cell) => {
        const { status, data, errors } = await doors.ask(name, cell.question.document, cell.principal);
        const code = cell.principal.key === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        const isRefused = status === 200 && data === null && errors.length === 1 && errors[0]?.extensions.code === code && !errors[0]?.path;
        if (!isRefused) wrong.push(told(cell, JSON.stringify({ status, data, errors })));
      },
    );
    expect(wrong).toEqual([]);
  });

  // Mutations that may be asked for would be carried out: what becomes of those is told by the tests of their services.
  test.each(subgraphs)('$name lets pass what its directives let pass, as far as its rows allow', async ({ name, cells }) => {
    const wrong: string[] = [];
    const reading = cells.filter(({ isAllowed, question }) => isAllowed && !question.document.startsWith('mutation'));
    await forEach(shareOf(reading, 150), async (cell) => {
      const { status, errors } = await doors.ask(name, cell.question.document, cell.principal);
      const isWall = errors.some(({ path, extensions }) => !path && ['FORBIDDEN', 'UNAUTHENTICATED'].includes(extensions.code));
      if (status >= 500 || isWall || errors.some(({ extensions }) => extensions.code === 'INTERNAL'))
        wrong.push(told(cell, `${status} ${JSON.stringify(errors)}`));
    });
    expect(wrong).toEqual([]);
  });

  /** Whether a private field of a company was given, by way of an entity or of a root. */
  async function isGiven(
    { service, field, selection, mayBeNull = false }: RowPolicy,
    id: string,
    principal: (typeof principals)[number],
    way: string,
  ): Promise<boolean> {
    const asked = `${field} ${selection}`;
    const query =
      way === 'root'
        ? `{ company(id: "${id}") { ${asked} } }`
        : `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Company { ${asked} } } }`;
    const variables = way === 'root' ? {} : { of: [{ __typename: 'Company', id, assessmentFacts: facts.get(id) }] };
    const { data, errors } = await doors.ask(service, query, principal, variables);
    const found = (way === 'root' ? data?.company : data?._entities?.[0])?.[field];
    if (mayBeNull) return errors.length === 0;
    return (
      JSON.stringify(found?.history ?? found ?? null) !== (field === 'people' ? '[]' : 'null') && found != null && found.history !== null
    );
  }

  async function rowMismatches(policies: readonly RowPolicy[]): Promise<string[]> {
    const wrong: string[] = [];
    const ways = (policy: RowPolicy) => (policy.service === 'membership' ? ['root', 'entity'] : ['entity']);
    const asked = policies.flatMap((policy) =>
      ways(policy).flatMap((way) => principals.flatMap((principal) => rows.map((id) => ({ policy, way, principal, id })))),
    );
    await forEach(asked, async ({ policy, way, principal, id }) => {
      const expected = policy.allows(viewerOf(principal), id);
      const given = await isGiven(policy, id, principal, way);
      if (given !== expected)
        wrong.push(
          `${principal.key} ${expected ? 'may' : 'may not'} see ${policy.field} of ${id} (${way}) and ${given ? 'does' : 'does not'}`,
        );
    });
    return wrong;
  }

  test('give a private field of a company exactly to whom the policy of its service gives it', async () => {
    expect(await rowMismatches(rowPolicies)).toEqual([]);
  });

  test('would be caught with a policy that says yes to everybody, or to nobody', async () => {
    const [first] = rowPolicies;
    for (const answer of [true, false])
      expect((await rowMismatches([{ ...(first as RowPolicy), allows: () => answer }])).length).toBeGreaterThan(0);
  });
});
