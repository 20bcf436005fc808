import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { freePort, portIsFree } from '../processes/free-port.ts';
import type { PartName, WatchedPart } from './parts.ts';
import { services } from './services.ts';

const fileIn = (directory: string) => path.join(directory, 'ports.json');

const metricsName = (part: string) => `metrics of ${part}`;

function rememberedPorts(directory: string): Readonly<Record<string, number>> {
  try {
    return JSON.parse(readFileSync(fileIn(directory), 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

function rememberPorts(directory: string, ports: Readonly<Record<string, number>>): void {
  writeFileSync(fileIn(directory), JSON.stringify(ports), { mode: 0o600 });
}

/** Refuses a port for the gateway that another program has. */
export async function requireFreePort(port: number): Promise<void> {
  if (port === 0 || (await portIsFree(port))) return;
  throw new CannotStart(
    `Port ${port} is taken by another program: stop that program, or choose another port with PORT, e.g. PORT=${port + 1} npm start.`,
  );
}

export interface StackPorts {
  readonly parts: Readonly<Record<PartName, number>>;
  /** Where each part lets its figures be read. */
  readonly metrics: Readonly<Record<WatchedPart, number>>;
}

/** Ports of earlier are taken again where they are free, so that addresses and tokens outlive a restart. */
export async function choosePorts(directory: string, gateway: number): Promise<StackPorts> {
  const wishes = rememberedPorts(directory);
  const chosen = new Set<number>();
  const choose = async (wish: number | undefined): Promise<number> => {
    const port = await freePort(wish);
    if (chosen.has(port)) return choose(undefined);
    chosen.add(port);
    return port;
  };
  const ports: Record<string, number> = { gateway: gateway || (await choose(wishes['gateway'])) };
  for (const name of ['issuer', ...services]) ports[name] = await choose(wishes[name]);
  const metrics: Record<string, number> = {};
  for (const name of ['gateway', ...services]) metrics[name] = ports[metricsName(name)] = await choose(wishes[metricsName(name)]);
  rememberPorts(directory, ports);
  return { parts: ports as Record<PartName, number>, metrics: metrics as Record<WatchedPart, number> };
}
