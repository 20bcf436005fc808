import type { Socket } from 'node:net';

const statusOf: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Milliseconds in which whoever sent it may read why its connection ends. */
const farewell = 1_000;

/** Answers what is not even HTTP, or never became a whole request, in the form of every other refusal, and ends the connection. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({ errors: [{ message: 'The HTTP request is not well formed.', extensions: { code: 'BAD_USER_INPUT' } }] });
  const headers = [
    `HTTP/1.1 ${statusOf[error.code ?? ''] ?? '400 Bad Request'}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
  // Our end alone does not close it: who never ends their side would keep it.
  const timer = setTimeout(() => socket.destroy(), farewell);
  socket.once('close', () => clearTimeout(timer));
}
