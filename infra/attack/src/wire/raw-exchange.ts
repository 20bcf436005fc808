import { connect } from 'node:net';
import type { Seen } from './exchange.ts';

/** Bytes for a bare connection, piece by piece; a number is a pause in milliseconds. */
export type Pieces = readonly (string | Uint8Array | number)[];

/** Puts bytes on a bare connection and reads the first answer, whatever it is. */
export function rawExchange(base: string, pieces: Pieces, patience: number): Promise<Seen> {
  const { hostname, port } = new URL(base);
  let bytesSent = 0;
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname);
    const end = (fate: Seen['fate']) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ ...readAnswer(text), fate: text === '' ? fate : 'answered', bytesSent });
    };
    const timer = setTimeout(() => end('hung'), patience);
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      text += part;
      if (isWhole(text)) end('answered');
    });
    socket.on('close', () => end('reset'));
    socket.on('error', () => {});
    const put = async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        if (typeof piece === 'number') await new Promise((next) => setTimeout(next, piece));
        else {
          bytesSent += piece.length;
          socket.write(piece);
        }
      }
    };
    socket.once('connect', () => void put());
  });
}

function isWhole(text: string): boolean {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  if (rest.length === 0) return false;
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length !== undefined) return Buffer.byteLength(rest.join('\r\n\r\n')) >= Number(length);
  return /^transfer-encoding: chunked/im.test(head) ? text.includes('\r\n0\r\n\r\n') || rest.join('').endsWith('0') : true;
}

function readAnswer(text: string): Pick<Seen, 'status' | 'headers' | 'body'> {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const length = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY);
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n').slice(0, length) };
}
