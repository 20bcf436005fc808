import { registerEnumType } from 'type-graphql';

/** Shows a union of the domain as an enum, each value with its description: a new value of the domain cannot be forgotten here. */
export function describedEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Record<Value, Value> {
  const enumeration = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as Record<Value, Value>;
  const valuesConfig = Object.fromEntries(Object.entries<string>(values).map(([value, meaning]) => [value, { description: meaning }]));
  registerEnumType(enumeration, { name, description, valuesConfig: valuesConfig as Record<Value, { description: string }> });
  return enumeration;
}
