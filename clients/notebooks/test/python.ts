import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const needed = 'import nbclient, ipykernel, pandas, matplotlib, requests';

/** A Python with all that a notebook needs, if this machine has one. */
export const python = [process.env['PYTHON'], 'python3', '/usr/bin/python3'].find(
  (candidate) => candidate && spawnSync(candidate, ['-c', needed], { stdio: 'ignore' }).status === 0,
);

export interface Outcome {
  readonly code: number;
  readonly said: string;
}

/** Runs Python in a folder, with these settings and the usual surroundings. */
export async function runPython(args: readonly string[], cwd: string, settings: Record<string, string> = {}): Promise<Outcome> {
  const { PATH, HOME, TMPDIR } = process.env;
  try {
    const { stdout, stderr } = await run(python ?? '', [...args], {
      cwd,
      env: { PATH, HOME, TMPDIR, ...settings },
      maxBuffer: 32 * 1024 * 1024,
    });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}
