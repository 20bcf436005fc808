import type { VariableLimits } from './limits.ts';
import { brokenText, tooLarge, uncountable, unreadable } from './too-large.ts';

/**
 * Holds the values of variables to the limits, before they are compared with their types: that comparison explains
 * every wrong value, which is dear when there are many.
 *
 * @throws KnownError that says which limit is passed
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: VariableLimits): void {
  let values = 0;
  let level: object[] = [variables];
  let below: object[] = [];
  const look = (value: unknown) => {
    values += 1;
    if (values > limits.values) throw tooLarge('values', limits.values);
    if (typeof value === 'string') checkText(value, limits);
    else if (typeof value === 'object' && value !== null) below.push(value);
    else if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) throw uncountable();
  };
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) throw tooLarge('variableDepth', limits.depth);
    for (const value of level) lookInto(value, look, limits);
    level = below;
    below = [];
  }
}

/** Names are looked at as well: they travel like values. */
function lookInto(value: object, look: (part: unknown) => void, limits: VariableLimits): void {
  if (Array.isArray(value)) {
    if (value.length > limits.listLength) throw tooLarge('listLength', limits.listLength);
    for (const item of value) look(item);
    return;
  }
  for (const name of Object.keys(value)) {
    look(name);
    look((value as Record<string, unknown>)[name]);
  }
}

function checkText(text: string, limits: VariableLimits): void {
  if (text.length > limits.textLength) throw tooLarge('textLength', limits.textLength);
  if (brokenText.test(text)) throw unreadable();
}
