import type { Operation, Schema } from '@apollo/federation-internals';
import { operationFromDocument } from '@apollo/federation-internals';
import type { PlanNode, QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { Access } from '../rights/access.ts';
import type { Requirements } from './requirements.ts';

const keptPlans = 1_000;

/** One loaded version of the graph: what clients see, what subgraphs know, and the plans made for it. Replaced as a whole. */
export class Graph {
  private readonly plans = new Map<string, PlanNode | undefined>();
  private found = 0;
  private made = 0;

  constructor(
    /** What clients see. */
    readonly api: GraphQLSchema,
    /** Everything, hidden elements included. */
    readonly full: GraphQLSchema,
    readonly requirements: Requirements,
    /** Who may ask what. */
    readonly access: Access,
    private readonly planningSchema: Schema,
    private readonly planner: QueryPlanner,
  ) {}

  /**
   * The plan of a valid document's operation.
   *
   * @param operationName of the operation, also where the document holds no other
   * @param hash of the document's text
   * @throws KnownError when the operation cannot be planned
   */
  plan(document: DocumentNode, operationName: string | undefined, hash: string): PlanNode | undefined {
    const key = `${hash} ${operationName ?? ''}`;
    if (this.plans.has(key)) {
      this.found += 1;
      return this.plans.get(key);
    }
    const { node } = this.build(document, operationName);
    this.made += 1;
    if (node?.kind === 'Subscription') throw new KnownError('BAD_USER_INPUT', sentences.noSubscriptions);
    if (this.plans.size >= keptPlans) this.plans.delete(this.plans.keys().next().value ?? '');
    this.plans.set(key, node);
    return node;
  }

  /** How many plans are kept, and how many were found and made since this version came. */
  get planFigures(): { readonly kept: number; readonly found: number; readonly made: number } {
    return { kept: this.plans.size, found: this.found, made: this.made };
  }

  private build(document: DocumentNode, operationName: string | undefined): QueryPlan {
    const options = operationName === undefined ? {} : { operationName };
    try {
      const operation: Operation = operationFromDocument(this.planningSchema, document, options);
      return this.planner.buildQueryPlan(operation);
    } catch (error) {
      // The planner refuses what is too large or oddly written as a GraphQLError; anything else is a bug and stays one.
      if (error instanceof GraphQLError) throw new KnownError('BAD_USER_INPUT', sentences.notUnderstood, [], { cause: error });
      throw error;
    }
  }
}
