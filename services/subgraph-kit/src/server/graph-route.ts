import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../log/log.ts';
import type { SubgraphMetrics } from '../telemetry/subgraph-metrics.ts';
import type { Traces } from '../telemetry/traces.ts';
import { type Answer, send } from './answer.ts';
import { bytesOf } from './body-bytes.ts';
import { refusalFor } from './refusals.ts';
import { type DoorParts, openQuestion, type Question } from './verified-questions.ts';

/** Once it has begun, every answer ends its connection: a kept one would hold the server open until it times out. */
export interface Draining {
  hasBegun: boolean;
}

export interface GraphRouteParts extends DoorParts {
  readonly log: Log;
  readonly metrics: Pick<SubgraphMetrics, 'answered'> | undefined;
  readonly traces: Pick<Traces, 'follow'> | undefined;
  readonly draining: Draining;
  readonly answer: (question: Question, headers: IncomingHttpHeaders) => Promise<Answer>;
}

/** Bytes of a request. */
export const largestBody = 4 * 1024 * 1024;

const json = ['content-type', 'application/json; charset=utf-8'];

/** `POST /graphql`: the whole body, then who sends it, then what it asks. It passes no framework: that took a tenth of the time of a list. */
export function graphRoute(parts: GraphRouteParts): RequestListener {
  const { log, metrics, traces, draining } = parts;
  return (request, response) => {
    const began = performance.now();
    if (metrics) response.once('finish', () => metrics.answered(response.statusCode, (performance.now() - began) / 1000));
    receive(request, response, began).catch((error: unknown) => refuse(response, error));
  };

  async function receive(request: IncomingMessage, response: ServerResponse, began: number): Promise<void> {
    const bytes = await bytesOf(request, largestBody);
    const question = openQuestion(request.headers, bytes, parts);
    if (!traces) return answer(question, request, response);
    // Only now: whoever is not the gateway writes into no trace.
    const followed = { request, response, began };
    traces.follow(followed, { trustsCaller: true, describe: () => ({}) }, () => {
      answer(question, request, response).catch((error: unknown) => refuse(response, error));
    });
  }

  async function answer(question: Question, { headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    send(response, await parts.answer(question, headers), draining.hasBegun);
  }

  function refuse(response: ServerResponse, error: unknown): void {
    const { status, body } = refusalFor(error, log);
    // What is left of a body that nobody reads would be taken for the next request.
    send(response, { status, headers: json, text: JSON.stringify(body) }, draining.hasBegun || status === 413);
  }
}
