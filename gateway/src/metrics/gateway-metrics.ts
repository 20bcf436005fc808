import { openRegistry } from '@leader/subgraph-kit/telemetry/metrics-server';
import { Counter, Histogram } from 'prom-client';
import { serviceClasses } from '../admission/admission.ts';
import type { Visit } from '../http/visit.ts';
import type { FetchOutcome, TransportObserver } from '../transport/transport-observer.ts';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What happened at the front door, counted. Labels come from short lists of ours and from the names of the subgraphs: never who
 * asked, never what was asked, since a list that clients can lengthen would fill the memory.
 */
export class GatewayMetrics implements TransportObserver {
  readonly registry = openRegistry();
  private readonly requests: Counter<'outcome' | 'class'>;
  private readonly durations: Histogram<'class'>;
  private readonly fetches: Counter<'subgraph' | 'outcome'>;
  private readonly fetchDurations: Histogram<'subgraph'>;
  private readonly retries: Counter<'subgraph'>;

  constructor() {
    const registers = [this.registry];
    this.requests = new Counter({
      name: 'gateway_requests_total',
      help: 'Requests to the graph by what became of them (OK, PARTIAL, ABANDONED, or the code of the refusal) and class of the token.',
      labelNames: ['outcome', 'class'],
      registers,
    });
    this.durations = new Histogram({
      name: 'gateway_request_seconds',
      help: 'Time from a request to the end of its answer, by class of the token.',
      labelNames: ['class'],
      buckets: seconds,
      registers,
    });
    this.fetches = new Counter({
      name: 'gateway_fetches_total',
      help: 'Questions to subgraphs by how they ended; "left alone" was not sent, as the subgraph failed again and again.',
      labelNames: ['subgraph', 'outcome'],
      registers,
    });
    this.fetchDurations = new Histogram({
      name: 'gateway_fetch_seconds',
      help: 'Time from a question to a subgraph to the end of its answer.',
      labelNames: ['subgraph'],
      buckets: seconds,
      registers,
    });
    this.retries = new Counter({
      name: 'gateway_retries_total',
      help: 'Questions put a second time because the connection failed before the first byte.',
      labelNames: ['subgraph'],
      registers,
    });
  }

  fetched(subgraph: string, outcome: FetchOutcome, milliseconds: number): void {
    this.fetches.inc({ subgraph, outcome });
    if (outcome !== 'left alone') this.fetchDurations.observe({ subgraph }, milliseconds / 1000);
  }

  retried(subgraph: string): void {
    this.retries.inc({ subgraph });
  }

  /** Counts a request to the graph, however it ends. */
  watch(visit: Visit): void {
    visit.whenOver(() => {
      const { outcome = 'INTERNAL', serviceClass } = visit;
      const known = serviceClasses.find((one) => one === serviceClass) ?? (serviceClass === undefined ? 'unknown' : 'batch');
      this.requests.inc({ outcome: visit.isAnswered ? outcome : 'ABANDONED', class: known });
      this.durations.observe({ class: known }, (performance.now() - visit.began) / 1000);
    });
  }
}
