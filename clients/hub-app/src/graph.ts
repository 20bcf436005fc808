import type { AccessToken } from './access-token.ts';

/** What goes wrong with a part of an answer, while the rest of it stands. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors: readonly GraphError[];
}

/** Nothing came back that could be shown: the graph or the issuer is away, or refuses the app. */
export class GraphUnavailable extends Error {
  override readonly name = 'GraphUnavailable';
}

const patience = 10_000;

/** The graph of the network, asked on behalf of one hub. */
export class Graph {
  constructor(
    private readonly address: URL,
    private readonly token: AccessToken,
  ) {}

  /**
   * Asks a registered document by its hash; no text is sent.
   *
   * @throws GraphUnavailable
   */
  async ask<Data>(documentHash: string, variables: Readonly<Record<string, unknown>>, language: 'fr' | 'en'): Promise<Answer<Data>> {
    try {
      let response = await this.send(documentHash, variables, language);
      if (response.status === 401) {
        this.token.forget();
        response = await this.send(documentHash, variables, language);
      }
      const { data = null, errors = [] } = (await response.json()) as Partial<Answer<Data>>;
      if (data === null && !errors.some(isOfTheQuestion)) throw new Error(`HTTP ${response.status}: ${errors[0]?.message ?? 'no data'}`);
      return { data, errors };
    } catch (error) {
      throw new GraphUnavailable('The graph gave no answer.', { cause: error });
    }
  }

  private async send(documentHash: string, variables: Readonly<Record<string, unknown>>, language: string): Promise<Response> {
    return fetch(new URL('/graphql', this.address), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        authorization: `Bearer ${await this.token.current()}`,
      },
      body: JSON.stringify({ documentId: `sha256:${documentHash}`, variables }),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
  }
}

/** The reader can mend it, by asking for something else. */
export function isOfTheQuestion({ extensions }: GraphError): boolean {
  return extensions?.code === 'BAD_USER_INPUT';
}
