import {
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { OperationFile } from './operations.ts';

/** Which files use a part of the schema: `Company.name`, `Company.people(first:)`, or a type that is read or sent. */
export type Usage = ReadonlyMap<string, ReadonlySet<string>>;

/** What committed documents use of the schema they were written for. Of an enum or input everything counts as used: variables may hold any of it. */
export function usageOf(files: readonly OperationFile[], schema: GraphQLSchema): Usage {
  const usage = new Map<string, Set<string>>();
  for (const { file, text } of files) {
    const use = (coordinate: string) => usage.set(coordinate, (usage.get(coordinate) ?? new Set()).add(file));
    const useType = (name: string): void => {
      const isNew = !usage.get(name)?.has(file);
      use(name);
      const type = schema.getType(name);
      if (isNew && isInputObjectType(type)) for (const field of Object.values(type.getFields())) useType(getNamedType(field.type).name);
    };
    const types = new TypeInfo(schema);
    visit(
      parse(text),
      visitWithTypeInfo(types, {
        Field: (field) => {
          const [parent, definition] = [types.getParentType(), types.getFieldDef()];
          if (!parent || !definition) return;
          // Behind an interface may stand any of its objects, and an object's field may be the promise of its interfaces.
          const relatives = isAbstractType(parent) ? schema.getPossibleTypes(parent) : isObjectType(parent) ? parent.getInterfaces() : [];
          for (const { name } of [parent, ...relatives]) {
            use(name);
            use(`${name}.${field.name.value}`);
            for (const argument of field.arguments ?? []) use(`${name}.${field.name.value}(${argument.name.value}:)`);
          }
          useType(getNamedType(definition.type).name);
          for (const argument of definition.args)
            if (field.arguments?.some(({ name }) => name.value === argument.name)) useType(getNamedType(argument.type).name);
        },
        NamedType: ({ name }) => useType(name.value),
      }),
    );
  }
  return usage;
}
