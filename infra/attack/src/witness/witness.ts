import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the witness inside a process saw since it was last asked. */
export interface Reading {
  /** Longest time for which the event loop answered nobody, in milliseconds. */
  readonly blockMs: number;
  /** Fetches that went out to subgraphs for the request asked about. */
  readonly fetches: number;
  /** SQL statements, for whatever request. */
  readonly statements: number;
  /** Memory of the process and of its heap, in bytes. */
  readonly rss: number;
  readonly heapUsed: number;
  /** Hosts outside this machine that the process looked up or called, since it began. */
  readonly strangers: readonly string[];
  readonly newPrototypeKeys: readonly string[];
}

/** The environment that puts a witness into a Node process; its socket lies in the folder. */
export function witnessed(folder: string): NodeJS.ProcessEnv {
  const module = pathToFileURL(path.join(import.meta.dirname, 'witness.mjs'));
  module.searchParams.set('in', folder);
  return { NODE_OPTIONS: `--import=${module.href}` };
}

/** Asks the witness inside one process. */
export class Witness {
  private text = '';
  private readonly waiting: { hear(reading: Reading): void; fail(error: Error): void }[] = [];

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (part: string) => this.hear(part));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const one of this.waiting.splice(0)) one.fail(new ProcessGone());
    });
  }

  static async in(folder: string, pid: number | undefined): Promise<Witness> {
    const socket = connect(path.join(folder, `${pid}.sock`));
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Witness(socket);
  }

  /**
   * What happened since the last question. With `clean` garbage is collected first, so that memory is only what is held.
   *
   * @throws ProcessGone when the process under attack has ended
   */
  read(request?: string, clean = false): Promise<Reading> {
    return new Promise((hear, fail) => {
      if (this.socket.destroyed) return fail(new ProcessGone());
      this.waiting.push({ hear, fail });
      this.socket.write(`${JSON.stringify({ request, clean })}\n`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private hear(part: string): void {
    this.text += part;
    for (let end = this.text.indexOf('\n'); end >= 0; end = this.text.indexOf('\n')) {
      const reading = JSON.parse(this.text.slice(0, end)) as Reading;
      this.text = this.text.slice(end + 1);
      this.waiting.shift()?.hear(reading);
    }
  }
}

export class ProcessGone extends Error {
  override readonly message = 'the process under attack has ended';
}
