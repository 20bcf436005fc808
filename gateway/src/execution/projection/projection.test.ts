import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { KnownError } from '../../errors/known-error.ts';
import { sentences } from '../../errors/sentences.ts';
import { complete, shapedByLibrary } from './complete.ts';
import type { Completion, Shaped } from './completion.ts';

const sdl = (secret: string) => `
  scalar Day
  enum Kind { NOVEL ESSAY ${secret && 'SECRET'} }
  interface Named { name: String! kind: Kind }
  type Book implements Named { id: ID! name: String! kind: Kind staff: Int sites: [Site!]! grid: [[Float]!] since: Day active: Boolean! leader: Person group: Book }
  type Site implements Named { name: String! kind: Kind! book: Book! around: [Named] }
  type Person implements Named { name: String! kind: Kind age: Int! met: [Anything!] }
  ${secret && 'type Vault implements Named { name: String! kind: Kind }'}
  union Anything = Book | Person | Site ${secret && '| Vault'}
  type Query { book(after: Int! = 3): Book first: Book! people: [Person!] anything: Anything named: [Named!]! words: [String] }`;
const whole = buildSchema(sdl('secret'));
const schema = buildSchema(sdl(''));
const header = 'query ($yes: Boolean! = true, $no: Boolean = false, $after: Int = 3)';

const counter = fc.integer({ min: 0, max: 9_999 });
const condition = fc.constantFrom('', '', '', '', ' @include(if: $no)', ' @skip(if: $yes)', ' @skip(if: $no)', ' @include(if: $yes)');

function selections(type: GraphQLCompositeType, depth: number): fc.Arbitrary<string> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const usable = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
  const one =
    usable.length === 0
      ? fc.constant('__typename')
      : fc.constantFrom(...usable).chain((field) => {
          const named = getNamedType(field.type);
          const body = isCompositeType(named) ? selections(named, depth - 1).map((inner) => ` { ${inner} }`) : fc.constant('');
          const given = field.args.length > 0 ? '(after: $after)' : '';
          return fc.tuple(counter, condition, body).map(([n, when, inner]) => `${field.name}${n}: ${field.name}${given}${when}${inner}`);
        });
  const typed = isAbstractType(type)
    ? fc
        .constantFrom(...schema.getPossibleTypes(type))
        .chain((object) =>
          fc.tuple(condition, selections(object, depth - 1)).map(([when, body]) => `... on ${object.name}${when} { ${body} }`),
        )
    : fc.constant('');
  return fc
    .tuple(fc.array(one, { minLength: 1, maxLength: 4 }), typed, fc.boolean())
    .map(([own, more, bare]) => [bare ? '__typename' : '', ...own, more].join(' '));
}

/** More of them find more: `ORACLE_RUNS=5000` on an idle machine. */
const runs = Number(process.env['ORACLE_RUNS'] ?? 200);
const lost = () => new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable);
const flaws = [
  null,
  undefined,
  7,
  'text',
  true,
  [],
  {},
  [null],
  new Error('a bug'),
  lost(),
  new KnownError('NOT_FOUND', sentences.notFound, ['below', 1]),
];

/** Data as subgraphs would send it for the operation, spoilt here and there. */
class Subgraphs {
  constructor(
    private readonly draw: (most: number) => number,
    private readonly oneIn: number,
  ) {}

  value(type: GraphQLOutputType, body: string | undefined): unknown {
    if (this.draw(this.oneIn) === 0) return flaws[this.draw(flaws.length)];
    if (isNonNullType(type)) return this.value(type.ofType, body);
    if (isListType(type)) return Array.from({ length: this.draw(4) }, () => this.value(type.ofType, body));
    if (isCompositeType(type)) return this.object(type);
    if (isEnumType(type)) return ['NOVEL', 'ESSAY', 'NOVEL', 'SECRET', 'NOBODY'][this.draw(5)];
    return { ID: '7', Int: 7, Float: 0.5, String: 'text', Boolean: true, Day: '2026-11-23' }[type.name];
  }

  /** Answers whatever key is asked for by the field that its name begins with. */
  object(type: GraphQLCompositeType): Record<string, unknown> {
    const types = isAbstractType(type) ? [...whole.getPossibleTypes(type), { name: 'Nobody' }] : [type];
    const name = types[this.draw(types.length)]?.name ?? '';
    const made: Record<string, unknown> = { __typename: name };
    const actual = whole.getType(name);
    if (!isObjectType(actual)) return made;
    const fields = actual.getFields();
    for (const key of keys) {
      const field = fields[key.replace(/\d+$/, '')];
      if (field && this.depth < 4) {
        this.depth += 1;
        made[key] = this.value(field.type, undefined);
        this.depth -= 1;
      }
    }
    return made;
  }

  private depth = 0;
}
let keys: readonly string[] = [];

const told = ({ data, errors, objects }: Shaped) => ({
  data,
  objects,
  errors: errors.map((error) => ({ path: error.path, locations: error.locations, code: codeOf(error) })),
});
function codeOf(error: unknown): string {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError;
  return origin instanceof KnownError ? origin.code : 'INTERNAL';
}

function completionOf(query: string, data: Record<string, unknown>, variables: Record<string, unknown> = {}): Completion {
  const document = parse(query);
  const { coerced = {} } = getVariableValues(
    schema,
    (document.definitions[0] as OperationDefinitionNode).variableDefinitions ?? [],
    variables,
  );
  return { schema, whole, document, operationName: undefined, coerced, data };
}

describe('the shape of an answer', () => {
  test('is what the GraphQL library makes of the same data, whatever was asked, lost or spoilt', () => {
    let withErrors = 0;
    fc.assert(
      fc.property(
        selections(schema.getQueryType() as GraphQLCompositeType, 4),
        fc.record({ yes: fc.boolean(), no: fc.constantFrom(true, false), after: fc.constantFrom(3, null) }),
        fc.infiniteStream(fc.nat()),
        fc.constantFrom(6, 20, 1_000),
        (body, variables, numbers, oneIn) => {
          const query = `${header} { uses: book(after: $after) { id @include(if: $yes) name @skip(if: $no) } ${body} }`;
          fc.pre(validate(schema, parse(query)).length === 0);
          keys = [...new Set([...query.matchAll(/([a-z]+\d*): /g)].map(([, key]) => key ?? ''))];
          const subgraphs = new Subgraphs((most) => Number(numbers.next().value) % most, oneIn);
          const data = subgraphs.object(schema.getQueryType() as GraphQLCompositeType);
          const completion = completionOf(query, data, variables);
          const [ours, theirs] = [told(complete(completion)), told(shapedByLibrary(completion))];
          withErrors += theirs.errors.length > 0 ? 1 : 0;
          expect(ours).toEqual(theirs);
          // What was worked out serves the next request, and no other combination of switches.
          const flipped = { ...completion, coerced: { ...completion.coerced, yes: !variables.yes, no: !variables.no } };
          expect(told(complete(flipped))).toEqual(told(shapedByLibrary(flipped)));
          expect(told(complete(completion))).toEqual(theirs);
        },
      ),
      { numRuns: runs },
    );
    expect(withErrors).toBeGreaterThan(runs / 6);
  });
});
