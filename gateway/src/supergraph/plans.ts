import { operationFromDocument } from '@apollo/federation-internals';
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { BorrowedField, BorrowedFields } from './borrowed-fields.ts';
import type { LesserGraphs, PlanningGround } from './lesser-graphs.ts';
import { withoutNeverMet } from './never-met.ts';
import type { Requirements } from './requirements.ts';
import { askedOfBorrower, askedWithoutInputs } from './sound-plan.ts';

type Plan = QueryPlan['node'];

/** Makes plans that hold: nothing is asked without what it requires, nor of a subgraph that only names it. */
export class Plans {
  constructor(
    private readonly api: GraphQLSchema,
    private readonly full: GraphQLSchema,
    private readonly requirements: Requirements,
    private readonly borrowed: BorrowedFields,
    private readonly whole: PlanningGround,
    /** Where else to plan what the planner gets wrong in the whole graph; without them it is refused. */
    private readonly lesser: LesserGraphs | undefined,
  ) {}

  /** @throws KnownError when the operation cannot be planned */
  of(document: DocumentNode, operationName: string | undefined): PlanNode | undefined {
    const avoided: BorrowedField[] = [];
    let plan = this.inWhole(document, operationName);
    for (;;) {
      if (plan?.kind === 'Subscription') throw new KnownError('BAD_USER_INPUT', sentences.noSubscriptions);
      const blind = askedWithoutInputs(plan, this.full, this.requirements);
      if (blind !== undefined) throw notPlanned(new Error(`planned without its inputs: ${blind}`));
      const lent = askedOfBorrower(plan, this.full, this.borrowed);
      if (!lent) return plan;
      avoided.push(lent);
      plan = this.inLesser(avoided, document, operationName);
    }
  }

  private inWhole(document: DocumentNode, operationName: string | undefined): Plan {
    try {
      return this.inGround(this.whole, document, operationName);
    } catch (error) {
      // So it says of some of the operations that `askedWithoutInputs` is there for.
      if (error instanceof Error && error.message.includes('would create a cycle')) throw notPlanned(error);
      // The planner refuses what is too large or oddly written as a GraphQLError; anything else is a bug and stays one.
      if (error instanceof GraphQLError) throw new KnownError('BAD_USER_INPUT', sentences.notUnderstood, [], { cause: error });
      throw error;
    }
  }

  private inLesser(avoided: readonly BorrowedField[], document: DocumentNode, operationName: string | undefined): Plan {
    const places = avoided.map(({ subgraph, type, field }) => `${type}.${field} of ${subgraph}`).join(', ');
    if (!this.lesser) throw notPlanned(new Error(`planned where it is only named: ${places}`));
    try {
      return this.inGround(this.lesser.without(avoided), document, operationName);
    } catch (error) {
      throw notPlanned(new Error(`planned where it is only named, and in no other way: ${places}`, { cause: error }));
    }
  }

  private inGround(ground: PlanningGround, document: DocumentNode, operationName: string | undefined): Plan {
    try {
      return plannedIn(ground, document, operationName);
    } catch (error) {
      // So it stumbles over conditions that nothing can meet; they are taken out only then, as fragments help it otherwise.
      if (error instanceof Error && error.message.startsWith('We should have an edge from'))
        return plannedIn(ground, withoutNeverMet(document, this.api), operationName);
      throw error;
    }
  }
}

function plannedIn({ api, planner }: PlanningGround, document: DocumentNode, operationName: string | undefined): Plan {
  return planner.buildQueryPlan(operationFromDocument(api, document, operationName === undefined ? {} : { operationName })).node;
}

function notPlanned(cause: Error): KnownError {
  return new KnownError('INTERNAL', sentences.inputsNotPlanned, [], { cause });
}
