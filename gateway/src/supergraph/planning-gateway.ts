import type { Schema } from '@apollo/federation-internals';
import { ApolloGateway, type GatewayConfig, type SupergraphSdlUpdateFunction } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Views, viewsOf } from '../contracts/contract.ts';
import type { AskedOperation, OperationResult } from '../execution/operation.ts';
import { Access } from '../rights/access.ts';
import { type Introspection, withIntrospection } from '../rights/introspection.ts';
import { readRules } from '../rights/read-rules.ts';
import { BorrowedFields } from './borrowed-fields.ts';
import { Graph } from './graph.ts';
import type { GraphVersion } from './graph-version.ts';
import { InputNames } from './input-names.ts';
import { LesserGraphs } from './lesser-graphs.ts';
import { plannersCopy } from './planners-copy.ts';
import { planning } from './planning.ts';
import { Plans } from './plans.ts';
import { Requirements } from './requirements.ts';
import type { SupergraphFile } from './supergraph-file.ts';
import { ToldTypes } from './told-types.ts';

/** Runs an operation of a loaded graph for whoever its context says. */
export type Run<Context> = (graph: Graph, asked: AskedOperation, context: Context) => Promise<OperationResult>;

export interface PlanningOptions {
  readonly introspection: Introspection;
  /** How the library's own executor talks to a subgraph; only where that executor runs. */
  readonly buildService?: GatewayConfig['buildService'];
}

/**
 * Apollo's gateway, of which the handling of the supergraph and the planner stay. Execution is ours: the stock
 * executor loses error paths and forwards what it should not. Clients never see it itself, only the views of the contracts.
 */
export class PlanningGateway<Context = unknown> extends ApolloGateway {
  // Keyed by the view a request was validated against, so that a swap in mid-request changes nothing for it.
  private readonly graphs = new WeakMap<GraphQLSchema, Graph>();
  private readonly listeners = new Set<(views: Views) => void>();
  private latest: Graph | undefined;
  private shown: Views = new Map();

  private constructor(
    file: SupergraphFile,
    first: GraphVersion,
    private readonly runOn: Run<Context>,
    private readonly buildService: GatewayConfig['buildService'],
    private readonly introspection: Introspection,
  ) {
    super({
      queryPlannerConfig: planning,
      ...(buildService && { buildService }),
      supergraphSdl: async ({ update }: { update: SupergraphSdlUpdateFunction }) => {
        const watching = file.watch((version) => {
          update(plannersCopy(version.supergraph));
          this.show(version);
        });
        return { supergraphSdl: plannersCopy(first.supergraph), cleanup: watching };
      },
      logger: { debug: () => {}, info: () => {}, warn: file.warn, error: file.warn },
    });
    this.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => this.keep(apiSchema, coreSupergraphSdl));
  }

  /** Loads the first version, and from then on whichever good one lies there. */
  static async open<Context>(file: SupergraphFile, run: Run<Context>, options: PlanningOptions): Promise<PlanningGateway<Context>> {
    const first = await file.first();
    const gateway = new PlanningGateway(file, first, run, options.buildService, options.introspection);
    await gateway.load();
    gateway.show(first);
    return gateway;
  }

  /** The graph that new requests get. */
  get current(): Graph | undefined {
    return this.latest;
  }

  /** What the callers of each contract see of it. */
  get views(): Views {
    return this.shown;
  }

  /** Tells of the views there are, now and whenever they change, until the returned function is called. */
  onViews(listener: (views: Views) => void): () => void {
    this.listeners.add(listener);
    listener(this.shown);
    return () => this.listeners.delete(listener);
  }

  /** Runs an operation on the graph that its view belongs to. */
  run(asked: AskedOperation, context: Context): Promise<OperationResult> {
    return this.runOn(this.graphOf(asked.view), asked, context);
  }

  private graphOf(schema: GraphQLSchema): Graph {
    const graph = this.graphs.get(schema);
    // Never another one instead: its rights would be those of another schema.
    if (!graph) throw new Error('a request was validated against a schema that was never taken over');
    return graph;
  }

  private keep(api: GraphQLSchema, sdl: string): void {
    // Internals of the pinned version; without them no gateway starts.
    const inside = this as unknown as { apiSchema?: Schema; supergraphSchema?: GraphQLSchema; queryPlanner?: QueryPlanner };
    if (!inside.apiSchema || !inside.supergraphSchema || !inside.queryPlanner)
      throw new Error('this version of the gateway library keeps its parts elsewhere');
    const rules = withIntrospection(readRules(sdl), inside.supergraphSchema, this.introspection);
    const access = new Access(inside.supergraphSchema, rules, sdl);
    const names = new InputNames(sdl);
    const requirements = new Requirements(sdl);
    const whole = { api: inside.apiSchema, planner: inside.queryPlanner };
    // The library's own executor plans for itself, in the whole graph.
    const lesser = this.buildService ? undefined : new LesserGraphs(sdl);
    const plans = new Plans(api, inside.supergraphSchema, requirements, new BorrowedFields(sdl), whole, lesser);
    this.latest = new Graph(api, inside.supergraphSchema, requirements, access, names, new ToldTypes(sdl), plans);
  }

  // A version may bring new contracts and no new supergraph: then there is nothing for `keep`.
  private show({ contracts }: GraphVersion): void {
    const graph = this.latest;
    if (!graph) throw new Error('this version of the gateway library tells of a supergraph later than it did');
    this.shown = viewsOf(graph.api, contracts);
    for (const view of this.shown.values()) this.graphs.set(view, graph);
    for (const listener of this.listeners) listener(this.shown);
  }
}
