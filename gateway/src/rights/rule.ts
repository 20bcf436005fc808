import { anonymous, type Caller } from '../identity/caller.ts';

/** What a caller must show: to be signed in, and where scopes are named, all of one of the groups. */
export interface Rule {
  readonly scopes?: readonly (readonly string[])[];
}

export function isMet(rule: Rule, caller: Caller): boolean {
  if (isAnonymous(caller)) return false;
  return rule.scopes === undefined || rule.scopes.some((group) => group.every((scope) => caller.scopes.includes(scope)));
}

export function isAnonymous(caller: Caller): boolean {
  return caller.subject === anonymous.subject;
}
