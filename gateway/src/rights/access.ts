import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Caller } from '../identity/caller.ts';
import { type Demand, demandsOf } from './demands.ts';
import type { Rules } from './read-rules.ts';
import { requiredFields } from './required-fields.ts';
import { isMet } from './rule.ts';

/** Who may ask what of one version of the graph. */
export class Access {
  // By document: the same ones are asked again and again, and looking through one takes longer than looking at a caller.
  private readonly known = new WeakMap<DocumentNode, Map<string, readonly Demand[]>>();
  private readonly required: ReturnType<typeof requiredFields>;

  /** @param schema everything, hidden elements included */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: Rules,
    supergraphSdl: string,
  ) {
    this.required = requiredFields(supergraphSdl);
  }

  /** The demands of a valid document's operation that a caller does not meet, in the order of the document. */
  unmet(document: DocumentNode, operationName: string | undefined, caller: Caller): readonly Demand[] {
    return this.demands(document, operationName ?? '').filter(({ rule }) => !isMet(rule, caller));
  }

  private demands(document: DocumentNode, operationName: string): readonly Demand[] {
    const ofDocument = this.known.get(document) ?? new Map<string, readonly Demand[]>();
    this.known.set(document, ofDocument);
    const demands = ofDocument.get(operationName) ?? demandsOf(this.schema, this.rules, this.required, document, operationName);
    ofDocument.set(operationName, demands);
    return demands;
  }
}
