import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Answers that are kept; a run with ever new questions must not fill the memory. */
const mostKnown = 20_000;
const endOfHead = '\r\n\r\n';

/**
 * Answers a POST with bytes that it knows by the bytes of the request, and makes them the first time. A server of its own on
 * bare sockets, since one on `node:http` would be busier than a fast gateway is.
 *
 * @param make the answer to a body, as JSON
 * @param tell called for each request
 * @returns where it listens
 */
export async function serveBytes(make: (body: string) => Promise<string>, tell: () => void): Promise<string> {
  const known = new Map<string, Buffer>();
  const answer = async (body: string, socket: Socket) => {
    const bytes = Buffer.from(await make(Buffer.from(body, 'latin1').toString()));
    if (known.size >= mostKnown) known.clear();
    known.set(body, Buffer.concat([head(bytes.length), bytes]));
    reply(body, socket);
  };
  const reply = (body: string, socket: Socket) => {
    const bytes = known.get(body);
    if (bytes) socket.write(bytes);
    else answer(body, socket).catch(() => socket.destroy());
  };
  const server = createServer({ noDelay: true }, (socket) => {
    let text = '';
    // One character a byte: lengths are those of the wire.
    socket.setEncoding('latin1').on('error', () => socket.destroy());
    socket.on('data', (part: string) => {
      text = text === '' ? part : text + part;
      for (let end = text.indexOf(endOfHead); end !== -1; end = text.indexOf(endOfHead)) {
        const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
        const from = end + endOfHead.length;
        if (text.length < from + length) return;
        const body = text.slice(from, from + length);
        text = text.slice(from + length);
        tell();
        reply(body, socket);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function head(length: number): Buffer {
  return Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`);
}
