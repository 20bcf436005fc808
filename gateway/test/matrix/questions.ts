import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  parse,
  validate,
} from 'graphql';
import { valueFor } from './argument-values.ts';
import type { Declared } from './declared.ts';

/** How a field is come by. */
export type Way = 'root' | 'nested' | 'entity' | 'payload' | 'argument';

/** An operation that asks for one field in one way. */
export interface Question {
  /** `Company.legalName`, or `Query.companies(search:)`. */
  readonly about: string;
  readonly way: Way;
  readonly document: string;
  /** Every place whose rights it falls under: its fields, their types, what they lead to. */
  readonly places: readonly string[];
}

/** A field on the way, and the object it is asked of: an inline fragment names it where the schema leaves several open. */
interface Step {
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}
type Start = 'Query' | 'Mutation' | 'entities';

/** Every field and every argument of a schema, in every way there is; and those that no way leads to. */
export function questionsAbout(
  schema: GraphQLSchema,
  declared: Declared,
): { questions: readonly Question[]; unreachable: readonly string[] } {
  const routes = new Map<Start, ReadonlyMap<string, readonly Step[]>>([
    ['Query', routesFrom(schema, declared, [schema.getQueryType()?.name])],
    ['Mutation', routesFrom(schema, declared, [schema.getMutationType()?.name])],
    ['entities', routesFrom(schema, declared, entitiesOf(schema))],
  ]);
  const questions: Question[] = [];
  const unreachable: string[] = [];
  for (const parent of objectsOf(schema)) {
    for (const field of Object.values(parent.getFields())) {
      if (field.name.startsWith('_')) continue;
      const asked = [...routes].flatMap(([start, known]) => {
        const route = known.get(parent.name);
        return route ? aboutField(schema, start, [...route, { parent, field }]) : [];
      });
      if (asked.length === 0) unreachable.push(`${parent.name}.${field.name}`);
      questions.push(...asked);
    }
  }
  const isValid = ({ document }: Question) => validate(schema, parse(document)).length === 0;
  unreachable.push(...questions.filter((question) => !isValid(question)).map(({ about, document }) => `${about}: ${document}`));
  return { questions, unreachable };
}

function aboutField(schema: GraphQLSchema, start: Start, steps: readonly Step[]): Question[] {
  const last = steps.at(-1) as Step;
  const about = `${last.parent.name}.${last.field.name}`;
  const way = steps.length === 1 && start !== 'entities' ? 'root' : wayFrom[start];
  const ask = (argument?: string) => ({ document: write(start, steps, argument), places: placesOf(schema, steps) });
  const whole: Question = { about, way, ...ask() };
  const isShortest = start === 'Query' || steps.length === 1;
  const optional = isShortest ? last.field.args.filter((arg) => !isRequiredArgument(arg)) : [];
  return [whole, ...optional.map(({ name }): Question => ({ about: `${about}(${name}:)`, way: 'argument', ...ask(name) }))];
}

const wayFrom = { Query: 'nested', Mutation: 'payload', entities: 'entity' } as const;

/** The way to each object type on which least is asked for, so that a rule of its own is what decides; of such ways the shortest. */
function routesFrom(schema: GraphQLSchema, declared: Declared, starts: readonly (string | undefined)[]) {
  const routes = new Map<string, readonly Step[]>();
  const open = starts.flatMap((type) => (type === undefined ? [] : [{ type, steps: [] as readonly Step[], toll: 0 }]));
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const parent = schema.getType(next.type);
    if (routes.has(next.type) || !isObjectType(parent)) continue;
    routes.set(next.type, next.steps);
    for (const field of Object.values(parent.getFields())) {
      if (field.name.startsWith('_')) continue;
      const steps = [...next.steps, { parent, field }];
      const needs = new Set(
        placesOf(schema, steps)
          .flatMap((place) => declared.get(place) ?? [])
          .map((need) => JSON.stringify(need)),
      );
      const toll = needs.size * 100 + steps.length;
      for (const { name } of reachedBy(schema, field)) if (!routes.has(name)) open.push({ type: name, steps, toll });
    }
    open.sort((one, other) => one.toll - other.toll);
  }
  return routes;
}

function entitiesOf(schema: GraphQLSchema): readonly string[] {
  const entity = schema.getType('_Entity');
  return isAbstractType(entity) ? schema.getPossibleTypes(entity).map(({ name }) => name) : [];
}

function reachedBy(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

function write(start: Start, steps: readonly Step[], argument: string | undefined): string {
  let inner = '{ __typename }';
  for (const [index, { parent, field }] of [...steps.entries()].reverse()) {
    const wanted = field.args.filter((arg) => isRequiredArgument(arg) || (index === steps.length - 1 && arg.name === argument));
    const args = wanted.map((arg) => `${arg.name}: ${valueFor(arg, field)}`).join(', ');
    const isLeaf = !isCompositeType(getNamedType(field.type));
    const selection = `${field.name}${args && `(${args})`}${isLeaf ? '' : ` ${inner}`}`;
    const before = steps[index - 1];
    const isOpen = before ? isAbstractType(getNamedType(before.field.type)) : start === 'entities';
    inner = isOpen ? `{ ... on ${parent.name} { ${selection} } }` : `{ ${selection} }`;
  }
  const [first] = steps;
  if (start === 'entities') return `{ _entities(representations: [${entityLiteral(first?.parent.name ?? '')}]) ${inner} }`;
  return start === 'Mutation' ? `mutation ${inner}` : inner;
}

function entityLiteral(type: string): string {
  return `{ __typename: "${type}", id: ${valueFor({ name: `${type}Id` })} }`;
}

function placesOf(schema: GraphQLSchema, steps: readonly Step[]): string[] {
  return steps.flatMap(({ parent, field }) => [
    parent.name,
    `${parent.name}.${field.name}`,
    getNamedType(field.type).name,
    ...reachedBy(schema, field).map(({ name }) => name),
  ]);
}

function objectsOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_'));
}
