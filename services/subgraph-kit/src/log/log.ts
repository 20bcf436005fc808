import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Names under which personal data or secrets could reach a log line. Whatever stands there is cut out. */
const privateKeys = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'email',
  'phone',
  'firstName',
  'lastName',
  'fullName',
  'variables',
  'parameters',
];

/**
 * Opens the log of one process: one JSON object a line on standard output.
 *
 * @param name of the process, e.g. `membership`
 */
export function openLog(name: string, level: string): Log {
  const paths = privateKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino({ name, level, base: { name, pid: process.pid }, redact: { paths, censor: '[private]' } });
}
