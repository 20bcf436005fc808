import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import type { Dice } from './dice.ts';

/** A document and the values that go with it. */
export interface Asked {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

/** Makes up an operation; now and then one that is not valid, as two fields under one name may not be the same. */
export function randomDocument(schema: GraphQLSchema, dice: Dice): Asked {
  const mutation = schema.getMutationType();
  const isMutation = mutation && dice.chance(15);
  const root = isMutation ? mutation : schema.getQueryType();
  if (!root) throw new Error('the schema has no queries');
  const made = new Making(schema, dice);
  const body = made.root(root);
  const { header, fragments, variables } = made.rest();
  return { document: `${isMutation ? 'mutation' : 'query'}${header} { ${body} }${fragments}`, variables };
}

class Making {
  private readonly definitions: string[] = [];
  private readonly fragments: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private count = 0;
  private spent = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
  ) {}

  root(type: GraphQLObjectType): string {
    const { dice } = this;
    const depth = dice.between(2, 5);
    const fields = Object.values(type.getFields());
    const chosen = Array.from({ length: dice.between(1, 3) }, () => this.selection(dice.pick(fields), depth));
    if (dice.chance(25)) chosen.push(`... on ${type.name}${this.condition()} { ${this.selection(dice.pick(fields), depth)} }`);
    if (dice.chance(20)) chosen.push('__typename');
    return chosen.join(' ');
  }

  rest(): { header: string; fragments: string; variables: Record<string, unknown> } {
    const header = this.definitions.length > 0 ? ` (${this.definitions.join(', ')})` : '';
    return { header, fragments: this.fragments.map((text) => ` ${text}`).join(''), variables: this.variables };
  }

  private selections(type: GraphQLCompositeType, depth: number): string {
    const { dice, schema } = this;
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const usable = depth > 0 && this.spent < 60 ? fields : leaves;
    // One field without a condition: of a thing whose every field excludes itself the planner asks nothing (see the README).
    const parts = [leaves.length > 0 && dice.chance(80) ? this.plain(dice.pick(leaves)) : `${this.alias('__typename')}__typename`];
    for (let index = dice.between(0, 4); index > 0 && usable.length > 0; index -= 1) parts.push(this.selection(dice.pick(usable), depth));
    for (let index = depth < 1 ? 0 : dice.between(0, isAbstractType(type) ? 3 : 1); index > 0; index -= 1)
      parts.push(this.fragment(type, depth));
    if (dice.chance(25)) parts.push('__typename');
    // The same once more, with other parts perhaps: both belong into the answer, once.
    if (parts.length > 1 && dice.chance(15)) parts.push(dice.pick(parts));
    if (depth > 0 && isAbstractType(type) && dice.chance(50)) {
      for (const one of dice.some(schema.getPossibleTypes(type))) parts.push(`... on ${one.name} { ${this.selections(one, depth - 1)} }`);
    }
    return parts.join(' ');
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const { dice, schema } = this;
    const overlapping = Object.values(schema.getTypeMap()).filter(
      (one): one is GraphQLCompositeType => isCompositeType(one) && this.possible(one).some((name) => this.possible(type).includes(name)),
    );
    const target = dice.chance(30) ? type : dice.pick(overlapping);
    const body = this.selections(target, depth - 1);
    if (dice.chance(70)) return `...${target === type && dice.chance(50) ? '' : ` on ${target.name}`}${this.condition()} { ${body} }`;
    const name = `Part${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${target.name} { ${body} }`);
    return `...${name}${this.condition()}`;
  }

  private possible(type: GraphQLCompositeType): string[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
  }

  private plain(field: GraphQLField<unknown, unknown>): string {
    return `${this.alias(field.name)}${field.name}${this.given(field.args)}`;
  }

  private selection(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.spent += 1;
    const type = getNamedType(field.type);
    const body = isCompositeType(type) ? ` { ${this.selections(type, depth - 1)} }` : '';
    return `${this.plain(field)}${this.condition()}${body}`;
  }

  /** Mostly none, or a name of its own; now and then the name of another field, which must not be taken for that field. */
  private alias(name: string): string {
    const { dice } = this;
    if (dice.chance(45)) return '';
    if (dice.chance(70)) return `a${this.count++}: `;
    return `${dice.pick(['id', 'code', 'ref', 'size', 'f0', 'f1', 'r0', 'v0', 'v1', 'x0', 'asked_id', 'asked_f0', name])}: `;
  }

  private condition(): string {
    const { dice } = this;
    if (dice.chance(75)) return '';
    const one = () =>
      `@${dice.pick(['skip', 'include'])}(if: ${dice.chance(20) ? dice.chance(50) : this.variable('Boolean!', () => dice.chance(60))})`;
    return ` ${one()}`;
  }

  private given(args: readonly GraphQLArgument[]): string {
    const given = args.flatMap((argument) => {
      if (this.dice.chance(35) && !(isNonNullType(argument.type) && argument.defaultValue === undefined)) return [];
      return [`${argument.name}: ${this.argumentValue(String(argument.type))}`];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private argumentValue(type: string): string {
    return this.dice.chance(50) ? this.variable(type, () => this.value(type)) : literal(this.value(type), type);
  }

  /** A variable of a type, with a value, a default, both or neither where it may be missing. */
  private variable(type: string, value: () => unknown): string {
    const { dice } = this;
    const name = `n${this.count++}`;
    const hasDefault = dice.chance(40);
    const initial = value();
    const fallback = hasDefault && initial !== null ? ` = ${literal(initial, type)}` : '';
    if (dice.chance(60) || (type.endsWith('!') && fallback === '')) this.variables[name] = value();
    this.definitions.push(`$${name}: ${type}${fallback}`);
    return `$${name}`;
  }

  private value(type: string): unknown {
    const { dice } = this;
    if (!type.endsWith('!') && dice.chance(10)) return null;
    const bare = type.replace(/!$/, '');
    if (bare.startsWith('[')) return Array.from({ length: dice.upTo(3) }, () => this.value(bare.slice(1, -1)));
    if (bare === 'Int') return dice.upTo(9);
    if (bare === 'String') return dice.pick(['', 'word', 'quote " and \\ and é']);
    if (bare === 'Level') return dice.pick(['LOW', 'HIGH']);
    if (bare !== 'Filter') throw new Error(`no values of ${bare}`);
    return {
      ...(dice.chance(40) && { n: this.value('Int') }),
      ...(dice.chance(40) && { level: this.value('Level') }),
      ...(dice.chance(30) && { words: this.value('[String]') }),
      ...(dice.chance(20) && { deeper: this.value('Filter') }),
    };
  }
}

function literal(value: unknown, type: string): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, type.replace(/^\[|\]!?$/g, ''))).join(', ')}]`;
  if (typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([name, held]) => `${name}: ${literal(held, name === 'level' ? 'Level' : '')}`)
      .join(', ')} }`;
  return type.startsWith('Level') ? String(value) : JSON.stringify(value);
}
