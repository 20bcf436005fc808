import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { personasFor } from './clients.ts';
import { pagePolicy, personaPage, refusalPage } from './persona-page.ts';

const longestForm = 4_096;

/** The issuer's HTTP server: the protocol, the page of personas, and health. */
export function createIssuerServer(provider: Provider, gatewayUrl: string): Server {
  const protocol = provider.callback();
  const policy = pagePolicy(gatewayUrl);
  const answer: RequestListener = (request, response) => {
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname.startsWith('/health/')) return sendHealth(response);
    if (pathname.startsWith('/persona/')) return void choosePersona(provider, request, response);
    return protocol(request, response);
  };
  return createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, answer);
}

/** Shows the personas, and signs in the one that was chosen; refuses an unknown persona and a request that has expired. */
async function choosePersona(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { uid, params } = await provider.interactionDetails(request, response);
    const choices = personasFor(params['client_id']);
    if (request.method !== 'POST') return sendPage(response, 200, personaPage(uid, choices));
    const chosen = new URLSearchParams(await bodyOf(request)).get('persona');
    const persona = choices.find(({ key }) => key === chosen);
    if (!persona) return sendPage(response, 400, refusalPage('unknown persona'));
    await provider.interactionFinished(request, response, { login: { accountId: persona.key } });
  } catch {
    if (!response.headersSent) sendPage(response, 400, refusalPage('the request has expired'));
  }
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}

function sendHealth(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ready"}');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > longestForm) throw new Error('the form is too long');
  }
  return text;
}
