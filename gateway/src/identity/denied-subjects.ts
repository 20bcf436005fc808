import { readFile } from 'node:fs/promises';
import { setInterval } from 'node:timers';
import { ConfigInvalid } from '@leader/subgraph-kit/config/read-config';
import type { Log } from '@leader/subgraph-kit/log/log';
import { z } from 'zod';

/** `{ "person-1": "2026-11-23T08:00:00Z" }`: what this subject was given before that moment counts no longer. */
const listSchema = z.record(z.string().min(1).max(200), z.iso.datetime({ offset: true }));

/**
 * Whose older tokens are worth nothing, though they have not expired: somebody whose rights were changed or taken away. The list is
 * a file that whoever runs the network writes; it is looked at again and again, and a bad one never replaces a good one.
 */
export class DeniedSubjects {
  private text = '';
  private since: ReadonlyMap<string, number> = new Map();
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {}

  /**
   * @param file nobody is denied without one
   * @param interval between two looks, milliseconds
   * @throws ConfigInvalid when there is a list and it cannot be read
   */
  static async open(file: string | undefined, interval: number, log: Log): Promise<DeniedSubjects> {
    const denied = new DeniedSubjects(file ?? '', log);
    if (file === undefined) return denied;
    await denied.read().catch((cause: unknown) => {
      throw new ConfigInvalid(
        `DENIED_SUBJECTS_FILE ${file} cannot be used: write {"subject": "2026-11-23T08:00:00Z"} into it (${String(cause)}).`,
      );
    });
    denied.timer = setInterval(() => void denied.look(), interval);
    denied.timer.unref();
    return denied;
  }

  /**
   * Whether a token counts no longer.
   *
   * @param issuedAt seconds since 1970. Tokens tell whole seconds, so one of the very second of the denial is refused as well.
   */
  has(subject: string, issuedAt: number): boolean {
    const since = this.since.get(subject);
    return since !== undefined && issuedAt * 1_000 <= since;
  }

  names(subject: string): boolean {
    return this.since.has(subject);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    await this.read().catch((error: unknown) => {
      this.log.error({ err: error }, 'the list of denied subjects cannot be used; the last good one stays');
    });
  }

  private async read(): Promise<void> {
    const text = await readFile(this.file, 'utf8');
    if (text === this.text) return;
    const list = listSchema.parse(JSON.parse(text));
    this.since = new Map(Object.entries(list).map(([subject, moment]) => [subject, Date.parse(moment)]));
    this.text = text;
    this.log.info({ subjects: this.since.size }, 'a new list of denied subjects is in use');
  }
}
