import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { isContract } from '../contracts/contract.ts';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { anonymous, type Caller } from './caller.ts';
import type { DeniedSubjects } from './denied-subjects.ts';
import type { KnownTokens } from './known-tokens.ts';

const longestToken = 8 * 1024;
const oldestToken = 15 * 60;
const clockTolerance = 5;

const claimsSchema = z.object({
  sub: z
    .string()
    .min(1)
    .max(200)
    .refine((sub) => sub !== anonymous.subject),
  client_id: z.string().min(1).max(200),
  exp: z.number(),
  scope: z.string().max(4_000).default(''),
  contract: z.string().min(1).max(100),
  roles: z.array(z.string().max(100)).max(50).default([]),
  company: z.string().max(100).optional(),
  branch: z.string().max(100).optional(),
  hub: z.string().max(10).optional(),
  class: z.enum(['interactive', 'partner', 'batch']).default('interactive'),
});

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  readonly known: KnownTokens;
  /** Whose older tokens count no longer. */
  readonly denied: Pick<DeniedSubjects, 'has' | 'names'>;
}

/** Reads who is asking from an Authorization header. No header means everybody; a bad one is never taken for no header. */
export async function identify(header: string | undefined, rules: TokenRules): Promise<Caller> {
  if (header === undefined) return anonymous;
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (!token || token.length > longestToken) throw refused('not a bearer token, or too long');
  const known = rules.known.callerOf(token);
  // Somebody on the list is looked at whole, so that a list counts as soon as it is read.
  if (known && !rules.denied.names(known.subject)) return known;
  const payload = await verified(token, rules);
  if (rules.denied.has(payload.sub ?? '', payload.iat ?? 0)) throw refused('issued before its subject was denied');
  const caller = callerFrom(payload);
  rules.known.remember(token, caller, endOf(payload));
  return caller;
}

async function verified(token: string, rules: TokenRules): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      issuer: rules.issuer,
      audience: rules.audience,
      typ: 'at+jwt',
      algorithms: ['ES256', 'EdDSA'],
      requiredClaims: ['sub', 'client_id', 'iat', 'exp', 'contract'],
      maxTokenAge: oldestToken,
      clockTolerance,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new KnownError('UNAUTHENTICATED', sentences.tokenExpired, [], { cause: error });
    if (speaksOfTheToken(error)) throw refused(error);
    throw new KnownError('SUBGRAPH_UNAVAILABLE', sentences.issuerUnreachable, [], { cause: error });
  }
}

/** When a verified token is over, milliseconds since 1970. */
function endOf({ exp = 0, iat = 0 }: JWTPayload): number {
  return Math.min(exp, iat + oldestToken) * 1_000;
}

function callerFrom(payload: JWTPayload): Caller {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) throw refused(claims.error);
  const { sub, client_id, scope, contract, roles, company, branch, hub } = claims.data;
  if (!isContract(contract)) throw new KnownError('FORBIDDEN', sentences.unknownContract);
  return {
    subject: sub,
    clientId: client_id,
    company,
    branch,
    hub,
    roles,
    contract,
    scopes: scope.split(' ').filter((word) => word !== ''),
    serviceClass: claims.data.class,
  };
}

/** Everything else that can go wrong is the issuer's or the network's doing, and must not be blamed on the caller. */
function speaksOfTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  );
}

function refused(cause: unknown): KnownError {
  return new KnownError('UNAUTHENTICATED', sentences.tokenRefused, [], { cause });
}
