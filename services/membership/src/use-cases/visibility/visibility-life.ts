import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import * as visibility from '../../domain/visibility/visibility-promise.ts';
import { changeOnce, moved } from '../change-once.ts';
import { readWords } from '../read-words.ts';
import { say } from '../sentences.ts';
import type { VisibilityBook, VisibilityWrites } from './visibility-ports.ts';
import { requireBeneficiary, requirePromisee, requirePromiser } from './visibility-rights.ts';

export interface PromiseRequest {
  readonly idempotencyKey: string;
  readonly networkId: string;
  readonly term: visibility.VisibilityTerm;
  readonly dueOn: LocalDate;
  readonly doneWhen: string;
}

export interface DeliveryRequest {
  readonly idempotencyKey: string;
  readonly promiseId: string;
  readonly deliveredOn: LocalDate;
  readonly evidence: string;
  readonly counted: number | null;
}

export interface ReleaseRequest {
  readonly idempotencyKey: string;
  readonly promiseId: string;
  readonly reason: string;
}

export type VisibilityLife = ReturnType<typeof visibilityLife>;

/** What affiliated networks are promised, and how it is kept, for one viewer. */
export function visibilityLife({ writes, calendar }: { writes: VisibilityWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  return {
    promise: (request: PromiseRequest) =>
      changeOnce<VisibilityBook, visibility.PromiseRefusal>(writes, viewer, 'promiseVisibility', request, async (book) => {
        requirePromiser(viewer);
        const network = await book.networkForUpdate(parseId('network', request.networkId));
        if (!network) throw new NotFound(say('NO_SUCH_NETWORK', viewer));
        const draft = { term: request.term, dueOn: request.dueOn, doneWhen: readWords(request.doneWhen, viewer) };
        const decision = visibility.promise(network, draft, await book.isPromised(network.id, request.term), today);
        if (!decision.accepted) return decision;
        const id = newId();
        await book.enterPromise(id, network.id, decision.facts);
        return moved('visibility_promise', id, ['network', 'term', 'dueOn', 'doneWhen'], null, 'OPEN');
      }),

    deliver: (request: DeliveryRequest) =>
      changeOnce<VisibilityBook, visibility.DeliveryRefusal>(writes, viewer, 'deliverVisibility', request, async (book) => {
        const promised = await book.promiseForUpdate(parseId('promise', request.promiseId));
        if (!promised) throw new NotFound(say('NO_SUCH_PROMISE', viewer));
        requireBeneficiary(viewer, promised.branchId, await book.branches());
        const { deliveredOn, counted } = request;
        const delivery = { deliveredOn, counted, evidence: readWords(request.evidence, viewer) };
        const decision = visibility.deliver(promised, delivery, today);
        if (!decision.accepted) return decision;
        await book.enterDelivery(promised.id, decision.facts, today);
        return moved('visibility_promise', promised.id, ['delivery'], visibility.statusOn(promised, today), 'DELIVERED');
      }),

    release: (request: ReleaseRequest) =>
      changeOnce<VisibilityBook, visibility.ReleaseRefusal>(writes, viewer, 'releaseVisibility', request, async (book) => {
        const promised = await book.promiseForUpdate(parseId('promise', request.promiseId));
        if (!promised) throw new NotFound(say('NO_SUCH_PROMISE', viewer));
        requirePromisee(viewer, promised.branchId, await book.branches());
        const reason = readWords(request.reason, viewer);
        const decision = visibility.release(promised, reason, today);
        if (!decision.accepted) return decision;
        await book.enterRelease(promised.id, decision.facts, reason);
        return moved('visibility_promise', promised.id, ['release'], visibility.statusOn(promised, today), 'RELEASED');
      }),
  };
}
