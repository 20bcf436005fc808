import { createHash } from 'node:crypto';
import { ConfigInvalid } from '@leader/subgraph-kit/config/read-config';
import type { Log } from '@leader/subgraph-kit/log/log';
import { refusalOf } from './fitness.ts';
import { type GraphFiles, type GraphVersion, lastChange, readVersion } from './graph-version.ts';

/** The supergraph and its contracts as files that others write, looked at again and again. A bad new version never replaces a good old one. */
export class SupergraphFile {
  private acceptedHash = '';
  private acceptedAt = Date.now();
  private refusedHash = '';
  private seen = '';

  constructor(
    private readonly files: GraphFiles,
    private readonly subgraphs: readonly string[],
    private readonly pollInterval: number,
    private readonly log: Log,
  ) {}

  /** Short hash of the version in use, for the log and for people who compare. */
  get version(): string {
    return this.acceptedHash.slice(0, 12);
  }

  /** Since when that version is in use, milliseconds since 1970. */
  get since(): number {
    return this.acceptedAt;
  }

  /** Whether a newer version lies there that could not be used. */
  get isBehind(): boolean {
    return this.refusedHash !== '';
  }

  readonly warn = (message?: unknown): void => {
    this.log.warn({ message: String(message) }, 'the gateway library warns');
  };

  /** Reads the version to start with. @throws ConfigInvalid with one sentence when there is none that can be used. */
  async first(): Promise<GraphVersion> {
    const version = await readVersion(this.files).catch((error: Error) => {
      throw new ConfigInvalid(`The supergraph is not complete: ${error.message}. Run "npm run schema:compose" to make it.`);
    });
    const refusal = refusalOf(version, this.subgraphs);
    if (refusal) throw new ConfigInvalid(`The supergraph ${this.files.supergraph} cannot be used: ${refusal}.`);
    this.accept(hashOf(version));
    return version;
  }

  /** Looks for new versions until the returned function is called. */
  watch(update: (version: GraphVersion) => void): () => Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let stopped = false;
    const next = () => {
      if (stopped) return;
      timer = setTimeout(() => this.look(update).finally(next), this.pollInterval);
      timer.unref();
    };
    next();
    return async () => {
      stopped = true;
      clearTimeout(timer);
    };
  }

  private async look(update: (version: GraphVersion) => void): Promise<void> {
    try {
      const changed = await lastChange(this.files);
      if (changed === this.seen) return;
      const version = await readVersion(this.files);
      this.seen = changed;
      this.consider(version, update);
    } catch (error) {
      this.seen = '';
      this.refuse('unreadable', error);
    }
  }

  private consider(version: GraphVersion, update: (version: GraphVersion) => void): void {
    const hash = hashOf(version);
    if (hash === this.acceptedHash) {
      this.refusedHash = '';
      return;
    }
    if (hash === this.refusedHash) return;
    try {
      const refusal = refusalOf(version, this.subgraphs);
      if (refusal) throw new Error(refusal);
      update(version);
      this.accept(hash);
      this.refusedHash = '';
      this.log.info({ supergraph: this.version }, 'a new supergraph is in use');
    } catch (error) {
      this.refuse(hash, error);
    }
  }

  private accept(hash: string): void {
    this.acceptedHash = hash;
    this.acceptedAt = Date.now();
  }

  private refuse(hash: string, error: unknown): void {
    if (this.refusedHash === hash) return;
    this.refusedHash = hash;
    this.log.error({ err: error, supergraph: this.version }, 'the new supergraph cannot be used; the last good one stays');
  }
}

function hashOf({ supergraph, contracts }: GraphVersion): string {
  return createHash('sha256')
    .update(JSON.stringify([supergraph, ...contracts]))
    .digest('hex');
}
