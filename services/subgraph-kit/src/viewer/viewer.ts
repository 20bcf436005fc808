import type { IdentityClaims } from '../identity/identity-token.ts';

export type Language = 'fr' | 'en';

/** Who asks, and what the front door established about them. Made only from a verified identity token. */
export class Viewer {
  private readonly scopes: ReadonlySet<string>;

  constructor(private readonly claims: IdentityClaims) {
    this.scopes = new Set(claims.scopes);
  }

  get subject(): string {
    return this.claims.sub;
  }

  /** Id of the client that carries the request, e.g. `console`. */
  get client(): string {
    return this.claims.client_id;
  }

  get isAnonymous(): boolean {
    return this.claims.sub === 'anonymous';
  }

  /** Typed id of the company this person speaks for, if any. */
  get companyId(): string | undefined {
    return this.claims.company;
  }

  /** Code of the branch this person leads, if any. */
  get branchCode(): string | undefined {
    return this.claims.branch;
  }

  /** Country code of the hub this client belongs to, if any. Fixed in the client's registration, never asked for. */
  get hubCountry(): string | undefined {
    return this.claims.hub;
  }

  get contract(): string {
    return this.claims.contract;
  }

  get language(): Language {
    return this.claims.lang === 'fr' ? 'fr' : 'en';
  }

  get requestId(): string {
    return this.claims.txn;
  }

  hasRole(role: string): boolean {
    return this.claims.roles.includes(role);
  }

  /** Whether the token carries a scope such as `figures:read`. */
  can(scope: string): boolean {
    return this.scopes.has(scope);
  }
}
