import { Pool } from 'undici';

/** What came back, and its status. */
export interface Reply {
  readonly status: number;
  readonly bytes: Buffer;
}

export interface Poster {
  post(body: string | Buffer, headers: readonly string[]): Promise<Reply>;
  close(): Promise<void>;
}

/** The cheapest way to POST that Node knows: undici's `dispatch`, over a pool of connections. */
export function openPoster(url: string, connections: number): Poster {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections, keepAliveTimeout: 60_000, headersTimeout: 20_000, bodyTimeout: 20_000 });
  return {
    post: (body, headers) =>
      new Promise((resolve, reject) => {
        const parts: Buffer[] = [];
        let status = 0;
        pool.dispatch(
          { path, method: 'POST', headers: headers as string[], body },
          {
            onRequestStart: () => undefined,
            onResponseStart: (_controller, code) => {
              status = code;
            },
            onResponseData: (_controller, part) => {
              parts.push(part);
            },
            onResponseEnd: () => resolve({ status, bytes: parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts) }),
            onResponseError: (_controller, error) => reject(error),
          },
        );
      }),
    close: () => pool.close(),
  };
}
