import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { KnownError, type Sentence } from '../errors/known-error.ts';
import type { Caller } from '../identity/caller.ts';
import type { Demand } from './demands.ts';
import { isAnonymous, type Rule } from './rule.ts';

const mostErrors = 5;

/** The refusal of a whole operation, one error for each of the first fields that the caller may not ask for. */
export function refusedFields(unmet: readonly Demand[], caller: Caller): GraphQLError[] {
  const code = isAnonymous(caller) ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  const byPlace = new Map<string, Demand>();
  // Of several rules at one place the one with scopes says more.
  for (const demand of unmet) if (!byPlace.has(demand.coordinate) || demand.rule.scopes) byPlace.set(demand.coordinate, demand);
  return [...byPlace.values()].slice(0, mostErrors).map(({ coordinate, rule, node }) => {
    const sentence = code === 'FORBIDDEN' ? scopesMissing(coordinate, rule) : signInFor(coordinate);
    const originalError = new KnownError(code, sentence);
    return new GraphQLError(originalError.message, { nodes: node, originalError, extensions: { http: head(code, rule) } });
  });
}

function head(code: 'UNAUTHENTICATED' | 'FORBIDDEN', { scopes }: Rule): { status: number; headers: HeaderMap } {
  if (code === 'UNAUTHENTICATED') return { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) };
  const wanted = (scopes?.[0] ?? []).filter((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope)).join(' ');
  return { status: 403, headers: new HeaderMap([['www-authenticate', `Bearer error="insufficient_scope", scope="${wanted}"`]]) };
}

function signInFor(coordinate: string): Sentence {
  return {
    fr: `« ${coordinate} » n'est pas ouvert à tous. Connectez-vous, ou retirez ce champ de la demande.`,
    en: `"${coordinate}" is not open to everybody. Sign in, or leave this field out of the request.`,
  };
}

function scopesMissing(coordinate: string, { scopes = [] }: Rule): Sentence {
  const groups = (and: string, or: string) => scopes.map((group) => group.join(and)).join(or);
  return {
    fr: `« ${coordinate} » demande un droit que votre accès n'a pas : ${groups(' et ', ', ou ')}. Demandez-le, ou retirez ce champ de la demande.`,
    en: `"${coordinate}" needs a right that your access lacks: ${groups(' and ', ', or ')}. Ask for it, or leave this field out of the request.`,
  };
}
