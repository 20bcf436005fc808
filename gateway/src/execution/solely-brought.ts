import type { SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import { type FetchDocument, fetchDocument } from './fetch-document.ts';
import { fetchesIn, type Place, type PlannedFetch, type Step } from './steps.ts';

/** A place as it is compared: without the steps into lists, of which the document of a fetch knows nothing. */
export function wayTo(place: Place): string {
  return place.filter((step) => step !== '@').join('.');
}

/**
 * Ways to the objects that one fetch alone puts into the answer. Whatever else comes to them comes as an answer about an
 * entity, and is the same for equal ones.
 */
export function solelyBrought(step: Step): ReadonlySet<string> {
  const bringers = new Map<string, number>();
  for (const way of fetchesIn(step).flatMap(waysBroughtBy)) bringers.set(way, (bringers.get(way) ?? 0) + 1);
  return new Set([...bringers].flatMap(([way, count]) => (count === 1 ? [way] : [])));
}

function waysBroughtBy({ node, places }: PlannedFetch): string[] {
  const document = fetchDocument(node);
  return places.flatMap((place) => [...new Set(waysIn(document, document.selections, wayTo(place)))]);
}

function waysIn(document: FetchDocument, { selections }: SelectionSetNode, from: string): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      if (!selection.selectionSet) return [];
      const asked = (selection.alias ?? selection.name).value;
      const names = new Set([asked, document.renamed.get(asked) ?? asked]);
      return [...names].flatMap((name) => {
        const way = onwards(from, name);
        return [way, ...waysIn(document, selection.selectionSet as SelectionSetNode, way)];
      });
    }
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments.get(selection.name.value);
    return part ? waysIn(document, part.selectionSet, from) : [];
  });
}

/** The way from an object into one of its fields. */
export function onwards(way: string, name: string): string {
  return way === '' ? name : `${way}.${name}`;
}
