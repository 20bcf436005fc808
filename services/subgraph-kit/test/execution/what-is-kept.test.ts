import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { CompiledOperation } from '../../src/execution/compiled-operation.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const schema = buildSchema('type Query { book: Book } type Book { title: String pages(of: String): Int }');
Object.assign(schema.getQueryType()?.getFields()['book'] ?? {}, { resolve: () => ({ title: 'Roots', pages: 3 }) });
const document = parse('query ($with: Boolean!, $text: String) { book { title @include(if: $with) pages(of: $text) } }');
const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
const compiled = new CompiledOperation(schema, document, operation as OperationDefinitionNode);

/** Whatever the gateway sent, a thousand entities included, in a request that is over when this returns. */
function ask(withTitle: boolean): WeakRef<object> {
  const variables = { with: withTitle, text: 'long' };
  expect(compiled.execute({}, variables)).toEqual({ data: { book: withTitle ? { title: 'Roots', pages: 3 } : { pages: 3 } } });
  return new WeakRef(variables);
}

test('what an operation selects is kept for the next request, and nothing of what the first one sent', async () => {
  const sent = [ask(true), ask(false), ask(true)];
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(sent.map((one) => one.deref())).toEqual([undefined, undefined, undefined]);
});
