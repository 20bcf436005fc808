import { differences } from './differences.ts';

/** What is committed, what the code says, and where. */
export interface Compared {
  readonly file: string;
  readonly committed: string;
  readonly actual: string;
}

/** Says of each committed file that lags behind the code how it differs. */
export function staleFiles(files: readonly Compared[]): string[] {
  return files.flatMap(({ file, committed, actual }) => {
    const lines = differences(committed, actual);
    return lines.length > 0 ? [`${file} is not what the code says now:`, ...lines.map((line) => `  ${line}`)] : [];
  });
}
