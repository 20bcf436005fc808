import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { getNamedType, isEnumType, isUnionType } from 'graphql';
import { subgraph } from '../src/graphql/schema.ts';

test('the README tells every reason for which a change is refused, mutation by mutation, and no other', async () => {
  const readme = await readFile(path.join(import.meta.dirname, '../README.md'), 'utf8');
  const [, section = ''] = readme.split('## Every refusal, by mutation');
  const told = section.split('\n').filter((line) => /^\| `\w+` \|/.test(line));
  expect(told).toEqual(refusals());
});

/** One row for each mutation that can be refused, in the order of the alphabet. */
function refusals(): string[] {
  const { schema } = subgraph;
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .flatMap(({ name, type }) => {
      const result = getNamedType(type);
      if (!isUnionType(result)) return [];
      const refused = result.getTypes().find((one) => one.name.endsWith('Refused'));
      const reasons = getNamedType(refused?.getFields()['reason']?.type);
      if (!isEnumType(reasons)) return [];
      return [
        `| \`${name}\` | ${reasons
          .getValues()
          .map((reason) => reason.name)
          .join(', ')} |`,
      ];
    })
    .sort();
}
