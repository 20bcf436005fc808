import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { sourceProblems, sourceRules } from './source-rules.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const planted = path.join(here, 'planted-violations');
const config = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs'));
const folders = ['gateway', 'services', 'schema', 'infra', 'clients'];

/** Sentences about every import and every line under a folder that the house does not allow. */
export async function boundaryProblems(baseDir, { isPlanted = false } = {}) {
  const options = { ...config.options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden } };
  if (isPlanted) options.exclude = undefined;
  const { output } = await cruise(folders, options);
  const imports = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, where: `${from} → ${to}` }));
  return [...imports, ...(await sourceProblems(baseDir, folders, { isPlanted }))];
}

export const ruleNames = [...config.forbidden, ...sourceRules].map((rule) => rule.name);

/** Rules that find nothing where something was planted for each of them: they have stopped working. */
export async function sleepingRules(folder = planted) {
  const awake = new Set((await boundaryProblems(folder, { isPlanted: true })).map((problem) => problem.rule));
  return ruleNames.filter((name) => !awake.has(name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await boundaryProblems(root);
  for (const { rule, where } of problems) console.error(`${rule}\n  ${where}`);
  const sleeping = await sleepingRules();
  for (const name of sleeping)
    console.error(`${name}\n  this rule no longer finds the violation planted for it in schema/checks/planted-violations`);
  if (problems.length + sleeping.length > 0) process.exitCode = 1;
}
