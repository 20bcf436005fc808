import type { DocumentNode, GraphQLSchema } from 'graphql';

const keptForOneView = 500;
const longestKept = 16 * 1024;

/** A document that was found valid. */
export interface Validated {
  readonly document: DocumentNode;
  /** Of its text. */
  readonly hash: string;
}

/** The latest documents that were found valid for each view, by their text: whoever sends one again need not wait for the same verdict. */
export class ValidatedDocuments {
  // With the view, which is another one for each version of the graph, its verdicts go.
  private readonly byView = new WeakMap<GraphQLSchema, Map<string, Validated>>();

  find(view: GraphQLSchema, text: string): Validated | undefined {
    return this.byView.get(view)?.get(text);
  }

  remember(view: GraphQLSchema, text: string, validated: Validated): void {
    if (text.length > longestKept) return;
    const ofView = this.byView.get(view) ?? new Map<string, Validated>();
    this.byView.set(view, ofView);
    if (ofView.has(text)) return;
    if (ofView.size >= keptForOneView) ofView.delete(ofView.keys().next().value ?? '');
    ofView.set(text, validated);
  }
}
