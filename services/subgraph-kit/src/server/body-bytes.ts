import type { IncomingMessage } from 'node:http';

/** A request whose body is larger than what is read here. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  readonly statusCode = 413;
}

/**
 * The whole body of a request. Of one that is never sent whole nobody hears: its connection is cut when its time is over.
 *
 * @param largest in bytes
 * @throws BodyTooLarge before more of it is kept; what is left of it would be taken for the next request, so its connection has to end
 */
export function bytesOf(request: IncomingMessage, largest: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > largest) return reject(new BodyTooLarge());
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= largest) parts.push(part);
      else reject(new BodyTooLarge());
    });
    request.once('end', () => resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)));
    // A client that goes away in the middle of it is no fault of ours.
    request.once('error', () => undefined);
  });
}
