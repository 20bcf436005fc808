import type { Socket } from 'node:net';
import { newReference } from './reference.ts';

type Refusal = { readonly status: string; readonly message: string };

const malformed: Refusal = { status: '400 Bad Request', message: 'The HTTP request is not well formed.' };
const byCode: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', message: 'The headers are too large: 16 KB at most.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: '408 Request Timeout', message: 'The request took too long to arrive. Send it again.' },
};

/** Milliseconds in which a client may read why its connection ends. */
const farewell = 1_000;

/**
 * Answers what is not even HTTP, or never became a whole request, in JSON as well, and ends the connection.
 *
 * @param standing headers of every answer
 */
export function answerUnreadable(standing: Readonly<Record<string, string>>) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const { status, message } = byCode[error.code ?? ''] ?? malformed;
    const reference = newReference();
    const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT', reference } }] });
    const headers = [
      `HTTP/1.1 ${status}`,
      ...Object.entries(standing).map(([name, value]) => `${name}: ${value}`),
      `x-request-id: ${reference}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
    // Our end alone does not close it: a client that never ends its side would keep it.
    const timer = setTimeout(() => socket.destroy(), farewell);
    socket.once('close', () => clearTimeout(timer));
  };
}
