import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../admission/admission.ts';
import type { Purse } from '../cost/purse.ts';
import type { TrustedDocuments } from '../documents/trusted-documents.ts';
import { KnownError, type Sentence } from '../errors/known-error.ts';
import { identify, type TokenRules } from '../identity/access-token.ts';
import { preferredLanguage } from '../identity/language.ts';
import type { RequestIdentity } from '../identity/subgraph-identity.ts';
import type { ExaminedDocuments } from '../limits/examined-documents.ts';
import { Client } from '../transport/audience.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { GraphServers } from './graph-server.ts';
import type { KnownOperations } from './known-operations.ts';
import { answerType, isJsonInUtf8, statusOfRefusal } from './media-type.ts';
import { refuse } from './refuse.ts';
import { readRequestBody } from './request-body.ts';
import { noteOf } from './request-note.ts';

const wrongMethod: Sentence = {
  fr: 'Les demandes GraphQL s’envoient par POST.',
  en: 'GraphQL requests are sent by POST.',
};
const wrongType: Sentence = {
  fr: 'Envoyez la demande en JSON et en UTF-8, avec « Content-Type: application/json ».',
  en: 'Send the request as JSON in UTF-8, with "Content-Type: application/json".',
};
const packed: Sentence = {
  fr: 'Envoyez la demande sans compression, sans « Content-Encoding ».',
  en: 'Send the request without compression, without "Content-Encoding".',
};
const wrongAnswerType: Sentence = {
  fr: 'Les réponses sont en JSON : acceptez « application/json » ou « application/graphql-response+json ».',
  en: 'Answers are JSON: accept "application/json" or "application/graphql-response+json".',
};

export interface GraphqlRouteParts {
  readonly tokenRules: TokenRules;
  readonly purse: Purse;
  readonly admission: Admission;
  readonly trusted: TrustedDocuments;
  readonly documents: ExaminedDocuments;
  /** Answers what Apollo Server need not look at again; without it, everything goes there. */
  readonly known: KnownOperations | undefined;
  /** Longest time for a whole request, in milliseconds. */
  readonly requestTimeout: number;
}

/** `/graphql`: first the form of the request, then who asks, then whether they have points left and there is room, then which document, then how much is asked, then the graph. */
export function addGraphql(app: FastifyInstance, servers: GraphServers, parts: GraphqlRouteParts): void {
  const contexts = new WeakMap<FastifyRequest, GatewayContext>();
  const contextOf = (request: FastifyRequest): GatewayContext => {
    const context = contexts.get(request);
    if (!context) throw new KnownError('INTERNAL', wrongMethod, [], { cause: new Error('a request passed without an identity') });
    return context;
  };
  const context = async (request: FastifyRequest): Promise<GatewayContext> => contextOf(request);
  const answerers = new Map([...servers].map(([contract, server]) => [contract, fastifyApolloHandler(server, { context })]));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: (_request, reply) => refuse(reply.header('allow', 'POST'), 405, 'BAD_USER_INPUT', wrongMethod),
  });
  app.route({
    method: 'POST',
    url: '/graphql',
    preHandler: async (request, reply) => {
      if (request.headers['content-encoding'] !== undefined) return refuse(reply, 415, 'BAD_USER_INPUT', packed);
      if (request.body !== undefined && !isJsonInUtf8(request.headers['content-type']))
        return refuse(reply, 415, 'BAD_USER_INPUT', wrongType);
      if (!answerType(request.headers.accept)) return refuse(reply, 406, 'BAD_USER_INPUT', wrongAnswerType);
      const body = readRequestBody((request.body as Uint8Array | undefined) ?? new Uint8Array());
      const identity = await identityFrom(request, reply, parts);
      const note = noteOf(request);
      note.serviceClass = identity.caller.serviceClass;
      const charge = parts.purse.chargeFor(identity.caller, request.ip, request.id);
      contexts.set(request, { identity, charge, note });
      const unpaid = await charge.enter();
      if (unpaid) {
        reply.header('retry-after', String(unpaid.retryAfter));
        return refuse(reply, 429, unpaid.error.code, unpaid.error.sentence, { cost: charge.report });
      }
      await parts.admission.enter(identity.caller.serviceClass, identity.client);
      // Whichever way the answer ends, and also when it had ended before it was this request's turn.
      if (reply.raw.destroyed) parts.admission.leave();
      else reply.raw.once('close', () => parts.admission.leave());
      const asked = parts.trusted.documentOf(body, identity.caller, request.id);
      request.body = asked;
      const refusal = asked instanceof KnownError ? asked : parts.documents.refusalOf(asked);
      if (refusal) return refuse(reply, statusOfRefusal(request.headers.accept), refusal.code, refusal.sentence, { cost: charge.report });
    },
    handler: async (request, reply) => {
      const known = await parts.known?.answer(request, reply, contextOf(request));
      return known ?? answerers.get(contextOf(request).identity.caller.contract)?.call(app, request, reply);
    },
  });
}

async function identityFrom(
  request: FastifyRequest,
  reply: FastifyReply,
  { tokenRules, requestTimeout }: GraphqlRouteParts,
): Promise<RequestIdentity> {
  const caller = await identify(request.headers.authorization, tokenRules);
  const language = preferredLanguage(request.headers['accept-language']);
  return { caller, language, requestId: request.id, deadline: Date.now() + requestTimeout, client: clientOf(reply) };
}

function clientOf(reply: FastifyReply): Client {
  const client = new Client();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) client.leave();
  });
  return client;
}
