/** A whole graph that was made up, before and after it is cut into subgraphs. */
export interface World {
  readonly seed: number;
  readonly subgraphs: readonly string[];
  readonly types: Map<string, TypeModel>;
  /** Values of the enum that answers hold, by subgraph. */
  readonly tones: ReadonlyMap<string, readonly string[]>;
  /** Values of the enum that questions hold, by subgraph. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
  /** How often out of a hundred times a field fails that may. */
  failures: number;
}

export interface TypeModel {
  readonly name: string;
  readonly kind: 'root' | 'entity' | 'value' | 'interface' | 'union';
  /** Subgraphs that know it. */
  readonly homes: string[];
  readonly fields: FieldModel[];
  /** Of an entity or an entity interface: its keys in each subgraph. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Of an interface or union: the types that each subgraph knows of it. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** The subgraph that knows of an interface only that it is a thing, as `@interfaceObject`. */
  readonly objectIn?: string;
}

export type Wrap = 'one' | 'list' | 'lists';

export interface FieldModel {
  readonly name: string;
  readonly type: string;
  readonly wrap: Wrap;
  /** Never null as a whole; its items never null. */
  readonly required: boolean;
  readonly itemsRequired: boolean;
  readonly args: readonly string[];
  /** Subgraphs that answer it. */
  readonly homes: string[];
  readonly externalIn: Set<string>;
  /** What it is worked out from, each a field of the same thing. */
  requires?: readonly Selection[];
  /** The subgraph that still has it, and is no longer asked. */
  movedFrom?: string;
  /** By subgraph, the field of the entity it leads to that is answered with it. */
  readonly provides: Map<string, string>;
  isShared: boolean;
  mayFail: boolean;
  /** Says which thing this is. */
  readonly isKey: boolean;
}

export interface Selection {
  readonly name: string;
  readonly selections: readonly Selection[];
}

export const leafTypes = ['String', 'Int', 'Float', 'Boolean', 'ID', 'Tone'];
export const isLeaf = (type: string) => leafTypes.includes(type);

export function typeOf(world: World, name: string): TypeModel {
  const type = world.types.get(name);
  if (!type) throw new Error(`no type ${name}`);
  return type;
}

/** A field of a type, or of an entity interface that it belongs to. */
export function fieldOf(world: World, typeName: string, name: string): FieldModel {
  const own = typeOf(world, typeName).fields.find((field) => field.name === name);
  if (own) return own;
  for (const type of world.types.values()) {
    const found = type.objectIn !== undefined && type.fields.find((field) => field.name === name);
    if (found && [...type.members.values()].flat().includes(typeName)) return found;
  }
  throw new Error(`no field ${typeName}.${name}`);
}

export function isRequiredAnywhere({ required, itemsRequired }: FieldModel): boolean {
  return required || itemsRequired;
}

export function textOf(selections: readonly Selection[]): string {
  return selections.map(({ name, selections: below }) => (below.length > 0 ? `${name} { ${textOf(below)} }` : name)).join(' ');
}
