import path from 'node:path';
import { prepare, root, run } from './prepare.mjs';

// npm test [-w services/accelerator] [-- jest options]
await prepare();
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
process.exitCode = await run(process.execPath, [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  jest,
  ...process.argv.slice(2),
]);
