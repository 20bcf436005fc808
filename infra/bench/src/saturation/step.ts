import { quantile, rounded } from '../measuring/figures.ts';
import type { Fate, Sent } from './open-loop.ts';

/** What one rate showed. */
export interface Step {
  /** How many times the capacity. */
  readonly times: number;
  readonly sent: number;
  /** Right answers a second. */
  readonly useful: number;
  readonly shed: number;
  readonly partial: number;
  readonly failed: number;
  /** Milliseconds; undefined where there was none. */
  readonly rightP50: number | undefined;
  readonly rightP99: number | undefined;
  readonly shedP99: number | undefined;
  /** Share of the requests of interactive clients that were answered rightly. */
  readonly interactive: number;
  readonly resident: number;
  readonly reasons: readonly string[];
}

export function stepOf(times: number, seconds: number, all: readonly Sent[], resident: number): Step {
  const of = (fate: Fate) => all.filter((one) => one.fate === fate);
  const interactive = all.filter(({ serviceClass }) => serviceClass === 'interactive');
  const at = (fate: Fate, share: number) => {
    const took = of(fate).map((one) => one.took);
    return took.length === 0 ? undefined : rounded(quantile(took, share), 1);
  };
  return {
    times,
    sent: all.length,
    useful: rounded(of('right').length / seconds, 1),
    shed: of('shed').length,
    partial: of('partial').length,
    failed: of('failed').length,
    rightP50: at('right', 0.5),
    rightP99: at('right', 0.99),
    shedP99: at('shed', 0.99),
    interactive: rounded(interactive.filter(({ fate }) => fate === 'right').length / interactive.length, 3),
    resident,
    reasons: [...new Set(all.flatMap(({ reason }) => (reason === undefined ? [] : [reason.slice(0, 160)])))].slice(0, 5),
  };
}

/** Sentences about what is not as it should be at twice the capacity, and anywhere. */
export function shortcomings(capacity: number, steps: readonly Step[]): readonly string[] {
  const twice = steps.find(({ times }) => times === 2);
  const failed = steps.filter((step) => step.failed > 0).map((step) => `at ${step.times} × capacity ${step.failed} requests failed`);
  if (!twice) return failed;
  const { useful, rightP99, shedP99, interactive } = twice;
  const all: readonly (readonly [boolean, string])[] = [
    [useful >= 0.9 * capacity, `at 2 × capacity ${useful} right answers a second come, less than 0.9 of ${capacity}`],
    [rightP99 !== undefined && rightP99 <= 500, `at 2 × capacity the p99 of right answers is ${rightP99} ms, more than 500`],
    [shedP99 === undefined || shedP99 <= 50, `at 2 × capacity the p99 of refusals is ${shedP99} ms, more than 50`],
    [interactive >= 0.99, `at 2 × capacity ${interactive} of the interactive requests were answered, less than 0.99`],
  ];
  return [...failed, ...all.flatMap(([isMet, sentence]) => (isMet ? [] : [sentence]))];
}
