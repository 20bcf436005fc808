import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hmac } from './hmac.ts';

const ofTheLibrary = (text: string, secret: Buffer) => createHmac('sha256', secret).update(text).digest('base64url');

const secrets = fc.uint8Array({ minLength: 1, maxLength: 200, size: 'max' }).map((bytes) => Buffer.from(bytes));

test('a text has the signature that the library gives it, whatever the text and the key', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 300, size: 'max' }), { minLength: 1, maxLength: 5 }),
      secrets,
      (texts, secret) => {
        for (const text of texts) expect(hmac(text, secret)).toBe(ofTheLibrary(text, secret));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a text longer than tokens are has it as well, and so has the text that comes after it', () => {
  const secret = Buffer.from('a key that is used for all of them');
  for (const text of ['€'.repeat(8 * 1024), '€'.repeat(8 * 1024 + 1), 'x'.repeat(100_000), 'short', ''])
    expect(hmac(text, secret)).toBe(ofTheLibrary(text, secret));
});
