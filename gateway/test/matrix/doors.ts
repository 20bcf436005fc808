import { type ServiceName, services } from '@leader/local-stack/stack/services';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack } from '@leader/local-stack/testing/test-stack';
import { type IdentityKey, identityHeader, parseIdentityKeys, signIdentity } from '@leader/subgraph-kit/identity/identity-token';
import { claimsFor } from '@leader/subgraph-kit/testing/test-subgraph';
import type { Principal } from './principals.ts';

export interface DoorAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads an answer whose shape its own document fixes.
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string };
  }[];
}

/** The doors of the true subgraphs, asked with identities as rightly signed as the gateway's: nobody stands before them. */
export class Doors {
  private constructor(
    private readonly stack: Stack,
    private readonly keys: ReadonlyMap<ServiceName, IdentityKey>,
  ) {}

  static async open(): Promise<Doors> {
    const stack = await startTestStack('matrix', { logLevel: 'warn', without: ['gateway', 'issuer'] });
    const known = new Map(
      (stack.gatewayEnvironment['SUBGRAPH_IDENTITY_KEYS'] ?? '').split(',').map((entry) => {
        const [name = '', key = ''] = entry.split(/=(.*)/);
        return [name, parseIdentityKeys(key)[0] as IdentityKey] as const;
      }),
    );
    return new Doors(stack, new Map(services.map((service) => [service, known.get(service) as IdentityKey])));
  }

  async ask(service: ServiceName, query: string, { viewer }: Principal, variables: object = {}): Promise<DoorAnswer> {
    const body = JSON.stringify({ query, variables });
    const identity = signIdentity(claimsFor(service, body, viewer), this.keys.get(service) as IdentityKey);
    const headers = { 'content-type': 'application/json', [identityHeader]: identity };
    const response = await fetch(`${this.stack.addressOf(service)}/graphql`, { method: 'POST', headers, body });
    const { data = null, errors = [] } = (await response.json()) as Partial<DoorAnswer>;
    return { status: response.status, data, errors };
  }

  close(): Promise<void> {
    return this.stack.close();
  }
}
