import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Attributes,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';

/** Where traces are sent, by OTLP over HTTP, and which share of the requests is traced, 0 to 1. */
export interface TraceSettings {
  readonly endpoint: string;
  readonly share: number;
}

/** Attributes come from short lists of ours. Nothing that a client wrote, no variable, nobody's name. */
export type SpanAttributes = Attributes;

/** A request that is followed. */
export interface Followed {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** By the clock of the process, in milliseconds. */
  readonly began: number;
}

interface FollowedHow {
  /** Whether whoever asks may say which trace its request belongs to; otherwise the trace is only pointed to. */
  readonly trustsCaller: boolean;
  /** What is known of the request at its end. */
  readonly describe: () => SpanAttributes;
}

// Our own, and not the library's global one: other libraries would write spans of theirs there, with what clients wrote in them.
const active = new AsyncLocalStorage<{ readonly tracer: Tracer; readonly span: Span }>();

/** The traces of one process. */
export class Traces {
  constructor(
    private readonly tracer: Tracer,
    private readonly flush: () => Promise<void>,
  ) {}

  /** Makes one request a span, and goes on with it below that. */
  follow({ request, response, began }: Followed, { trustsCaller, describe }: FollowedHow, goOn: () => void): void {
    const came = readTraceparent(request.headers['traceparent']);
    const options = {
      kind: SpanKind.SERVER,
      startTime: Date.now() - (performance.now() - began),
      links: came && !trustsCaller ? [{ context: came }] : [],
    };
    const parent = came && trustsCaller ? trace.setSpanContext(ROOT_CONTEXT, came) : ROOT_CONTEXT;
    const span = this.tracer.startSpan('request', options, parent);
    response.once('close', () => {
      span.setAttributes({ 'http.response.status_code': response.statusCode, ...describe() });
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    active.run({ tracer: this.tracer, span }, goOn);
  }

  /** Sends what has not been sent yet. */
  close(): Promise<void> {
    return this.flush();
  }
}

/** Runs work as a span below the one that runs now. Where nothing is traced it just runs. */
export function withSpan<Result>(
  name: string,
  kind: 'client' | 'internal',
  attributes: SpanAttributes,
  work: () => Promise<Result>,
): Promise<Result> {
  const above = active.getStore();
  if (!above) return work();
  const options = { kind: kind === 'client' ? SpanKind.CLIENT : SpanKind.INTERNAL, attributes };
  return below(above.tracer, above.tracer.startSpan(name, options, trace.setSpan(ROOT_CONTEXT, above.span)), work);
}

async function below<Result>(tracer: Tracer, span: Span, work: () => Promise<Result>): Promise<Result> {
  try {
    return await active.run({ tracer, span }, work);
  } catch (error) {
    // Without the message: it may hold what a client wrote.
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** The header by which the next process continues the trace, where there is one: its name, and what it says. */
export function traceHeaders(): readonly string[] {
  const context = active.getStore()?.span.spanContext();
  return context ? ['traceparent', `00-${context.traceId}-${context.spanId}-0${context.traceFlags & 1}`] : [];
}

const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Reads a W3C `traceparent` header; anything odd counts as none. */
export function readTraceparent(header: unknown): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = ''] = (typeof header === 'string' && form.exec(header)) || [];
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}
