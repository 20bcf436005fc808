import { readFile } from 'node:fs/promises';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack, type TestStackOptions } from '@leader/local-stack/testing/test-stack';
import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { openLog } from '@leader/subgraph-kit/log/log';
import { gatewaySettings } from '../../src/config.ts';
import type { ObservedFetch } from '../../src/execution/execution.ts';
import { type FrontDoor, openFrontDoor } from '../../src/front-door.ts';

/** A busy machine may take its time: what the deadlines do has tests of its own. */
const patience = { REQUEST_TIMEOUT: '60000', FETCH_TIMEOUT: '50000' };

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly reference: string };
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a journey reads an answer whose shape its own document fixes.
  readonly data: any;
  readonly errors: readonly AnswerError[];
}

/** The whole network as `npm start` runs it, with a front door of the test's own that tells of every fetch. */
export class Network {
  readonly fetches: ObservedFetch[] = [];
  private readonly tokens = new Map<string, string>();
  private door!: FrontDoor;

  private constructor(readonly stack: Stack) {}

  static async start(name: string, options: Pick<TestStackOptions, 'tracesTo'> = {}): Promise<Network> {
    const stack = await startTestStack(`journey_${name}`, { ...options, logLevel: 'warn', without: ['gateway'] });
    const network = new Network(stack);
    const config = readConfig(gatewaySettings, { ...stack.gatewayEnvironment, ...patience, EXECUTION: process.env['EXECUTION'] });
    network.door = await openFrontDoor(config, openLog('gateway', 'silent'), {
      fetch: (one) => network.fetches.push(one),
    });
    return network;
  }

  async ask(
    query: string,
    as: string | undefined,
    variables: Record<string, unknown> = {},
    language = 'en',
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.door.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...headers,
        'accept-language': language,
        ...(as && { authorization: `Bearer ${await this.token(as)}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: unknown; errors?: readonly AnswerError[] };
    return { status: response.status, data: answer.data ?? null, errors: answer.errors ?? [] };
  }

  async token(persona: string): Promise<string> {
    const known = this.tokens.get(persona) ?? (await this.stack.token(persona));
    this.tokens.set(persona, known);
    return known;
  }

  /** The id of the one company that the directory finds under this name. */
  async companyId(name: string): Promise<string> {
    const { data } = await this.ask(
      'query ($name: String!) { companies(first: 2, search: $name) { edges { node { id legalName } } } }',
      'staff',
      { name },
    );
    const [found] = data.companies.edges;
    if (!found?.node.legalName.includes(name)) throw new Error(`The directory knows no ${name}`);
    return found.node.id;
  }

  async close(): Promise<void> {
    await this.door?.close();
    await this.stack.close();
  }
}

/** The document a client really sends. */
export function operation(file: string): Promise<string> {
  return readFile(new URL(`../../../schema/operations/${file}`, import.meta.url), 'utf8');
}
