import { expect, test } from '@jest/globals';
import { subgraph } from './schema.ts';

test('Every type, field, argument and value of the schema is described', () => {
  const missing: string[] = [];
  const types = Object.values(subgraph.schema.getTypeMap()).filter(
    ({ name }) => !/^(_|federation__|link__|Query$|String$|Int$|Float$|Boolean$|ID$)/.test(name),
  );
  for (const type of types) {
    if (!type.description) missing.push(type.name);
    const parts = 'getFields' in type ? Object.values(type.getFields()) : 'getValues' in type ? type.getValues() : [];
    for (const part of parts) {
      if (!part.description) missing.push(`${type.name}.${part.name}`);
      for (const argument of 'args' in part ? part.args : [])
        if (!argument.description) missing.push(`${type.name}.${part.name}(${argument.name})`);
    }
  }
  expect(missing).toEqual([]);
  expect(types.length).toBeGreaterThan(15);
});
