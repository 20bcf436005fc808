import { Client, fetchExchange } from 'urql';
import type { Language } from '../language/language.ts';
import type { Session } from '../sign-in/session.ts';
import { byHash } from './by-hash.ts';

export interface GraphClientParts {
  readonly language: Language;
  readonly session: Session | undefined;
  /** Called when a question cannot be asked any more without a new token. */
  readonly onTokenEnded: () => void;
}

/** Milliseconds. A token about to end is not sent: it would end on the way. */
const margin = 5_000;

/** Asks the graph in one language for one person. Partial answers come as data and errors side by side. */
export function createGraphClient({ language, session, onTokenEnded }: GraphClientParts): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [byHash, fetchExchange],
    requestPolicy: 'network-only',
    fetchOptions: () => ({
      headers: { 'accept-language': language, ...(session ? { authorization: `Bearer ${session.token}` } : {}) },
    }),
    fetch: async (input, init) => {
      if (session && session.expiresAt - Date.now() < margin) {
        onTokenEnded();
        return untilThePageLeaves();
      }
      const answer = await fetch(input, init);
      if (answer.status !== 401) return answer;
      onTokenEnded();
      return untilThePageLeaves();
    },
  });
}

/** The redirect to the issuer is on its way; an error shown for the last moments would only startle. */
function untilThePageLeaves(): Promise<Response> {
  return new Promise(() => {});
}
