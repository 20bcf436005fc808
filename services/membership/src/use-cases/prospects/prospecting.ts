import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import * as prospects from '../../domain/prospects/prospect.ts';
import { changeOnce, moved } from '../change-once.ts';
import { readWords, readWordsIfAny } from '../read-words.ts';
import { say } from '../sentences.ts';
import { requireBureau } from '../writing-rights.ts';
import type { ProspectBook, ProspectWrites } from './prospect-ports.ts';

interface ProspectRequest {
  readonly idempotencyKey: string;
  readonly companyId: string;
}

export interface ContactRequest extends ProspectRequest {
  readonly contactedOn: LocalDate;
  readonly outcome: prospects.ContactOutcome;
  readonly callBackOn: LocalDate | null;
  readonly note: string | null;
}

export interface DescriptionRequest extends ProspectRequest {
  readonly segment: prospects.ProspectSegment | null;
  readonly kind: prospects.GrowthProjectKind;
  readonly title: string;
  readonly startsOn: LocalDate | null;
}

export type Prospecting = ReturnType<typeof prospecting>;

/** What branches write about companies that were never members, for one viewer. */
export function prospecting({ writes, calendar }: { writes: ProspectWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  return {
    recordContact: (request: ContactRequest) =>
      changeOnce<ProspectBook, prospects.ContactRefusal>(writes, viewer, 'recordProspectContact', request, async (book) => {
        const { companyId, isProspect } = await held(book, request);
        const note = readWordsIfAny(request.note, viewer);
        const { contactedOn, outcome, callBackOn } = request;
        const decision = prospects.recordContact(isProspect, { contactedOn, outcome, callBackOn }, today);
        if (!decision.accepted) return decision;
        await book.enterContact(newId(), companyId, decision.facts, note);
        return moved('company', companyId, ['contact.day', 'contact.outcome', 'contact.callBackOn', 'contact.note'], null, outcome);
      }),

    recordGrowthProject: (request: DescriptionRequest) =>
      changeOnce<ProspectBook, prospects.DescriptionRefusal>(writes, viewer, 'recordGrowthProject', request, async (book) => {
        const { companyId, isProspect } = await held(book, request);
        const { kind, startsOn, segment } = request;
        const title = readWords(request.title, viewer);
        const decision = prospects.recordGrowthProject(isProspect, { title, startsOn }, today);
        if (!decision.accepted) return decision;
        await book.enterGrowthProject(newId(), companyId, { kind, title, startsOn, ...decision.facts });
        if (segment) await book.enterSegment(companyId, segment);
        return moved('company', companyId, ['growthProject', ...(segment ? ['segment'] : [])], null, kind);
      }),
  };

  async function held(book: ProspectBook, request: ProspectRequest) {
    const found = await book.prospectForUpdate(parseId('company', request.companyId));
    if (!found) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    requireBureau(viewer, found, found.branchCode ?? undefined);
    return { companyId: found.companyId, isProspect: found.file.statusOn(today) === 'PROSPECT' };
  }
}

/**
 * Whom a branch is in touch with is for branches alone.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireProspector(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN', viewer));
  if (!viewer.can('branch:manage')) throw new NotAllowed(say('BUREAU_RIGHTS_MISSING', viewer));
}
