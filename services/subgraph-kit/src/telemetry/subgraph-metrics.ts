import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Sessions } from '../postgres/database.ts';
import { openRegistry } from './metrics-server.ts';

/** The figures of one subgraph. Labels come from short lists of ours: never who asked, never what was asked. */
export class SubgraphMetrics {
  readonly registry = openRegistry();
  private readonly requests: Histogram<'status'>;
  private readonly errors: Counter<'code'>;

  constructor(sessions: () => Sessions) {
    const registers = [this.registry];
    this.requests = new Histogram({
      name: 'subgraph_request_seconds',
      help: 'Time from a request of the gateway to its answer, by HTTP status.',
      labelNames: ['status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    });
    this.errors = new Counter({
      name: 'subgraph_errors_total',
      help: 'Errors in answers, by code. INTERNAL is a bug.',
      labelNames: ['code'],
      registers,
    });
    new Gauge({
      name: 'subgraph_database_sessions',
      help: 'Sessions of the pool that work and that idle, and requests that wait for one.',
      labelNames: ['state'],
      registers,
      collect() {
        for (const [state, count] of Object.entries(sessions())) this.set({ state }, count);
      },
    });
  }

  /** Notes one answer, by its HTTP status and the time it took in seconds. */
  answered(status: number, seconds: number): void {
    this.requests.observe({ status }, seconds);
  }

  /** Counts the errors of an answer, as the gateway gets to see them. */
  count(errors: readonly GraphQLFormattedError[]): void {
    for (const error of errors) this.errors.inc({ code: String(error.extensions?.['code'] ?? 'INTERNAL') });
  }

  /** Counts them in the answers of Apollo Server. */
  plugin<Context extends BaseContext>(): ApolloServerPlugin<Context> {
    return {
      requestDidStart: async () => ({
        willSendResponse: async ({ response: { body } }) => {
          if (body.kind === 'single') this.count(body.singleResult.errors ?? []);
        },
      }),
    };
  }
}
