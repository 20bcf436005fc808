import { describe, expect, test } from '@jest/globals';
import { isEnumType, isObjectType } from 'graphql';
import { subgraph } from '../src/graphql/schema.ts';

describe('the schema', () => {
  test('explains every type, field, argument and enum value', () => {
    const silent: string[] = [];
    const check = (name: string, description: string | null | undefined) => {
      if (!description?.trim()) silent.push(name);
    };
    for (const type of Object.values(subgraph.schema.getTypeMap())) {
      if (/^_|^(Query|String|Int|Float|Boolean|ID|FieldSet|federation__|link__)/.test(type.name) && type.name !== 'Query') continue;
      if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
      if (isObjectType(type)) {
        for (const field of Object.values(type.getFields())) {
          if (field.name.startsWith('_')) continue;
          check(`${type.name}.${field.name}`, field.description);
          for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg.description);
        }
      }
      if (type.name !== 'Query') check(type.name, type.description);
    }
    expect(silent).toEqual([]);
  });
});
