import type { FetchNode, PlanNode } from '@apollo/query-planner';

/** Leads from the root of the answer to objects in it; `@` stands for every item of a list. */
export type Place = readonly string[];

/** A fetch of the plan, and where the objects stand that it is about. */
export interface PlannedFetch {
  readonly node: FetchNode;
  readonly places: readonly Place[];
}

/** What goes out as one request. */
export interface FetchStep {
  readonly kind: 'fetch';
  readonly parts: readonly PlannedFetch[];
  /** Those with the same number go out as one request when they come at about the same time. */
  readonly meeting?: number;
}

/** A plan in the form in which it is carried out: every fetch knows its place, and nothing has to be looked up on the way to it. */
export type Step =
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | { readonly kind: 'condition'; readonly variable: string; readonly met: Step | undefined; readonly unmet: Step | undefined }
  | FetchStep;

/** The steps of a plan, each fetch a request of its own. */
export function stepsOf(node: PlanNode, place: Place = []): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((one) => stepsOf(one, place)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((one) => stepsOf(one, place)) };
    case 'Flatten':
      return stepsOf(node.node, [...place, ...node.path.map(String)]);
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      return {
        kind: 'condition',
        variable: condition,
        met: ifClause && stepsOf(ifClause, place),
        unmet: elseClause && stepsOf(elseClause, place),
      };
    }
    case 'Fetch':
      return { kind: 'fetch', parts: [{ node, places: [place] }] };
    case 'Defer':
      throw new Error('the plan holds @defer, which is switched off');
  }
}

/** Whom a request goes to, and where in the answer the objects stand that it is about. */
export function addresseeOf({ parts }: Pick<FetchStep, 'parts'>): { readonly subgraph: string; readonly position: string } {
  const places = new Set(parts.flatMap((part) => part.places.map((place) => place.join('.'))));
  return { subgraph: parts[0]?.node.serviceName ?? '', position: [...places].join(' ') };
}

/** The longest chain of fetches that wait for one another. */
export function hopsOf(step: Step | undefined): number {
  switch (step?.kind) {
    case 'fetch':
      return 1;
    case 'sequence':
      return step.steps.reduce((sum, one) => sum + hopsOf(one), 0);
    case 'parallel':
      return Math.max(0, ...step.steps.map(hopsOf));
    case 'condition':
      return Math.max(hopsOf(step.met), hopsOf(step.unmet));
    default:
      return 0;
  }
}

/** The fetches that may go out, whatever the conditions. */
export function fetchesIn(step: Step | undefined): readonly PlannedFetch[] {
  switch (step?.kind) {
    case 'fetch':
      return step.parts;
    case 'condition':
      return [...fetchesIn(step.met), ...fetchesIn(step.unmet)];
    case 'sequence':
    case 'parallel':
      return step.steps.flatMap(fetchesIn);
    default:
      return [];
  }
}
