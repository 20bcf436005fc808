import { z } from 'zod';
import type { BucketSettings } from './memory-bucket.ts';

const points = z.coerce.number().int().min(1).max(1_000_000_000);

/** Whom a bucket is for: everybody without a token, and the classes of tokens. */
export const payers = ['anonymous', 'interactive', 'partner', 'batch'] as const;
export type Payer = (typeof payers)[number];

/** What requests may cost, in points. `test/cost.test.ts` says what the documents of our own clients cost. */
export const costSettings = {
  /** `measure` counts and refuses nobody; otherwise `enforce` in production and `measure` elsewhere. */
  COST_MODE: z.enum(['measure', 'enforce']).optional(),
  /** Most that one request may cost. */
  COST_LARGEST_REQUEST: points.default(10_000),
  /** Points of a full bucket, and how many come back each second. An app serves many people with one, an address may stand for an office. */
  COST_BUCKET_ANONYMOUS: points.default(10_000),
  COST_RESTORE_ANONYMOUS: points.default(500),
  COST_BUCKET_INTERACTIVE: points.default(20_000),
  COST_RESTORE_INTERACTIVE: points.default(1_000),
  COST_BUCKET_PARTNER: points.default(50_000),
  COST_RESTORE_PARTNER: points.default(5_000),
  COST_BUCKET_BATCH: points.default(30_000),
  COST_RESTORE_BATCH: points.default(1_500),
  /** Clients of one class that are told apart at one time; those that come on top share one bucket. */
  COST_CLIENTS: points.default(50_000),
};

const allSettings = z.object(costSettings);
type Settings = z.output<typeof allSettings>;

export interface CostRules {
  readonly mode: 'measure' | 'enforce';
  readonly largestRequest: number;
  readonly buckets: Readonly<Record<Payer, BucketSettings>>;
  readonly mostClients: number;
}

export function costRules(settings: Settings, isProduction: boolean): CostRules {
  return {
    mode: settings.COST_MODE ?? (isProduction ? 'enforce' : 'measure'),
    largestRequest: settings.COST_LARGEST_REQUEST,
    buckets: {
      anonymous: { size: settings.COST_BUCKET_ANONYMOUS, restoreRate: settings.COST_RESTORE_ANONYMOUS },
      interactive: { size: settings.COST_BUCKET_INTERACTIVE, restoreRate: settings.COST_RESTORE_INTERACTIVE },
      partner: { size: settings.COST_BUCKET_PARTNER, restoreRate: settings.COST_RESTORE_PARTNER },
      batch: { size: settings.COST_BUCKET_BATCH, restoreRate: settings.COST_RESTORE_BATCH },
    },
    mostClients: settings.COST_CLIENTS,
  };
}
