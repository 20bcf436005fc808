import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { type TellingApartRefusal, tellApart } from '../../domain/duplicates/telling-apart.ts';
import { changeOnce } from '../change-once.ts';
import { readWords } from '../read-words.ts';
import { say } from '../sentences.ts';
import { requireBureau } from '../writing-rights.ts';
import type { DuplicatesBook, DuplicatesWrites } from './duplicate-ports.ts';

export interface TellingApartRequest {
  readonly idempotencyKey: string;
  readonly companyId: string;
  readonly otherCompanyId: string;
  readonly reason: string;
}

export type Duplicates = ReturnType<typeof duplicates>;

/** What people say of companies that may be one, for one viewer. */
export function duplicates({ writes, calendar }: { writes: DuplicatesWrites; calendar: Calendar }, viewer: Viewer) {
  return {
    tellCompaniesApart(request: TellingApartRequest) {
      const [askedId, otherAskedId] = [parseId('company', request.companyId), parseId('company', request.otherCompanyId)];
      return changeOnce<DuplicatesBook, TellingApartRefusal>(writes, viewer, 'tellCompaniesApart', request, async (book) => {
        const companies = await book.companiesForUpdate([askedId, otherAskedId]);
        const [company, other] = [companies.get(askedId), companies.get(otherAskedId)];
        if (!company || !other) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
        // Whoever answers for one of them may say that it is not the other.
        const ofBoth = [company.branchCode, other.branchCode];
        const branchCode = ofBoth.includes(viewer.branchCode) ? viewer.branchCode : ofBoth.find((code) => code !== undefined);
        for (const one of [company, other]) requireBureau(viewer, one, branchCode);
        const [companyId, otherCompanyId] = [company.companyId, other.companyId];
        const isToldApart = await book.isToldApart(companyId, otherCompanyId);
        const decision = tellApart({ companyId, otherCompanyId, isToldApart }, readWords(request.reason, viewer));
        if (!decision.accepted) return decision;
        await book.enterToldApart(newId(), companyId, otherCompanyId, decision.facts.reason, calendar.today());
        const told = { kind: 'company', fields: ['duplicates'], from: 'SUSPECTED', to: 'TOLD_APART', why: null };
        return { accepted: true, id: companyId, changes: [companyId, otherCompanyId].map((id) => ({ ...told, id })) };
      });
    },
  };
}
