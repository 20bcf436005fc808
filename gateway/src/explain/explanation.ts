import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from 'graphql';
import { type Amounts, costOf } from '../cost/formula.ts';
import { RequestSize } from '../cost/request-size.ts';
import { fetchDocument } from '../execution/fetch-document.ts';
import { withMeetings } from '../execution/meetings.ts';
import { withSiblingsMerged } from '../execution/siblings.ts';
import { type FetchStep, hopsOf, type Place, type Step, stepsOf } from '../execution/steps.ts';
import { entitiesOf, requestTogether } from '../execution/together.ts';
import { plannersCopy } from '../supergraph/planners-copy.ts';
import { planning } from '../supergraph/planning.ts';

/** What asking for an operation means: who is asked for what, in which order, and what it costs. */
export interface Explanation {
  /** Fetches that wait for one another, at most. */
  readonly hops: number;
  /** The tree of fetches, one line each, indented by what contains them. */
  readonly tree: readonly string[];
  readonly amounts: Amounts;
  /** Points, as they are taken before the operation is carried out. */
  readonly cost: number;
}

/**
 * Explains an operation as the gateway would carry it out, rights aside.
 *
 * @throws GraphQLError that says what is wrong with the operation or its variables
 */
export function explain(supergraphSdl: string, text: string, operationName: string | undefined, variables: object): Explanation {
  const supergraph = Supergraph.build(plannersCopy(supergraphSdl));
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const document = parse(text);
  const [mistake] = validate(schema, document);
  if (mistake) throw mistake;
  const operation = operationOf(document, operationName);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
  if (!coerced) throw errors[0];
  const name = operation.name?.value;
  const { node } = new QueryPlanner(supergraph, planning).buildQueryPlan(
    operationFromDocument(supergraph.apiSchema(), document, name === undefined ? {} : { operationName: name }),
  );
  if (node?.kind === 'Subscription') throw new GraphQLError('Subscriptions are not offered.');
  const steps = node && withMeetings(withSiblingsMerged(stepsOf(node)));
  const amounts = new RequestSize({ schema: supergraph.schema.toGraphQLJSSchema(), document, operation, variables: coerced }).amountsBy(
    steps,
  );
  return { hops: hopsOf(steps), tree: linesOf(steps), amounts, cost: costOf(amounts) };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (!operation) throw new GraphQLError('Name one of the operations of the document with --operation.');
  return operation;
}

function linesOf(step: Step | undefined): string[] {
  switch (step?.kind) {
    case 'fetch':
      return linesOfFetch(step);
    case 'sequence':
      return ['one after the other', ...step.steps.flatMap((one) => indented(linesOf(one)))];
    case 'parallel':
      return ['at the same time', ...step.steps.flatMap((one) => indented(linesOf(one)))];
    case 'condition':
      return [
        ...(step.met ? [`if $${step.variable}`, ...indented(linesOf(step.met))] : []),
        ...(step.unmet ? [`if not $${step.variable}`, ...indented(linesOf(step.unmet))] : []),
      ];
    default:
      return [];
  }
}

/** One line for each request; where several questions were put into one, each of them below. */
function linesOfFetch({ parts, meeting }: FetchStep): string[] {
  const [first] = parts;
  if (!first) return [];
  const { serviceName, requires, operation } = first.node;
  const met = meeting === undefined ? '' : ` (meets at ${meeting})`;
  if (parts.length === 1)
    return [`${serviceName}${met}${requires ? `, entities of ${namesOf(first.places)}` : ''}: ${onOneLine(operation)}`];
  const { operation: whole } = requestTogether(parts.map(({ node }) => fetchDocument(node)));
  const questions = parts.map(({ places }, index) => `${entitiesOf(index)} are entities of ${namesOf(places)}`);
  return [`${serviceName}${met}, ${parts.length} questions in one request: ${onOneLine(whole)}`, ...indented(questions)];
}

function namesOf(places: readonly Place[]): string {
  return places.map((place) => place.join('.').replaceAll('.@', '[]')).join(' and ');
}

function onOneLine(operation: string): string {
  return print(parse(operation)).replace(/\s+/g, ' ').trim();
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
