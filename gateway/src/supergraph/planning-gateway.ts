import type { Schema } from '@apollo/federation-internals';
import { ApolloGateway, type SupergraphSdlUpdateFunction } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { Access } from '../rights/access.ts';
import { type Introspection, withIntrospection } from '../rights/introspection.ts';
import { readRules } from '../rights/read-rules.ts';
import { plannersCopy } from '../rights/security-links.ts';
import { Graph } from './graph.ts';
import { Requirements } from './requirements.ts';
import type { SupergraphFile } from './supergraph-file.ts';

/** Runs an operation of a loaded graph. */
export type Run = (graph: Graph, request: Parameters<ApolloGateway['executor']>[0]) => ReturnType<ApolloGateway['executor']>;

/**
 * Apollo's gateway, of which the handling of the supergraph and the planner stay. Execution is ours: the stock
 * executor loses error paths and forwards what it should not.
 */
export class PlanningGateway extends ApolloGateway {
  // Keyed by the schema a request was validated against, so that a swap in mid-request changes nothing for it.
  private readonly graphs = new WeakMap<GraphQLSchema, Graph>();
  private latest: Graph | undefined;

  constructor(
    file: SupergraphFile,
    run: Run,
    private readonly introspection: Introspection,
  ) {
    super({
      supergraphSdl: async ({ update }: { update: SupergraphSdlUpdateFunction }) => {
        const supergraphSdl = plannersCopy(await file.first());
        return { supergraphSdl, cleanup: file.watch((sdl) => update(plannersCopy(sdl))) };
      },
      logger: { debug: () => {}, info: () => {}, warn: file.warn, error: file.warn },
    });
    this.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => this.keep(apiSchema, coreSupergraphSdl));
    this.executor = async (request) => run(this.graphOf(request.schema), request);
  }

  /** The graph that new requests get, once one is loaded. */
  get current(): Graph | undefined {
    return this.latest;
  }

  private graphOf(schema: GraphQLSchema): Graph {
    const graph = this.graphs.get(schema);
    // Never another one instead: its rights would be those of another schema.
    if (!graph) throw new Error('a request was validated against a schema that was never taken over');
    return graph;
  }

  private keep(api: GraphQLSchema, sdl: string): void {
    // Internals of the pinned version; test/supergraph.test.ts fails when an upgrade moves them.
    const inside = this as unknown as { apiSchema?: Schema; supergraphSchema?: GraphQLSchema; queryPlanner?: QueryPlanner };
    if (!inside.apiSchema || !inside.supergraphSchema || !inside.queryPlanner)
      throw new Error('this version of the gateway library keeps its parts elsewhere');
    const rules = withIntrospection(readRules(sdl), inside.supergraphSchema, this.introspection);
    const access = new Access(inside.supergraphSchema, rules, sdl);
    this.latest = new Graph(api, inside.supergraphSchema, new Requirements(sdl), access, inside.apiSchema, inside.queryPlanner);
    this.graphs.set(api, this.latest);
  }
}
