import { spawn } from 'node:child_process';
import path from 'node:path';
import { systemEnvironment } from '@leader/local-stack/config';
import { runTypeScript } from '@leader/local-stack/stack/programs';
import { benchGateway } from './gateway/gateway.ts';
import { benchGrowth } from './growth/growth.ts';
import { benchMemory } from './memory/memory.ts';
import { profileGateway } from './profile/profile.ts';
import { benchProtection } from './protection/protection.ts';
import { benchSaturation } from './saturation/saturation.ts';
import { benchSubgraph } from './subgraph/subgraph.ts';
import type { Wishes } from './wishes.ts';

/** Measures one thing, prints it, keeps it. Answers whether its goals were met. */
export type Part = (wishes: Wishes) => Promise<boolean>;

export const parts: Readonly<Record<string, Part>> = {
  gateway: async ({ profile, rounds, seconds, contenders }) => {
    if (!profile) return benchGateway({ rounds: rounds ?? 7, seconds, contenders });
    await profileGateway(4 * seconds);
    return true;
  },
  subgraph: ({ rounds }) => benchSubgraph(rounds ?? 7),
  protection: ({ rounds }) => benchProtection(rounds ?? 15),
  growth: ({ rounds, companies }) => benchGrowth(rounds ?? 60, companies),
  memory: ({ operations, reloads }) => benchMemory({ operations, reloads }),
  saturation: ({ seconds }) => benchSaturation(10 * seconds),
  start: () => runProgram('infra/local/src/measure-start.ts'),
};

/** A part that is a program of its own, and keeps its results where it lies. */
async function runProgram(file: string): Promise<boolean> {
  const root = path.resolve(import.meta.dirname, '../../..');
  const child = spawn(process.execPath, runTypeScript(path.join(root, file)), { cwd: root, stdio: 'inherit', env: systemEnvironment() });
  return new Promise((resolve) => child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0)));
}
