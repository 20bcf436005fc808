import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Chance } from './chance.ts';

export interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const declared = {
  n: 'Int',
  many: '[Int!]',
  day: 'Day = "today"',
  yes: 'Boolean! = true',
  no: 'Boolean = false',
  given: 'Int = 5',
};

/** The variables that a text uses. */
function headerOf(text: string): string {
  const used = Object.entries(declared).filter(([name]) => new RegExp(`\\$${name}\\b`).test(text));
  return used.length > 0 ? ` (${used.map(([name, type]) => `$${name}: ${type}`).join(', ')})` : '';
}

/** An operation over the schema, with fragments, aliases, conditions and variables. Not each is valid: fields may not fit together. */
export function randomOperation(schema: GraphQLSchema, chance: Chance): Asked {
  const kind = chance.oneIn(6) ? 'mutation' : 'query';
  const root = (kind === 'mutation' ? schema.getMutationType() : schema.getQueryType()) as GraphQLCompositeType;
  const fragments: string[] = [];
  const body = selections(schema, chance, root, 4, fragments);
  const variables: Record<string, unknown> = {};
  if (!chance.oneIn(3)) variables['n'] = chance.pick([1, 2, null]);
  if (!chance.oneIn(2)) variables['many'] = chance.pick([[1, 2], null, 3]);
  if (chance.oneIn(4)) variables['given'] = chance.pick([null, 9]);
  if (chance.oneIn(4)) variables['no'] = chance.pick([true, false, null]);
  if (chance.oneIn(4)) variables['yes'] = chance.oneIn(2);
  const text = `{ used: __typename @skip(if: $no) @include(if: $yes) ${body} }\n${fragments.join('\n')}`;
  return { query: `${kind}${headerOf(text)} ${text}`, variables };
}

function condition(chance: Chance): string {
  if (!chance.oneIn(6)) return '';
  return chance.pick([
    ' @include(if: $no)',
    ' @skip(if: $yes)',
    ' @skip(if: $no)',
    ' @include(if: $yes)',
    ' @skip(if: true)',
    ' @include(if: true)',
  ]);
}

function selections(schema: GraphQLSchema, chance: Chance, type: GraphQLCompositeType, depth: number, fragments: string[]): string {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const usable = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
  const written = [chance.oneIn(3) || usable.length === 0 ? '__typename' : ''];
  const count = 1 + chance.below(4);
  for (let n = 0; n < count && usable.length > 0; n += 1) {
    const field = chance.pick(usable);
    const named = getNamedType(field.type);
    const alias = chance.oneIn(3) ? `${field.name}${chance.below(3)}: ` : '';
    const given = field.args.flatMap(({ name }) => (chance.oneIn(2) ? [] : [`${name}: ${argument(name, chance)}`]));
    const below = isCompositeType(named) ? ` { ${selections(schema, chance, named, depth - 1, fragments)} }` : '';
    written.push(`${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${condition(chance)}${below}`);
  }
  const parts = isAbstractType(type) ? schema.getPossibleTypes(type) : chance.oneIn(4) && isObjectType(type) ? [type] : [];
  for (const object of parts) {
    if (chance.oneIn(2) || depth < 0) continue;
    const body = selections(schema, chance, object, depth - 1, fragments);
    if (chance.oneIn(3)) {
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${object.name} { ${body} }`);
      written.push(`...${name}${condition(chance)}`);
    } else written.push(`... on ${object.name}${condition(chance)} { ${body} }`);
  }
  return written.join(' ');
}

function argument(name: string, chance: Chance): string {
  if (name === 'many') return chance.pick(['[1, $given]', '$many', '[]', '7']);
  if (name === 'day') return chance.pick(['$day', '"tomorrow"', 'null']);
  return chance.pick(['1', '2', '$given', name === 'n' ? '$n' : '4', '$given']);
}
