import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { freePort, portIsFree } from '../processes/free-port.ts';
import type { PartName } from './parts.ts';
import { services } from './services.ts';

const fileIn = (directory: string) => path.join(directory, 'ports.json');

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

/** Ports of earlier are taken again where they are free, so that addresses and tokens outlive a restart. */
export async function choosePorts(directory: string, gateway: number): Promise<Record<PartName, number>> {
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
  rememberPorts(directory, ports);
  return ports as Record<PartName, number>;
}
