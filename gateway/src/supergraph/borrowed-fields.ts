import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { subgraphNames, textOf } from './join-directives.ts';

/** A field that a subgraph only names. */
export interface BorrowedField {
  readonly subgraph: string;
  readonly type: string;
  readonly field: string;
}

const nothing: readonly SelectionSetNode[] = [];

/** Which fields a subgraph only names because others have them (`@external`), and where it hands some of them out all the same (`@provides`). */
export class BorrowedFields {
  private readonly borrowed = new Set<string>();
  private readonly provided = new Map<string, readonly SelectionSetNode[]>();

  constructor(supergraphSdl: string) {
    const document = parse(supergraphSdl, { noLocation: true });
    const names = subgraphNames(document);
    const keys = new Set<string>();
    for (const type of document.definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
      const place = (directive: ConstDirectiveNode, field: string) =>
        `${names.get(textOf(directive, 'graph') ?? '')} ${type.name.value}.${field}`;
      // Keys are known everywhere, whatever they are called.
      for (const directive of type.directives ?? [])
        for (const set of setsOf(directive, 'key')) for (const field of namesIn(set)) keys.add(place(directive, field));
      for (const field of type.fields ?? []) {
        for (const directive of field.directives ?? []) {
          if (directive.name.value !== 'join__field') continue;
          const at = place(directive, field.name.value);
          if (isTrue(directive, 'external') && !keys.has(at)) this.borrowed.add(at);
          this.provided.set(at, setsOf(directive, 'provides'));
        }
      }
    }
  }

  get areNone(): boolean {
    return this.borrowed.size === 0;
  }

  has(subgraph: string, type: string, field: string): boolean {
    return this.borrowed.has(`${subgraph} ${type}.${field}`);
  }

  /** What a subgraph hands out below one of its fields, though others have it. */
  providedBelow(subgraph: string, type: string, field: string): readonly SelectionSetNode[] {
    return this.provided.get(`${subgraph} ${type}.${field}`) ?? nothing;
  }
}

/** The selections below one field of some selections, whatever type they name. */
export function selectionsBelow(sets: readonly SelectionSetNode[], field: string): readonly SelectionSetNode[] {
  return sets.length === 0
    ? nothing
    : fieldsIn(sets).flatMap((one) => (one.name.value === field && one.selectionSet ? [one.selectionSet] : []));
}

export function isAmong(sets: readonly SelectionSetNode[], field: string): boolean {
  return sets.length > 0 && fieldsIn(sets).some((one) => one.name.value === field);
}

function fieldsIn(sets: readonly SelectionSetNode[]): { name: { value: string }; selectionSet?: SelectionSetNode | undefined }[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      return selection.kind === Kind.INLINE_FRAGMENT ? fieldsIn([selection.selectionSet]) : [];
    }),
  );
}

function namesIn(set: SelectionSetNode): string[] {
  return fieldsIn([set]).map(({ name }) => name.value);
}

function setsOf(directive: ConstDirectiveNode, name: string): SelectionSetNode[] {
  const text = textOf(directive, name);
  const [set] = text === undefined ? [] : parse(`{ ${text} }`, { noLocation: true }).definitions;
  return set?.kind === Kind.OPERATION_DEFINITION ? [set.selectionSet] : [];
}

function isTrue(directive: ConstDirectiveNode, name: string): boolean {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}
