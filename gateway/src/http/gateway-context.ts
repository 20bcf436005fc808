import type { Charge } from '../cost/charge.ts';
import type { RequestIdentity } from '../identity/subgraph-identity.ts';
import type { RequestNote } from './visit.ts';

/** What the pipeline hands on to execution. */
export interface GatewayContext {
  readonly identity: RequestIdentity;
  readonly charge: Charge;
  readonly note: RequestNote;
}
