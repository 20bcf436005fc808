import { type Persona, personas } from '../personas.ts';

const graphiql = 'graphiql';

/** Whom one can be in a program. By hand one also tries what a hub's app may, which otherwise signs in by its own secret. */
export function personasFor(client: unknown): readonly Persona[] {
  return client === graphiql ? personas : personas.filter((persona) => persona.signsIn === 'person');
}

/** The programs that may ask for tokens. People's programs are public and prove themselves by PKCE; a hub's app has a secret. */
export function clientsOf(gatewayUrl: string, secrets: ReadonlyMap<string, string>): object[] {
  const forPeople = {
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
  };
  const origin = new URL(gatewayUrl).origin;
  const hubs = personas.filter((persona) => persona.signsIn === 'app');
  return [
    // A native client may use any port of the loopback address (RFC 8252, section 7.3).
    { ...forPeople, client_id: 'cli', application_type: 'native', redirect_uris: ['http://127.0.0.1/callback'] },
    { ...forPeople, client_id: 'console', application_type: 'web', redirect_uris: [`${origin}/`, `${origin}/callback`] },
    { ...forPeople, client_id: graphiql, application_type: 'web', redirect_uris: [`${origin}/graphiql/signed-in`] },
    ...hubs.map((hub) => ({
      client_id: hub.key,
      client_secret: secrets.get(hub.key),
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
  ];
}
