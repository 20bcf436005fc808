import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';

const byName: Readonly<Record<string, string>> = {
  country: '"MA"',
  branch: '"tarn"',
  code: '"tarn"',
  department: '"81"',
  search: '"cantepau"',
  town: '"Albi"',
  currency: '"EUR"',
};

const byType: Readonly<Record<string, string>> = {
  String: '"a word"',
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  LocalDate: '"2025-12-31"',
  DateTime: '"2025-12-31T12:00:00Z"',
  Decimal: '"1.50"',
  CountryCode: '"MA"',
  CurrencyCode: '"EUR"',
};

/** A value that an argument takes, as it is written in a document: things of the seed by their ids, and otherwise what its type allows. */
export function valueFor(
  argument: Pick<GraphQLArgument, 'name'> & { readonly type?: GraphQLInputType },
  field?: GraphQLField<unknown, unknown>,
): string {
  const { name, type } = argument;
  const named = type && getNamedType(type);
  if (type && isListType(getNullableType(type))) return `[${literal(name, named, field)}]`;
  return literal(name, named, field);
}

function literal(
  name: string,
  type: ReturnType<typeof getNamedType> | undefined,
  field: GraphQLField<unknown, unknown> | undefined,
): string {
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const wanted = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${wanted.map((one) => `${one.name}: ${valueFor(one, field)}`).join(', ')} }`;
  }
  if (type === undefined || type.name === 'ID') return JSON.stringify(idFor(name, field));
  return (type.name === 'String' ? byName[name] : undefined) ?? byType[type.name] ?? 'null';
}

/** `companyId` is the id of a company; `id` that of whatever its field gives. */
function idFor(name: string, field: GraphQLField<unknown, unknown> | undefined): string {
  const what = name === 'id' && field ? getNamedType(field.type).name : name.replace(/Ids?$/, '');
  const kind = what.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  return encodeId(kind, idFromName(kind, kind === 'company' ? 'cantepau-aerostructures' : 'tarn'));
}
