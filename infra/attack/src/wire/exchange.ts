import { Agent, request } from 'node:http';

/** One HTTP request as it is to be sent. */
export interface Message {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Uint8Array;
}

/** What came back, or what became of the connection. */
export interface Seen {
  readonly fate: 'answered' | 'hung' | 'reset';
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly bytesSent: number;
}

const agent = new Agent({ keepAlive: true });
/** Sends a well-formed HTTP request and waits for all of the answer. */
export function exchange(base: string, { method, path, headers, body }: Message, patience = 15_000): Promise<Seen> {
  const { hostname, port } = new URL(base);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const bytesSent = bytes.length + JSON.stringify(headers).length + path.length + method.length + 12;
  return new Promise((resolve) => {
    const settle = (seen: Omit<Seen, 'bytesSent'>) => {
      clearTimeout(timer);
      resolve({ ...seen, bytesSent });
      // Refused before all of it was read: the rest would keep the connection for ever.
      if (!outgoing.writableFinished || seen.fate !== 'answered') outgoing.destroy();
    };
    const lost = (fate: 'hung' | 'reset') => settle({ fate, status: 0, headers: {}, body: '' });
    const timer = setTimeout(() => lost('hung'), patience);
    const length = bytes.length > 0 || method === 'POST' ? { 'content-length': String(bytes.length) } : {};
    const outgoing = request({ hostname, port, path, method, agent, headers: { ...length, ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', () => lost('reset'));
      answer.on('end', () => {
        settle({ fate: 'answered', status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString('utf8') });
      });
    });
    outgoing.on('error', () => lost('reset'));
    outgoing.end(bytes);
  });
}

export function closeConnections(): void {
  agent.destroy();
}
