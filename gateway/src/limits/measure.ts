import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { DocumentLimits } from './limits.ts';
import { tooLarge } from './too-large.ts';

/** How large a selection is once every fragment stands where it is spread. */
export interface Measure {
  readonly fields: number;
  readonly selections: number;
  readonly aliases: number;
  readonly depth: number;
  readonly introspectionDepth: number;
  /** Fields that answer under a name that another field at the same place has already. */
  readonly repetitions: number;
  /** The names at the outermost level. */
  readonly names: ReadonlySet<string>;
}

const nothing: Measure = { fields: 0, selections: 0, aliases: 0, depth: 0, introspectionDepth: 0, repetitions: 0, names: new Set() };

/** Lists of the schema about itself that lead back to types, so that they can go around in circles. */
const circularLists = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);

/**
 * Measures the selections of one document. Each fragment is measured once and then known by its measure, so that the time it
 * takes grows with the text and not with what the text would unfold to.
 */
export class Measuring {
  private readonly measured = new Map<string, Measure | 'under way'>();

  constructor(
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly limits: DocumentLimits,
  ) {}

  /** @throws KnownError for the first limit that is passed. */
  of({ selections }: SelectionSetNode): Measure {
    const names = new Set<string>();
    const sum = { ...nothing, names };
    for (const selection of selections) {
      const part = this.ofSelection(selection);
      sum.fields += part.fields;
      sum.aliases += part.aliases;
      sum.selections += part.selections;
      sum.depth = Math.max(sum.depth, part.depth);
      sum.introspectionDepth = Math.max(sum.introspectionDepth, part.introspectionDepth);
      // Before the names are looked at: then there are never more of them than selections.
      if (sum.selections > this.limits.selections) throw tooLarge('selections', this.limits.selections);
      if (sum.aliases > this.limits.aliases) throw tooLarge('aliases', this.limits.aliases);
      sum.repetitions += part.repetitions;
      for (const name of part.names) {
        if (names.has(name)) sum.repetitions += 1;
        names.add(name);
      }
      if (sum.repetitions > this.limits.repetitions) throw tooLarge('repetitions', this.limits.repetitions);
    }
    return sum;
  }

  private ofSelection(selection: SelectionNode): Measure {
    if ((selection.directives?.length ?? 0) > this.limits.directives) throw tooLarge('directives', this.limits.directives);
    if (selection.kind === Kind.FIELD) return this.ofField(selection);
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? this.of(selection.selectionSet) : this.ofFragment(selection.name.value);
    return { ...inner, selections: inner.selections + 1 };
  }

  private ofField(field: FieldNode): Measure {
    const inner = field.selectionSet ? this.of(field.selectionSet) : nothing;
    const name = field.name.value;
    if (inner.depth >= this.limits.depth) throw tooLarge('depth', this.limits.depth);
    if ((name === '__schema' || name === '__type') && inner.introspectionDepth > this.limits.introspectionDepth)
      throw tooLarge('introspectionDepth', this.limits.introspectionDepth);
    return {
      fields: 1,
      selections: inner.selections + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      depth: inner.depth + 1,
      repetitions: inner.repetitions,
      introspectionDepth: inner.introspectionDepth + (circularLists.has(name) ? 1 : 0),
      names: new Set([(field.alias ?? field.name).value]),
    };
  }

  private ofFragment(name: string): Measure {
    const fragment = this.fragments.get(name);
    // A fragment that is not there is for validation to explain.
    if (!fragment) return nothing;
    const known = this.measured.get(name);
    if (known === 'under way') throw tooLarge('cycle', name);
    if (known) return known;
    this.measured.set(name, 'under way');
    const measure = this.of(fragment.selectionSet);
    this.measured.set(name, measure);
    return measure;
  }
}
