import type { FetchNode } from '@apollo/query-planner';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type FetchDocument, fetchDocument } from './fetch-document.ts';
import { type Data, readerOf } from './own.ts';
import { onwards } from './solely-brought.ts';

/** What stands at one place. */
export interface Thing {
  readonly number: number;
  /** Reads the id of those that are united; nothing for those that stay as they are. */
  readonly id: ((object: Data) => unknown) | undefined;
  /** Whether one fetch alone brings them. */
  readonly isSole: boolean;
  /** What they hold, by name. */
  readonly held: ReadonlyMap<string, Thing>;
  /** Those of it that are united, or hold such. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly key: string;
  readonly read: (object: Data) => unknown;
  readonly thing: Thing;
}

interface Selected {
  readonly type: GraphQLNamedType | undefined;
  readonly set: SelectionSetNode;
}

/**
 * What a fetch brings, as a tree of things.
 *
 * @param way to the objects that the fetch is about
 * @param sole ways to objects that one fetch alone brings: what two bring might be equal now and differ later
 */
export function thingsOf(schema: GraphQLSchema, fetch: FetchNode, way: string, sole: ReadonlySet<string>): Thing {
  const document = fetchDocument(fetch);
  const root = fetch.requires ? undefined : (schema.getRootType(document.operation.operation) ?? undefined);
  return new Reading(schema, document, sole).thingAt([{ type: root, set: document.selections }], way);
}

class Reading {
  private things = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: FetchDocument,
    private readonly sole: ReadonlySet<string>,
  ) {}

  thingAt(selected: readonly Selected[], way: string): Thing {
    let id: string | undefined;
    const below = new Map<string, Selected[]>();
    const collect = ({ type, set }: Selected): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value;
          const fieldType = typeOfField(type, selection.name.value);
          if (selection.selectionSet) below.set(key, [...(below.get(key) ?? []), { type: fieldType, set: selection.selectionSet }]);
          else if (fieldType?.name === 'ID') id ??= key;
          continue;
        }
        const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.document.fragments.get(selection.name.value);
        const condition = part?.typeCondition?.name.value;
        if (part) collect({ type: condition === undefined ? type : this.schema.getType(condition), set: part.selectionSet });
      }
    };
    for (const one of selected) collect(one);
    const held = new Map([...below].map(([key, ones]) => [key, this.thingAt(ones, onwards(way, key))]));
    const parts = [...held].flatMap(([key, thing]) => (thing.id || thing.parts.length > 0 ? [{ key, read: readerOf(key), thing }] : []));
    const isSole = this.sole.has(way);
    this.things += 1;
    return { number: this.things, id: isSole && id !== undefined ? readerOf(id) : undefined, isSole, held, parts };
  }
}

function typeOfField(type: GraphQLNamedType | undefined, name: string): GraphQLNamedType | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const field = type.getFields()[name];
  return field && getNamedType(field.type);
}
