import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { subgraphNames, textOf } from './join-directives.ts';

const none: ReadonlySet<string> = new Set();

/**
 * Which fields of the same object a subgraph needs before it can answer one of its own, as the supergraph says by `requires`. A field
 * of a field is named by its path, `size.width`, and what it is a part of is among them, `size`.
 */
export class Requirements {
  private readonly inputs = new Map<string, ReadonlySet<string>>();
  private readonly keys = new Map<string, (readonly string[])[]>();

  constructor(supergraphSdl: string) {
    const document = parse(supergraphSdl, { noLocation: true });
    const names = subgraphNames(document);
    // A part may know only the interface of an entity (@interfaceObject), and require fields of that.
    for (const type of document.definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
      for (const directive of type.directives ?? []) this.learnKey(type.name.value, directive, names);
      for (const field of type.fields ?? []) {
        for (const directive of field.directives ?? []) this.learn(type.name.value, field.name.value, directive, names);
      }
    }
  }

  get areNone(): boolean {
    return this.inputs.size === 0;
  }

  of(subgraph: string, type: string, field: string): ReadonlySet<string> {
    return this.inputs.get(`${subgraph} ${type}.${field}`) ?? none;
  }

  /** By what a subgraph can be told of a thing: the paths of each of its keys. */
  keysOf(subgraph: string, type: string): readonly (readonly string[])[] {
    return this.keys.get(`${subgraph} ${type}`) ?? [];
  }

  private learnKey(type: string, directive: ConstDirectiveNode, names: ReadonlyMap<string, string>): void {
    const key = textOf(directive, 'key');
    if (directive.name.value !== 'join__type' || key === undefined) return;
    const place = `${names.get(textOf(directive, 'graph') ?? '')} ${type}`;
    const [set] = parse(`{ ${key} }`, { noLocation: true }).definitions;
    if (set?.kind === Kind.OPERATION_DEFINITION) this.keys.set(place, [...(this.keys.get(place) ?? []), pathsOf(set.selectionSet)]);
  }

  private learn(type: string, field: string, directive: ConstDirectiveNode, names: ReadonlyMap<string, string>): void {
    const requires = textOf(directive, 'requires');
    const graph = names.get(textOf(directive, 'graph') ?? '');
    if (directive.name.value !== 'join__field' || requires === undefined || graph === undefined) return;
    const [set] = parse(`{ ${requires} }`, { noLocation: true }).definitions;
    if (set?.kind === Kind.OPERATION_DEFINITION) this.inputs.set(`${graph} ${type}.${field}`, new Set(pathsOf(set.selectionSet)));
  }
}

function pathsOf(selections: SelectionSetNode, before = ''): string[] {
  return selections.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return pathsOf(selection.selectionSet, before);
    if (selection.kind !== Kind.FIELD) return [];
    const path = before + selection.name.value;
    return [path, ...(selection.selectionSet ? pathsOf(selection.selectionSet, `${path}.`) : [])];
  });
}
