import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { endTie, recordTie, type TieEndRefusal, type TieKind, type TieRefusal } from '../../domain/company/network-tie.ts';
import { type ResponsibilityFact, type ResponsibilityRefusal, recordResponsibility } from '../../domain/company/responsibility.ts';
import { type JoiningRefusal, joinUndertaking, type LeavingRefusal, leaveUndertaking } from '../../domain/company/undertaking.ts';
import { readWords, readWordsIfAny } from '../read-words.ts';
import { say } from '../sentences.ts';
import { requireBureau, requireCompanyOrBureau, speaksFor } from '../writing-rights.ts';
import { changeFacts, type FactsRequest, told } from './company-facts.ts';
import type { TiesBook, TiesWrites } from './ties-ports.ts';

export type CompanyTiesLife = ReturnType<typeof companyTies>;

/** What ties companies to each other and to others, for one viewer. */
export function companyTies({ writes, calendar }: { writes: TiesWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  return {
    joinUndertaking: (request: FactsRequest & { readonly otherCompanyId: string }) => {
      const otherId = parseId('company', request.otherCompanyId);
      return changeFacts<TiesBook, JoiningRefusal>(
        writes,
        viewer,
        'joinUndertaking',
        request,
        async (company, book, held) => {
          requireBureau(viewer, company, company.branchCode);
          const own = await book.undertakingPart(company.companyId);
          const other = await book.undertakingPart(held.get(otherId)?.companyId ?? otherId);
          if (!own || !other) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
          const decision = joinUndertaking(own, other, newId());
          if (!decision.accepted) return decision;
          await book.enterGroup([own.companyId, other.companyId], decision.facts.groupId);
          return told(company, ['undertaking'], 'ALONE', 'IN_UNDERTAKING');
        },
        [otherId],
      );
    },

    leaveUndertaking: (request: FactsRequest) =>
      changeFacts<TiesBook, LeavingRefusal>(writes, viewer, 'leaveUndertaking', request, async (company, book) => {
        requireBureau(viewer, company, company.branchCode);
        const own = await book.undertakingPart(company.companyId);
        const decision = leaveUndertaking(own ?? { companyId: company.companyId, groupId: null });
        if (!decision.accepted) return decision;
        await book.enterDeparture(company.companyId, decision.facts.groupId);
        return told(company, ['undertaking'], 'IN_UNDERTAKING', 'ALONE');
      }),

    recordNetworkTie: (request: FactsRequest & { readonly kind: TieKind; readonly name: string; readonly since: LocalDate | null }) =>
      changeFacts<TiesBook, TieRefusal>(writes, viewer, 'recordNetworkTie', request, async (company, book) => {
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const { kind, since } = request;
        const tie = { kind, since, until: null, name: readWords(request.name, viewer) };
        const decision = recordTie(await book.ties(company.companyId), tie, today);
        if (!decision.accepted) return decision;
        await book.enterTie(newId(), company.companyId, decision.facts);
        return told(company, ['networkTies'], null, kind);
      }),

    endNetworkTie: (request: FactsRequest & { readonly networkTieId: string; readonly until: LocalDate | null }) => {
      const id = parseId('tie', request.networkTieId);
      return changeFacts<TiesBook, TieEndRefusal>(writes, viewer, 'endNetworkTie', request, async (company, book) => {
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const tie = (await book.ties(company.companyId)).find((one) => one.id === id);
        if (!tie) throw new NotFound(say('NO_SUCH_TIE', viewer));
        const decision = endTie(tie, request.until ?? today, today);
        if (!decision.accepted) return decision;
        await book.enterTieEnd(id, decision.facts.until);
        return told(company, ['networkTies'], tie.kind, 'ENDED');
      });
    },

    recordResponsibility: (request: FactsRequest & ResponsibilityFact) =>
      changeFacts<TiesBook, ResponsibilityRefusal>(writes, viewer, 'recordResponsibility', request, async (company, book) => {
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const { kind, score, statedOn, validUntil, source } = request;
        const fact = { kind, score, statedOn, validUntil, source, name: readWordsIfAny(request.name, viewer) };
        const decision = recordResponsibility(fact, { isTheCompany: speaksFor(viewer, company) }, today);
        if (!decision.accepted) return decision;
        if (!(await book.enterResponsibility(newId(), company.companyId, decision.facts, today)))
          return { accepted: false, reason: 'FACT_KNOWN_ALREADY' };
        return told(company, ['responsibility'], null, kind, source);
      }),
  };
}
