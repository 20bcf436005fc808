import { Conflict, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId } from '@leader/subgraph-kit/values/ids';
import { type LocalDate, localDateIn } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { branchStatusOn } from '../../domain/branch.ts';
import type { Decision } from '../../domain/decision.ts';
import type { PolicyTag } from '../../domain/funding/agreement.ts';
import * as gatherings from '../../domain/gatherings/gathering.ts';
import { changeOnce, moved } from '../change-once.ts';
import { readWords } from '../read-words.ts';
import { say } from '../sentences.ts';
import type { Change } from '../write-ports.ts';
import type { GatheringBook, GatheringWrites } from './gathering-ports.ts';
import { requireHost } from './gathering-rights.ts';
import type { GatheringView } from './gathering-views.ts';

export interface PlanningRequest {
  readonly idempotencyKey: string;
  readonly kind: gatherings.GatheringKind;
  readonly branch: string;
  readonly country: string;
  readonly title: string;
  readonly beginsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly theme: string;
  readonly policyTag: PolicyTag | null;
  readonly audience: gatherings.Audience;
  readonly places: number;
}

interface GatheringRequest {
  readonly idempotencyKey: string;
  readonly gatheringId: string;
  readonly expectedVersion: number;
}

export type GatheringLife = ReturnType<typeof gatheringLife>;

/** What branches do about their missions and meetings, for one viewer. */
export function gatheringLife({ writes, calendar }: { writes: GatheringWrites; calendar: Calendar }, viewer: Viewer) {
  return {
    plan: (request: PlanningRequest) =>
      changeOnce<GatheringBook, gatherings.PlanningRefusal>(writes, viewer, 'planGathering', request, async (book) => {
        const branch = (await book.branches()).find(({ code }) => code === request.branch);
        requireHost(viewer, branch);
        if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
        const { kind, country, beginsOn, endsOn, audience, places, theme, policyTag } = request;
        const wanted = { kind, country, beginsOn, endsOn, audience, places, title: readWords(request.title, viewer) };
        const today = localDateIn(branch.timeZone, calendar.now());
        const isOpen = branchStatusOn(branch, today) === 'ACTIVE';
        const decision = gatherings.plan(wanted, { isOpen, country: branch.country }, await book.theme(theme), today);
        if (!decision.accepted) return decision;
        const id = newId();
        await book.enterGathering(id, { ...wanted, ...decision.facts, branchId: branch.id, theme, policyTag, plannedOn: today });
        return moved('gathering', id, ['kind', 'branch', 'country', 'days', 'theme', 'audience', 'places'], null, 'PLANNED');
      }),

    openSignUp: (request: GatheringRequest & { readonly signUpUntil: LocalDate }) =>
      change('openGatheringSignUp', request, ['openedOn', 'signUpUntil'], (gathering, today) =>
        gatherings.openSignUp(gathering, request.signUpUntil, today),
      ),

    changePlaces: (request: GatheringRequest & { readonly places: number }) =>
      changeOnce<GatheringBook, gatherings.ResizingRefusal>(writes, viewer, 'changeGatheringPlaces', request, async (book) => {
        const gathering = await gatheringHeld(book, request.gatheringId, viewer);
        const today = await dayAtHost(book, gathering, calendar);
        const decision = gatherings.changePlaces(gathering, request.places, await book.waiting(gathering.id), today);
        if (!decision.accepted) return decision;
        const { places, moveUp } = decision.facts;
        requireSwap(await book.enterPlaces(gathering, request.expectedVersion, places, moveUp, today));
        const changes: Change[] = [
          { kind: 'gathering', id: gathering.id, fields: ['places'], from: String(gathering.places), to: String(places), why: null },
          ...moveUp.map(({ id }) => ({ kind: 'sign_up', id, fields: ['placedOn'], from: 'WAITING', to: 'PLACE', why: null })),
        ];
        return { accepted: true, id: gathering.id, changes };
      }),

    cancel: (request: GatheringRequest & { readonly reason: string }) =>
      change('cancelGathering', request, ['cancelledOn', 'cancelReason'], (gathering, today) => {
        const cancelReason = readWords(request.reason, viewer);
        // Figures speak of the days of Paris: what they told of one that is over here must not change any more.
        const [, knownOn] = [today, calendar.today()].sort() as [LocalDate, LocalDate];
        const decision = gatherings.cancel(gathering, cancelReason, today, knownOn);
        return decision.accepted ? { accepted: true, facts: { ...decision.facts, cancelReason } } : decision;
      }),
  };

  function change<Reason>(
    action: string,
    request: GatheringRequest,
    fields: readonly string[],
    rule: (
      gathering: GatheringView,
      today: LocalDate,
    ) => Decision<Reason, Partial<gatherings.GatheringDays> & { readonly cancelReason?: string }>,
  ) {
    return changeOnce<GatheringBook, Reason>(writes, viewer, action, request, async (book) => {
      const gathering = await gatheringHeld(book, request.gatheringId, viewer);
      const today = await dayAtHost(book, gathering, calendar);
      const decision = rule(gathering, today);
      if (!decision.accepted) return decision;
      requireSwap(await book.enterDays(gathering, request.expectedVersion, decision.facts));
      const to = gatherings.statusOn({ ...gathering, ...decision.facts }, today);
      return moved('gathering', gathering.id, fields, gatherings.statusOn(gathering, today), to);
    });
  }

  function requireSwap({ swapped, current = 0 }: { readonly swapped: boolean; readonly current: number | undefined }): void {
    if (!swapped) throw new Conflict(say('GATHERING_CHANGED', viewer).replace('{current}', String(current)));
  }
}

/** The day it is at the branch that invites: there the last day to sign up ends, and there the gathering begins. */
export async function dayAtHost(book: GatheringBook, { branchId }: GatheringView, calendar: Calendar): Promise<LocalDate> {
  const host = (await book.branches()).find(({ id }) => id === branchId);
  return host ? localDateIn(host.timeZone, calendar.now()) : calendar.today();
}

/** @throws NotFound for one that does not exist, NotAllowed for whoever does not prepare it. */
export async function gatheringHeld(book: GatheringBook, typedId: string, viewer: Viewer): Promise<GatheringView> {
  const gathering = await book.gatheringForUpdate(parseId('gathering', typedId));
  if (!gathering) throw new NotFound(say('NO_SUCH_GATHERING', viewer));
  requireHost(
    viewer,
    (await book.branches()).find(({ id }) => id === gathering.branchId),
  );
  return gathering;
}
