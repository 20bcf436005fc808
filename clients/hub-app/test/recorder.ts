import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between the app and the graph, hands everything on, and keeps what went out and what came back. */
export class Recorder {
  readonly questions: Readonly<Record<string, unknown>>[] = [];
  readonly answers: { readonly data: unknown }[] = [];
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(graph: string): Promise<Recorder> {
    const server = createServer(async (request, response) => {
      const body = await new Response(ReadableStream.from(request)).text();
      recorder.questions.push(JSON.parse(body));
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
      const answer = await fetch(new URL(request.url ?? '/', graph), { method: 'POST', headers: headers as Record<string, string>, body });
      const text = await answer.text();
      recorder.answers.push(JSON.parse(text));
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const recorder = new Recorder(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return recorder;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
