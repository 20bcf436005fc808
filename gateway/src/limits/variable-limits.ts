import type { VariableLimits } from './limits.ts';
import { brokenText, tooLarge, unreadable } from './too-large.ts';

/**
 * Holds the values of variables to the limits, before they are compared with their types: that comparison explains
 * every wrong value, which is dear when there are many.
 *
 * @throws KnownError that says which limit is passed
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: VariableLimits): void {
  let values = 0;
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) throw tooLarge('variableDepth', limits.depth);
    const below: unknown[] = [];
    for (const value of level) {
      for (const inner of partsOf(value, limits)) {
        values += 1;
        if (values > limits.values) throw tooLarge('values', limits.values);
        if (typeof inner === 'string') checkText(inner, limits);
        else if (typeof inner === 'object' && inner !== null) below.push(inner);
      }
    }
    level = below;
  }
}

function partsOf(value: unknown, limits: VariableLimits): readonly unknown[] {
  if (!Array.isArray(value)) return Object.entries(value as object).flat();
  if (value.length > limits.listLength) throw tooLarge('listLength', limits.listLength);
  return value;
}

function checkText(text: string, limits: VariableLimits): void {
  if (text.length > limits.textLength) throw tooLarge('textLength', limits.textLength);
  if (brokenText.test(text)) throw unreadable();
}
