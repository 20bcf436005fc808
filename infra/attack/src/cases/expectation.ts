import type { Expectation } from './shapes.ts';

/** Staff may do all of it, so it is the input itself that is refused; others may lack the right first. */
export const refused: Expectation = {
  name: 'refused as bad input',
  isRefusal: true,
  judge: ({ sending, answer }) => {
    if (sending.door !== 'gateway') return undefined;
    if (!answer || answer.codes.length === 0 || holdsValue(answer.data)) return 'it was answered';
    const allowed =
      sending.principal === 'staff'
        ? ['BAD_USER_INPUT', 'COST_EXCEEDED']
        : ['BAD_USER_INPUT', 'COST_EXCEEDED', 'UNAUTHENTICATED', 'FORBIDDEN'];
    return answer?.codes.every((code) => allowed.includes(code)) ? undefined : `its codes are ${answer?.codes.join(', ')}`;
  },
};

/** It may be answered or refused: only the invariants count. */
export const harmless: Expectation = { name: 'harmless', isRefusal: false, judge: () => undefined };

/** Refused before GraphQL begins, with one of these statuses. */
export function status(...statuses: readonly number[]): Expectation {
  return {
    name: `status ${statuses.join(' or ')}`,
    isRefusal: statuses.every((one) => one >= 400),
    judge: ({ sending, seen }) =>
      sending.door !== 'gateway' || statuses.includes(seen.status) ? undefined : `its status is ${seen.status}`,
  };
}

/** Whoever is no staff gets none of it, and staff who may see it do: else nothing would be shown by it. */
export function nothingFor(...principals: readonly string[]): Expectation {
  return {
    name: `nothing for ${principals.join(', ')}`,
    isRefusal: false,
    judge: ({ sending, answer }) => {
      if (!principals.includes(sending.principal) || !answer?.data) return undefined;
      return holdsValue(answer.data) ? 'something was answered' : undefined;
    },
  };
}

/** Whether anything but nulls, empty lists and false is in it. */
function holdsValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsValue);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).some(([key, inner]) => key !== '__typename' && holdsValue(inner));
  return value !== null && value !== undefined && value !== false && value !== 0;
}
