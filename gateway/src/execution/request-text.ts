import { type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type Data, own } from './own.ts';

/** What is sent to a subgraph again and again, but for the values of its variables. */
export interface RequestText {
  readonly operation: string;
  /** Changes nothing. */
  readonly isQuery: boolean;
  /** @param lists representations by the name of their variable, each as JSON */
  body(variables: Readonly<Data>, lists: Readonly<Record<string, readonly string[]>>): string;
}

/**
 * Prepares requests with a document.
 *
 * @param text of the document, which holds the one operation
 * @param lists names of the variables that carry representations
 */
export function requestTextOf(text: string, operation: OperationDefinitionNode, lists: readonly string[]): RequestText {
  const name = operation.name?.value;
  const named = name === undefined ? '' : `,"operationName":${JSON.stringify(name)}`;
  const head = `{"query":${JSON.stringify(text)}${named},"variables":{`;
  const known = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const fromClient = known.filter((one) => !lists.includes(one)).map((one) => ({ name: one, key: `${JSON.stringify(one)}:` }));
  return {
    operation: text,
    isQuery: operation.operation === OperationTypeNode.QUERY,
    body: (variables, representations) => {
      const values: string[] = [];
      for (const variable of fromClient) {
        const value = own(variables, variable.name);
        if (value !== undefined) values.push(variable.key + JSON.stringify(value));
      }
      for (const list of lists) values.push(`${JSON.stringify(list)}:[${(representations[list] ?? []).join(',')}]`);
      return `${head}${values.join(',')}}}`;
    },
  };
}
