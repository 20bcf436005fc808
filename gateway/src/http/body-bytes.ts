import type { IncomingMessage } from 'node:http';
import { BodyTooLarge } from './refusals.ts';

/** Bytes of a request. */
export const largestBody = 256 * 1024;

/**
 * The whole body of a request. Of one that is never sent whole nobody hears: its connection is cut when its time is over.
 *
 * @throws BodyTooLarge before more of it is kept
 */
export function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > largestBody) return reject(new BodyTooLarge());
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= largestBody) parts.push(part);
      else reject(new BodyTooLarge());
    });
    request.once('end', () => resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)));
    // A client that goes away in the middle of it is no fault of ours.
    request.once('error', () => undefined);
  });
}
