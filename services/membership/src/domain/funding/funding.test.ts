import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type Agreement, coFinancingRate, mostClaimable, openAgreement, type Promised } from './agreement.ts';
import { type Claim, draftClaim, settleClaim, submitClaim } from './claim.ts';
import { attachEvidence, type Cost, recordCost } from './cost.ts';

const day = (text: string) => text as LocalDate;
const today = day('2026-11-23');

const half: Agreement = {
  startsOn: day('2026-01-01'),
  endsOn: day('2026-12-31'),
  rate: 5000,
  ceiling: 60_000_00n,
  currency: 'EUR',
  eligibleLines: ['STAFF', 'EVENTS'],
  justified: 100_000_00n,
  claimed: 0n,
};
const terms = { ...half, funder: 'Région Occitanie', deliverables: [{ kind: 'ACTIVE_MEMBERS', promised: 200 }] as readonly Promised[] };
const cost: Cost = { line: 'STAFF', label: 'Salaries of May', amount: 8_000_00n, currency: 'EUR', incurredOn: day('2026-05-31') };
const evidence = { issuer: 'Paie du Tarn', reference: 'BS-2026-05', sha256: 'a'.repeat(64), issuedOn: day('2026-06-02') };
const reasonOf = (decision: object) => ('reason' in decision ? decision.reason : 'ACCEPTED');

describe('an agreement', () => {
  test.each([
    ['is taken as agreed', {}, 'ACCEPTED'],
    ['has a funder', { funder: ' ' }, 'FUNDER_MISSING'],
    ['does not end before it begins', { endsOn: day('2025-12-31') }, 'PERIOD_IMPOSSIBLE'],
    ['covers ten calendar years at most', { endsOn: day('2036-01-01') }, 'PERIOD_IMPOSSIBLE'],
    ['pays something', { rate: 0 }, 'RATE_IMPOSSIBLE'],
    ['pays the whole at most', { rate: 10_001 }, 'RATE_IMPOSSIBLE'],
    ['has a ceiling', { ceiling: 0n }, 'CEILING_IMPOSSIBLE'],
    ['pays for some line', { eligibleLines: [] }, 'LINES_MISSING'],
    ['promises each thing once', { deliverables: [...terms.deliverables, ...terms.deliverables] }, 'DELIVERABLE_TWICE'],
    ['promises something', { deliverables: [{ kind: 'INBOUND_JOBS' as const, promised: 0 }] }, 'PROMISE_IMPOSSIBLE'],
  ])('%s', (_, change, outcome) => {
    expect(reasonOf(openAgreement({ ...terms, ...change }))).toBe(outcome);
  });

  test('pays its rate of what is justified, rounded down, and never more than its ceiling', () => {
    expect(mostClaimable({ ...half, justified: 101n })).toBe(50n);
    expect(mostClaimable({ ...half, justified: 200_000_00n })).toBe(60_000_00n);
  });

  test('has no co-financing rate before something is justified', () => {
    expect(coFinancingRate({ justified: 0n, claimed: 0n })).toBeNull();
    expect(coFinancingRate({ justified: 300n, claimed: 100n })).toBe(0.3333);
  });
});

describe('a cost', () => {
  test.each([
    ['of an eligible line within the time is taken', {}, 'ACCEPTED'],
    ['says what was paid for', { label: ' ' }, 'COST_UNNAMED'],
    ['is above zero', { amount: 0n }, 'COST_AMOUNT_IMPOSSIBLE'],
    ['is in the currency of the agreement', { currency: 'MAD' }, 'COST_IN_OTHER_CURRENCY'],
    ['of another line is refused', { line: 'TRAVEL' as const }, 'LINE_INELIGIBLE'],
    ['from before the agreement is refused', { incurredOn: day('2025-12-31') }, 'COST_OUTSIDE_PERIOD'],
    ['from after the agreement is refused', { incurredOn: day('2027-01-01') }, 'COST_OUTSIDE_PERIOD'],
    ['to come is refused', { incurredOn: day('2026-11-24') }, 'COST_IN_THE_FUTURE'],
  ])('%s', (_, change, outcome) => {
    expect(reasonOf(recordCost(half, { ...cost, ...change }, today))).toBe(outcome);
  });

  test.each([
    ['is justified by a document', {}, null, false, 'ACCEPTED'],
    ['is justified once', {}, evidence, false, 'EVIDENCED_ALREADY'],
    ['needs to know who issued it', { issuer: '' }, null, false, 'EVIDENCE_UNNAMED'],
    ['needs its number', { reference: ' ' }, null, false, 'EVIDENCE_UNNAMED'],
    ['needs its SHA-256', { sha256: 'a'.repeat(40) }, null, false, 'HASH_UNREADABLE'],
    ['is not shown by a document of tomorrow', { issuedOn: day('2026-11-24') }, null, false, 'EVIDENCE_IN_THE_FUTURE'],
    ['is not shown by the document of another cost', {}, null, true, 'FUNDED_TWICE'],
  ])('%s', (_, change, earlier, isUsed, outcome) => {
    expect(reasonOf(attachEvidence({ evidence: earlier }, { ...evidence, ...change }, isUsed, today))).toBe(outcome);
  });
});

describe('a claim', () => {
  const draft: Claim = { status: 'DRAFT', amount: 20_000_00n, submittedOn: null };
  const submitted: Claim = { ...draft, status: 'SUBMITTED', submittedOn: day('2026-11-20') };

  test('is for something, in the currency of the agreement', () => {
    expect(reasonOf(draftClaim(half, { minor: 1n, currency: 'EUR' }))).toBe('ACCEPTED');
    expect(reasonOf(draftClaim(half, { minor: 0n, currency: 'EUR' }))).toBe('CLAIM_AMOUNT_IMPOSSIBLE');
    expect(reasonOf(draftClaim(half, { minor: 1n, currency: 'MAD' }))).toBe('CLAIM_IN_OTHER_CURRENCY');
  });

  test.each([
    ['is submitted while there is room', {}, {}, 'ACCEPTED'],
    ['fills the room to the cent', { claimed: 30_000_00n }, {}, 'ACCEPTED'],
    ['exceeds the rate by no cent', { claimed: 30_000_01n }, {}, 'MORE_THAN_JUSTIFIED'],
    ['exceeds the ceiling by no cent', { claimed: 40_000_01n, justified: 900_000_00n }, {}, 'MORE_THAN_CEILING'],
    ['needs some justified cost', { justified: 0n }, {}, 'NOTHING_JUSTIFIED'],
    ['is submitted once', {}, { status: 'SUBMITTED' as const }, 'SUBMITTED_ALREADY'],
    ['is not submitted again after it was refused', {}, { status: 'REFUSED' as const }, 'SUBMITTED_ALREADY'],
  ])('%s', (_, agreement, claim, outcome) => {
    expect(reasonOf(submitClaim({ ...half, ...agreement }, { ...draft, ...claim }))).toBe(outcome);
  });

  const paid = { outcome: 'PAID' as const, granted: null, motive: null, settledOn: today };
  const reduced = { outcome: 'REDUCED' as const, granted: 5n, motive: 'Two invoices are not eligible', settledOn: today };
  test.each([
    ['is paid', submitted, paid, 'ACCEPTED'],
    ['is reduced', submitted, reduced, 'ACCEPTED'],
    ['is refused for a reason', submitted, { ...paid, outcome: 'REFUSED' as const, motive: 'Out of scope' }, 'ACCEPTED'],
    ['is submitted first', draft, paid, 'NOT_SUBMITTED'],
    ['is settled once', { ...submitted, status: 'PAID' as const }, paid, 'SETTLED_ALREADY'],
    ['is not settled tomorrow', submitted, { ...paid, settledOn: day('2026-11-24') }, 'SETTLED_IN_THE_FUTURE'],
    ['is not settled before it was submitted', submitted, { ...paid, settledOn: day('2026-11-19') }, 'SETTLED_BEFORE_SUBMISSION'],
    ['is paid in full without an amount', submitted, { ...paid, granted: 5n }, 'GRANTED_WITHOUT_REDUCTION'],
    ['is reduced to some amount', submitted, { ...reduced, granted: null }, 'GRANTED_MISSING'],
    ['is reduced to less than was claimed', submitted, { ...reduced, granted: submitted.amount }, 'GRANTED_IMPOSSIBLE'],
    ['is reduced to more than nothing', submitted, { ...reduced, granted: 0n }, 'GRANTED_IMPOSSIBLE'],
    ['is reduced for a reason', submitted, { ...reduced, motive: null }, 'MOTIVE_MISSING'],
  ])('%s', (_, claim, request, outcome) => {
    expect(reasonOf(settleClaim(claim, request, today))).toBe(outcome);
  });

  test('counts with what was paid of it', () => {
    expect(settleClaim(submitted, paid, today)).toMatchObject({ facts: { granted: submitted.amount } });
    expect(settleClaim(submitted, reduced, today)).toMatchObject({ facts: { granted: 5n } });
    expect(settleClaim(submitted, { ...paid, outcome: 'REFUSED', motive: 'Out of scope' }, today)).toMatchObject({
      facts: { granted: 0n },
    });
  });
});
