import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, type GraphQLSchema, parse, printSchema } from 'graphql';

const operations = fileURLToPath(new URL('../../schema/operations/console/', import.meta.url));
const generatedFile = fileURLToPath(new URL('./src/generated/graph.ts', import.meta.url));
const manifest = new URL('../../schema/documents/console.json', import.meta.url);
const hashesFile = fileURLToPath(new URL('./src/generated/document-hashes.ts', import.meta.url));

/** What the graph's text scalars are in TypeScript; all of them travel as text. */
const scalars = { LocalDate: 'string', CountryCode: 'string', CurrencyCode: 'string', Decimal: 'string', DateTime: 'string' };

/** Types and parsed documents of every operation the console sends, as one file of TypeScript. */
export async function generateDocuments(schema: GraphQLSchema): Promise<string> {
  const files = readdirSync(operations).filter((name) => name.endsWith('.graphql'));
  return codegen({
    filename: generatedFile,
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: files
      .sort()
      .map((name) => ({ location: name, document: parse(readFileSync(operations + name, 'utf8'), { noLocation: true }) })),
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: typescriptOperations, documents: typedDocumentNode },
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      skipTypename: true,
      strictScalars: true,
      scalars,
      documentMode: 'documentNode',
      optimizeDocumentNode: true,
    },
  });
}

/** The hash under which each operation is registered with the graph. */
export function generateHashes(): string {
  const { documents } = JSON.parse(readFileSync(manifest, 'utf8')) as { documents: Record<string, { name: string }> };
  const lines = Object.entries(documents).map(([hash, { name }]) => `  ${name}: '${hash}',\n`);
  return `/** The hash under which each operation is registered, as schema/documents/console.json says. */\nexport const documentHashes: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`;
}

export function hashesAreUpToDate(): boolean {
  return existsSync(hashesFile) && readFileSync(hashesFile, 'utf8') === generateHashes();
}

export async function documentsAreUpToDate(schema: GraphQLSchema): Promise<boolean> {
  return existsSync(generatedFile) && readFileSync(generatedFile, 'utf8') === (await generateDocuments(schema));
}

/** What clients see of the committed supergraph. */
export async function committedSchema(): Promise<GraphQLSchema> {
  const { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } = await import('@apollo/federation-internals');
  const sdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
  return Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES }).apiSchema().toGraphQLJSSchema();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const draft = process.argv[2];
  const schema = draft ? buildSchema(readFileSync(draft, 'utf8')) : await committedSchema();
  writeFileSync(generatedFile, await generateDocuments(schema));
  writeFileSync(hashesFile, generateHashes());
}
