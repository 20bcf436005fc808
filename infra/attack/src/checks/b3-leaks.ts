import type { Check } from './observation.ts';

const signs: readonly (readonly [string, RegExp])[] = [
  ['a stack', /\bat [^"]{0,200}\(?[^\s"]+:\d+:\d+\)?|node_modules|file:\/\/|\.[cm]?[jt]s:\d+/],
  ['SQL', /\bSELECT\b.{1,300}\bFROM\b|\bINSERT INTO\b|\bUPDATE\b.{1,100}\bSET\b|\bDELETE FROM\b/],
  [
    'words of PostgreSQL',
    /QueryFailedError|SQLSTATE|invalid input syntax|duplicate key value|violates (check|foreign|unique|not-null)|relation \\?"|out of range for type|invalid byte sequence/,
  ],
  ['words of the system', /ECONNREFUSED|ECONNRESET|ENOTFOUND|EACCES|TypeError|RangeError|ReferenceError|Cannot read prop/],
  ['a suggestion', /did you mean/i],
  ['an inner address', /\.subgraph\.invalid/],
];

/** B3: nothing of the inside in an answer or its headers. */
export const leaks: Check = ({ seen }, { innerNames, innerPorts }) => {
  const text = `${JSON.stringify(seen.headers)}\n${seen.body}`;
  const sign = signs.find(([, pattern]) => pattern.test(text));
  if (sign) return `${sign[0]}: ${sign[1].exec(text)?.[0].slice(0, 100)}`;
  const port = innerPorts.find((one) => text.includes(`:${one}`));
  if (port) return `an inner port: ${port}`;
  const name = innerNames.find((one) => text.includes(one));
  return name ? `a name of the database: ${name}` : undefined;
};
