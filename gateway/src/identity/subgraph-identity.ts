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

/** Signs who asks, for one subgraph and one request body. */
export function signFor(subgraph: string, key: IdentityKey, body: string, identity: RequestIdentity): string {
  const now = Math.floor(Date.now() / 1000);
  const question = {
    aud: subgraph,
    txn: identity.requestId,
    bh: bodyHash(body),
    iat: now,
    exp: now + identityLifetime,
    dl: identity.deadline,
  };
  return signIdentityOf(principalOf(identity), question, key);
}

/** A caller is the same object for as long as its token is known. */
const known: Readonly<Record<Language, WeakMap<Caller, string>>> = { fr: new WeakMap(), en: new WeakMap() };

/** Everything about a caller that an answer may rest on, as JSON: the same for two requests only if every claim is. */
export function principalOf({ caller, language }: Pick<RequestIdentity, 'caller' | 'language'>): string {
  const ofCallers = known[language];
  const found = ofCallers.get(caller);
  if (found !== undefined) return found;
  const text = JSON.stringify(principal(caller, language));
  ofCallers.set(caller, text);
  return text;
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
