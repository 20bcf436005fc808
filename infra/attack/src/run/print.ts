import type { Report, Violation } from './report.ts';

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** What a person reads at the end. */
export function printed(report: Report): string {
  const { violations, probe, worstBlock, worstAmplification } = report;
  const at = (share: number) => (probe?.times[Math.floor((probe.times.length - 1) * share)] ?? 0).toFixed(0);
  return [
    `${report.cases} cases, sent ${report.sent} times, refused ${report.refused} times`,
    `worst event-loop block of a refused request: ${worstBlock.milliseconds.toFixed(1)} ms (idle ${report.idleBlockMs.toFixed(1)} ms): ${worstBlock.where}`,
    `worst amplification: ${worstAmplification.times.toFixed(1)}: ${worstAmplification.where}`,
    `calls of subgraphs on refused requests: ${report.callsOnRefused}`,
    `beside it: ${probe?.asked ?? 0} well-behaved requests, ${probe?.failures.length ?? 0} failed, median ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`,
    ...report.memory.map(
      (one) =>
        `memory of ${one.name}: ${megabytes(one.before)} → ${megabytes(one.after)}, heap ${megabytes(one.heapBefore)} → ${megabytes(one.heapAfter)}`,
    ),
    `violations: ${violations.length}`,
    ...grouped(violations),
  ].join('\n');
}

/** One entry for each case and check, however many doors and principals it was seen at. */
export function grouped(violations: readonly Violation[]): string[] {
  const groups = new Map<string, Violation[]>();
  for (const one of violations) {
    const key = `${one.check} ${one.replay ?? one.where}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.length > 0 ? `, and ${others.length} times more` : '';
    return [`  ✗ ${first.check} ${first.where}: ${first.seen}${more}`, ...(first.replay ? [`      ${first.replay}`] : [])];
  });
}
