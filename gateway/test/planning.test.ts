import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, printSchema } from 'graphql';
import { pino } from 'pino';
import { composedContracts } from '../src/contracts/contract.ts';
import { plannersCopy } from '../src/supergraph/planners-copy.ts';
import { PlanningGateway } from '../src/supergraph/planning-gateway.ts';
import { SupergraphFile } from '../src/supergraph/supergraph-file.ts';
import { apiOf, composed } from './support/small-network.ts';
import { SmallSubgraph } from './support/small-subgraph.ts';

// Each of these fields can be asked of either subgraph: 4,096 ways to ask for all of them.
const fields = Array.from({ length: 12 }, (_, index) => `field${index}`);
const sdl = `type Query { ${fields.map((field) => `${field}: Int @shareable`).join(' ')} }`;
const parts = ['one', 'other'].map((name) => new SmallSubgraph({ name, sdl }, { kid: 'none', secret: Buffer.alloc(32) }));
const document = parse(`{ ${fields.join(' ')} }`);

let folder: string;
let gateway: PlanningGateway;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planning-test-'));
  const supergraph = composed(parts);
  await writeFile(join(folder, 'supergraph.graphql'), supergraph);
  for (const contract of composedContracts) await writeFile(join(folder, `${contract}.graphql`), printSchema(apiOf(supergraph)));
  const files = { supergraph: join(folder, 'supergraph.graphql'), contracts: folder };
  const file = new SupergraphFile(files, ['one', 'other'], 60_000, pino({ level: 'silent' }));
  gateway = await PlanningGateway.open(file, async () => ({ data: undefined, errors: [] }), { introspection: 'everybody' });
});
afterAll(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true, force: true });
});

test('of the many ways to ask for an operation a hundred are compared at most, as nobody is answered meanwhile', () => {
  const program = gateway.current?.program(document, undefined, 'many ways');
  expect(program?.plan?.kind).toBe('fetch');
  expect(compared(gateway)).toBeGreaterThan(1);
  expect(compared(gateway)).toBeLessThanOrEqual(100);
});

test('left to itself the planner compares them all', () => {
  const supergraph = Supergraph.build(plannersCopy(composed(parts)));
  const planner = new QueryPlanner(supergraph);
  planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document));
  expect(planner.lastGeneratedPlanStatistics()?.evaluatedPlanCount).toBe(4_096);
});

function compared(one: unknown): number | undefined {
  return (one as { queryPlanner: QueryPlanner }).queryPlanner.lastGeneratedPlanStatistics()?.evaluatedPlanCount;
}
