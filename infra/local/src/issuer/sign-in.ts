import { createHash, randomBytes } from 'node:crypto';
import { allScopes, type Persona } from '../personas.ts';

const redirect = 'http://127.0.0.1/callback';

/** Signing in did not work; the message says why in one sentence. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
}

/** Gets an access token as a program of that persona would; refuses with what the issuer said. */
export async function signIn(persona: Persona, issuer: string, secretOf: (client: string) => string | undefined): Promise<string> {
  if (persona.signsIn === 'app') return tokenByCredentials(persona, issuer, secretOf(persona.key));
  return tokenByCode(persona, issuer);
}

async function tokenByCredentials(persona: Persona, issuer: string, secret: string | undefined): Promise<string> {
  if (!secret) throw new SignInFailed(`The secret of ${persona.key} is not among the stack's secrets: restart the stack.`);
  const credentials = Buffer.from(`${persona.key}:${secret}`).toString('base64');
  return tokenFrom(
    issuer,
    { grant_type: 'client_credentials', scope: persona.scopes.join(' ') },
    { authorization: `Basic ${credentials}` },
  );
}

/** Walks the authorization code flow with PKCE as a browser would, pressing the persona's button on the page. */
async function tokenByCode(persona: Persona, issuer: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const question = new URL('/auth', issuer);
  question.search = new URLSearchParams({
    client_id: 'cli',
    response_type: 'code',
    redirect_uri: redirect,
    scope: ['openid', ...allScopes].join(' '),
    state: randomBytes(12).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const cookies = new Map<string, string>();
  const choice = await step(question, cookies);
  const chosen = await step(choice, cookies, new URLSearchParams({ persona: persona.key }));
  const back = await step(chosen, cookies);
  const code = back.searchParams.get('code');
  if (!code)
    throw new SignInFailed(
      `The issuer did not let ${persona.key} in: ${back.searchParams.get('error_description') ?? 'no code came back'}.`,
    );
  return tokenFrom(issuer, { grant_type: 'authorization_code', client_id: 'cli', code, code_verifier: verifier, redirect_uri: redirect });
}

async function step(address: URL, cookies: Map<string, string>, form?: URLSearchParams): Promise<URL> {
  const answer = await fetch(address, {
    method: form ? 'POST' : 'GET',
    body: form ?? null,
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = (cookie.split(';', 1)[0] ?? '').split(/=(.*)/s, 2);
    if (name) cookies.set(name, value ?? '');
  }
  await answer.body?.cancel();
  const location = answer.headers.get('location');
  if (!location) throw new SignInFailed(`The issuer refused to sign in (HTTP ${answer.status} at ${address.pathname}).`);
  return new URL(location, address);
}

async function tokenFrom(issuer: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(new URL('/token', issuer), { method: 'POST', body: new URLSearchParams(form), headers });
  const body = (await answer.json()) as { access_token?: string; error_description?: string; error?: string };
  if (!body.access_token) throw new SignInFailed(`The issuer gave no token: ${body.error_description ?? body.error}.`);
  return body.access_token;
}
