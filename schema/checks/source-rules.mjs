import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const businessWords =
  /\b(companies|company|branch(es)?|cohorts?|accelerators?|investments?|funds?|memberships?|exporters?|hubs?|premises|destinations?|dossiers?|deals?|audits?|turnover|antennes?|occitanie)\b/i;

/** Rooms where the names of identity claims are not business words but part of the token. */
const speaksOfIdentity = /\/(identity|viewer|testing)\//;
/** Libraries have names of their own. */
const isCommentOrLibrary = /^\s*(\/\/|\/?\*)|import\('@opentelemetry\//;
const isTest = /\.test\.ts$|\/test\//;

/** What an import graph cannot see. Each rule says which files it is about and which lines it refuses. */
export const sourceRules = [
  {
    name: 'no default exports',
    // Build tools insist on one in their configuration.
    concerns: (file) => /\.tsx?$/.test(file) && !/\.config\.ts$/.test(file),
    refuses: /^export default\b/,
  },
  {
    name: 'no process.env outside config.ts',
    concerns: (file) => /\/src\/.*\.ts$/.test(file) && !file.endsWith('/config.ts') && !isTest.test(file) && !file.includes('/testing/'),
    refuses: /\bprocess\.env\b|\bprocess\[['"]env/,
  },
  {
    name: 'the kit and the gateway name no business word',
    concerns: (file) => /^(gateway|services\/subgraph-kit)\/src\/.*\.ts$/.test(file) && !isTest.test(file) && !speaksOfIdentity.test(file),
    refuses: businessWords,
    ignores: isCommentOrLibrary,
  },
];

/** Every line of the sources that one of the rules refuses. */
export async function sourceProblems(baseDir, folders, { isPlanted }) {
  const problems = [];
  for (const file of await sources(baseDir, folders, isPlanted)) {
    const rules = sourceRules.filter((rule) => rule.concerns(file));
    if (rules.length === 0) continue;
    const lines = (await readFile(path.join(baseDir, file), 'utf8')).split('\n');
    for (const rule of rules) {
      for (const [index, line] of lines.entries()) {
        if (rule.refuses.test(line) && !rule.ignores?.test(line))
          problems.push({ rule: rule.name, where: `${file}:${index + 1}  ${line.trim().slice(0, 100)}` });
      }
    }
  }
  return problems;
}

async function sources(baseDir, folders, isPlanted) {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(path.join(baseDir, folder), { recursive: true }).catch(() => []);
      return entries.map((entry) => path.posix.join(folder, entry.split(path.sep).join('/')));
    }),
  );
  const hidden = isPlanted ? /node_modules/ : /node_modules|planted-violations|(^|\/)dist\//;
  return found.flat().filter((file) => !hidden.test(file));
}
