import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseIdentityKeys } from '@leader/subgraph-kit/identity/identity-token';
import type { Door, DoorName } from '../../src/arena/arena.ts';
import type { Target } from '../../src/run/send.ts';
import { Witness, witnessed } from '../../src/witness/witness.ts';

/** A target with one fault, behind whatever door is asked for. */
export class Planted implements Target {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
    readonly witness: Witness,
  ) {}

  static async with(fault: string): Promise<Planted> {
    const folder = mkdtempSync(path.join(tmpdir(), 'leader-planted-'));
    const child = fork(path.join(import.meta.dirname, 'planted-server.mjs'), [fault], { env: { ...witnessed(folder) }, execArgv: [] });
    const port = await new Promise<number>((resolve, reject) =>
      child.once('message', (message) => resolve(message as number)).once('exit', reject),
    );
    return new Planted(child, folder, `http://127.0.0.1:${port}`, await Witness.in(folder, child.pid));
  }

  readonly patience = 6_000;

  door(name: DoorName): Door {
    return { name, url: this.url, witness: this.witness };
  }

  async token(): Promise<undefined> {
    return undefined;
  }

  keyOf() {
    return parseIdentityKeys(`planted:${Buffer.alloc(32, 7).toString('base64url')}`)[0] as never;
  }

  async close(): Promise<void> {
    this.witness.close();
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
