import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const fileIn = (directory: string) => path.join(directory, 'ports.json');

export function rememberedPorts(directory: string): Readonly<Record<string, number>> {
  try {
    return JSON.parse(readFileSync(fileIn(directory), 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

export function rememberPorts(directory: string, ports: Readonly<Record<string, number>>): void {
  writeFileSync(fileIn(directory), JSON.stringify(ports), { mode: 0o600 });
}
