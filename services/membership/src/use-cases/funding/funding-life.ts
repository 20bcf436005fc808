import { Conflict, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { parseDecimal } from '@leader/subgraph-kit/values/decimal';
import { newId, parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { moneyOf } from '@leader/subgraph-kit/values/money';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import * as agreements from '../../domain/funding/agreement.ts';
import * as claims from '../../domain/funding/claim.ts';
import * as costs from '../../domain/funding/cost.ts';
import { changeOnce, moved } from '../change-once.ts';
import { readWords, readWordsIfAny } from '../read-words.ts';
import { say } from '../sentences.ts';
import type { FundingBook, FundingWrites } from './funding-ports.ts';
import { requireFundingClerk, requireNetworkOffice } from './funding-rights.ts';
import type { AgreementView, ClaimView } from './funding-views.ts';

interface Amount {
  readonly amount: string;
  readonly currency: string;
}

export interface AgreementRequest
  extends Pick<AgreementView, 'funder' | 'startsOn' | 'endsOn' | 'eligibleLines' | 'policyTags' | 'deliverables'> {
  readonly idempotencyKey: string;
  readonly ratePercent: string;
  readonly ceiling: Amount;
}

export interface CostRequest extends Pick<costs.Cost, 'line' | 'label' | 'incurredOn'> {
  readonly idempotencyKey: string;
  readonly agreementId: string;
  readonly amount: Amount;
}

export interface EvidenceRequest extends costs.Evidence {
  readonly idempotencyKey: string;
  readonly costId: string;
}

export interface DraftRequest {
  readonly idempotencyKey: string;
  readonly agreementId: string;
  readonly amount: Amount;
}

export interface ClaimRequest {
  readonly idempotencyKey: string;
  readonly claimId: string;
  readonly expectedVersion: number;
}

export interface SettlementRequest extends ClaimRequest {
  readonly outcome: claims.ClaimOutcome;
  readonly granted: Amount | null;
  readonly motive: string | null;
  readonly settledOn: LocalDate;
}

export type FundingLife = ReturnType<typeof fundingLife>;

/** What people do about public money, for one viewer. */
export function fundingLife({ writes, calendar }: { writes: FundingWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  return {
    openAgreement: (request: AgreementRequest) =>
      changeOnce<FundingBook, agreements.AgreementRefusal>(writes, viewer, 'openAgreement', request, async (book) => {
        requireNetworkOffice(viewer);
        const ceiling = moneyOf(request.ceiling.amount, request.ceiling.currency);
        const opened = {
          ...request,
          funder: readWords(request.funder, viewer),
          rate: Number(parseDecimal(request.ratePercent, 2)),
          ceiling: ceiling.minor,
          currency: ceiling.currency,
        };
        const decision = agreements.openAgreement(opened);
        if (!decision.accepted) return decision;
        const id = newId();
        await book.enterAgreement(id, opened, today);
        return moved('agreement', id, ['funder', 'period', 'rate', 'ceiling', 'eligibleLines', 'deliverables'], null, 'OPEN');
      }),

    recordCost: (request: CostRequest) =>
      changeOnce<FundingBook, costs.CostRefusal>(writes, viewer, 'recordCost', request, async (book) => {
        requireFundingClerk(viewer);
        const agreement = await agreementAlone(book, parseId('agreement', request.agreementId));
        const { minor, currency } = moneyOf(request.amount.amount, request.amount.currency);
        const cost = { ...request, label: readWords(request.label, viewer), amount: minor, currency };
        const decision = costs.recordCost(agreement, cost, today);
        if (!decision.accepted) return decision;
        const id = newId();
        await book.enterCost(id, agreement.id, decision.facts, today);
        return moved('cost', id, ['line', 'amount', 'incurredOn'], null, 'RECORDED');
      }),

    attachEvidence: (request: EvidenceRequest) =>
      changeOnce<FundingBook, costs.EvidenceRefusal>(writes, viewer, 'attachEvidence', request, async (book) => {
        requireFundingClerk(viewer);
        const id = parseId('cost', request.costId);
        const found = await book.cost(id);
        if (!found) throw new NotFound(say('NO_SUCH_COST', viewer));
        await agreementAlone(book, found.agreementId);
        // Read again now that nobody else can change it.
        const cost = (await book.cost(id)) ?? found;
        const evidence = {
          issuer: readWords(request.issuer, viewer),
          reference: readWords(request.reference, viewer),
          sha256: request.sha256.toLowerCase(),
          issuedOn: request.issuedOn,
        };
        const decision = costs.attachEvidence(cost, evidence, await book.isEvidenceUsedForUpdate(evidence), today);
        if (!decision.accepted) return decision;
        await book.enterEvidence(cost, decision.facts, today);
        return moved('cost', id, ['evidence'], 'RECORDED', 'JUSTIFIED');
      }),

    draftClaim: (request: DraftRequest) =>
      changeOnce<FundingBook, claims.DraftRefusal>(writes, viewer, 'draftClaim', request, async (book) => {
        requireFundingClerk(viewer);
        const agreement = await agreementAlone(book, parseId('agreement', request.agreementId));
        const decision = claims.draftClaim(agreement, moneyOf(request.amount.amount, request.amount.currency));
        if (!decision.accepted) return decision;
        const id = newId();
        await book.enterClaim(id, agreement.id, decision.facts, today);
        return moved('claim', id, ['amount'], null, 'DRAFT');
      }),

    submitClaim: (request: ClaimRequest) =>
      changeOnce<FundingBook, claims.SubmissionRefusal>(writes, viewer, 'submitClaim', request, async (book) => {
        requireFundingClerk(viewer);
        const { claim, agreement } = await claimAlone(book, request);
        const decision = claims.submitClaim(agreement, claim);
        if (!decision.accepted) return decision;
        const [counted] = await book.delivered([agreement.id], today);
        const delivered = agreement.deliverables.map((one) => ({ ...one, delivered: counted?.counts[one.kind] ?? 0 }));
        const frozen = { justified: String(agreement.justified), delivered };
        requireSwap(await book.enterSubmission(claim, request.expectedVersion, frozen, today));
        return moved('claim', claim.id, ['status'], claim.status, 'SUBMITTED');
      }),

    settleClaim: (request: SettlementRequest) =>
      changeOnce<FundingBook, claims.SettlementRefusal>(writes, viewer, 'settleClaim', request, async (book) => {
        requireNetworkOffice(viewer);
        const { claim } = await claimAlone(book, request);
        const granted = request.granted && moneyOf(request.granted.amount, claim.currency).minor;
        const motive = readWordsIfAny(request.motive, viewer);
        const decision = claims.settleClaim(claim, { ...request, granted, motive }, today);
        if (!decision.accepted) return decision;
        requireSwap(await book.enterSettlement(claim, request.expectedVersion, decision.facts));
        return moved('claim', claim.id, ['status', 'granted'], claim.status, decision.facts.outcome);
      }),
  };

  async function agreementAlone(book: FundingBook, id: string): Promise<AgreementView> {
    const agreement = await book.agreementForUpdate(id);
    if (!agreement) throw new NotFound(say('NO_SUCH_AGREEMENT', viewer));
    return agreement;
  }

  /** A claim is read once nobody else can change its agreement, and with it none of its claims. */
  async function claimAlone(book: FundingBook, { claimId }: ClaimRequest): Promise<{ claim: ClaimView; agreement: AgreementView }> {
    const id = parseId('claim', claimId);
    const found = await book.claim(id);
    if (!found) throw new NotFound(say('NO_SUCH_CLAIM', viewer));
    const agreement = await agreementAlone(book, found.agreementId);
    return { agreement, claim: (await book.claim(id)) ?? found };
  }

  function requireSwap({ swapped, current = 0 }: { readonly swapped: boolean; readonly current: number | undefined }): void {
    if (!swapped) throw new Conflict(say('CLAIM_CHANGED', viewer).replace('{current}', String(current)));
  }
}
