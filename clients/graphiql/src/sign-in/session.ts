import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { allScopes } from '../language/words.ts';

/** Who asks, and what they may. The token is for the graph alone: nothing is read out of it here. */
export interface Session {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly name: { readonly fr: string; readonly en: string };
  /** What the issuer calls them. */
  readonly key: string;
  readonly contract: string;
  readonly scopes: readonly string[];
}

const home = '/graphiql';
const signedIn = `${home}/signed-in`;

/** The one who keeps the keys is named by the graph's own door (RFC 9728). */
async function userManager(): Promise<UserManager> {
  const answer = await fetch('/.well-known/oauth-protected-resource', { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The protected resource's metadata answered ${answer.status}.`);
  const { authorization_servers: [authority] = [] } = (await answer.json()) as { authorization_servers?: string[] };
  if (!authority) throw new Error("The protected resource's metadata names no authorization server.");
  return new UserManager({
    authority,
    client_id: 'graphiql',
    redirect_uri: `${location.origin}${signedIn}`,
    // Whatever a person may not do, the issuer leaves out.
    scope: ['openid', ...allScopes].join(' '),
    loadUserInfo: false,
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

/** The session of this tab: from the address on the way back from the issuer, or remembered; a token that has ended is none. */
export async function currentSession(): Promise<Session | undefined> {
  const isBack = location.pathname === signedIn;
  if (!isBack && !Object.keys(sessionStorage).some((key) => key.startsWith('oidc.user:'))) return undefined;
  const manager = await userManager();
  try {
    const user = isBack ? await manager.signinRedirectCallback() : await manager.getUser();
    return user ? sessionOf(user) : undefined;
  } finally {
    if (isBack) history.replaceState(null, '', home);
  }
}

/** Leaves for the issuer's page, where one chooses who to be; with a session there, only a new token is fetched if so wished. */
export async function signIn(how: 'choose' | 'renew'): Promise<void> {
  await (await userManager()).signinRedirect(how === 'choose' ? { prompt: 'login' } : {});
}

export async function signOut(): Promise<void> {
  await (await userManager()).removeUser();
}

function sessionOf({ access_token: token, expires_at: seconds = 0, profile, scopes }: User): Session | undefined {
  if (seconds * 1000 <= Date.now()) return undefined;
  const text = (claim: unknown) => (typeof claim === 'string' ? claim : undefined);
  const name = text(profile.name) ?? profile.sub;
  return {
    token,
    expiresAt: seconds * 1000,
    name: { fr: text(profile['name#fr']) ?? name, en: text(profile['name#en']) ?? name },
    key: profile.sub,
    contract: text(profile['contract']) ?? '',
    scopes: scopes.filter((scope) => scope !== 'openid'),
  };
}
