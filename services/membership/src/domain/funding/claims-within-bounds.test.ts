import { expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { type Agreement, mostClaimable } from './agreement.ts';
import { type Claim, type ClaimOutcome, settleClaim, submitClaim } from './claim.ts';

const today = '2026-11-23' as LocalDate;

type Step =
  | { readonly kind: 'JUSTIFY'; readonly amount: bigint }
  | { readonly kind: 'CLAIM'; readonly amount: bigint; readonly outcome: ClaimOutcome | null; readonly part: bigint };

const amount = fc.bigInt({ min: 1n, max: 1_000_000n });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('JUSTIFY' as const), amount }),
  fc.record({
    kind: fc.constant('CLAIM' as const),
    amount,
    outcome: fc.constantFrom<ClaimOutcome | null>('PAID', 'REDUCED', 'REFUSED', null),
    part: amount,
  }),
);

test('whatever is justified, claimed and settled, claims stay within the ceiling and the rate of what is justified (M6)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), amount, fc.array(step, { maxLength: 40 }), (rate, ceiling, steps) => {
      let agreement: Agreement = {
        startsOn: '2026-01-01' as LocalDate,
        endsOn: '2026-12-31' as LocalDate,
        rate,
        ceiling,
        currency: 'EUR',
        eligibleLines: ['STAFF'],
        justified: 0n,
        claimed: 0n,
      };
      for (const one of steps) {
        agreement = after(agreement, one);
        expect(agreement.claimed <= ceiling).toBe(true);
        expect(agreement.claimed * 10_000n <= agreement.justified * BigInt(rate)).toBe(true);
        expect(agreement.claimed <= mostClaimable(agreement)).toBe(true);
      }
    }),
  );
});

function after(agreement: Agreement, one: Step): Agreement {
  if (one.kind === 'JUSTIFY') return { ...agreement, justified: agreement.justified + one.amount };
  const submitted = submitClaim(agreement, { status: 'DRAFT', amount: one.amount, submittedOn: null });
  if (!submitted.accepted) return agreement;
  const claimed = submitted.facts;
  if (one.outcome === null) return { ...agreement, claimed };
  const claim: Claim = { status: 'SUBMITTED', amount: one.amount, submittedOn: today };
  const granted = one.outcome === 'REDUCED' ? one.part : null;
  const settled = settleClaim(claim, { outcome: one.outcome, granted, motive: 'A part is not eligible', settledOn: today }, today);
  return { ...agreement, claimed: settled.accepted ? claimed - one.amount + settled.facts.granted : claimed };
}
