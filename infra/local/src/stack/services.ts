export const services = ['membership', 'accelerator', 'export-advisor', 'investment-fund'] as const;

/** The name of a service is also the name of its subgraph and the audience of its identity tokens. */
export type ServiceName = (typeof services)[number];

/** Who hears of whose events. */
const hears: Readonly<Record<ServiceName, readonly ServiceName[]>> = {
  membership: [],
  accelerator: ['membership'],
  'export-advisor': ['membership'],
  'investment-fund': ['membership'],
};

export function sendersOf(receiver: ServiceName): readonly ServiceName[] {
  return hears[receiver];
}

export function receiversOf(sender: ServiceName): readonly ServiceName[] {
  return services.filter((service) => hears[service].includes(sender));
}

/** Name of what one sender and one receiver share. */
export function eventRoute(sender: ServiceName, receiver: ServiceName): string {
  return `${sender} to ${receiver}`;
}

export function databaseOf(service: ServiceName): string {
  return service.replaceAll('-', '_');
}

/** Asks the same of every service, side by side. */
export async function forEachService<T>(ask: (service: ServiceName) => Promise<T>): Promise<Record<ServiceName, T>> {
  const answers = await Promise.all(services.map(async (service) => [service, await ask(service)] as const));
  return Object.fromEntries(answers) as Record<ServiceName, T>;
}
