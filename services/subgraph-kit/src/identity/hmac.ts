import { createHmac, hash } from 'node:crypto';

const block = 64;
const digest = 32;
/** Characters of a text. Hardly any token is longer. */
const longest = 8 * 1024;
const scratch = Buffer.alloc(block + 3 * longest);

/** The two halves of a key, with room behind the outer one for the inner digest. */
interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const known = new WeakMap<Buffer, Pads>();

/**
 * HMAC-SHA256 (RFC 2104) of a text, base64url. Four tokens are signed for a small request to the gateway: two hashes in one shot each
 * take half the time of the library's HMAC, which sets itself up anew for each.
 */
export function hmac(text: string, secret: Buffer): string {
  if (text.length > longest) return createHmac('sha256', secret).update(text).digest('base64url');
  const { inner, outer } = padsOf(secret);
  inner.copy(scratch);
  const end = block + scratch.write(text, block);
  outer.write(hash('sha256', scratch.subarray(0, end), 'binary'), block, 'latin1');
  return hash('sha256', outer, 'base64url');
}

function padsOf(secret: Buffer): Pads {
  const found = known.get(secret);
  if (found) return found;
  const key = secret.length > block ? hash('sha256', secret, 'buffer') : secret;
  const pads = { inner: Buffer.alloc(block, 0x36), outer: Buffer.alloc(block + digest, 0x5c) };
  for (const [at, byte] of key.entries()) {
    pads.inner[at] = byte ^ 0x36;
    pads.outer[at] = byte ^ 0x5c;
  }
  known.set(secret, pads);
  return pads;
}
