import { bodyHash, type IdentityKey, identityLifetime, type Principal, signIdentityOf } from '@leader/subgraph-kit/identity/identity-token';
import type { Audience } from '../transport/audience.ts';
import type { Caller } from './caller.ts';
import type { Language } from './language.ts';

/** What is true for every fetch of one request. */
export interface RequestIdentity {
  readonly caller: Caller;
  readonly language: Language;
  /** The same in every log of this request. */
  readonly requestId: string;
  /** When the whole request must be over, milliseconds since 1970. */
  readonly deadline: number;
  /** Gone when it leaves before it has its answer. */
  readonly client: Audience;
}

/**
 * Signs who asks, for one subgraph and one request body.
 *
 * @param hash of the body
 */
export function signFor(subgraph: string, key: IdentityKey, hash: string, identity: RequestIdentity): string {
  const now = Math.floor(Date.now() / 1000);
  const question = {
    aud: subgraph,
    txn: identity.requestId,
    bh: hash,
    iat: now,
    exp: now + identityLifetime,
    dl: identity.deadline,
  };
  return signIdentityOf(principalOf(identity), question, key);
}

interface WrittenPrincipal {
  readonly text: string;
  readonly name: string;
}

/** A caller is the same object for as long as its token is known. */
const known: Readonly<Record<Language, WeakMap<Caller, WrittenPrincipal>>> = { fr: new WeakMap(), en: new WeakMap() };

/** Everything about a caller that an answer may rest on, as JSON: the same for two requests only if every claim is. */
export function principalOf(identity: Pick<RequestIdentity, 'caller' | 'language'>): string {
  return written(identity).text;
}

/** A short name for the same. */
export function principalNameOf(identity: Pick<RequestIdentity, 'caller' | 'language'>): string {
  return written(identity).name;
}

function written({ caller, language }: Pick<RequestIdentity, 'caller' | 'language'>): WrittenPrincipal {
  const found = known[language].get(caller);
  if (found) return found;
  const text = JSON.stringify(principal(caller, language));
  const made = { text, name: bodyHash(text) };
  known[language].set(caller, made);
  return made;
}

/** What a subgraph is told of the caller, whatever the request. */
function principal(caller: Caller, language: Language): Principal {
  return {
    sub: caller.subject,
    client_id: caller.clientId,
    ...(caller.company !== undefined && { company: caller.company }),
    ...(caller.branch !== undefined && { branch: caller.branch }),
    ...(caller.hub !== undefined && { hub: caller.hub }),
    roles: caller.roles,
    contract: caller.contract,
    scopes: caller.scopes,
    class: caller.serviceClass,
    lang: language,
  };
}
