import fc from 'fast-check';
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

const argumentsOf: Record<string, readonly string[]> = {
  book: ['(id: "1")', '(id: "2")', '(id: "3")', '(id: $id)'],
  search: ['(filter: {})', '(filter: { longerThan: 100 })', ''],
  echo: ['', '(text: "hello")', '(text: $text)'],
  fans: ['', '(atLeast: 50)'],
};

/** The one review of a book that nobody has: an error for the gateway, and no equal among servers without borders. */
const leftOut = new Set(['Query.reviews']);

/** An alias of its own for each field, as two fields under one name must be the same. */
const alias = fc.integer({ min: 0, max: 999_999 });

/** Random operations that are valid: aliases, fragments on interfaces, conditions, variables, several levels deep. */
export function randomOperation(schema: GraphQLSchema): fc.Arbitrary<string> {
  const query = schema.getQueryType();
  if (!query) throw new Error('the schema has no queries');
  const header = 'query ($id: ID! = "1", $text: String, $yes: Boolean! = true, $no: Boolean! = false)';
  // Every variable must be used, so that each operation is valid whatever the rest of it is.
  const uses = 'all: book(id: $id) { id } said: echo(text: $text) yes: kind @include(if: $yes) no: kind @include(if: $no)';
  return selections(schema, query, 4).map((body) => `${header} { ${uses} ${body} }`);
}

function selections(schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): fc.Arbitrary<string> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const usable = fields.filter(
    (field) => !leftOut.has(`${type.name}.${field.name}`) && (depth > 0 || !isCompositeType(getNamedType(field.type))),
  );
  const asked = fc.array(
    fc.constantFrom(...usable).chain((field) => selection(schema, field, depth)),
    { minLength: 1, maxLength: 4 },
  );
  // One field without a condition: of an object whose every field excludes itself the planner asks nothing at all.
  const leaves = usable.filter((field) => !isCompositeType(getNamedType(field.type)));
  const named = (field: GraphQLField<unknown, unknown>) => alias.map((number) => `${field.name}${number}: ${field.name}`);
  const certain = leaves.length > 0 ? fc.constantFrom(...leaves).chain(named) : fc.constant('__typename');
  const typed = isInterfaceType(type)
    ? fc.array(
        fc
          .constantFrom(...schema.getPossibleTypes(type))
          .chain((one) => selections(schema, one, depth - 1).map((body) => `... on ${one.name} { ${body} }`)),
        { maxLength: 2 },
      )
    : fc.constant([]);
  return fc
    .tuple(certain, asked, typed, fc.boolean())
    .map(([first, own, fragments, typename]) => [typename ? '__typename' : '', first, ...own, ...fragments].join(' '));
}

function selection(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string> {
  const type = getNamedType(field.type);
  const body = isCompositeType(type) ? selections(schema, type, depth - 1).map((inner) => ` { ${inner} }`) : fc.constant('');
  const condition = fc.constantFrom('', '', '', ' @include(if: $no)', ' @skip(if: $yes)', ' @include(if: $yes) @skip(if: $no)');
  return fc
    .tuple(alias, fc.constantFrom(...(argumentsOf[field.name] ?? [''])), condition, body)
    .map(([number, values, when, inner]) => `${field.name}${number}: ${field.name}${values}${when}${inner}`);
}
