import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Supergraph } from '@apollo/federation-internals';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { openLog } from '@leader/subgraph-kit/log/log';
import { buildSchema, type DocumentNode, parse, validate } from 'graphql';
import { gatewaySettings } from '../../src/config.ts';
import { type FrontDoor, openFrontDoor } from '../../src/front-door.ts';
import { Access } from '../../src/rights/access.ts';
import { type Rules, readRules } from '../../src/rights/read-rules.ts';
import { plannersCopy } from '../../src/supergraph/planners-copy.ts';
import { SmallIssuer } from '../support/small-issuer.ts';
import { SmallSubgraph, sendJson } from '../support/small-subgraph.ts';
import { type Cell, cellsOf, forEach, shareOf, told } from './cells.ts';
import { declaredIn } from './declared.ts';
import { principals } from './principals.ts';
import { questionsAbout } from './questions.ts';

const schemaFile = (name: string) => readFile(new URL(`../../../schema/${name}`, import.meta.url), 'utf8');

const sdl = await schemaFile('supergraph.graphql');
const full = Supergraph.build(plannersCopy(sdl)).schema.toGraphQLJSSchema();
const declared = declaredIn(sdl);
const { questions, unreachable } = questionsAbout(full, declared);
const cells = cellsOf(questions, declared);
const documents = new Map<string, DocumentNode>(questions.map(({ document }) => [document, parse(document)]));

/** Cells in which the gateway decides otherwise than the directives say. */
function mismatches(rules: Rules): string[] {
  const access = new Access(full, rules, sdl);
  return cells.flatMap((cell) => {
    const unmet = access.unmet(documents.get(cell.question.document) as DocumentNode, undefined, cell.principal.caller);
    const strange = unmet.filter(({ coordinate }) => !cell.question.places.includes(coordinate.replace('.__typename', '')));
    if ((unmet.length === 0) === cell.isAllowed && strange.length === 0) return [];
    return [told(cell, unmet.map(({ coordinate }) => coordinate).join() || 'not refused')];
  });
}

describe(`of every field and argument of the composed schema (${questions.length} questions, ${cells.length} cells)`, () => {
  test('there is an operation that asks for it, in every way that leads to it', () => {
    expect(unreachable).toEqual([]);
    const ways = new Set(questions.map(({ way }) => way));
    expect([...ways].sort()).toEqual(['argument', 'nested', 'payload', 'root']);
  });

  test('the gateway refuses exactly what the directives refuse, to every persona and to nobody', () => {
    expect(mismatches(readRules(sdl))).toEqual([]);
    expect(principals.length).toBeGreaterThanOrEqual(13);
    expect(cells.filter(({ isAllowed }) => !isAllowed).length).toBeGreaterThan(1_000);
    expect(cells.filter(({ isAllowed }) => isAllowed).length).toBeGreaterThan(1_000);
  });
});

describe('the matrix notices', () => {
  const rules = readRules(sdl);
  const scoped = [...rules].filter(([coordinate, own]) => coordinate.includes('.') && own.some(({ scopes }) => scopes));

  test.each(['Company.gaps', 'Company.legalName', 'Query.inboundFigures', 'Mutation.applyBatch', 'Company.people'])(
    'the rule of %s left out',
    (coordinate) => {
      expect(rules.has(coordinate)).toBe(true);
      const found = mismatches(new Map([...rules].filter(([own]) => own !== coordinate)));
      expect(found.join('\n')).toContain(coordinate.split('.').at(-1));
    },
  );

  test('a scope too few', () => {
    const group = scoped.find(([, own]) => own.some(({ scopes }) => scopes?.some((one) => one.length > 1)))?.[0] ?? '';
    const fewer = [{ scopes: [['members:read']] }];
    expect(mismatches(new Map([...rules, [group, fewer]])).length).toBeGreaterThan(0);
  });

  test('a scope too many, which closes what is open', () => {
    expect(mismatches(new Map([...rules, ['Query.branches', [{ scopes: [['no:one']] }]]])).length).toBeGreaterThan(0);
  });
});

describe('the gateway alone, before subgraphs that answer anything to anybody', () => {
  const issuer = new SmallIssuer();
  const names = ['membership', 'accelerator', 'export-advisor', 'investment-fund'];
  const key = { kid: 'test', secret: randomBytes(32) };
  const subgraphs = names.map((name) => new SmallSubgraph({ name, sdl: 'type Query { nothing: Int }' }, key));
  const tokens = new Map<string, string>();
  let door: FrontDoor;
  let asked = 0;

  beforeAll(async () => {
    for (const subgraph of subgraphs) {
      subgraph.fault = (_request, response) => {
        asked += 1;
        sendJson(response, 200, { data: {} });
      };
    }
    const urls = await Promise.all(subgraphs.map(async (one) => `${one.name}=${await one.listen()}`));
    const config = readConfig(gatewaySettings, {
      NODE_ENV: 'test',
      PORT: '0',
      ISSUER: await issuer.listen(),
      SUBGRAPH_URLS: urls.join(),
      SUBGRAPH_IDENTITY_KEYS: names.map((name) => `${name}=test:${key.secret.toString('base64url')}`).join(),
      // Subgraphs that answer nonsense would be left alone after a while, and then nobody could tell who refused.
      BREAKER_FAILURES: '1',
      BREAKER_WINDOW: '1000',
    });
    door = await openFrontDoor(config, openLog('gateway', 'silent'));
    for (const { key: who, caller } of principals) {
      const { subject: sub, scopes, contract, company, branch, hub } = caller;
      tokens.set(who, await issuer.token({ sub, scope: scopes.join(' '), contract, company, branch, hub }));
    }
  });
  afterAll(async () => {
    await door?.close();
    await Promise.all([issuer, ...subgraphs].map((one) => one.close()));
  });

  async function ask({ principal, question }: Cell) {
    const token: Record<string, string> = principal.key === 'nobody' ? {} : { authorization: `Bearer ${tokens.get(principal.key)}` };
    const headers = { 'content-type': 'application/json', ...token };
    const send = () => fetch(`${door.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: question.document }) });
    // A kept connection may be given up just when it is used again.
    const response = await send().catch(send);
    return { status: response.status, text: await response.text() };
  }

  test('refuses the same over HTTP, and then asks no subgraph', async () => {
    const contracts = new Map(
      await Promise.all(
        ['public', 'member', 'partner', 'reporting'].map(
          async (name) => [name, buildSchema(await schemaFile(`contracts/${name}.graphql`))] as const,
        ),
      ),
    );
    const isShown = ({ principal, question }: Cell) => {
      const shown = contracts.get(principal.caller.contract);
      if (/assessmentFacts/i.test(question.document)) return false;
      if (question.document.startsWith('mutation') && shown && !shown.getMutationType()) return false;
      return !shown || validate(shown, parse(question.document)).length === 0;
    };
    const wrong: string[] = [];
    const refused = shareOf(
      cells.filter((cell) => !cell.isAllowed),
      300,
    );
    asked = 0;
    await forEach(refused, async (cell) => {
      const { status, text } = await ask(cell);
      const expected = isShown(cell) ? [401, 403] : [400];
      if (!expected.includes(status) || text.includes('"data"')) wrong.push(told(cell, `${status} ${text}`));
    });
    expect([wrong, asked]).toEqual([[], 0]);

    const allowed = shareOf(
      cells.filter((cell) => cell.isAllowed && isShown(cell)),
      100,
    );
    await forEach(allowed, async (cell) => {
      const { status, text } = await ask(cell);
      if (status === 401 || status === 403 || /"(FORBIDDEN|UNAUTHENTICATED)"/.test(text)) wrong.push(told(cell, `${status} ${text}`));
    });
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  });
});
