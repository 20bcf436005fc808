import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { personas } from '../personas.ts';
import { databaseOf, eventRoute, type ServiceName, sendersOf, services } from './services.ts';

/** Everything secret of one stack. Made by chance once and kept in its data folder, where only its owner can read it. */
export interface Secrets {
  readonly postgres: string;
  /** Passwords of the database roles, by role. */
  readonly roles: Readonly<Record<string, string>>;
  /** Keys between the gateway and each subgraph, base64url. */
  readonly identity: Readonly<Record<ServiceName, string>>;
  /** Keys between each service and each that hears of its events, base64url, by route. */
  readonly events: Readonly<Record<string, string>>;
  /** Secrets of the hubs' apps at the issuer, by client. */
  readonly clients: Readonly<Record<string, string>>;
}

export function secretsFile(directory: string): string {
  return path.join(directory, 'secrets.json');
}

/**
 * Reads the secrets, or makes them; a damaged file is made anew.
 *
 * @param agreed what is not ours to make
 */
export function secretsIn(directory: string, agreed: Partial<Secrets> = {}): { secrets: Secrets; areNew: boolean } {
  const found = readSecrets(directory);
  const secrets = { ...(found ? { ...found, events: { ...eventKeys(), ...found.events } } : newSecrets()), ...agreed };
  const file = secretsFile(directory);
  writeFileSync(`${file}.partial`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.partial`, file);
  return { secrets, areNew: !found };
}

export function readSecrets(directory: string): Secrets | undefined {
  const file = secretsFile(directory);
  if (!existsSync(file)) return undefined;
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Secrets;
    return found.postgres && found.roles && found.identity && found.clients ? found : undefined;
  } catch {
    return undefined;
  }
}

function newSecrets(): Secrets {
  const word = () => randomBytes(24).toString('base64url');
  const roles = services.flatMap((service) => [`${databaseOf(service)}_owner`, `${databaseOf(service)}_app`]);
  const apps = personas.filter((persona) => persona.signsIn === 'app').map((persona) => persona.key);
  return {
    postgres: word(),
    roles: Object.fromEntries(roles.map((role) => [role, word()])),
    identity: Object.fromEntries(services.map((service) => [service, randomBytes(32).toString('base64url')])) as Record<
      ServiceName,
      string
    >,
    events: eventKeys(),
    clients: Object.fromEntries(apps.map((app) => [app, word()])),
  };
}

function eventKeys(): Record<string, string> {
  const routes = services.flatMap((receiver) => sendersOf(receiver).map((sender) => eventRoute(sender, receiver)));
  return Object.fromEntries(routes.map((route) => [route, randomBytes(32).toString('base64url')]));
}
