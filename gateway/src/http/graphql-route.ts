import type { RequestListener } from 'node:http';
import type { Log } from '@leader/subgraph-kit/log/log';
import { bytesOf } from '@leader/subgraph-kit/server/body-bytes';
import type { Admission } from '../admission/admission.ts';
import type { Charge } from '../cost/charge.ts';
import type { Purse } from '../cost/purse.ts';
import type { TrustedDocuments } from '../documents/trusted-documents.ts';
import { KnownError, type Sentence } from '../errors/known-error.ts';
import { identify, type TokenRules } from '../identity/access-token.ts';
import { preferredLanguage } from '../identity/language.ts';
import type { ExaminedDocuments } from '../limits/examined-documents.ts';
import { answerByApollo } from './apollo-answer.ts';
import { addressFinder } from './client-address.ts';
import { crossOrigin } from './cross-origin.ts';
import type { GraphServers } from './graph-server.ts';
import type { KnownOperations } from './known-operations.ts';
import { answerType, isJsonInUtf8, statusOfRefusal } from './media-type.ts';
import type { OpenRequests } from './open-requests.ts';
import { refuseFor } from './refusals.ts';
import { largestBody, readRequestBody } from './request-body.ts';
import { standingHeaders } from './security-headers.ts';
import { Visit } from './visit.ts';

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

export interface GraphqlSettings {
  /** Origins whose pages may ask from a browser. */
  readonly origins: readonly string[];
  /** Proxies whose word about the client's address counts. */
  readonly trustedProxies: readonly string[];
  readonly isProduction: boolean;
  /** Longest time for a whole request, in milliseconds. */
  readonly requestTimeout: number;
}

export interface GraphqlParts {
  readonly servers: GraphServers;
  readonly tokenRules: TokenRules;
  readonly purse: Purse;
  readonly admission: Admission;
  readonly trusted: TrustedDocuments;
  readonly documents: ExaminedDocuments;
  /** Answers what Apollo Server need not look at again; without it, everything goes there. */
  readonly known: KnownOperations | undefined;
  readonly open: OpenRequests;
  /** Told of each request as it comes; goes on with it. */
  readonly watch: (visit: Visit, goOn: () => void) => void;
  readonly log: Log;
}

/** `/graphql`: first the form of the request, then who asks, then whether they have points left and there is room, then which document, then how much is asked, then the graph. */
export function graphqlRoute(settings: GraphqlSettings, parts: GraphqlParts): RequestListener {
  const standing = standingHeaders(settings.isProduction);
  const originsOf = crossOrigin(settings.origins);
  const addressOf = addressFinder(settings.trustedProxies);
  return (request, response) => {
    const visit = new Visit(request, response, standing, parts.open);
    parts.watch(visit, () => {
      receive(visit).catch((error: unknown) => refuseFor(visit, error, parts.log));
    });
  };

  async function receive(visit: Visit): Promise<void> {
    const { request, headers } = visit;
    const { headers: told, isPreflight } = originsOf(request.method, headers);
    visit.tell(told);
    if (isPreflight) return visit.answer(204, {}, '');
    if (request.method !== 'POST') {
      visit.tell({ allow: 'POST' });
      return visit.refuse(405, 'BAD_USER_INPUT', wrongMethod);
    }
    const bytes = await bytesOf(request, largestBody);
    if (headers['content-encoding'] !== undefined) return visit.refuse(415, 'BAD_USER_INPUT', packed);
    if (bytes.length > 0 && !isJsonInUtf8(headers['content-type'])) return visit.refuse(415, 'BAD_USER_INPUT', wrongType);
    if (!answerType(headers.accept)) return visit.refuse(406, 'BAD_USER_INPUT', wrongAnswerType);
    const body = readRequestBody(bytes);
    const deadline = Date.now() + settings.requestTimeout;
    const caller = await identify(headers.authorization, parts.tokenRules);
    visit.serviceClass = caller.serviceClass;
    const { client, reference: requestId } = visit;
    const identity = { caller, language: preferredLanguage(headers['accept-language']), requestId, deadline, client };
    const charge = parts.purse.chargeFor(caller, addressOf(request), requestId);
    const unpaid = await charge.enter();
    if (unpaid) {
      visit.tell({ 'retry-after': String(unpaid.retryAfter) });
      return visit.refuse(429, unpaid.error.code, unpaid.error.sentence, { cost: charge.report });
    }
    await parts.admission.enter(caller.serviceClass, client);
    visit.whenAnswered(() => parts.admission.leave());
    const asked = parts.trusted.documentOf(body, caller, requestId);
    if (asked instanceof KnownError) return refuseDocument(visit, asked, charge);
    const refusal = parts.documents.refusalOf(asked);
    if (refusal) return refuseDocument(visit, refusal, charge);
    const context = { identity, charge, note: visit };
    const known = parts.known?.answer(asked, headers.accept, context);
    if (!known) return answerByApollo(parts.servers, visit, asked, context);
    const { status, headers: ofAnswer, body: text, outcome } = await known;
    visit.outcome = outcome;
    visit.answer(status, ofAnswer, text);
  }
}

function refuseDocument(visit: Visit, { code, sentence }: KnownError, charge: Charge): void {
  visit.refuse(statusOfRefusal(visit.headers.accept), code, sentence, { cost: charge.report });
}
