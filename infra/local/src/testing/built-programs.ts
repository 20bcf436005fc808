import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { testRunFolder } from '../config.ts';
import { buildPrograms } from '../stack/build.ts';
import { filesOf, programsOfTheHouse, unnamed } from '../stack/programs.ts';

/** Every program of the network as it runs, built once for all tests of a run. Not to be called twice at the same time. */
export async function builtPrograms(): Promise<(name: string) => string> {
  const folder = path.join(testRunFolder(), 'programs');
  if (!existsSync(folder)) {
    // Renamed at the end, so that what was cut short is never taken for a whole.
    const unfinished = `${folder}.partial`;
    rmSync(unfinished, { recursive: true, force: true });
    await buildPrograms(filesOf(programsOfTheHouse), unfinished, unnamed);
    renameSync(unfinished, folder);
  }
  return (name) => path.join(folder, `${name}.mjs`);
}
