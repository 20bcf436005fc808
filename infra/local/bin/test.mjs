import path from 'node:path';
import { prepare, root, run } from './prepare.mjs';

// npm test [-w services/accelerator] [-- jest options]
await prepare();
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
process.exitCode = await run(process.execPath, [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  // In megabytes, for the workers too: a tenth of their time went into tidying up after what a test file loads.
  '--max-semi-space-size=64',
  jest,
  ...process.argv.slice(2),
]);
