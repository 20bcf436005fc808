import type { Contract } from '../contracts/contract.ts';

/** Who sent the request, as far as the front door could establish it. Never taken from anything but a verified token. */
export interface Caller {
  readonly subject: string;
  readonly clientId: string;
  readonly company?: string;
  readonly branch?: string;
  readonly hub?: string;
  readonly roles: readonly string[];
  readonly contract: Contract;
  readonly scopes: readonly string[];
  readonly serviceClass: string;
}

/** Everybody who shows no token: they get what is public, and nothing by virtue of who they are. */
export const anonymous: Caller = {
  subject: 'anonymous',
  clientId: 'anonymous',
  roles: [],
  contract: 'public',
  scopes: [],
  serviceClass: 'interactive',
};
