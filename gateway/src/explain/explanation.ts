import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
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
import { plannersCopy } from '../rights/security-links.ts';

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
  const { node } = new QueryPlanner(supergraph).buildQueryPlan(
    operationFromDocument(supergraph.apiSchema(), document, name === undefined ? {} : { operationName: name }),
  );
  if (node?.kind === 'Subscription') throw new GraphQLError('Subscriptions are not offered.');
  const amounts = new RequestSize({ schema: supergraph.schema.toGraphQLJSSchema(), document, operation, variables: coerced }).amountsBy(
    node,
  );
  return { hops: hopsOf(node), tree: linesOf(node), amounts, cost: costOf(amounts) };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (!operation) throw new GraphQLError('Name one of the operations of the document with --operation.');
  return operation;
}

type Node = PlanNode | SubscriptionNode | undefined;

/** The longest chain of fetches that wait for one another. */
function hopsOf(node: Node): number {
  switch (node?.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return hopsOf(node.node);
    case 'Sequence':
      return node.nodes.reduce((sum, one) => sum + hopsOf(one), 0);
    case 'Parallel':
      return Math.max(0, ...node.nodes.map(hopsOf));
    case 'Condition':
      return Math.max(hopsOf(node.ifClause), hopsOf(node.elseClause));
    default:
      return 0;
  }
}

function linesOf(node: Node, at = ''): string[] {
  switch (node?.kind) {
    case 'Fetch':
      return [
        `${node.serviceName}${node.requires ? `, entities of ${at}` : ''}: ${print(parse(node.operation)).replace(/\s+/g, ' ').trim()}`,
      ];
    case 'Flatten':
      return linesOf(node.node, node.path.join('.').replaceAll('.@', '[]'));
    case 'Sequence':
      return ['one after the other', ...node.nodes.flatMap((one) => indented(linesOf(one, at)))];
    case 'Parallel':
      return ['at the same time', ...node.nodes.flatMap((one) => indented(linesOf(one, at)))];
    case 'Condition':
      return [
        ...(node.ifClause ? [`if $${node.condition}`, ...indented(linesOf(node.ifClause, at))] : []),
        ...(node.elseClause ? [`if not $${node.condition}`, ...indented(linesOf(node.elseClause, at))] : []),
      ];
    default:
      return [];
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
