import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { systemEnvironment } from '../config.ts';
import { runErrand } from '../processes/one-shot.ts';
import type { Plan } from './parts.ts';
import type { Site } from './programs.ts';
import type { Progress } from './progress.ts';

/** Builds what browsers are served, one after the other: a start has other work for the second core. */
export async function buildSites({ directory, programs }: Plan, progress: Progress): Promise<void> {
  for (const site of programs.sites ?? []) await buildSite(site, directory, progress);
}

/** Builds a site in a process of its own. The graph is of use without it, so a failure is said and the start goes on. */
async function buildSite({ name, folder, build }: Site, directory: string, progress: Progress): Promise<void> {
  progress.begin(name);
  try {
    await runErrand({
      name: `the build of ${name}`,
      args: ['--import', 'tsx', build],
      folder,
      environment: systemEnvironment(),
      logFile: path.join(directory, `logs/${name}.log`),
    });
    progress.done(name, path.relative(process.cwd(), path.join(folder, 'dist')));
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    progress.note(`${error.message}; the network does without it`);
  }
}
