import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../subgraph-files.ts';

const run = promisify(execFile);
const largestFile = 16 * 1024 * 1024;

async function git(...args: string[]): Promise<string> {
  return (await run('git', args, { cwd: root, maxBuffer: largestFile })).stdout;
}

/** What to compare with when nobody says: where this branch left `main`, or the commit before when this is `main` itself. */
export async function usualBase(): Promise<string | undefined> {
  try {
    const head = (await git('rev-parse', 'HEAD')).trim();
    const left = (await git('merge-base', 'HEAD', 'main')).trim();
    return left === head ? (await git('rev-parse', 'HEAD~1')).trim() : left;
  } catch {
    return undefined;
  }
}

/** Whether there is such a commit, branch or tag. */
export async function isKnown(ref: string): Promise<boolean> {
  return git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).then(
    () => true,
    () => false,
  );
}

/** A file as it was then; empty when there was none. */
export async function fileAt(ref: string, path: string): Promise<string> {
  return git('show', `${ref}:${path}`).catch(() => '');
}
