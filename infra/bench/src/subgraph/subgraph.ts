import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { systemEnvironment } from '@leader/local-stack/config';
import { startThrowAway } from '@leader/local-stack/postgres/throw-away';
import { roomForTheYoung } from '@leader/local-stack/stack/parts';
import pg from 'pg';
import { Pool } from 'undici';
import { median, rounded, shuffled } from '../measuring/figures.ts';
import { describe, machineNow } from '../measuring/machine.ts';
import { processorTime } from '../measuring/processor-time.ts';
import { keepResult } from '../measuring/results.ts';
import { askOften } from './asking.ts';
import { fill, parts, type QuestionName, questions } from './parts.ts';

const kinds = ['ours', 'stock', 'by-hand'] as const;
const stores = ['memory', 'postgres'] as const;
const times = 300;
const warmUp = 600;
const atOnce = 8;

/** On PostgreSQL; in memory as much as there is to be had. */
const goals = { ofTheLimit: 0.5, againstStock: 3 };

const expected: Readonly<Record<QuestionName, string>> = {
  list: JSON.stringify({ data: { parts } }),
  entities: JSON.stringify({ data: { _entities: [...parts].reverse() } }),
};

type Kind = (typeof kinds)[number];

interface Contender {
  readonly kind: Kind;
  readonly child: ChildProcess;
  readonly url: URL;
  readonly pool: Pool;
}

/**
 * Measures what one request costs a subgraph: a list of 100 entities of 8 fields, and a batch of 100 of them as the gateway asks for it. Ours
 * with all that production has on, the same resolvers with Apollo Server, type-graphql and TypeORM as they come, and the same JSON written
 * by hand. Answers whether the goals on PostgreSQL are met.
 */
export async function benchSubgraph(rounds: number): Promise<boolean> {
  const machine = machineNow();
  console.log(describe(machine));
  const results = [];
  const postgres = await startThrowAway();
  try {
    const client = new pg.Client({ connectionString: postgres.adminUrl });
    await client.connect();
    await fill(client);
    await client.end();
    for (const store of stores) results.push(...(await measureStore(store, store === 'postgres' ? postgres.adminUrl : undefined, rounds)));
  } finally {
    await postgres.remove();
  }
  keepResult('subgraph', machine, { rounds, times, goals, results });
  return results.every(
    ({ store, ofTheLimit, againstStock }) => store === 'memory' || (ofTheLimit >= goals.ofTheLimit && againstStock >= goals.againstStock),
  );
}

async function measureStore(store: (typeof stores)[number], databaseUrl: string | undefined, rounds: number) {
  const contenders: Contender[] = [];
  try {
    for (const kind of kinds) contenders.push(await open(kind, databaseUrl));
    const results = [];
    for (const question of Object.keys(questions) as QuestionName[]) {
      const taken = await measure(contenders, question, rounds);
      const [ours, stock, limit] = kinds.map((kind) => median(taken[kind])) as [number, number, number];
      const ratios = { ofTheLimit: rounded(limit / ours), againstStock: rounded(stock / ours) };
      results.push({
        store,
        question,
        milliseconds: { ours: rounded(ours, 3), stock: rounded(stock, 3), byHand: rounded(limit, 3) },
        ...ratios,
      });
      console.log(
        `${store}, ${question}: ${ours.toFixed(2)} ms of processor time, stock ${stock.toFixed(2)}, by hand ${limit.toFixed(2)}:`,
        `${ratios.againstStock} times as fast as stock, ${ratios.ofTheLimit} of the limit`,
      );
    }
    return results;
  } finally {
    for (const { child, pool } of contenders) {
      await pool.close();
      // Before its database goes.
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    }
  }
}

/** Milliseconds of processor time of each request, by contender and round. They take turns in another order each time. */
async function measure(contenders: readonly Contender[], question: QuestionName, rounds: number): Promise<Record<Kind, number[]>> {
  const taken: Record<Kind, number[]> = { ours: [], stock: [], 'by-hand': [] };
  const body = JSON.stringify(questions[question]);
  const ask = ({ pool, url }: Contender, often: number) => askOften(pool, url.pathname, body, expected[question], often, atOnce);
  for (const contender of contenders) await ask(contender, warmUp);
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of shuffled(contenders)) {
      const pid = contender.child.pid ?? 0;
      const before = processorTime(pid);
      await ask(contender, times);
      taken[contender.kind].push((processorTime(pid) - before) / times);
    }
  }
  return taken;
}

async function open(kind: Kind, databaseUrl: string | undefined): Promise<Contender> {
  const child = fork(path.join(import.meta.dirname, 'contender.ts'), [kind, ...(databaseUrl ? [databaseUrl] : [])], {
    execArgv: [roomForTheYoung, '--import', 'tsx'],
    // The loader reads how decorators are meant from the settings of the folder it starts in.
    cwd: path.resolve(import.meta.dirname, '../..'),
    // As all of them run in production: the GraphQL library checks less then, ours and stock alike.
    env: { ...systemEnvironment(), NODE_ENV: 'production' },
  });
  const url = await new Promise<URL>((resolve, reject) => {
    child.once('message', (message) => resolve(new URL(String(message))));
    child.once('exit', (code) => reject(new Error(`${kind} did not start (${code})`)));
  });
  return { kind, child, url, pool: new Pool(url.origin, { connections: atOnce }) };
}
