export const services = ['membership', 'accelerator', 'export-advisor', 'investment-fund'] as const;

/** The name of a service is also the name of its subgraph and the audience of its identity tokens. */
export type ServiceName = (typeof services)[number];

export function databaseOf(service: ServiceName): string {
  return service.replaceAll('-', '_');
}

/** Asks the same of every service, side by side. */
export async function forEachService<T>(ask: (service: ServiceName) => Promise<T>): Promise<Record<ServiceName, T>> {
  const answers = await Promise.all(services.map(async (service) => [service, await ask(service)] as const));
  return Object.fromEntries(answers) as Record<ServiceName, T>;
}
