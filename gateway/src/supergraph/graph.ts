import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type FetchProgram, programOf } from '../execution/fetch-program.ts';
import type { Access } from '../rights/access.ts';
import { withoutDecided } from './decided.ts';
import { withoutFragmentDirectives } from './fragment-directives.ts';
import { type AskedNames, askedNames, giveNamesBack, type InputNames, planInGivenNames } from './input-names.ts';
import type { Plans } from './plans.ts';
import type { Requirements } from './requirements.ts';
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
    private readonly inputNames: InputNames,
    private readonly toldTypes: ToldTypes,
    private readonly plans: Plans,
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
    const asked = this.toldTypes.asked(withoutFragmentDirectives(withoutDecided(setApart), this.api), this.api);
    const node = this.plans.of(asked, operationName);
    const program = programOf(node, this.full);
    return setApart === document ? program : inGivenNames(program, askedNames(setApart, operationName));
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
