import type { Log } from '@leader/subgraph-kit/log/log';
import type { Caller } from '../identity/caller.ts';
import { isAnonymous } from '../rights/rule.ts';
import type { Bucket } from './bucket.ts';
import { Charge, type CostEvent } from './charge.ts';
import { type CostRules, type Payer, payers } from './cost-settings.ts';
import { MemoryBucket } from './memory-bucket.ts';
import { whoPays } from './who-pays.ts';

export type CostObserver = (event: CostEvent) => void;

/** The points of everybody, by class of service. */
export class Purse {
  private readonly buckets: ReadonlyMap<string, Bucket>;

  constructor(
    private readonly rules: CostRules,
    private readonly observe: CostObserver,
  ) {
    this.buckets = new Map(payers.map((payer) => [payer, new MemoryBucket(rules.buckets[payer], rules.mostClients)]));
  }

  /**
   * Opens the account of one request.
   *
   * @param address where the request came from
   * @param reference finds the request in the log
   */
  chargeFor(caller: Caller, address: string, reference: string): Charge {
    const fallback: Payer = 'anonymous';
    const bucket = isAnonymous(caller) ? undefined : this.buckets.get(caller.serviceClass);
    return new Charge(caller, whoPays(caller, address), bucket ?? (this.buckets.get(fallback) as Bucket), {
      isEnforced: this.rules.mode === 'enforce',
      largestRequest: this.rules.largestRequest,
      reference,
      observe: this.observe,
    });
  }
}

/** Writes down who was refused, or would have been. */
export function logCosts(log: Log): CostObserver {
  return ({ reference, caller, outcome, requested, available }) => {
    if (outcome === 'paid') return;
    log.info({ reference, client: caller.clientId, outcome, requested, available }, 'a request costs more than there is');
  };
}
