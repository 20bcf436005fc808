import type { Logger } from 'typeorm';
import type { Log } from '../log/log.ts';

/** TypeORM's own logger prints the parameters of a failed statement, and those are people's data. This one never does. */
export class SqlLogger implements Logger {
  constructor(private readonly output: Log) {}

  logQuery(): void {}

  logQueryError(error: string | Error, query: string): void {
    const message = error instanceof Error ? error.message : error;
    this.output.debug({ sql: query, reason: message }, 'a statement failed');
  }

  logQuerySlow(time: number, query: string): void {
    this.output.warn({ sql: query, milliseconds: time }, 'a statement was slow');
  }

  logSchemaBuild(): void {}

  logMigration(message: string): void {
    this.output.debug(message);
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    this.output[level === 'warn' ? 'warn' : 'debug'](String(message));
  }
}
