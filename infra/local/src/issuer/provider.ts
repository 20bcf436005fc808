import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { type IssuedToken, interactionPolicy, Provider, type ProviderContext } from 'oidc-provider';
import { allScopes, type Persona, personaByKey } from '../personas.ts';
import { clientsOf, personasFor } from './clients.ts';
import { refusalPage } from './persona-page.ts';
import { createShortMemory } from './short-memory.ts';
import type { SigningKeys } from './signing-keys.ts';

/** The audience of every access token: the graph, whatever the address of its gateway. */
const audience = 'network-api';
const resource = `urn:leader:${audience}`;
const lifetime = 15 * 60;

/** OpenID Connect with personas in place of passwords: authorization code with PKCE for people, client credentials for hubs. */
export function createProvider(settings: {
  issuer: string;
  gatewayUrl: string;
  keys: SigningKeys;
  secrets: ReadonlyMap<string, string>;
}): Provider {
  const { issuer, gatewayUrl, keys, secrets } = settings;
  return new Provider(issuer, {
    adapter: createShortMemory(),
    clients: clientsOf(gatewayUrl, secrets),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: keys.jwks,
    cookies: { keys: [keys.cookieSecret] },
    // The persona's scopes are what is granted; asking for more is no reason for another question.
    interactions: { policy: withoutConsent(), url: (_context: unknown, { uid }: { uid: string }) => `/persona/${uid}` },
    // What a program may show about whoever signed in; a token for the graph is nothing to look into.
    claims: { openid: ['sub', 'name', 'name#fr', 'name#en', 'contract'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context: unknown, _resource: string, client: { clientId: string }) => ({
          // An app may ask for its own scopes only; for a person the grant decides.
          scope: (personaByKey(client.clientId)?.scopes ?? allScopes).join(' '),
          audience,
          accessTokenTTL: lifetime,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: {
      AccessToken: lifetime,
      ClientCredentials: lifetime,
      AuthorizationCode: 60,
      IdToken: lifetime,
      Interaction: 600,
      Session: 43_200,
      Grant: 43_200,
    },
    findAccount: (_context: unknown, key: string) => accountOf(personaByKey(key)),
    loadExistingGrant: grantOfPersona,
    extraTokenClaims: (_context: unknown, token: IssuedToken) => claimsOf(personaByKey(token.accountId ?? token.clientId)),
    clientBasedCORS: (_context: unknown, origin: string) => origin === new URL(gatewayUrl).origin,
    renderError: (context: ProviderContext, out: { error: string; error_description?: string }) => {
      context.type = 'html';
      context.body = refusalPage([out.error, out.error_description].filter(Boolean).join(': '));
    },
  });
}

function withoutConsent() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy.get('login').checks.add(
    new interactionPolicy.Check('not_for_this_program', 'this program is for other personas', ({ oidc: { client, session } }) => {
      return session.accountId !== undefined && !personasFor(client.clientId).some(({ key }) => key === session.accountId);
    }),
  );
  return policy;
}

async function grantOfPersona({ oidc }: ProviderContext) {
  const persona = personaByKey(oidc.session.accountId ?? '');
  if (!persona) return undefined;
  const grant = new oidc.provider.Grant({ accountId: persona.key, clientId: oidc.client.clientId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(resource, persona.scopes.join(' '));
  await grant.save();
  return grant;
}

function accountOf(persona: Persona | undefined) {
  if (!persona) return undefined;
  const { key, name, contract } = persona;
  return { accountId: key, claims: () => ({ sub: key, name: name.fr, 'name#fr': name.fr, 'name#en': name.en, contract }) };
}

function claimsOf(persona: Persona | undefined): object {
  if (!persona) return {};
  return {
    contract: persona.contract,
    class: persona.class,
    roles: [persona.key],
    ...(persona.company ? { company: encodeId('company', idFromName('company', persona.company)) } : {}),
    ...(persona.branch ? { branch: persona.branch } : {}),
    ...(persona.hub ? { hub: persona.hub } : {}),
  };
}
