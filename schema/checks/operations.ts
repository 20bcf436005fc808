import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GraphQLSchema, parse, validate } from 'graphql';

export interface OperationFile {
  readonly file: string;
  readonly text: string;
}

/** Every document that our own clients send. */
export async function operationFiles(folder: string): Promise<OperationFile[]> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((entry) => entry.endsWith('.graphql')).sort();
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })));
}

/** What is wrong with documents that must be valid against what clients see. */
export function operationProblems(files: readonly OperationFile[], api: GraphQLSchema): string[] {
  return files.flatMap(({ file, text }) => {
    try {
      return validate(api, parse(text)).map((error) => `${file}: ${error.message}`);
    } catch (error) {
      return [`${file}: ${(error as Error).message}`];
    }
  });
}
