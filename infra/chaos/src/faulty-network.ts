import { gatewaySettings } from '@leader/gateway/src/config.ts';
import { openFrontDoor } from '@leader/gateway/src/front-door.ts';
import { type ServiceName, services } from '@leader/local-stack/stack/services';
import type { Stack } from '@leader/local-stack/stack/stack';
import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { openLog } from '@leader/subgraph-kit/log/log';
import { type Fault, FaultyProxy } from './faulty-proxy.ts';
import type { Heard } from './judge.ts';
import { randomFrom } from './random.ts';
import type { Sufferer } from './try-faults.ts';

/** How long the gateway gives a request, and when its answer must have come at the latest, in milliseconds. */
const deadline = 3_000;
const usualPatience = deadline + 5_000;

interface Door {
  readonly url: string;
  close(): Promise<void>;
}

function ourGateway(environment: NodeJS.ProcessEnv): Promise<Door> {
  return openFrontDoor(readConfig(gatewaySettings, environment), openLog('gateway', 'silent'));
}

/** The real network with a faulty proxy before each subgraph and a gateway of its own that knows only the proxies. */
export class FaultyNetwork implements Sufferer {
  private constructor(
    private readonly stack: Stack,
    private readonly door: Door,
    private readonly proxies: ReadonlyMap<ServiceName, FaultyProxy>,
    /** Addresses that nobody outside may read. */
    readonly secrets: readonly string[],
    private readonly patience: number,
  ) {}

  /**
   * @param open opens the gateway that is put to the test; ours, unless told otherwise
   * @param patience how long an answer is waited for, in milliseconds
   */
  static async start(
    stack: Stack,
    seed: number,
    open: (environment: NodeJS.ProcessEnv) => Promise<Door> = ourGateway,
    patience = usualPatience,
  ): Promise<FaultyNetwork> {
    const proxies = new Map<ServiceName, FaultyProxy>();
    const urls: string[] = [];
    const secrets: string[] = [];
    for (const [index, service] of services.entries()) {
      const { hostname, port } = new URL(stack.addressOf(service));
      const proxy = new FaultyProxy({ host: hostname, port: Number(port) }, randomFrom(seed + index));
      proxies.set(service, proxy);
      const url = await proxy.listen();
      urls.push(`${service}=${url}`);
      secrets.push(`:${port}`, `:${new URL(url).port}`);
    }
    const environment = {
      ...stack.gatewayEnvironment,
      SUBGRAPH_URLS: urls.join(','),
      REQUEST_TIMEOUT: String(deadline),
      FETCH_TIMEOUT: '1000',
      BREAKER_REST: '200',
    };
    return new FaultyNetwork(stack, await open(environment), proxies, secrets, patience);
  }

  suffer(service: ServiceName, fault: Fault | undefined): void {
    this.proxies.get(service)?.suffer(fault);
  }

  /** The answer, or nothing when none came in time. */
  async ask(query: string, variables: object, persona: string): Promise<Heard | undefined> {
    try {
      const response = await fetch(`${this.door.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.stack.token(persona)}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(this.patience),
      });
      const text = await response.text();
      const { data = null, errors = [] } = JSON.parse(text);
      return { status: response.status, text, data, errors };
    } catch {
      return undefined;
    }
  }

  async close(): Promise<void> {
    for (const proxy of this.proxies.values()) proxy.suffer('refuse');
    await this.door.close();
    await Promise.all([...this.proxies.values()].map((proxy) => proxy.close()));
  }
}
