import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';
import type { AgreementTerms, CostLine } from './agreement.ts';

/** Something that was paid for. It justifies nothing before there is evidence of it. */
export interface Cost {
  readonly line: CostLine;
  readonly label: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly incurredOn: LocalDate;
}

/** The document that shows a cost: kept elsewhere, known here by its issuer's reference and its SHA-256. */
export interface Evidence {
  readonly issuer: string;
  readonly reference: string;
  readonly sha256: string;
  readonly issuedOn: LocalDate;
}

export const costRefusals = [
  'COST_UNNAMED',
  'COST_AMOUNT_IMPOSSIBLE',
  'COST_IN_OTHER_CURRENCY',
  'LINE_INELIGIBLE',
  'COST_OUTSIDE_PERIOD',
  'COST_IN_THE_FUTURE',
] as const;
export type CostRefusal = (typeof costRefusals)[number];
export const evidenceRefusals = [
  'EVIDENCED_ALREADY',
  'EVIDENCE_UNNAMED',
  'HASH_UNREADABLE',
  'EVIDENCE_IN_THE_FUTURE',
  'FUNDED_TWICE',
] as const;
export type EvidenceRefusal = (typeof evidenceRefusals)[number];

/** Takes a cost down under an agreement that pays for such costs in that time. */
export function recordCost(agreement: AgreementTerms, cost: Cost, today: LocalDate): Decision<CostRefusal, Cost> {
  if (cost.label.trim() === '') return refuse('COST_UNNAMED');
  if (cost.amount <= 0n) return refuse('COST_AMOUNT_IMPOSSIBLE');
  if (cost.currency !== agreement.currency) return refuse('COST_IN_OTHER_CURRENCY');
  if (!agreement.eligibleLines.includes(cost.line)) return refuse('LINE_INELIGIBLE');
  if (cost.incurredOn < agreement.startsOn || cost.incurredOn > agreement.endsOn) return refuse('COST_OUTSIDE_PERIOD');
  if (cost.incurredOn > today) return refuse('COST_IN_THE_FUTURE');
  return accept(cost);
}

/**
 * Justifies a cost with a document that justifies no other, under whatever agreement.
 *
 * @param isUsed whether a cost has the same document, by its SHA-256 or by issuer and reference
 */
export function attachEvidence(
  cost: { readonly evidence: Evidence | null },
  evidence: Evidence,
  isUsed: boolean,
  today: LocalDate,
): Decision<EvidenceRefusal, Evidence> {
  if (cost.evidence !== null) return refuse('EVIDENCED_ALREADY');
  if (evidence.issuer.trim() === '' || evidence.reference.trim() === '') return refuse('EVIDENCE_UNNAMED');
  if (!/^[0-9a-f]{64}$/.test(evidence.sha256)) return refuse('HASH_UNREADABLE');
  if (evidence.issuedOn > today) return refuse('EVIDENCE_IN_THE_FUTURE');
  if (isUsed) return refuse('FUNDED_TWICE');
  return accept(evidence);
}
