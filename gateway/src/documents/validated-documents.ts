import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LatestTexts } from './latest-texts.ts';

/** A document that was found valid. */
export interface Validated {
  readonly document: DocumentNode;
  /** Of its text. */
  readonly hash: string;
}

/** The latest documents that were found valid for each view, by their text: whoever sends one again need not wait for the same verdict. */
export class ValidatedDocuments {
  // With the view, which is another one for each version of the graph, its verdicts go.
  private readonly byView = new WeakMap<GraphQLSchema, LatestTexts<Validated>>();

  find(view: GraphQLSchema, text: string): Validated | undefined {
    return this.byView.get(view)?.find(text);
  }

  remember(view: GraphQLSchema, text: string, validated: Validated): void {
    const ofView = this.byView.get(view) ?? new LatestTexts<Validated>();
    this.byView.set(view, ofView);
    ofView.keep(text, validated);
  }
}
