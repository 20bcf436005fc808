import { Conflict, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { activate, apply, type BureauDecision, type ChosenBranch, decide, withdraw } from '../domain/admission.ts';
import { branchStatusOn } from '../domain/branch.ts';
import { isNumberOf } from '../domain/company/register.ts';
import { exclude, reinstate, renew, resign, suspend, transfer } from '../domain/membership-changes.ts';
import type { Exclusion, FileEntry, LifeDecision, Settlement } from '../domain/membership-file.ts';
import type { FiledCompany, FileWrites, MembershipFiles } from './membership-file-ports.ts';
import { requireItsPresentId } from './one-company.ts';
import { readWords, readWordsIfAny } from './read-words.ts';
import { say } from './sentences.ts';
import { requireApplicant, requireBureau, requireCompanyOrBureau } from './writing-rights.ts';

/** What every change names: the caller's key, and the company by its typed id. */
export interface FileRequest {
  readonly idempotencyKey: string;
  readonly companyId: string;
}

/** A change of what others may have changed names the version it was decided upon. */
export interface VersionedRequest extends FileRequest {
  readonly expectedVersion: number;
}

export interface FileChanged {
  readonly companyId: Uuid;
  readonly version: number;
  readonly effectiveOn: LocalDate;
}

export type LifeResult<Reason> = { readonly changed: FileChanged } | { readonly refused: Reason };

export type MembershipLife = ReturnType<typeof membershipLife>;

/** What people do to memberships, for one viewer. Each change happens once for its key, in one transaction with its history. */
export function membershipLife({ writes, calendar }: { writes: FileWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  const change = <Reason>(action: string, request: FileRequest | VersionedRequest, rule: Rule<Reason>) =>
    changeOnce(writes, viewer, action, request, rule);
  return {
    apply: (request: FileRequest & { readonly branch: string; readonly consent: boolean }) =>
      change('applyForMembership', request, async (filed, files) => {
        const { file, registrations, hasLeader } = filed;
        requireCompanyOrBureau(viewer, filed, request.branch);
        const hasValidRegistration = registrations.some(({ scheme: code, pattern, value }) => isNumberOf({ code, pattern }, value));
        const applicant = { hasValidRegistration, hasLeader, consents: request.consent };
        return apply(file, applicant, await chosenBranch(files, request.branch, today, viewer), today, newId());
      }),

    decide: (request: VersionedRequest & BureauDecision) =>
      change('decideApplication', request, async (filed) => {
        const { file } = filed;
        requireBureau(viewer, filed, file.latestApplication?.branchCode);
        const { outcome, ground, explanation } = request;
        return decide(file, { outcome, ground, explanation: readWordsIfAny(explanation, viewer) }, today);
      }),

    withdraw: (request: VersionedRequest & { readonly motive: string }) =>
      change('withdrawApplication', request, async (filed) => {
        requireApplicant(viewer, filed);
        return withdraw(filed.file, readWords(request.motive, viewer), today);
      }),

    activate: (request: VersionedRequest & { readonly settlement: Settlement }) =>
      change('activateMembership', request, async (filed) => {
        const { file } = filed;
        requireBureau(viewer, filed, file.openApplication?.branchCode);
        return activate(file, request.settlement, today, newId());
      }),

    suspend: (request: VersionedRequest & { readonly motive: string }) =>
      change('suspendMembership', request, async (filed) => {
        requireBureau(viewer, filed, homeBranch(filed, today));
        return suspend(filed.file, readWords(request.motive, viewer), today);
      }),

    reinstate: (request: VersionedRequest & { readonly motive: string }) =>
      change('reinstateMembership', request, async (filed) => {
        requireBureau(viewer, filed, homeBranch(filed, today));
        return reinstate(filed.file, readWords(request.motive, viewer), today);
      }),

    resign: (request: VersionedRequest & { readonly lastDay: LocalDate | null }) =>
      change('resignMembership', request, async (filed) => {
        requireCompanyOrBureau(viewer, filed, homeBranch(filed, today));
        return resign(filed.file, request.lastDay ?? today, today);
      }),

    exclude: (request: VersionedRequest & Exclusion) =>
      change('excludeMember', request, async (filed) => {
        requireBureau(viewer, filed, homeBranch(filed, today));
        const { heardOn, votesFor, votesAgainst, abstentions } = request;
        return exclude(filed.file, { motive: readWords(request.motive, viewer), heardOn, votesFor, votesAgainst, abstentions }, today);
      }),

    renew: (request: VersionedRequest & { readonly year: number; readonly settlement: Settlement }) =>
      change('renewMembership', request, async (filed) => {
        requireBureau(viewer, filed, homeBranch(filed, today));
        return renew(filed.file, request.year, request.settlement, today, newId());
      }),

    transfer: (request: VersionedRequest & { readonly branch: string }) =>
      change('transferBranch', request, async (filed, files) => {
        requireBureau(viewer, filed, homeBranch(filed, today));
        return transfer(filed.file, await chosenBranch(files, request.branch, today, viewer), today, newId());
      }),
  };
}

type Rule<Reason> = (filed: FiledCompany, files: MembershipFiles) => Promise<LifeDecision<Reason>>;

function changeOnce<Reason>(
  writes: FileWrites,
  viewer: Viewer,
  action: string,
  { idempotencyKey, ...body }: FileRequest | VersionedRequest,
  rule: Rule<Reason>,
): Promise<LifeResult<Reason>> {
  const askedId = parseId('company', body.companyId);
  return writes.once<LifeResult<Reason>>(viewer, { action, idempotencyKey, body }, async (files) => {
    const filed = await files.fileForUpdate(askedId);
    if (!filed) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    const decision = await rule(filed, files);
    if ('expectedVersion' in body) requireItsPresentId(viewer, filed, askedId);
    if (!decision.accepted) return { answer: { refused: decision.reason }, changes: [] };
    const { effectiveOn, from, to, why, entries } = decision;
    const { companyId: id } = filed;
    const expected = 'expectedVersion' in body ? body.expectedVersion : filed.version;
    const { swapped, current = 0 } = await files.enter(filed, expected, entries);
    if (!swapped) throw new Conflict(say('FILE_CHANGED', viewer).replace('{current}', String(current)));
    return {
      answer: { changed: { companyId: id, version: current, effectiveOn } },
      changes: [{ kind: 'company', id, fields: [...new Set(entries.flatMap(fieldsOf))], from, to, why }],
    };
  });
}

/** Names only: a motive or an explanation stands in the file, never in the history. */
export function fieldsOf(entry: FileEntry): string[] {
  switch (entry.kind) {
    case 'APPLIED':
      return ['application'];
    case 'DECIDED':
      return ['application.outcome', 'application.ground', 'application.explanation'];
    case 'WITHDRAWN':
      return ['application.withdrawnOn', 'application.withdrawalMotive'];
    case 'BEGUN':
      return ['membership.branch', 'membership.beganOn', 'membership.coveredUntil'];
    case 'COVERED':
      return ['membership.coveredUntil'];
    case 'RULED':
      return ['membership.decisions'];
    case 'EXCLUDED':
      return ['membership.exclusion'];
    case 'ENDED':
      return ['membership.endedOn', 'membership.endReason'];
    case 'DUES':
      return ['dues.settlement'];
  }
}

function homeBranch({ file }: FiledCompany, today: LocalDate): string | undefined {
  return file.membershipOn(today)?.branchCode;
}

async function chosenBranch(files: MembershipFiles, code: string, today: LocalDate, viewer: Viewer): Promise<ChosenBranch> {
  const branch = (await files.branches()).find((one) => one.code === code);
  if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
  return { id: branch.id, code, isOpen: branchStatusOn(branch, today) === 'ACTIVE' };
}
