import { readFile } from 'node:fs/promises';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AccessToken } from './access-token.ts';
import type { WhoLooksWhere } from './answer.ts';
import type { Config } from './config.ts';
import { directionOf } from './directions.ts';
import { Graph, GraphUnavailable } from './graph.ts';
import { noticePage } from './page/document.ts';
import { whoLooksWherePage } from './page/who-looks-where.ts';
import { isLanguage, type Language, preferredLanguage, words } from './words/languages.ts';

/** Documents are files of the graph's repository, so that whoever changes the graph knows what this app asks; here are their hashes. */
const registered = new URL('../../../schema/documents/hub-app.json', import.meta.url);
const style = new URL('./page/style.css', import.meta.url);

const cursor = z.string().min(1).max(1_000).optional();
const places = z.strictObject({ inOccitanie: cursor, inCountry: cursor });

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The app of one hub: pages in French, English and Arabic. */
export async function hubApp(config: Config): Promise<FastifyInstance> {
  const app = Fastify({ logger: { level: config.LOG_LEVEL }, forceCloseConnections: 'idle' });
  const graph = new Graph(config.GRAPH_URL, new AccessToken(config));
  const [question, css] = await Promise.all([hashOf('WhoLooksWhere'), readFile(style, 'utf8')]);

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/style.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(css));
  app.get('/', (request, reply) => reply.header('vary', 'accept-language').redirect(`/${languageOf(request)}`, 302));

  app.get<{ Params: { language: string } }>('/:language', async (request, reply) => {
    const { language } = request.params;
    if (!isLanguage(language))
      return show(
        reply,
        404,
        noticePage(languageOf(request), (say) => say.notFound),
      );
    const asked = places.safeParse(request.query);
    if (!asked.success)
      return show(
        reply,
        400,
        noticePage(language, (say) => say.badRequest),
      );
    const { inOccitanie, inCountry } = asked.data;
    const variables = { country: config.HUB_COUNTRY, first: config.PAGE_SIZE, afterInOccitanie: inOccitanie, afterInCountry: inCountry };
    const answer = await graph.ask<WhoLooksWhere>(question, variables, words[language].graphLanguage);
    for (const error of answer.errors)
      request.log.warn({ path: error.path?.join('.'), code: error.extensions?.code }, 'a part of the answer is missing');
    const isRefused = (['positions', 'positionsInOccitanie'] as const).some((name) => directionOf(answer, name).state === 'REFUSED');
    return show(reply, isRefused ? 400 : 200, whoLooksWherePage(language, config.HUB_COUNTRY, answer, asked.data));
  });

  app.setNotFoundHandler((request, reply) =>
    show(
      reply,
      404,
      noticePage(languageOf(request), (say) => say.notFound),
    ),
  );
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof GraphUnavailable) {
      request.log.error({ cause: String(error.cause) }, error.message);
      return show(
        reply.header('retry-after', 60),
        503,
        noticePage(languageOf(request), (say) => say.nothingAnswers),
      );
    }
    if ((error as { statusCode?: number }).statusCode === 400)
      return show(
        reply,
        400,
        noticePage(languageOf(request), (say) => say.badRequest),
      );
    request.log.error(error);
    return show(
      reply,
      500,
      noticePage(languageOf(request), (say) => say.nothingAnswers),
    );
  });
  return app;
}

/** The name under which the graph knows a document of this app. */
async function hashOf(name: string): Promise<string> {
  const { documents } = JSON.parse(await readFile(registered, 'utf8')) as { documents: Record<string, { name: string }> };
  const [hash] = Object.keys(documents).filter((one) => documents[one]?.name === name);
  if (!hash) throw new Error(`${name} is not registered with the graph`);
  return hash;
}

function show(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

/** Of the address where it names one, otherwise the one the browser wishes. */
function languageOf(request: FastifyRequest): Language {
  const named = /^\/(\w+)/.exec(request.url)?.[1] ?? '';
  return isLanguage(named) ? named : preferredLanguage(request.headers['accept-language'], 'fr');
}
