import { spawn } from 'node:child_process';

// A build that never ends, and like a real one has a process of its own below it.
const below = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
console.log(`building ${process.pid} ${below.pid}`);
setInterval(() => {}, 1_000);
