import type { Heard, Published } from './events.ts';

type Told = Pick<Published, 'service' | 'type' | 'version'>;

/**
 * What does not fit between those who tell and those who listen.
 *
 * @param sendersOf of whom a service gets events where the whole network is started, with an address and a key for each
 */
export function eventProblems(
  told: readonly Told[],
  heard: readonly Heard[],
  sendersOf: (service: string) => readonly string[] | undefined,
): string[] {
  const unheard = told
    .filter((event) => !heard.some((one) => isSame(one, event)))
    .map(({ service, type }) => `${service} tells ${type} and nobody listens: let somebody, or take it out of published-events.ts`);
  const untold = heard
    .filter((one) => !told.some((event) => isSame(one, event) && event.version === one.version))
    .map(({ service, sender, type, version }) => `${service} listens to ${type} ${version} of ${sender}, which does not tell it`);
  const deaf = [...new Set(heard.map(({ service, sender }) => `${service}/${sender}`))]
    .map((pair) => pair.split('/') as [string, string])
    .filter(([service, sender]) => !sendersOf(service)?.includes(sender))
    .map(
      ([service, sender]) => `${service} listens to ${sender} and gets no address and no key of it in infra/local/src/stack/services.ts`,
    );
  return [...unheard, ...untold, ...deaf];
}

function isSame({ sender, type }: Heard, told: Told): boolean {
  return sender === told.service && type === told.type;
}
