import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { systemEnvironment } from '../config.ts';
import { runErrand } from '../processes/one-shot.ts';
import type { Plan } from './parts.ts';
import type { Progress } from './progress.ts';

/** Builds the site in a process of its own. The graph is of use without it, so a failure is said and the start goes on. */
export async function buildSite({ directory, programs: { site } }: Plan, progress: Progress): Promise<void> {
  if (!site) return;
  progress.begin('site');
  try {
    await runErrand({
      name: 'the build of the site',
      args: ['--import', 'tsx', site.build],
      folder: site.folder,
      environment: systemEnvironment(),
      logFile: path.join(directory, 'logs/site.log'),
    });
    progress.done('site', path.relative(process.cwd(), path.join(site.folder, 'dist')));
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    progress.note(`${error.message}; a plain page is served in its place`);
  }
}
