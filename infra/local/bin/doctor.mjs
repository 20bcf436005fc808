import { execFileSync } from 'node:child_process';
import { requireNode, runTypeScript, whatIsMissing } from './prepare.mjs';

// Looks and tells, and changes nothing: what is missing is named, not installed.
requireNode();
process.stdout.write(`✓ Node              ${process.versions.node}\n`);
process.stdout.write(npmLine());
const missing = whatIsMissing();
if (missing) {
  process.stdout.write(`✗ packages          ${missing}\n                    → run \`npm install\`; the rest is looked at afterwards\n`);
  process.exitCode = 1;
} else {
  process.stdout.write('✓ packages          as package-lock.json says\n');
  await runTypeScript('infra/local/src/doctor/main.ts');
}

function npmLine() {
  try {
    const npm = process.env.npm_execpath?.endsWith('.js')
      ? [process.execPath, [process.env.npm_execpath, '--version']]
      : ['npm', ['--version']];
    const version = execFileSync(...npm, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    }).trim();
    return `✓ npm               ${version}\n`;
  } catch {
    return '! npm               not found\n                    → install it with Node (https://nodejs.org)\n';
  }
}
