import { manifestProblems } from './manifests.ts';

const problems = await manifestProblems();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
