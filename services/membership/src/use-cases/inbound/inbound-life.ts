import { Conflict, InvalidInput, NotAllowed, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { moneyOf } from '@leader/subgraph-kit/values/money';
import { withoutSeparators } from '@leader/subgraph-kit/values/registration-numbers';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { branchStatusOn } from '../../domain/branch.ts';
import type { Decision } from '../../domain/decision.ts';
import * as inbound from '../../domain/inbound/inbound-project.ts';
import { changeOnce, moved } from '../change-once.ts';
import { readWords } from '../read-words.ts';
import { say } from '../sentences.ts';
import type { BranchView } from '../views.ts';
import type { InboundBook, InboundWrites } from './inbound-ports.ts';
import { reachOf, requireKeeper, requireOpener } from './inbound-rights.ts';
import type { InboundView } from './inbound-views.ts';

export interface OpeningRequest {
  readonly idempotencyKey: string;
  readonly organisation: string;
  readonly country: string;
  readonly activitySection: string | null;
  readonly surface: number;
  readonly departments: readonly string[];
  readonly budget: { readonly amount: string; readonly currency: string } | null;
  readonly wantedOn: LocalDate | null;
  readonly jobsAnnounced: number;
}

interface ProjectRequest {
  readonly idempotencyKey: string;
  readonly projectId: string;
  readonly expectedVersion: number;
}

export type InboundLife = ReturnType<typeof inboundLife>;

/** What people do about inbound projects, for one viewer. */
export function inboundLife({ writes, calendar }: { writes: InboundWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  return {
    open: (request: OpeningRequest) =>
      changeOnce<InboundBook, inbound.OpeningRefusal>(writes, viewer, 'openInboundProject', request, async (book) => {
        requireOpener(viewer);
        if (request.activitySection !== null && !/^[A-U]$/.test(request.activitySection))
          throw new InvalidInput(say('NOT_A_SECTION', viewer));
        const { surface, departments, wantedOn, jobsAnnounced, country, activitySection } = request;
        const budget = request.budget && moneyOf(request.budget.amount, request.budget.currency);
        const organisation = readWords(request.organisation, viewer);
        const wanted = { organisation, surface, departments, budget: budget?.minor ?? null, wantedOn, jobsAnnounced };
        const decision = inbound.open(wanted, today);
        if (!decision.accepted) return decision;
        const id = newId();
        const reach = reachOf(viewer, await book.branches());
        const sourceBranchId = 'branchId' in reach ? reach.branchId : null;
        const project = { ...wanted, sourceBranchId, country, activitySection, currency: budget?.currency ?? null };
        await book.enterProject(id, project, decision.facts);
        return moved('inbound_project', id, ['organisation', 'country', 'site', 'jobsAnnounced'], null, 'RECEIVED');
      }),

    qualify: (request: ProjectRequest) =>
      step('qualifyInboundProject', request, ['qualified'], async (project) => inbound.qualify(project, today)),

    assign: (request: ProjectRequest & { readonly branch: string }) =>
      step('assignInboundProject', request, ['owner'], async (project, branches) => {
        const branch = branches.find(({ code }) => code === request.branch);
        if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
        // A lead takes a project for their own branch; the network may give it to any.
        if (viewer.branchCode !== undefined && viewer.branchCode !== branch.code)
          throw new NotAllowed(say('OWN_BRANCH_ONLY', viewer).replace('{own}', viewer.branchCode));
        const isOpen = branchStatusOn(branch, today) === 'ACTIVE';
        return inbound.assign(project, { id: branch.id, isOpen, isLocal: branch.kind === 'LOCAL' }, today);
      }),

    recordVisit: (request: ProjectRequest & { readonly visitedOn: LocalDate }) =>
      step('recordInboundVisit', request, ['visitedOn'], async (project) => inbound.recordVisit(project, request.visitedOn, today)),

    decide: (request: ProjectRequest & { readonly outcome: 'YES' | 'NO' | 'DORMANT'; readonly reason: inbound.DeclineReason | null }) =>
      step('decideInboundProject', request, ['outcome', 'reason'], async (project) =>
        inbound.decide(project, request.outcome, request.reason, today),
      ),

    install: (request: ProjectRequest & { readonly siret: string; readonly jobsCreated: number }) =>
      step('installInboundProject', request, ['siret', 'jobsCreated'], async (project, _, book) => {
        const siret = withoutSeparators(request.siret);
        return inbound.install(project, siret, await book.isSiretTaken(siret), request.jobsCreated, today);
      }),
  };

  function step<Reason>(
    action: string,
    request: ProjectRequest,
    fields: readonly string[],
    rule: (project: InboundView, branches: readonly BranchView[], book: InboundBook) => Promise<Decision<Reason, inbound.InboundStep>>,
  ) {
    return changeOnce<InboundBook, Reason>(writes, viewer, action, request, async (book) => {
      const id = parseId('inbound', request.projectId);
      const project = await book.projectForUpdate(id);
      if (!project) throw new NotFound(say('NO_SUCH_PROJECT', viewer));
      const branches = await book.branches();
      requireKeeper(viewer, branches, project);
      const decision = await rule(project, branches, book);
      if (!decision.accepted) return decision;
      const { swapped, current = 0 } = await book.enterStep(project, request.expectedVersion, decision.facts);
      if (!swapped) throw new Conflict(say('PROJECT_CHANGED', viewer).replace('{current}', String(current)));
      return moved('inbound_project', id, fields, project.status, decision.facts.status, decision.facts.reason ?? null);
    });
  }
}
