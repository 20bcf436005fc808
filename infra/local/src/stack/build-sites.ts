import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { systemEnvironment } from '../config.ts';
import { runErrand } from '../processes/one-shot.ts';
import type { Plan } from './parts.ts';
import type { Site } from './programs.ts';
import type { Progress } from './progress.ts';

/** The builds of what browsers are served. */
export class SiteBuilds {
  private readonly stopping = new AbortController();
  private waiting = Promise.resolve();

  constructor(
    private readonly plan: Plan,
    private readonly progress: Progress,
  ) {}

  /** Builds what people see first, one site after the other: a start has other work for the second core. */
  async first(): Promise<void> {
    for (const site of this.sites) if (!site.canWait) await this.build(site);
  }

  /** Builds the others while the network is in use already. */
  begin(): void {
    this.waiting = this.others();
  }

  /** Ends what is still being built; the next start builds it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.waiting;
  }

  private get sites(): readonly Site[] {
    return this.plan.programs.sites ?? [];
  }

  private async others(): Promise<void> {
    for (const site of this.sites) if (site.canWait) await this.build(site);
  }

  /** Builds a site in a process of its own. The graph is of use without it, so a failure is said and the start goes on. */
  private async build({ name, folder, build }: Site): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.progress.begin(name);
    const logFile = path.join(this.plan.directory, `logs/${name}.log`);
    const args = ['--import', 'tsx', build];
    try {
      await runErrand({ name: `the build of ${name}`, args, folder, environment: systemEnvironment(), logFile }, this.stopping.signal);
      this.progress.done(name, path.relative(process.cwd(), path.join(folder, 'dist')));
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error;
      if (!this.stopping.signal.aborted) this.progress.note(`${error.message}; the network does without it`);
    }
  }
}
