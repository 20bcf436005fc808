import {
  bodyHash,
  type IdentityClaims,
  type IdentityKey,
  identityLifetime,
  signIdentity,
} from '@leader/subgraph-kit/identity/identity-token';
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
  /** Told when the client leaves before it has its answer. */
  readonly abandoned: AbortSignal;
}

/** Signs who asks, for one subgraph and one request body. */
export function signFor(subgraph: string, key: IdentityKey, body: string, identity: RequestIdentity): string {
  const now = Math.floor(Date.now() / 1000);
  return signIdentity(
    {
      iss: 'gateway',
      aud: subgraph,
      ...principal(identity),
      txn: identity.requestId,
      bh: bodyHash(body),
      iat: now,
      exp: now + identityLifetime,
      dl: identity.deadline,
    },
    key,
  );
}

const known = new WeakMap<RequestIdentity, string>();

/** Everything about a caller that an answer may rest on, as one text: the same for two requests only if every claim is. */
export function principalOf(identity: RequestIdentity): string {
  const text = known.get(identity) ?? JSON.stringify(principal(identity));
  known.set(identity, text);
  return text;
}

/** What a subgraph is told of the caller, whatever the request. */
function principal({ caller, language }: RequestIdentity): Omit<IdentityClaims, 'iss' | 'aud' | 'txn' | 'bh' | 'iat' | 'exp' | 'dl'> {
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
