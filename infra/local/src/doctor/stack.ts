import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StartSettings } from '../config.ts';
import { existingClusterHome } from '../postgres/cluster-home.ts';
import { isPostgresOf } from '../postgres/lock-file.ts';
import { throwAwayPrefix } from '../postgres/throw-away.ts';
import { portIsFree } from '../processes/free-port.ts';
import { connectAs } from '../provision/connect.ts';
import { runningStack } from '../stack/stack-file.ts';
import { type Finding, fine, notice, trouble } from './finding.ts';

/** What stands in the way of a start, or is left over from one. */
export async function lookAtStack(settings: StartSettings): Promise<Finding[]> {
  const directory = path.resolve(settings.dataDirectory);
  const findings = [dataFolder(directory), await port(settings.port, directory), leftOver(directory), leftOverTests()];
  if (settings.adminUrl) findings.push(await ownPostgres(settings.adminUrl));
  return findings;
}

function dataFolder(directory: string): Finding {
  const nearest = existsSync(directory) ? directory : path.dirname(directory);
  try {
    accessSync(nearest, constants.W_OK);
    return fine('data folder', existsSync(directory) ? directory : `${directory} (made at the first start)`);
  } catch {
    return trouble('data folder', `${nearest} cannot be written`, 'correct its permissions, or set DATA_DIR to a folder of yours');
  }
}

async function port(number: number, directory: string): Promise<Finding> {
  const running = runningStack(directory);
  if (running) return fine('stack', `runs at ${running.url}`);
  if (number === 0 || (await portIsFree(number))) return fine('port', `${number} is free`);
  return trouble('port', `${number} is taken by another program`, `stop that program, or start with PORT=${number + 1} npm start`);
}

function leftOver(directory: string): Finding {
  const place = existingClusterHome(directory);
  const file = place && path.join(place, 'data/postmaster.pid');
  if (!file || runningStack(directory) || !existsSync(file)) return fine('left-overs', 'none');
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (isPostgresOf(path.dirname(file), pid))
    return notice('left-overs', `a PostgreSQL of a killed run (process ${pid})`, 'nothing to do: the next `npm start` stops it');
  return notice('left-overs', 'a stale postmaster.pid', 'nothing to do: the next `npm start` removes it');
}

function leftOverTests(): Finding {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(throwAwayPrefix));
  if (folders.length === 0) return fine('tests', 'no database of a test run is lying about');
  return notice(
    'tests',
    `${folders.length} database(s) of test runs in ${tmpdir()}`,
    'fine while tests run; otherwise the next `npm test` removes them',
  );
}

async function ownPostgres(url: string): Promise<Finding> {
  try {
    const client = await connectAs('the administrator in DATABASE_URL', url);
    await client.end();
    return fine('DATABASE_URL', 'answers');
  } catch (error) {
    return trouble('DATABASE_URL', 'does not work', (error as Error).message);
  }
}
