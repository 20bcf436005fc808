import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '@leader/local-stack/cannot-start';

/** Where the other gateways are kept, outside the workspaces: nobody's `npm install` carries them. */
export const peersFolder = path.resolve(import.meta.dirname, '../../../contenders');

const versionsIn = (file: string): Record<string, { version?: string }> => {
  const lock = path.join(peersFolder, file);
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {};
};

/** The installed version of a peer, for the table. */
export function versionOf(name: string): string {
  return versionsIn('node_modules/.package-lock.json')[`node_modules/${name}`]?.version ?? 'unknown version';
}

/** Installs the peers as their lock says, unless they are there. @throws CannotStart with what to do */
export async function installPeers(say: (sentence: string) => void): Promise<void> {
  const wanted = Object.entries(versionsIn('package-lock.json'));
  const present = versionsIn('node_modules/.package-lock.json');
  const direct = Object.keys(JSON.parse(readFileSync(path.join(peersFolder, 'package.json'), 'utf8')).dependencies);
  const isThere = direct.every((name) => {
    const place = `node_modules/${name}`;
    return (
      present[place]?.version !== undefined && wanted.some(([key, { version }]) => key === place && version === present[place]?.version)
    );
  });
  if (isThere) return;
  say('Installing the other gateways with npm (once, some 700 MB) …');
  const code = await new Promise((resolve) => {
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: peersFolder, stdio: ['ignore', 2, 2] });
    npm.once('error', () => resolve(1)).once('exit', resolve);
  });
  if (code !== 0)
    throw new CannotStart(
      `The other gateways could not be installed: read npm's message above, or run \`npm ci\` in ${peersFolder} yourself.`,
    );
}
