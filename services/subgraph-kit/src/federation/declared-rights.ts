import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  separateOperations,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What a field needs of whoever asks for it: to be signed in, and where scopes are named, one group of them as a whole. */
export interface Demand {
  readonly coordinate: string;
  readonly scopes?: readonly (readonly string[])[];
}

type Needs = Omit<Demand, 'coordinate'>;

/** Who asks, as far as declared rights look at them. */
export interface Asker {
  readonly isAnonymous: boolean;
  can(scope: string): boolean;
}

/**
 * The rights that a subgraph's own schema declares, held where its fields are: whatever the gateway lets through, by mistake or in
 * other hands. Reads the directives that are committed and composed, so there is no second list of rules.
 */
export class DeclaredRights {
  // By document: the gateway sends the same ones again and again.
  private readonly known = new WeakMap<DocumentNode, Map<string, readonly Demand[]>>();
  private readonly needs: ReadonlyMap<string, readonly Needs[]>;

  constructor(private readonly schema: GraphQLSchema) {
    this.needs = needsOf(schema);
  }

  /** What somebody lacks for one operation of a valid document; entities are held to the same as roots. */
  unmet(document: DocumentNode, operationName: string | undefined, asker: Asker): readonly Demand[] {
    return this.demands(document, operationName ?? '').filter((demand) => !isMet(demand, asker));
  }

  private demands(document: DocumentNode, operationName: string): readonly Demand[] {
    const ofDocument = this.known.get(document) ?? new Map<string, readonly Demand[]>();
    this.known.set(document, ofDocument);
    const demands = ofDocument.get(operationName) ?? this.find(separateOperations(document)[operationName] ?? document);
    ofDocument.set(operationName, demands);
    return demands;
  }

  private find(document: DocumentNode): readonly Demand[] {
    const types = new TypeInfo(this.schema);
    const found = new Map<string, Demand>();
    const field = () => {
      const parent = types.getParentType()?.name;
      const definition = types.getFieldDef();
      if (!parent || !definition) return;
      const coordinate = `${parent}.${definition.name}`;
      for (const place of [parent, coordinate, ...this.reachedBy(getNamedType(definition.type).name)])
        for (const needs of this.needs.get(place) ?? []) found.set(`${coordinate} ${JSON.stringify(needs)}`, { coordinate, ...needs });
    };
    visit(document, visitWithTypeInfo(types, { Field: field }));
    return [...found.values()];
  }

  private reachedBy(type: string): readonly string[] {
    const led = this.schema.getType(type);
    return isAbstractType(led) ? [type, ...this.schema.getPossibleTypes(led).map(({ name }) => name)] : [type];
  }
}

function isMet({ scopes }: Demand, asker: Asker): boolean {
  if (asker.isAnonymous) return false;
  return scopes === undefined || scopes.some((group) => group.every((scope) => asker.can(scope)));
}

function needsOf(schema: GraphQLSchema): ReadonlyMap<string, readonly Needs[]> {
  const needs = new Map<string, readonly Needs[]>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const found = directives.flatMap(needsBy);
    if (found.length > 0) needs.set(coordinate, found);
  };
  for (const [name, { astNode }] of Object.entries(schema.getTypeMap())) {
    if (astNode?.kind !== Kind.OBJECT_TYPE_DEFINITION && astNode?.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    read(name, astNode.directives);
    for (const field of astNode.fields ?? []) read(`${name}.${field.name.value}`, field.directives);
  }
  return needs;
}

function needsBy({ name, arguments: given = [] }: ConstDirectiveNode): Needs[] {
  if (name.value === 'authenticated') return [{}];
  const scopes = given.find((argument) => argument.name.value === 'scopes');
  if (name.value !== 'requiresScopes' || !scopes) return [];
  return [{ scopes: valueFromASTUntyped(scopes.value) as string[][] }];
}
