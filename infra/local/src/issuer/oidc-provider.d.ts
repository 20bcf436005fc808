/** The part of oidc-provider that the issuer uses; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export interface ProviderContext {
    type: string;
    body: unknown;
    set(name: string, value: string): void;
    readonly oidc: {
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string | undefined };
      readonly provider: Provider;
    };
  }

  export interface IssuedToken {
    readonly accountId?: string;
    readonly clientId: string;
  }

  export interface Interaction {
    readonly uid: string;
    readonly params: Readonly<Record<string, unknown>>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: new (owner: {
      accountId: string;
      clientId: string;
    }) => Grant;
    callback(): RequestListener;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: { login: { accountId: string } }): Promise<void>;
    on(event: string, listener: (context: unknown, error: Error) => void): this;
  }

  export class Check {
    constructor(reason: string, description: string, isNeeded: (context: ProviderContext) => boolean);
  }

  export const interactionPolicy: {
    base(): { remove(prompt: string): void; get(prompt: string): { readonly checks: { add(check: Check): void } } };
    readonly Check: typeof Check;
  };
}
