import { NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import * as signUps from '../../domain/gatherings/sign-up.ts';
import { changeOnce, moved } from '../change-once.ts';
import { actingCompany, requireInsider } from '../expertise/expertise-rights.ts';
import type { FiledCompany } from '../membership-file-ports.ts';
import { say } from '../sentences.ts';
import type { Change } from '../write-ports.ts';
import { requireCompanyOrBureau, speaksFor } from '../writing-rights.ts';
import { dayAtHost, gatheringHeld } from './gathering-life.ts';
import type { GatheringBook, GatheringWrites } from './gathering-ports.ts';

export interface SignUpRequest {
  readonly idempotencyKey: string;
  readonly gatheringId: string;
  readonly companyId: string | null;
  readonly personId: string;
}

export interface WithdrawalRequest {
  readonly idempotencyKey: string;
  readonly signUpId: string;
}

export interface AttendanceRequest {
  readonly idempotencyKey: string;
  readonly gatheringId: string;
  readonly came: readonly string[];
}

export type SignUpLife = ReturnType<typeof signUpLife>;

/** How companies sign people up for gatherings, and who came, for one viewer. */
export function signUpLife({ writes, calendar }: { writes: GatheringWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  return {
    signUp: (request: SignUpRequest) =>
      changeOnce<GatheringBook, signUps.SignUpRefusal>(writes, viewer, 'signUpForGathering', request, async (book) => {
        requireInsider(viewer);
        const [gatheringId, personId] = [parseId('gathering', request.gatheringId), parseId('person', request.personId)];
        const { companyId, file } = await companyHeld(book, actingCompany(viewer, request.companyId));
        const gathering = await book.gatheringForUpdate(gatheringId);
        if (!gathering) throw new NotFound(say('NO_SUCH_GATHERING', viewer));
        const guest = {
          status: file.statusOn(today),
          homeBranchId: file.periodOn(today)?.branchId ?? null,
          isOfTheCompany: (await book.companyOfPerson(personId)) === companyId,
          isSignedUp: await book.isSignedUp(gatheringId, personId),
        };
        const decision = signUps.signUp(gathering, guest, await dayAtHost(book, gathering, calendar));
        if (!decision.accepted) return decision;
        const id = newId();
        await book.enterSignUp(id, { gatheringId, companyId, personId }, decision.facts);
        return moved('sign_up', id, ['gathering', 'company', 'person'], null, signUps.signUpStatus(decision.facts));
      }),

    withdraw: (request: WithdrawalRequest) =>
      changeOnce<GatheringBook, signUps.SignUpWithdrawalRefusal>(writes, viewer, 'withdrawSignUp', request, async (book) => {
        if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
        const id = parseId('signup', request.signUpId);
        const found = await book.signUp(id);
        const sender = found && (await book.companyForUpdate(found.companyId));
        const isTheirs = sender && (speaksFor(viewer, sender) || viewer.can('branch:manage'));
        if (!isTheirs) throw new NotFound(say('NO_SUCH_SIGN_UP', viewer));
        requireSender(sender);
        const gathering = await book.gatheringForUpdate(found.gatheringId);
        // Read again: whoever held the gathering may have given this one a place.
        const signedUp = await book.signUp(id);
        if (!gathering || !signedUp) throw new NotFound(say('NO_SUCH_SIGN_UP', viewer));
        const there = await dayAtHost(book, gathering, calendar);
        const decision = signUps.withdraw(gathering, signedUp, await book.firstWaiting(gathering.id), there);
        if (!decision.accepted) return decision;
        const { withdrawnOn, movesUp } = decision.facts;
        await book.enterWithdrawal(signedUp, withdrawnOn, movesUp);
        const changes: Change[] = [changeOf(id, 'withdrawnOn', signUps.signUpStatus(signedUp), 'WITHDRAWN')];
        if (movesUp) changes.push(changeOf(movesUp.id, 'placedOn', 'WAITING', 'PLACE'));
        return { accepted: true, id, changes };
      }),

    recordAttendance: (request: AttendanceRequest) =>
      changeOnce<GatheringBook, signUps.AttendanceRefusal>(writes, viewer, 'recordGatheringAttendance', request, async (book) => {
        const gathering = await gatheringHeld(book, request.gatheringId, viewer);
        const came = request.came.map((id) => parseId('signup', id));
        const there = await dayAtHost(book, gathering, calendar);
        const decision = signUps.recordAttendance(gathering, await book.placed(gathering.id), came, there);
        if (!decision.accepted) return decision;
        await book.enterAttendance(decision.facts, today);
        const changes = decision.facts.map((one) => changeOf(one.id, 'came', null, one.came ? 'CAME' : 'STAYED_AWAY'));
        return { accepted: true, id: gathering.id, changes };
      }),
  };

  async function companyHeld(book: GatheringBook, companyId: Uuid): Promise<FiledCompany> {
    const filed = await book.companyForUpdate(companyId);
    if (!filed) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    requireSender(filed);
    return filed;
  }

  function requireSender(filed: FiledCompany): void {
    requireCompanyOrBureau(viewer, filed, filed.file.periodOn(today)?.branchCode);
  }
}

function changeOf(id: Uuid, field: string, from: string | null, to: string): Change {
  return { kind: 'sign_up', id, fields: [field], from, to, why: null };
}
