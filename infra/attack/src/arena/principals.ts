import { type Persona, personaByKey } from '@leader/local-stack/personas';
import { bodyHash, type IdentityClaims } from '@leader/subgraph-kit/identity/identity-token';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';

/** On whose behalf a bad input is sent. `member` only where the question is whose data it is. */
export const principals = ['anonymous', 'hub-maroc', 'staff'] as const;
export const everybody = [...principals, 'member'] as const;
export type Principal = (typeof everybody)[number];

export const companyId = (key: string): string => encodeId('company', idFromName('company', key));

/** What a gateway would state to a subgraph about someone, for one body. */
export function claimsOf(principal: Principal, audience: string, body: string | Uint8Array, requestId: string): IdentityClaims {
  const persona = principal === 'anonymous' ? undefined : personaByKey(principal);
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: 'gateway',
    aud: audience,
    sub: persona ? persona.key : 'anonymous',
    client_id: persona ? persona.key : 'anonymous',
    ...placeOf(persona),
    roles: [],
    contract: persona?.contract ?? 'public',
    scopes: persona?.scopes ?? [],
    class: persona?.class ?? 'interactive',
    lang: 'en',
    txn: requestId,
    bh: bodyHash(body),
    iat: now,
    exp: now + 30,
    dl: Date.now() + 10_000,
  };
}

function placeOf(persona: Persona | undefined): Pick<IdentityClaims, 'company' | 'branch' | 'hub'> {
  return {
    ...(persona?.company && { company: companyId(persona.company) }),
    ...(persona?.branch && { branch: persona.branch }),
    ...(persona?.hub && { hub: persona.hub }),
  };
}
