import type { Operation, Schema } from '@apollo/federation-internals';
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { type FetchProgram, programOf } from '../execution/fetch-program.ts';
import type { Access } from '../rights/access.ts';
import type { BorrowedFields } from './borrowed-fields.ts';
import { withoutFragmentDirectives } from './fragment-directives.ts';
import { type AskedNames, askedNames, giveNamesBack, type InputNames, planInGivenNames } from './input-names.ts';
import { withoutNeverMet } from './never-met.ts';
import type { Requirements } from './requirements.ts';
import { askedOfBorrower, askedWithoutInputs } from './sound-plan.ts';
import type { ToldTypes } from './told-types.ts';

const keptPrograms = 1_000;

/** One loaded version of the graph: what clients see, what subgraphs know, and the programs made for it. Replaced as a whole. */
export class Graph {
  private readonly programs = new Map<string, FetchProgram>();
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
    private readonly borrowed: BorrowedFields,
    private readonly inputNames: InputNames,
    private readonly toldTypes: ToldTypes,
    private readonly planningSchema: Schema,
    private readonly planner: QueryPlanner,
  ) {}

  /**
   * What to fetch for a valid document's operation. Kept, and dropped with the graph.
   *
   * @param operationName of the operation, also where the document holds no other
   * @param hash of the document's text
   * @throws KnownError when the operation cannot be planned
   */
  program(document: DocumentNode, operationName: string | undefined, hash: string): FetchProgram {
    const key = `${hash} ${operationName ?? ''}`;
    const known = this.programs.get(key);
    if (known) {
      this.found += 1;
      return known;
    }
    const program = this.make(document, operationName);
    this.made += 1;
    if (this.programs.size >= keptPrograms) this.programs.delete(this.programs.keys().next().value ?? '');
    this.programs.set(key, program);
    return program;
  }

  /** How many plans are kept, and how many were found and made since this version came. */
  get planFigures(): { readonly kept: number; readonly found: number; readonly made: number } {
    return { kept: this.programs.size, found: this.found, made: this.made };
  }

  private make(document: DocumentNode, operationName: string | undefined): FetchProgram {
    const setApart = this.inputNames.setApart(document);
    const { node } = this.build(this.toldTypes.asked(withoutFragmentDirectives(setApart, this.api), this.api), operationName);
    if (node?.kind === 'Subscription') throw new KnownError('BAD_USER_INPUT', sentences.noSubscriptions);
    const blind = askedWithoutInputs(node, this.full, this.requirements);
    if (blind !== undefined)
      throw new KnownError('INTERNAL', sentences.inputsNotPlanned, [], { cause: new Error(`planned without its inputs: ${blind}`) });
    const lent = askedOfBorrower(node, this.full, this.borrowed);
    if (lent !== undefined)
      throw new KnownError('INTERNAL', sentences.inputsNotPlanned, [], { cause: new Error(`planned where it is only named: ${lent}`) });
    const program = programOf(node, this.full);
    return setApart === document ? program : inGivenNames(program, askedNames(setApart, operationName));
  }

  private build(document: DocumentNode, operationName: string | undefined): QueryPlan {
    try {
      return this.plan(document, operationName);
    } catch (error) {
      // So it stumbles over conditions that nothing can meet; they are taken out only then, as fragments help it otherwise.
      if (error instanceof Error && error.message.startsWith('We should have an edge from'))
        return this.plan(withoutNeverMet(document, this.api), operationName);
      // So it says of some of the operations that `askedWithoutInputs` is there for.
      if (error instanceof Error && error.message.includes('would create a cycle'))
        throw new KnownError('INTERNAL', sentences.inputsNotPlanned, [], { cause: error });
      // The planner refuses what is too large or oddly written as a GraphQLError; anything else is a bug and stays one.
      if (error instanceof GraphQLError) throw new KnownError('BAD_USER_INPUT', sentences.notUnderstood, [], { cause: error });
      throw error;
    }
  }

  private plan(document: DocumentNode, operationName: string | undefined): QueryPlan {
    const operation: Operation = operationFromDocument(this.planningSchema, document, operationName === undefined ? {} : { operationName });
    return this.planner.buildQueryPlan(operation);
  }
}

/** The program of a document in which names were set apart, as those see it who know only the client's names. */
function inGivenNames({ plan, run }: FetchProgram, names: AskedNames): FetchProgram {
  return {
    plan: plan && planInGivenNames(plan),
    run: async (execution) => {
      await run(execution);
      giveNamesBack(execution.data, names);
    },
  };
}
