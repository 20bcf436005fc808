import { personas } from '@leader/local-stack/personas';
import { claimsFor, type TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { Contract } from '../../src/contracts/contract.ts';
import { anonymous, type Caller } from '../../src/identity/caller.ts';

/** Somebody who asks: as the gateway knows them, and as its identity tokens tell subgraphs of them. */
export interface Principal {
  readonly key: string;
  readonly caller: Caller;
  readonly viewer: TestViewer;
}

export function companyId(key: string): string {
  return encodeId('company', idFromName('company', key));
}

const nobody: Principal = { key: 'nobody', caller: anonymous, viewer: {} };

/** All personas of the network, and whoever shows no token. */
export const principals: readonly Principal[] = [
  nobody,
  ...personas.map(({ key, scopes, contract, company, branch, hub, class: serviceClass }) => {
    const place = { ...(company && { company: companyId(company) }), ...(branch && { branch }), ...(hub && { hub }) };
    const caller: Caller = {
      ...anonymous,
      subject: key,
      clientId: 'matrix',
      scopes,
      contract: contract as Contract,
      serviceClass,
      ...place,
    };
    return { key, caller, viewer: { sub: key, scopes: [...scopes], contract, class: serviceClass, ...place } };
  }),
];

/** As a subgraph sees them. */
export function viewerOf({ viewer }: Principal): Viewer {
  return new Viewer(claimsFor('matrix', '', viewer));
}
