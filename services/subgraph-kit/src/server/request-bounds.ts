import { type DocumentNode, parse, visit } from 'graphql';

/**
 * What even the gateway may not ask for at once. It bounds what clients send, more tightly; this holds when it does not, be it
 * broken or taken over. Documents are the planner's and hence longer than a client's.
 */
export const mostTokens = 20_000;
const longestList = 1_000;
const mostValues = 50_000;
const deepest = 20;

/** Fields of one name at one place are compared each with each; shorter documents hold too few to matter. */
const mostRepetitions = 100;
const shortDocument = 8 * 1024;

/** NUL, which no database takes, and halves of characters, which every encoder silently replaces. */
const brokenText = /\p{Surrogate}|\0/u;

/** Says what is too much about the variables of a request, if anything. */
export function excessOf(variables: unknown): string | undefined {
  let values = 0;
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return `The variables are nested too deeply: ${deepest} levels at most.`;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && brokenText.test(value)) return 'A text holds a NUL character or half of a character.';
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value) && value.length > longestList) return `A list in the variables is too long: ${longestList} items at most.`;
      for (const inner of Object.values(value)) {
        values += 1;
        if (values > mostValues) return `The variables hold too many values: ${mostValues} at most.`;
        below.push(inner);
      }
    }
    level = below;
  }
  return undefined;
}

/**
 * Says what is too much about a document, if anything: repetitions would take too long to validate, and the text of the
 * schema is long enough to be told once. What cannot be read is for the server to explain.
 */
export function excessOfDocument(document: unknown): string | undefined {
  if (typeof document !== 'string') return undefined;
  if (document.length <= shortDocument && !document.includes('_service')) return undefined;
  const parsed = read(document);
  if (!parsed) return undefined;
  let isRepetitive = false;
  let schemas = 0;
  visit(parsed, {
    SelectionSet({ selections }) {
      const names = new Set(selections.map((one) => (one.kind === 'Field' ? (one.alias ?? one.name).value : one)));
      if (selections.length - names.size > mostRepetitions) isRepetitive = true;
      return isRepetitive ? false : undefined;
    },
    Field({ name }) {
      if (name.value === '_service') schemas += 1;
    },
  });
  if (isRepetitive) return 'The document repeats too many fields at one place.';
  return schemas > 1 ? 'The text of the schema is asked for once at most.' : undefined;
}

function read(document: string): DocumentNode | undefined {
  try {
    return parse(document, { maxTokens: mostTokens, noLocation: true });
  } catch {
    return undefined;
  }
}
