import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
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
import { type FetchStep, hopsOf, type Place, type Step } from '../execution/steps.ts';
import { entitiesOf, requestTogether } from '../execution/together.ts';
import { Access } from '../rights/access.ts';
import { readRules } from '../rights/read-rules.ts';
import { BorrowedFields } from '../supergraph/borrowed-fields.ts';
import { Graph } from '../supergraph/graph.ts';
import { InputNames } from '../supergraph/input-names.ts';
import { LesserGraphs } from '../supergraph/lesser-graphs.ts';
import { plannersCopy } from '../supergraph/planners-copy.ts';
import { planning } from '../supergraph/planning.ts';
import { Plans } from '../supergraph/plans.ts';
import { Requirements } from '../supergraph/requirements.ts';
import { ToldTypes } from '../supergraph/told-types.ts';

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
 * @throws KnownError that says why nobody could carry it out
 */
export function explain(supergraphSdl: string, text: string, operationName: string | undefined, variables: object): Explanation {
  const graph = graphOf(supergraphSdl);
  const document = parse(text);
  const [mistake] = validate(graph.api, document);
  if (mistake) throw mistake;
  const operation = operationOf(document, operationName);
  const { coerced, errors } = getVariableValues(graph.api, operation.variableDefinitions ?? [], { ...variables });
  if (!coerced) throw errors[0];
  const size = new RequestSize({ schema: graph.full, document, operation, variables: coerced });
  const { plan } = graph.program(document, operation.name?.value, text);
  const amounts = size.amountsBy(plan);
  return { hops: hopsOf(plan), tree: linesOf(plan), amounts, cost: costOf(amounts) };
}

function graphOf(sdl: string): Graph {
  const supergraph = Supergraph.build(plannersCopy(sdl));
  const planningSchema = supergraph.apiSchema();
  const [api, full] = [planningSchema, supergraph.schema].map((schema) => schema.toGraphQLJSSchema()) as [GraphQLSchema, GraphQLSchema];
  const requirements = new Requirements(sdl);
  const whole = { api: planningSchema, planner: new QueryPlanner(supergraph, planning) };
  const plans = new Plans(api, full, requirements, new BorrowedFields(sdl), whole, new LesserGraphs(sdl));
  return new Graph(api, full, requirements, new Access(full, readRules(sdl), sdl), new InputNames(sdl), new ToldTypes(sdl), plans);
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
