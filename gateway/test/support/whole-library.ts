import { buildSchema, type ExecutionResult, type GraphQLFieldResolver, graphql } from 'graphql';
import { books, booksSubgraph, readersSubgraph, stockSubgraph } from './library.ts';

type Record_ = Record<string, unknown>;
type Resolve = (source: Record_, args: Record_) => unknown;
const resolversOf = (parts: { resolvers?: Record<string, Record<string, Resolve>> }, type: string) => parts.resolvers?.[type] ?? {};

/** Everything the library knows of a book, as each of the subgraphs would be told. */
function wholeBook({ id }: Record_): Record_ {
  const book = books.find((one) => one.id === id) as Record_ | undefined;
  if (!book) throw new Error(`no book ${id}`);
  const pages = book['pages'] as number | null;
  return { ...book, price: Number(id) * 100, weight: pages === null ? null : { grams: pages * 5 } };
}

const wholes: Record<string, (source: Record_) => Record_> = { Book: wholeBook, Author: ({ id }) => ({ id }) };

const readWhole: GraphQLFieldResolver<Record_, unknown> = (source, args, _context, info) => {
  const type = info.parentType.name;
  const whole = wholes[type]?.(source ?? {}) ?? source ?? {};
  const resolve = [booksSubgraph, stockSubgraph, readersSubgraph].map((parts) => resolversOf(parts, type)[info.fieldName]).find(Boolean);
  return resolve ? resolve(whole, args) : whole[info.fieldName];
};

/** The library as one server without any borders: what it answers, the gateway has to answer. */
export function askTheWhole(apiSdl: string, source: string, variableValues: Record_): Promise<ExecutionResult> {
  const schema = buildSchema(apiSdl);
  return graphql({ schema, source, variableValues, fieldResolver: readWhole as GraphQLFieldResolver<unknown, unknown> });
}
