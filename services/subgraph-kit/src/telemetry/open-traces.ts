import { type TraceSettings, Traces } from './traces.ts';

/**
 * Begins to send traces. The libraries that do it are loaded only here: whoever is not watched does not carry them.
 *
 * @param service name under which the spans of this process are found
 */
export async function openTraces(service: string, { endpoint, share }: TraceSettings): Promise<Traces> {
  const [{ OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
  ]);
  const sender = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 5_000 });
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor(sender, { scheduledDelayMillis: 1_000, maxQueueSize: 4_096 })],
  });
  // A receiver that is gone must not keep a process from ending well.
  return new Traces(provider.getTracer('leader'), () => provider.shutdown().catch(() => undefined));
}
