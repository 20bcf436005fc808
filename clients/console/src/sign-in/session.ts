import type { UserManager } from 'oidc-client-ts';

/** Who is asking, until when. The token is for the graph alone: nothing is read out of it here. */
export interface Session {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What the page can show; asking for less than a person may do is no loss, asking for more is ignored by the issuer. */
const scopes = 'openid members:read figures:read accelerator:read export:read fund:read';
const lastRenewal = 'renewed-at';
/** Milliseconds. Less than a token's life, so that a refused fresh token ends in a sentence instead of a circle of redirects. */
const pauseBetweenRenewals = 30_000;

let manager: Promise<UserManager> | undefined;

/** The one who keeps the keys is named by the graph's own door (RFC 9728). */
async function createManager(): Promise<UserManager> {
  // Not needed to read the first page, so not part of what it waits for.
  const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
  const answer = await fetch('/.well-known/oauth-protected-resource', { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The protected resource's metadata answered ${answer.status}.`);
  const { authorization_servers: [authority] = [] } = (await answer.json()) as { authorization_servers?: string[] };
  if (!authority) throw new Error("The protected resource's metadata names no authorization server.");
  return new UserManager({
    authority,
    client_id: 'console',
    redirect_uri: `${location.origin}/callback`,
    scope: scopes,
    loadUserInfo: false,
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

async function userManager(): Promise<UserManager> {
  manager ??= createManager();
  try {
    return await manager;
  } catch (error) {
    // Asked again at the next attempt: the stack may have been starting.
    manager = undefined;
    throw error;
  }
}

/** The session of this tab, if one is left; a token that has ended is none. */
export async function currentSession(): Promise<Session | undefined> {
  if (!hasStoredSession()) return undefined;
  const user = await (await userManager()).getUser();
  if (!user || user.expires_at === undefined) return undefined;
  return { token: user.access_token, expiresAt: user.expires_at * 1000 };
}

/** Leaves for the issuer's page, where one chooses who to be, and comes back to the same question. */
export async function signIn(returnTo: string): Promise<void> {
  await (await userManager()).signinRedirect({ state: returnTo, prompt: 'login' });
}

/** Fetches a new token by a redirect on which nothing is asked; refuses when that has just been tried. */
export async function renew(returnTo: string): Promise<'leaving' | 'refused'> {
  const since = Date.now() - Number(sessionStorage.getItem(lastRenewal) ?? 0);
  if (since < pauseBetweenRenewals) return 'refused';
  sessionStorage.setItem(lastRenewal, String(Date.now()));
  await (await userManager()).signinRedirect({ state: returnTo });
  return 'leaving';
}

/** Ends the round trip to the issuer and tells which address it began at. */
export async function finishSignIn(): Promise<string> {
  const user = await (await userManager()).signinRedirectCallback();
  return typeof user.state === 'string' && user.state.startsWith('/') && !user.state.startsWith('//') ? user.state : '/';
}

export async function signOut(): Promise<void> {
  await (await userManager()).removeUser();
}

/** Spares those who come for the first time a look-up of the issuer. */
function hasStoredSession(): boolean {
  return Object.keys(sessionStorage).some((key) => key.startsWith('oidc.user:'));
}
