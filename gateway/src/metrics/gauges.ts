import { Counter, Gauge, type Registry } from 'prom-client';
import type { Admission } from '../admission/admission.ts';
import type { KnownOperations } from '../http/known-operations.ts';
import type { Graph } from '../supergraph/graph.ts';
import type { SupergraphFile } from '../supergraph/supergraph-file.ts';
import type { SubgraphTransport } from '../transport/subgraph-transport.ts';

export interface GaugeSources {
  readonly admission: Admission;
  readonly transport: SubgraphTransport;
  readonly file: SupergraphFile;
  readonly graph: () => Graph | undefined;
  /** Not there where everything goes through Apollo Server. */
  readonly known: KnownOperations | undefined;
}

/** How things stand at the front door, looked at whenever the figures are read. */
export function addGauges(registry: Registry, { admission, transport, file, graph, known }: GaugeSources): void {
  const registers = [registry];
  new Gauge({
    name: 'gateway_admission_requests',
    help: 'Requests that are worked on, and that wait for their turn.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'running' }, admission.figures.running);
      this.set({ state: 'waiting' }, admission.figures.waiting);
    },
  });
  new Gauge({
    name: 'gateway_admission_places',
    help: 'Requests that may be worked on at the same time right now: fewer than are allowed while the process is late.',
    registers,
    collect() {
      this.set(admission.figures.places);
    },
  });
  new Counter({
    name: 'gateway_admission_refused_total',
    help: 'Requests refused because too many came, by class of the token.',
    labelNames: ['class'],
    registers,
    collect() {
      this.reset();
      for (const [serviceClass, count] of Object.entries(admission.figures.refused)) this.inc({ class: serviceClass }, count);
    },
  });
  new Gauge({
    name: 'gateway_subgraph_left_alone',
    help: '1 while nothing is sent to a subgraph because it failed again and again.',
    labelNames: ['subgraph'],
    registers,
    collect() {
      for (const subgraph of transport.subgraphs) this.set({ subgraph }, transport.isLeftAlone(subgraph) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'gateway_plans',
    help: 'Query plans that are kept.',
    registers,
    collect() {
      this.set(graph()?.planFigures.kept ?? 0);
    },
  });
  new Counter({
    name: 'gateway_plan_lookups_total',
    help: 'Plans that were found, and that had to be made. Begins anew with each supergraph.',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      this.inc({ outcome: 'found' }, graph()?.planFigures.found ?? 0);
      this.inc({ outcome: 'made' }, graph()?.planFigures.made ?? 0);
    },
  });
  if (known) {
    new Counter({
      name: 'gateway_documents_seen_total',
      help: 'Requests whose document was found valid before, and that had to be looked at.',
      labelNames: ['outcome'],
      registers,
      collect() {
        this.reset();
        this.inc({ outcome: 'known' }, known.figures.known);
        this.inc({ outcome: 'new' }, known.figures.unknown);
      },
    });
  }
  addSupergraphGauges(registers, file);
}

function addSupergraphGauges(registers: Registry[], file: SupergraphFile): void {
  new Gauge({
    name: 'gateway_supergraph_info',
    help: 'Always 1; the label is the short hash of the supergraph in use.',
    labelNames: ['hash'],
    registers,
    collect() {
      this.reset();
      this.set({ hash: file.version }, 1);
    },
  });
  new Gauge({
    name: 'gateway_supergraph_age_seconds',
    help: 'For how long the supergraph has been in use.',
    registers,
    collect() {
      this.set((Date.now() - file.since) / 1000);
    },
  });
  new Gauge({
    name: 'gateway_supergraph_behind',
    help: '1 while a newer supergraph lies there that could not be used.',
    registers,
    collect() {
      this.set(file.isBehind ? 1 : 0);
    },
  });
}
