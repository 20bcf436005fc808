import { readFileSync } from 'node:fs';
import type { DocumentNode, OperationDefinitionNode, VariableDefinitionNode } from 'graphql';
// By file, because loading the whole library would take longer than all the rest of the command.
import { Kind } from 'graphql/language/kinds.js';
import { parse } from 'graphql/language/parser.js';
import { print } from 'graphql/language/printer.js';
import { WrongUse } from './sentences.ts';

/** What is sent to the graph. */
export interface Operation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/** Reads a document and its variables, and refuses what the graph could only refuse too. */
export function readOperation(file: string, name: string | undefined, variablesText: string | undefined): Operation {
  const query = readDocument(file);
  const operation = operationIn(documentOf(query, file), name);
  const variables = variablesFrom(variablesText);
  requireVariables(operation, variables);
  return { query, operationName: operation.name?.value, variables };
}

function readDocument(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code})`;
    throw new WrongUse(`${file}: ${reason}. Give the path of a .graphql file, or - to type the operation.`);
  }
}

function documentOf(query: string, file: string): DocumentNode {
  if (query.trim() === '') throw new WrongUse(`${file === '-' ? 'Standard input' : file} is empty: it must hold a GraphQL operation.`);
  try {
    return parse(query);
  } catch (error) {
    const { message, locations } = error as { message: string; locations?: readonly { line: number; column: number }[] };
    const [place] = locations ?? [];
    throw new WrongUse(
      `${file} is not valid GraphQL${place ? ` at line ${place.line}, column ${place.column}` : ''}: ${message.replace(/^Syntax Error: /, '')}`,
    );
  }
}

function operationIn(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = operations.map((operation) => operation.name?.value ?? '(unnamed)').join(', ');
  const [only, ...others] = name ? operations.filter((operation) => operation.name?.value === name) : operations;
  if (!only)
    throw new WrongUse(
      name ? `The file has no operation ${name}: it has ${names}.` : 'The file has no operation: write a query or a mutation.',
    );
  if (others.length > 0) throw new WrongUse(`The file has several operations: choose one with --operation, out of ${names}.`);
  return only;
}

function variablesFrom(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WrongUse(`--variables is not JSON: write it as '{"name": "value"}' in single quotes, and got ${text.slice(0, 80)}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new WrongUse(
    `--variables must be a JSON object such as '{"name": "value"}', and is ${Array.isArray(value) ? 'a list' : `a ${value === null ? 'null' : typeof value}`}.`,
  );
}

function requireVariables(operation: OperationDefinitionNode, variables: Record<string, unknown>): void {
  const definitions = operation.variableDefinitions ?? [];
  const missing = definitions.filter((definition) => isRequired(definition) && variables[definition.variable.name.value] == null);
  if (missing.length > 0) {
    const example = missing.map((definition) => `"${definition.variable.name.value}": …`).join(', ');
    throw new WrongUse(`The operation needs ${missing.map(described).join(' and ')}: add --variables '{${example}}'.`);
  }
  const known = definitions.map((definition) => definition.variable.name.value);
  const unknown = Object.keys(variables).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const list = definitions.length > 0 ? `it takes ${definitions.map(described).join(', ')}` : 'it takes none';
    throw new WrongUse(`The operation has no variable $${unknown.join(', $')}: ${list}.`);
  }
}

function isRequired({ type, defaultValue }: VariableDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}

function described({ variable, type }: VariableDefinitionNode): string {
  return `$${variable.name.value} (${print(type)})`;
}
