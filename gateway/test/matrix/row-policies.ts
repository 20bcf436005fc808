import type { ServiceName } from '@leader/local-stack/stack/services';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { requireEligibilityAccess } from '../../../services/accelerator/src/use-cases/policies.ts';
import { requireOwnerOrStaff } from '../../../services/export-advisor/src/use-cases/reading-rights.ts';
import { requireSightOfFundFit } from '../../../services/investment-fund/src/use-cases/policies.ts';
import { mayBeNamedTo } from '../../../services/membership/src/domain/person.ts';
import { askerAbout, maySeePeople, requireFigures } from '../../../services/membership/src/use-cases/reading-rights.ts';
import { requireFileReader, requireHistoryReader } from '../../../services/membership/src/use-cases/writing-rights.ts';

/** A private field of a company, and the very function by which its service decides. */
export interface RowPolicy {
  readonly service: ServiceName;
  readonly field: string;
  readonly selection: string;
  /** Null is an answer too: then only a refusal tells that it was not given. */
  readonly mayBeNull?: boolean;
  /** Whether this viewer may see it of this company (typed id). */
  readonly allows: (viewer: Viewer, company: string) => boolean;
}

type Decide = (viewer: Viewer, company: string) => void;

const figures: Decide = (viewer, company) => requireFigures(viewer, parseId('company', company));
const file: Decide = (viewer, company) => requireFileReader(viewer, parseId('company', company));
const history: Decide = (viewer, company) => {
  file(viewer, company);
  requireHistoryReader(viewer);
};

/** No hub of the seed has a basis for the transfer of names, so none is among the branches here. */
function seesPeople(viewer: Viewer, company: string): boolean {
  return maySeePeople(viewer) && mayBeNamedTo(askerAbout(viewer, parseId('company', company), []));
}

export const rowPolicies: readonly RowPolicy[] = [
  policy('membership', 'latestFigures', '{ turnover { amount } }', figures),
  policy('membership', 'figures', '(first: 1) { edges { node { closedOn } } }', figures),
  policy('membership', 'sizeCategory', '{ category }', figures),
  policy('membership', 'assessmentFacts', '{ turnover }', figures),
  { ...policy('membership', 'undertakingId', '', figures), mayBeNull: true },
  policy('membership', 'responsibility', '{ kind }', figures),
  policy('membership', 'membershipFile', '{ version }', file),
  policy('membership', 'membershipFile', '{ history(first: 1) { edges { cursor } } }', history),
  policy('membership', 'dues', '(first: 1) { edges { cursor } }', file),
  policy('membership', 'duesMovements', '(first: 1) { edges { cursor } }', file),
  { service: 'membership', field: 'people', selection: '{ id }', allows: seesPeople },
  policy('accelerator', 'acceleratorEligibility', '{ verdict }', requireEligibilityAccess),
  policy('investment-fund', 'fundFit', '{ verdict }', requireSightOfFundFit),
  policy('export-advisor', 'reviewsWritten', '(first: 1) { totalCount }', requireOwnerOrStaff),
];

function policy(service: ServiceName, field: string, selection: string, decide: Decide): RowPolicy {
  return { service, field, selection, allows: (viewer, company) => passes(() => decide(viewer, company)) };
}

function passes(decide: () => void): boolean {
  try {
    decide();
    return true;
  } catch {
    return false;
  }
}
