import { runUntilStopped } from '../../src/run-until-stopped.ts';
import { standIns } from './programs.ts';

// What npm start does, with small programs in place of the services and the gateway.
process.exit(await runUntilStopped(standIns));
