import {
  buildSchema,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { Chance, seedOf } from './chance.ts';

const leaves = ['ID', 'String', 'Int', 'Float', 'Boolean', 'Day', 'Kind'];
const objects = ['A', 'B', 'C', 'D'];
const composites = [...objects, 'Named', 'Aged', 'Anything'];

/** A schema of some objects, two interfaces, a union and a scalar of its own, whose fields are read or resolved in every way there is. */
export function randomSchema(seed: number): GraphQLSchema {
  const chance = new Chance(seed);
  const wrapped = (name: string): string => {
    const inner = chance.oneIn(3) ? `${name}!` : name;
    if (chance.oneIn(3)) return `[${chance.oneIn(5) ? `[${inner}]` : inner}]${chance.oneIn(4) ? '!' : ''}`;
    return inner;
  };
  const fields = (owner: string) =>
    [
      ...leaves.map((leaf, n) => `leaf${n}: ${wrapped(leaf)}`),
      ...composites.map((name, n) => `to${n}${chance.oneIn(3) ? '(n: Int = 3, day: Day, many: [Int!])' : ''}: ${wrapped(name)}`),
      owner === 'Query' ? 'given(n: Int! = 2): Int' : 'given(n: Int! = 2): Int!',
    ].join(' ');
  const object = (name: string) => `type ${name} implements Named & Aged { name: String! age(since: Int = 1): Int ${fields(name)} }`;
  const schema = buildSchema(`
    scalar Day
    enum Kind { SMALL LARGE }
    interface Named { name: String! }
    interface Aged { age(since: Int = 1): Int }
    union Anything = ${objects.join(' | ')}
    ${objects.map(object).join('\n')}
    type Query { ${fields('Query')} }
    type Mutation { ${fields('Mutation')} }`);
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type) && !type.name.startsWith('__')) equip(schema, type, chance);
  const day = schema.getType('Day') as unknown as { serialize(value: unknown): unknown };
  day.serialize = (value) => {
    if (value === 'never') throw new GraphQLError('never is no day');
    return value === 'nothing' ? null : `day ${String(value)}`;
  };
  return schema;
}

/** Gives some fields a resolver; what the others are read from is made by `thing`. Values depend on nothing but where they stand. */
function equip(schema: GraphQLSchema, type: GraphQLObjectType, chance: Chance): void {
  const isRoot = type.name === 'Query' || type.name === 'Mutation';
  for (const field of Object.values(type.getFields())) {
    if (!isRoot && chance.oneIn(2)) continue;
    field.resolve = (source, given, _context, { path, fieldName, variableValues }) => {
      const story = `${(source as Thing | undefined)?.story ?? path.key}.${fieldName}${JSON.stringify(given)}${JSON.stringify(variableValues['n'])}`;
      return behaviour(schema, story, field.type);
    };
  }
  if (!isRoot && chance.oneIn(3)) {
    const isAsync = chance.oneIn(2);
    type.isTypeOf = (value) => {
      const truth = (value as Thing).kind === type.name;
      return isAsync ? Promise.resolve(truth) : truth;
    };
  }
}

interface Thing {
  readonly story: string;
  readonly kind: string;
  readonly __typename?: unknown;
}

/** What a resolver may do: give a value or a promise of one, give nothing, fail now or later, give an error. */
function behaviour(schema: GraphQLSchema, story: string, type: GraphQLOutputType): unknown {
  const chance = new Chance(seedOf(story));
  const value = () => valueFor(schema, story, type, chance);
  switch (chance.below(24)) {
    case 0:
      return null;
    case 1:
      return undefined;
    case 2:
      throw new Error(`failed at ${story}`);
    case 3:
      return rejected(new Error(`failed later at ${story}`));
    case 4:
      return new Error(`an error as a value at ${story}`);
    case 5:
      return Promise.resolve(null);
    case 6:
      throw `no error at all at ${story}`;
    case 7:
    case 8:
    case 9:
    case 10:
      return later(chance.below(4), value());
    default:
      return value();
  }
}

/** Also where a message looks at it, and nobody waits for it. */
function rejected(error: Error): Promise<never> {
  const promise = Promise.reject(error);
  promise.catch(() => undefined);
  return promise;
}

async function later(ticks: number, value: unknown): Promise<unknown> {
  for (let tick = 0; tick < ticks; tick += 1) await undefined;
  return value;
}

function valueFor(schema: GraphQLSchema, story: string, outer: GraphQLOutputType, chance: Chance): unknown {
  const type = getNullableType(outer);
  if (isListType(type)) {
    if (chance.oneIn(15)) return chance.pick(['no list', 7, {}]);
    const items = chance.times(4, (index) => itemOf(schema, `${story}[${index}]`, type.ofType));
    return chance.oneIn(6) ? new Set(items) : items;
  }
  if (isEnumType(type)) return chance.pick(['SMALL', 'LARGE', 'SMALL', 'NEITHER']);
  if (isLeafType(type)) return leafValue(type.name, chance);
  return thing(schema, story, isObjectType(type) ? type.name : chance.pick(objects), chance);
}

/** An item of a list cannot throw by itself. */
function itemOf(schema: GraphQLSchema, story: string, type: GraphQLOutputType): unknown {
  try {
    return behaviour(schema, story, type);
  } catch (error) {
    return error;
  }
}

function leafValue(name: string, chance: Chance): unknown {
  const values: Record<string, readonly unknown[]> = {
    ID: ['id', 7, 'id', { toJSON: () => 'id by itself' }, 0.5],
    String: ['text', '', 'text', 7, true, {}],
    Int: [7, -1, 0, 2 ** 31, '12', true, 0.5, Number.NaN],
    Float: [0.5, 7, '1.5', Number.POSITIVE_INFINITY, 'text'],
    Boolean: [true, false, 1, 'yes'],
    Day: ['today', new Date(0), 'never', 'nothing', 5],
  };
  const of = values[name] ?? [];
  return chance.oneIn(3) ? chance.pick(of) : of[0];
}

function thing(schema: GraphQLSchema, story: string, kind: string, chance: Chance): object {
  const object: Record<string, unknown> = { story, kind: chance.oneIn(20) ? 'nothing known' : kind };
  if (!chance.oneIn(6)) object['__typename'] = chance.oneIn(15) ? chance.pick<unknown>(['Nobody', 'Kind', 'Query', 7]) : kind;
  const type = schema.getType(kind);
  if (!isObjectType(type)) return object;
  for (const field of Object.values(type.getFields())) {
    if (field.resolve) continue;
    const own = `${story}.${field.name}`;
    if (chance.oneIn(4)) object[field.name] = (given: object) => behaviour(schema, own + JSON.stringify(given), field.type);
    else Object.defineProperty(object, field.name, { enumerable: true, get: () => behaviour(schema, own, field.type) });
  }
  return object;
}
