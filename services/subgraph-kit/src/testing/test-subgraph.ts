import { randomBytes } from 'node:crypto';
import { bodyHash, type IdentityClaims, type IdentityKey, identityHeader, signIdentity } from '../identity/identity-token.ts';

/** Who a test asks as. Everything left out is as for a caller without a token. */
export type TestViewer = Partial<
  Pick<IdentityClaims, 'sub' | 'client_id' | 'company' | 'branch' | 'hub' | 'roles' | 'contract' | 'scopes' | 'class' | 'lang'>
>;

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads an answer whose shape its own document fixes.
  readonly data: any;
  readonly errors: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string; reference?: string } }[];
}

export const testIdentityKey: IdentityKey = { kid: 'test', secret: randomBytes(32) };

/** Asks a running subgraph over HTTP, with an identity token as the gateway would make it. */
export class TestSubgraph {
  constructor(
    private readonly url: string,
    private readonly name: string,
  ) {}

  async ask(query: string, options: { as?: TestViewer; variables?: Record<string, unknown> } = {}): Promise<Answer> {
    const body = JSON.stringify({ query, variables: options.variables ?? {} });
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [identityHeader]: signIdentity(claimsFor(this.name, body, options.as ?? {}), testIdentityKey),
      },
      body,
    });
    const answer = (await response.json()) as { data?: unknown; errors?: Answer['errors'] };
    return { status: response.status, data: answer.data ?? null, errors: answer.errors ?? [] };
  }

  /** Asks for entities as the gateway does. `selection` stands inside `... on <type>`. */
  async entities(type: string, representations: readonly object[], selection: string, as: TestViewer = {}): Promise<Answer> {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;
    return this.ask(query, { as, variables: { representations: representations.map((one) => ({ __typename: type, ...one })) } });
  }
}

/** The claims of a test viewer for one body, as the gateway would state them. */
export function claimsFor(audience: string, body: string, viewer: TestViewer): IdentityClaims {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: 'gateway',
    aud: audience,
    sub: 'anonymous',
    client_id: 'test',
    roles: [],
    contract: 'public',
    scopes: [],
    class: 'interactive',
    lang: 'en',
    txn: randomBytes(8).toString('hex'),
    ...viewer,
    bh: bodyHash(body),
    iat: now,
    exp: now + 30,
    dl: Date.now() + 20_000,
  };
}
