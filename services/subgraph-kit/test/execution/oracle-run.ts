import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type ExecutionResult, execute, getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { CompiledOperation } from '../../src/execution/compiled-operation.ts';
import { Chance } from './chance.ts';
import { randomOperation } from './random-operation.ts';
import { randomSchema } from './random-schema.ts';

// A process of its own: the GraphQL library now and then leaves a rejection that nobody hears, where an item of a list fails
// at once and another one later. Ours must leave none.
const [runs = 200, seed = 1] = process.argv.slice(2).map(Number);
const operationsOfASchema = 20;

let unheard = 0;
process.on('unhandledRejection', () => {
  unheard += 1;
});

const plain = (result: ExecutionResult) => ({
  data: JSON.stringify(result.data),
  errors: result.errors?.map((error) => JSON.stringify(error)),
});

const found = { checked: 0, failing: 0, unheard: 0, differences: [] as object[] };
for (let round = 0; found.checked < runs; round += 1) {
  const schema = randomSchema(seed + round);
  const chance = new Chance(seed + round + 1_000_000);
  for (let n = 0; n < operationsOfASchema; n += 1) {
    const asked = randomOperation(schema, chance);
    const document = parse(asked.query);
    const operation = getOperationAST(document);
    if (!operation || validate(schema, document).length > 0) continue;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables);
    if (!coerced) continue;
    found.checked += 1;
    const compiled = new CompiledOperation(schema, document, operation);
    unheard = 0;
    // The second time everything is worked out already.
    const ours = [plain(await compiled.execute({}, coerced)), plain(await compiled.execute({}, coerced))];
    await nextTurn();
    found.unheard += unheard;
    const due = plain(await execute({ schema, document, variableValues: asked.variables }));
    await nextTurn();
    if (due.errors) found.failing += 1;
    for (const one of ours) if (!isDeepStrictEqual(one, due)) found.differences.push({ asked, seed: seed + round, ours: one, due });
  }
}
console.log(JSON.stringify({ ...found, differences: found.differences.slice(0, 3) }));
