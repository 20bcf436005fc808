import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Arena } from '../src/arena/arena.ts';
import { cases } from '../src/cases/cases.ts';
import { attack } from '../src/run/attack.ts';
import { closeConnections } from '../src/wire/exchange.ts';
import { startForAttack } from './start-for-attack.ts';

const far = '1000000';
const limitsOff = {
  LIMIT_TOKENS: far,
  LIMIT_DEPTH: far,
  LIMIT_SELECTIONS: far,
  LIMIT_ALIASES: far,
  LIMIT_ROOT_FIELDS: far,
  LIMIT_ROOT_MUTATION_FIELDS: far,
  LIMIT_REPETITIONS: far,
  LIMIT_DIRECTIVES: far,
  LIMIT_INTROSPECTION_DEPTH: far,
  LIMIT_VARIABLE_VALUES: far,
  LIMIT_VARIABLE_DEPTH: far,
  LIMIT_VARIABLE_LIST: far,
  LIMIT_VARIABLE_TEXT: far,
};

let arena: Arena;
beforeAll(async () => {
  arena = await Arena.open({ start: startForAttack, gatewaySettings: limitsOff });
});
afterAll(async () => {
  closeConnections();
  await arena?.close();
});

test('without its limits, a gateway is caught answering what it should refuse', async () => {
  const shapes = cases.filter(({ id }) => ['A1.1', 'A1.4', 'A1.7', 'A4.2', 'A7.3', 'B1.4', 'B2.2'].includes(id));
  const report = await attack(arena, shapes, {
    judgesTime: false,
    only: ({ door, principal }) => door === 'gateway' && principal === 'staff',
  });
  const caught = new Set(report.violations.map(({ replay }) => replay?.split(' ').at(-1)));
  expect([...caught].sort()).toEqual(expect.arrayContaining(['A1.1', 'A1.4', 'A4.2', 'A7.3']));
}, 300_000);
