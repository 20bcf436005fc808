import { expect, test } from '@jest/globals';
import { type ExecutionResult, execute, getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { CompiledOperation } from '../../src/execution/compiled-operation.ts';
import { Chance } from './chance.ts';
import { randomOperation } from './random-operation.ts';
import { randomSchema } from './random-schema.ts';

/** More of them find more: `ORACLE_RUNS=20000`; the same ones again: `ORACLE_SEED`. */
const runs = Number(process.env['ORACLE_RUNS'] ?? 200);
const seed = Number(process.env['ORACLE_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const operationsOfASchema = 20;

const plain = (result: ExecutionResult) => ({
  data: JSON.stringify(result.data),
  errors: result.errors?.map((error) => JSON.stringify(error)),
});

test(`${runs} random operations answer the same, compiled and carried out by the library (seed ${seed})`, async () => {
  let checked = 0;
  let failing = 0;
  for (let round = 0; checked < runs; round += 1) {
    const schema = randomSchema(seed + round);
    const chance = new Chance(seed + round + 1_000_000);
    for (let n = 0; n < operationsOfASchema; n += 1) {
      const asked = randomOperation(schema, chance);
      const document = parse(asked.query);
      const operation = getOperationAST(document);
      if (!operation || validate(schema, document).length > 0) continue;
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables);
      if (!coerced) continue;
      checked += 1;
      const compiled = new CompiledOperation(schema, document, operation);
      const due = plain(await execute({ schema, document, variableValues: asked.variables }));
      if (due.errors) failing += 1;
      // The second time everything is worked out already.
      for (const _time of ['first', 'second'])
        expect({ asked, seed: seed + round, ...plain(await compiled.execute({}, coerced)) }).toEqual({ asked, seed: seed + round, ...due });
    }
  }
  expect(failing).toBeGreaterThan(runs / 10);
  expect(failing).toBeLessThan(runs);
});
