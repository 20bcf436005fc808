import type { Log } from '@leader/subgraph-kit/log/log';
import type { DocumentObserver } from './trusted-documents.ts';

/** Writes down what stands in the way of sending hashes only: free documents of clients that are watched, and whatever was refused. */
export function logDocuments(log: Log): DocumentObserver {
  return ({ reference, caller, adoption, outcome, hash }) => {
    if (outcome === 'trusted' || adoption === 'off') return;
    log.info({ reference, client: caller.clientId, contract: caller.contract, adoption, outcome, hash }, 'a document that is not trusted');
  };
}
