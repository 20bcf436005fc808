import {
  allowInsecureRequests,
  ClientSecretBasic,
  clientCredentialsGrantRequest,
  discoveryRequest,
  processClientCredentialsResponse,
  processDiscoveryResponse,
} from 'oauth4webapi';
import type { Config } from './config.ts';

const scope = 'members:read export:read';
const patience = 5_000;
/** A token that ends while the request is under way is of no use. */
const marginSeconds = 30;

/** The hub's access token, asked for when needed and kept until shortly before its end. */
export class AccessToken {
  private kept: Promise<{ readonly token: string; readonly goodUntil: number }> | undefined;

  constructor(private readonly config: Pick<Config, 'ISSUER' | 'CLIENT_ID' | 'CLIENT_SECRET'>) {}

  /** @throws when the issuer does not answer or does not know the app */
  async current(): Promise<string> {
    const kept = await this.kept?.catch(() => undefined);
    if (kept && Date.now() < kept.goodUntil) return kept.token;
    this.kept = this.request();
    return (await this.kept).token;
  }

  /** For a token that the graph no longer takes. */
  forget(): void {
    this.kept = undefined;
  }

  private async request() {
    const { ISSUER, CLIENT_ID, CLIENT_SECRET } = this.config;
    const options = { [allowInsecureRequests]: ISSUER.protocol === 'http:', signal: () => AbortSignal.timeout(patience) };
    const issuer = await processDiscoveryResponse(ISSUER, await discoveryRequest(ISSUER, options));
    const client = { client_id: CLIENT_ID };
    const answer = await clientCredentialsGrantRequest(issuer, client, ClientSecretBasic(CLIENT_SECRET), { scope }, options);
    const { access_token, expires_in = marginSeconds } = await processClientCredentialsResponse(issuer, client, answer);
    return { token: access_token, goodUntil: Date.now() + (expires_in - marginSeconds) * 1_000 };
  }
}
