import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { assumed } from './formula.ts';

/** How much a valid operation asks for, before anybody is asked. */
export interface OperationSize {
  readonly rootFields: number;
  readonly changes: number;
  readonly objects: number;
  readonly schemas: number;
  readonly schemaTypes: number;
  /** How many objects may stand at a place of the answer, e.g. at `books.@.author`. */
  readonly objectsAt: ReadonlyMap<string, number>;
}

type Variables = Readonly<Record<string, unknown>>;

interface Part {
  readonly type: GraphQLNamedType | undefined;
  readonly field: FieldNode;
}

/**
 * Sizes an operation by its own selections, with every fragment at each place where it is spread. Fields of one name at one place
 * are one field, as they will be in the answer.
 *
 * @param variables coerced, with defaults
 */
export function sizeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): OperationSize {
  const sizing = new Sizing(schema, fragments, variables);
  const root = sizing.collect([{ type: schema.getRootType(operation.operation) ?? undefined, selectionSet: operation.selectionSet }]);
  const asking = (name: string) => [...root].filter(([, [part]]) => part?.field.name.value === name).map(([key]) => key);
  const [schemas, schemaTypes] = [asking('__schema'), asking('__type')];
  const selfDescriptions = new Set([...schemas, ...schemaTypes]);
  for (const [key, parts] of root) {
    if (selfDescriptions.has(key)) sizing.readConditions(parts);
    else sizing.addField(key, parts, 1, undefined);
  }
  const fields = root.size - selfDescriptions.size;
  const isMutation = operation.operation === 'mutation';
  return {
    rootFields: isMutation ? 0 : fields,
    changes: isMutation ? fields : 0,
    objects: sizing.objects,
    schemas: schemas.length,
    schemaTypes: schemaTypes.length,
    objectsAt: sizing.objectsAt,
  };
}

class Sizing {
  objects = 0;
  readonly objectsAt = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Variables,
  ) {}

  /** The fields of some selections by the name they answer under. What is left out by a condition is not asked for. */
  collect(
    selections: readonly { readonly type: GraphQLNamedType | undefined; readonly selectionSet: SelectionSetNode }[],
    into = new Map<string, Part[]>(),
  ): Map<string, Part[]> {
    for (const { type, selectionSet } of selections) {
      for (const selection of selectionSet.selections) {
        if (getDirectiveValues(GraphQLSkipDirective, selection, this.variables)?.['if'] === true) continue;
        if (getDirectiveValues(GraphQLIncludeDirective, selection, this.variables)?.['if'] === false) continue;
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value;
          into.set(key, [...(into.get(key) ?? []), { type, field: selection }]);
          continue;
        }
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        if (!fragment) continue;
        const narrowed = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : type;
        this.collect([{ type: narrowed, selectionSet: fragment.selectionSet }], into);
      }
    }
    return into;
  }

  /** What the schema says of itself is not counted, but its conditions have to be met or unmet like any others. */
  readConditions(parts: readonly Part[]): void {
    const inner = parts.flatMap(({ field: { selectionSet } }) => (selectionSet ? [{ type: undefined, selectionSet }] : []));
    if (inner.length > 0) for (const below of this.collect(inner).values()) this.readConditions(below);
  }

  /**
   * @param times how many objects hold the field
   * @param page items of the page that the holding object is, if it is one
   */
  addField(path: string, parts: readonly Part[], times: number, page: number | undefined): void {
    const looks = parts.map((part) => this.look(part, page));
    const items = Math.max(0, ...looks.map((look) => look.items));
    const inner = looks.flatMap(({ type, selectionSet }) => (selectionSet ? [{ type, selectionSet }] : []));
    if (inner.length === 0) return;
    const count = Math.min(times * items, Number.MAX_SAFE_INTEGER);
    this.objects = Math.min(this.objects + count, Number.MAX_SAFE_INTEGER);
    const place = looks[0]?.depth ? `${path}${'.@'.repeat(looks[0].depth)}` : path;
    this.objectsAt.set(place, count);
    const nextPage = looks.find((look) => look.page !== undefined && look.depth === 0)?.page;
    for (const [key, below] of this.collect(inner)) this.addField(`${place}.${key}`, below, count, nextPage);
  }

  private look({ type, field }: Part, page: number | undefined) {
    const name = field.name.value;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!definition) return { items: 1, depth: 0, type: undefined, selectionSet: undefined, page: undefined };
    const isPaged = definition.args.some((argument) => argument.name === 'first' || argument.name === 'last');
    const asked = isPaged ? pageSize(this.argumentsOf(definition, field)) : undefined;
    const depth = listDepth(definition.type);
    const ofAPage = name === 'edges' || name === 'nodes' ? page : undefined;
    const items = depth === 0 ? 1 : (asked ?? ofAPage ?? assumed.itemsOfAList) * assumed.itemsOfAList ** (depth - 1);
    const led = getNamedType(definition.type);
    return { items, depth, type: led, selectionSet: isCompositeType(led) ? field.selectionSet : undefined, page: asked };
  }

  private argumentsOf(definition: Parameters<typeof getArgumentValues>[0], field: FieldNode): Variables {
    try {
      return getArgumentValues(definition, field, this.variables);
    } catch (error) {
      // A variable that is null where the field wants a value: the subgraph will say so.
      if (error instanceof GraphQLError) return {};
      throw error;
    }
  }
}

function pageSize({ first, last }: Variables): number {
  const sizes = [first, last].filter((size): size is number => typeof size === 'number');
  return sizes.length > 0 ? Math.max(0, ...sizes) : assumed.itemsOfAPage;
}

function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}
