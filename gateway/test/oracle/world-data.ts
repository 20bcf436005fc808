import { GraphQLError } from 'graphql';
import { anyCode } from './comparison.ts';
import { hashOf } from './dice.ts';
import { type FieldModel, fieldOf, isLeaf, type Selection, typeOf, type World } from './world.ts';

/** A thing as resolvers hand it on. Which one it is follows from its name, what it holds from chance that always falls alike. */
export interface Node {
  readonly __typename: string;
  /** `E0:2` for the second E0; for a value the thing and the field it stands in. */
  readonly id: string;
  /** What a subgraph was told of it by the gateway. */
  readonly told?: Readonly<Record<string, unknown>>;
}

type Arguments = Readonly<Record<string, unknown>>;
const thingsOfAType = 3;
const codes = ['FORBIDDEN', 'CONFLICT', 'NOT_FOUND'];

/** What a field holds, for a server without borders. */
export function wholeValue(world: World, node: Node, fieldName: string, args: Arguments): unknown {
  const field = fieldOf(world, node.__typename, fieldName);
  if (!field.requires) return heldBy(world, field, node, args);
  return workedOut(world, field, node, inputs(world, node, field.requires), args);
}

/** What a field holds, for one subgraph that knows of other fields only what it is told. */
export function partValue(world: World, home: string, typeName: string, node: Node, fieldName: string, args: Arguments): unknown {
  const model = typeOf(world, typeName);
  const field = model.fields.find(({ name }) => name === fieldName) ?? fieldOf(world, node.__typename, fieldName);
  if (field.movedFrom === home) throw new Error(`${typeName}.${fieldName} moved away from ${home}`);
  if (!field.requires) return heldBy(world, field, node, args);
  if (!node.told) throw new Error(`${typeName}.${fieldName} was asked without what it requires`);
  return workedOut(world, field, node, pick(node.told, field.requires), args);
}

/** The thing that a representation names. */
export function thingFor(world: World, reference: Readonly<Record<string, unknown>>): Node | null {
  const ref = reference['ref'] as { code?: string } | undefined;
  const key = String(reference['id'] ?? reference['code'] ?? ref?.code).replace(/^c-/, '');
  const [type = '', number = ''] = key.split('-');
  if (!world.types.has(type) || !(Number(number) < thingsOfAType)) throw new Error(`nothing is called ${JSON.stringify(reference)}`);
  return { __typename: type, id: `${type}:${number}`, told: reference };
}

function heldBy(world: World, field: FieldModel, node: Node, args: Arguments): unknown {
  const name = `${node.id}.${field.name}${Object.keys(args).length > 0 ? sorted(args) : ''}`;
  if (field.isKey) return keyValue(field, node, name);
  const fate = hashOf(`${world.seed} fate ${name}`) % 100;
  if (field.mayFail && fate < world.failures) return refusal(name);
  if (!field.required && fate > 88) return null;
  if (field.wrap === 'one') return itemOf(world, field, name);
  const list = (at: string, item: (at: string) => unknown) =>
    Array.from({ length: hashOf(`${world.seed} ${at}`) % 4 }, (_, index) => item(`${at}/${index}`));
  const item = (at: string) => {
    const chance = hashOf(`${world.seed} item ${at}`) % 100;
    if (field.mayFail && chance < world.failures) return refusal(at);
    return !field.itemsRequired && chance > 85 ? null : itemOf(world, field, at);
  };
  if (field.wrap === 'list') return list(name, item);
  return list(name, (at) => (hashOf(`${world.seed} row ${at}`) % 10 === 0 ? null : list(at, item)));
}

function itemOf(world: World, field: FieldModel, at: string): unknown {
  const hash = hashOf(`${world.seed} value ${at}`);
  if (isLeaf(field.type)) return leaf(world, field, hash);
  const type = typeOf(world, field.type);
  if (type.kind === 'interface' || type.kind === 'union') {
    // Every subgraph that answers must know the kind; one that knows only the interface may mean any.
    const known = field.homes.map((home) => (type.objectIn === home ? [...type.members.values()].flat() : (type.members.get(home) ?? [])));
    const common = known.reduce((all, some) => all.filter((name) => some.includes(name)));
    const chosen = common[hash % common.length];
    return chosen === undefined ? null : nodeOf(world, chosen, hash >>> 3, at);
  }
  return nodeOf(world, type.name, hash >>> 3, at);
}

function nodeOf(world: World, typeName: string, hash: number, at: string): Node {
  const isEntity = typeOf(world, typeName).kind === 'entity';
  return { __typename: typeName, id: isEntity ? `${typeName}:${hash % thingsOfAType}` : at };
}

function leaf(world: World, { type, homes, externalIn }: FieldModel, hash: number): unknown {
  switch (type) {
    case 'Int':
      return hash % 1_000;
    case 'Float':
      return (hash % 1_000) / 8;
    case 'Boolean':
      return hash % 2 === 0;
    case 'Tone': {
      // Whoever answers it, or provides it, must have a word for it.
      const known = [...homes, ...externalIn].map((home) => world.tones.get(home) ?? []);
      const common = known.reduce((all, some) => all.filter((tone) => some.includes(tone)), ['RED', 'BLUE', 'GREEN']);
      return common[hash % common.length];
    }
    default:
      return `t${hash % 1_000}`;
  }
}

function keyValue(field: FieldModel, node: Node, at: string): unknown {
  const thing = node.id.split('.')[0]?.replace(':', '-');
  if (field.name === 'ref') return { __typename: field.type, id: at };
  return field.name === 'id' ? thing : `c-${thing}`;
}

function workedOut(world: World, field: FieldModel, node: Node, from: unknown, args: Arguments): unknown {
  const name = `${node.id}.${field.name}`;
  if (field.mayFail && hashOf(`${world.seed} fate ${name}`) % 100 < world.failures) return refusal(name);
  return `${field.name} of ${sorted(from)} ${sorted(args)}`;
}

/** As the gateway has to tell them; where one is refused, so is what rests on it. Of several that are, it may tell any. */
function inputs(world: World, node: Node, selections: readonly Selection[]): Record<string, unknown> {
  const refused: GraphQLError[] = [];
  const values = told(world, node, selections, refused);
  const codesOfAll = new Set(refused.map(({ extensions }) => extensions['code']));
  if (codesOfAll.size > 1) throw new GraphQLError('Refused.', { extensions: { code: anyCode } });
  if (refused[0]) throw refused[0];
  return values as Record<string, unknown>;
}

function told(world: World, value: unknown, selections: readonly Selection[], refused: GraphQLError[]): unknown {
  if (value instanceof GraphQLError) refused.push(value);
  if (Array.isArray(value)) return value.map((item) => told(world, item, selections, refused));
  if (value === null || value instanceof GraphQLError || selections.length === 0) return value;
  return Object.fromEntries(
    selections.map(({ name, selections: below }) => [name, told(world, valueOrRefusal(world, value as Node, name), below, refused)]),
  );
}

function valueOrRefusal(world: World, node: Node, name: string): unknown {
  try {
    return wholeValue(world, node, name, {});
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Only what was required, without the key and types that go with it. */
function pick(value: unknown, selections: readonly Selection[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, selections));
  if (value === null || typeof value !== 'object' || selections.length === 0) return value;
  return Object.fromEntries(selections.map(({ name, selections: below }) => [name, pick((value as Arguments)[name], below)]));
}

function refusal(at: string): GraphQLError {
  return new GraphQLError('Refused.', { extensions: { code: codes[hashOf(at) % codes.length] } });
}

/** The same text for the same value, in whichever order its parts came. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  );
}
