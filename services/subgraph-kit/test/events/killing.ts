import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MigrationInterface } from 'typeorm';
import { systemEnvironment } from '../../../../infra/local/src/config.ts';
import { postgresAccount } from '../../../../infra/local/src/postgres/account.ts';
import { Cluster } from '../../../../infra/local/src/postgres/cluster.ts';
import { freePort } from '../../../../infra/local/src/processes/free-port.ts';
import { buildPrograms } from '../../../../infra/local/src/stack/build.ts';
import { outboxStatus } from '../../src/events/event-status.ts';
import { openLog } from '../../src/log/log.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrations.ts';
import { type Findings, findings } from './findings.ts';
import { CreateLibrary1700000000010, CreateReadingRoom1700000000011 } from './stand-in/library.ts';

export type Flaw = 'no memory' | 'no transaction';
type Victim = 'sender' | 'receiver' | 'postgres';

export interface RoundResult extends Findings {
  readonly seed: number;
  readonly kills: Readonly<Record<Victim, number>>;
  /** Processes that nobody killed and that ended all the same. */
  readonly crashes: number;
}

const log = openLog('killing', 'silent');

/** A PostgreSQL that really writes, to be killed like everything else. */
export class KillingGround {
  private constructor(
    private readonly cluster: Cluster,
    private readonly home: string,
    private readonly fileOf: (program: string) => string,
  ) {}

  static async open(): Promise<KillingGround> {
    const home = mkdtempSync('/tmp/leader-killing-');
    const account = postgresAccount();
    if (account) chownSync(home, account.uid, account.gid);
    chmodSync(home, 0o700);
    const cluster = await Cluster.start({
      home,
      logFile: path.join(home, 'postgres.log'),
      password: randomBytes(12).toString('base64url'),
      passwordIsNew: false,
      durable: true,
      environment: systemEnvironment(),
      announce: () => {},
    });
    // Built once: a program that is loaded file by file takes longer to start than it lives here.
    const here = (file: string) => path.resolve(import.meta.dirname, 'stand-in', file);
    const programs = { sender: here('sender.ts'), receiver: here('receiver.ts') };
    return new KillingGround(cluster, home, await buildPrograms(programs, path.join(home, 'programs')));
  }

  /**
   * Lets the library write while something dies every now and then, then lets it finish, and compares.
   *
   * @param seed decides who dies when; what the processes do in between is their own
   */
  async round(seed: number, { kills, flaw }: { kills: number; flaw?: Flaw }): Promise<RoundResult> {
    const draw = drawing(seed);
    const [library, reader] = [
      await this.database('library', CreateLibrary1700000000010),
      await this.database('room', CreateReadingRoom1700000000011),
    ];
    const port = await freePort(undefined);
    const secret = randomBytes(32).toString('base64url');
    const receiver = new Victims(this.fileOf('receiver'), { url: reader.url, port, secret, flaw });
    const sender = new Victims(this.fileOf('sender'), {
      url: library.url,
      receiver: { name: 'reading-room', url: `http://127.0.0.1:${port}` },
      secret,
      flaw,
    });
    const dead = { sender: 0, receiver: 0, postgres: 0 };
    try {
      await Promise.all([receiver.start(), sender.start()]);
      for (let kill = 0; kill < kills; kill += 1) {
        // Whoever has written nothing since the last fall has nothing to lose by the next one.
        await sender.hasWritten(20);
        await pause(50 + draw() * 500);
        const victim = chosen(draw(), dead.postgres);
        dead[victim] += 1;
        if (victim === 'postgres') await this.killPostgres();
        else await (victim === 'sender' ? sender : receiver).again();
      }
      await pause(100);
      await sender.quieten();
      await delivered(library.open, flaw !== undefined);
      const result = await patiently(() => findings(library.open, reader.open, [...sender.acknowledged]));
      return { seed, kills: dead, crashes: sender.crashes + receiver.crashes, ...result };
    } finally {
      sender.kill();
      receiver.kill();
      await library.open.close();
      await reader.open.close();
    }
  }

  async close(): Promise<void> {
    await this.cluster.stop();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The supervisor starts it again, as the stack's does. */
  private async killPostgres(): Promise<void> {
    const { pid } = this.cluster;
    if (pid) process.kill(pid, 'SIGKILL');
    const look = await patiently(() =>
      openDatabase({ url: this.cluster.adminUrl, applicationName: 'killing', rows: [], migrations: [], log }),
    );
    await look.close();
  }

  private async database(name: string, migration: new () => MigrationInterface): Promise<{ url: string; open: Database }> {
    const own = `${name}_${randomBytes(5).toString('hex')}`;
    const parts = { applicationName: 'killing', rows: [], log, poolSize: 2, statementTimeout: 0 };
    const admin = await openDatabase({ ...parts, url: this.cluster.adminUrl, migrations: [] });
    await admin.query(`CREATE DATABASE ${own}`);
    await admin.close();
    const url = new URL(this.cluster.adminUrl);
    url.pathname = `/${own}`;
    const open = await openDatabase({ ...parts, url: url.toString(), migrations: [migration] });
    await migrate(open);
    return { url: url.toString(), open };
  }
}

/** One program that is killed and started again. */
class Victims {
  readonly acknowledged = new Set<string>();
  crashes = 0;
  private child: ChildProcess | undefined;

  constructor(
    private readonly file: string,
    private readonly settings: object,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', this.file, JSON.stringify(this.settings)], {
      env: systemEnvironment(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    child.once('exit', () => {
      if (this.child !== child) return;
      this.crashes += 1;
      this.start().catch(() => undefined);
    });
    child.on('message', (message: { acknowledged?: string }) => {
      if (message.acknowledged) this.acknowledged.add(message.acknowledged);
    });
    await said(child, 'ready');
  }

  async again(): Promise<void> {
    const child = this.child as ChildProcess;
    this.child = undefined;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await this.start();
  }

  /** Waits until so many more of its writes were acknowledged. */
  async hasWritten(more: number): Promise<void> {
    for (const goal = this.acknowledged.size + more; this.acknowledged.size < goal; ) await pause(10);
  }

  /** Ends the writing; what was written is still told. */
  async quieten(): Promise<void> {
    const quiet = said(this.child as ChildProcess, 'quiet');
    this.child?.send('quiet');
    await quiet;
  }

  kill(): void {
    const child = this.child;
    this.child = undefined;
    child?.kill('SIGKILL');
  }
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: Record<string, unknown>) => {
      if (message[word]) resolve();
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ${word}`)));
  });
}

/** Waits until the receiver has had everything. A flawed sender may never get there, so it gets a moment in which nothing moves. */
async function delivered(library: Database, isFlawed: boolean): Promise<void> {
  for (let still = 0, before = ''; ; ) {
    const [state] = await patiently(() => outboxStatus(library));
    if (state?.waiting === 0 && state.held === 0) return;
    const [reached] = await patiently(() => library.query<{ place: string }>('SELECT sequence::text AS place FROM outbox_receiver'));
    still = reached?.place === before ? still + 1 : 0;
    before = reached?.place ?? '';
    if (isFlawed && still > 40) return;
    await pause(50);
  }
}

/** Twice at most for PostgreSQL: its supervisor waits longer after each fall. */
function chosen(draw: number, postgresKills: number): Victim {
  if (draw < 0.2 && postgresKills < 2) return 'postgres';
  return draw < 0.6 ? 'sender' : 'receiver';
}

async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt > 2_000) throw error;
      await pause(50);
    }
  }
}

/** The same numbers for the same seed (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
