import { type BoundClaims, bodyHash, openToken, type SharedKey, signToken, tokenLifetime } from './signed-token.ts';

/** HTTP header that carries the sender's token with a delivery of events. */
export const eventHeader = 'x-network-events';

const use = { typ: 'events+jwt', name: 'event token' };

/**
 * Signs one delivery: by this sender, for this receiver, with this body, for the next seconds.
 *
 * @param now seconds since 1970
 */
export function signDelivery(delivery: { sender: string; receiver: string; body: string; key: SharedKey; now: number }): string {
  const iat = Math.floor(delivery.now);
  const claims = { iss: delivery.sender, aud: delivery.receiver, bh: bodyHash(delivery.body), iat, exp: iat + tokenLifetime };
  return signToken(use, claims, delivery.key);
}

/** @throws TokenRefused unless the token was made by this sender for this receiver and this body. */
export function verifyDelivery(
  token: unknown,
  expected: { sender: string; receiver: string; body: Uint8Array; keys: readonly SharedKey[]; now: number },
): void {
  openToken<BoundClaims>(use, token, { ...expected, issuer: expected.sender, audience: expected.receiver });
}
