import { Conflict, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { withoutSeparators } from '@leader/subgraph-kit/values/registration-numbers';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { ActivityNomenclature } from '../../domain/activity-section.ts';
import { type ActivityRefusal, recordActivity } from '../../domain/company/activity.ts';
import { addNumber, type NumberRefusal, type VerificationRefusal, verifyNumber } from '../../domain/company/registration.ts';
import { closeSite, openSite, type SiteClosingRefusal, type SiteOpeningRefusal } from '../../domain/company/site.ts';
import { changeOnce, type Verdict } from '../change-once.ts';
import type { OneCompany } from '../company-ports.ts';
import { requireItsPresentId } from '../one-company.ts';
import { readWords, readWordsIfAny } from '../read-words.ts';
import { say } from '../sentences.ts';
import type { Change, Writes } from '../write-ports.ts';
import { requireBureau, requireCompanyOrBureau } from '../writing-rights.ts';
import type { FactsBook, FactsWrites, HeldCompany } from './facts-ports.ts';

/** Every change names the version of the company's facts it was decided upon. */
export interface FactsRequest {
  readonly idempotencyKey: string;
  readonly companyId: string;
  readonly expectedVersion: number;
}

export interface NumberRequest extends FactsRequest {
  /** Code of a register. */
  readonly register: string;
  readonly number: string;
}

export interface SiteRequest extends FactsRequest {
  readonly country: string;
  readonly town: string | null;
  readonly department: string | null;
  readonly siret: string | null;
  readonly openedOn: LocalDate | null;
  readonly isSeat: boolean;
}

export type CompanyFactsLife = ReturnType<typeof companyFacts>;

/** What people enter about companies, for one viewer. It speaks of today and later: what was counted for a past day stays counted. */
export function companyFacts({ writes, calendar }: { writes: FactsWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  const enter = <Reason>(action: string, request: FactsRequest, rule: Rule<Reason>) =>
    changeFacts<FactsBook, Reason>(writes, viewer, action, request, rule);
  return {
    addRegistration: (request: NumberRequest) =>
      enter<NumberRefusal>('addRegistration', request, async (company, book) => {
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const register = await registerWith(request.register, book, viewer);
        const value = withoutSeparators(request.number);
        const holder = await book.holderOf(register.code, value);
        const decision = addNumber(company, register, value, holder !== undefined && holder !== company.companyId);
        if (!decision.accepted) return decision;
        const raw = readWords(request.number, viewer);
        if (!(await book.enterNumber(company.companyId, { ...decision.facts, raw }))) return { accepted: false, reason: 'NUMBER_TAKEN' };
        return told(company, ['registrations'], null, register.code);
      }),

    verifyRegistration: (request: NumberRequest & { readonly checkedOn: LocalDate; readonly evidence: string }) =>
      enter<VerificationRefusal>('verifyRegistration', request, async (company, book) => {
        requireBureau(viewer, company, company.branchCode);
        const { code: scheme } = await registerWith(request.register, book, viewer);
        const check = { checkedOn: request.checkedOn, evidence: readWords(request.evidence, viewer) };
        const decision = verifyNumber(company, { scheme, value: withoutSeparators(request.number) }, check, today);
        if (!decision.accepted) return decision;
        await book.enterVerification(decision.facts, viewer.subject, calendar.now());
        return told(company, ['registrations.verified'], 'ENTERED', 'VERIFIED', scheme);
      }),

    openSite: (request: SiteRequest) =>
      enter<SiteOpeningRefusal>('openSite', request, async (company, book) => {
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const { country, department, openedOn, isSeat } = request;
        const siret = request.siret === null ? null : withoutSeparators(request.siret);
        const place = { country, department, siret, openedOn, isSeat, town: readWordsIfAny(request.town, viewer) };
        const isKnown = siret !== null && (await book.isSiretKnown(siret));
        const siren = company.registrations.find(({ scheme }) => scheme === 'SIREN')?.value;
        const decision = openSite({ country: company.country, siren }, place, isKnown, today);
        if (!decision.accepted) return decision;
        if (!(await book.enterSite(newId(), company.companyId, decision.facts, today)))
          return { accepted: false, reason: 'SITE_KNOWN_ALREADY' };
        return told(company, isSeat ? ['sites', 'seat'] : ['sites'], null, 'OPEN');
      }),

    closeSite: (request: FactsRequest & { readonly siteId: string; readonly closedOn: LocalDate | null }) => {
      const siteId = parseId('site', request.siteId);
      return enter<SiteClosingRefusal>('closeSite', request, async (company, book) => {
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const site = await book.site(siteId);
        if (site?.companyId !== company.companyId) throw new NotFound(say('NO_SUCH_SITE', viewer));
        const decision = closeSite(site, request.closedOn ?? today, today);
        if (!decision.accepted) return decision;
        await book.enterClosing(siteId, decision.facts.closedOn);
        return told(company, ['sites'], 'OPEN', 'CLOSED');
      });
    },

    recordActivity: (request: FactsRequest & { readonly nomenclature: ActivityNomenclature; readonly code: string }) =>
      enter<ActivityRefusal>('recordActivity', request, async (company, book) => {
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const decision = recordActivity(company, request.nomenclature, readWords(request.code, viewer));
        if (!decision.accepted) return decision;
        const before = company.activities.find(({ nomenclature }) => nomenclature === request.nomenclature);
        await book.enterActivity(company.companyId, decision.facts, today);
        return told(company, ['activities'], before?.code ?? null, decision.facts.code, request.nomenclature);
      }),
  };
}

/** What a rule answers: what moved, for the history, or why nothing did. */
type FactsVerdict<Reason> =
  | { readonly accepted: true; readonly changes: readonly Change[] }
  | { readonly accepted: false; readonly reason: Reason };
type Rule<Reason, Book = FactsBook> = (
  company: HeldCompany,
  book: Book,
  held: ReadonlyMap<Uuid, OneCompany>,
) => Promise<FactsVerdict<Reason>>;

/** @param alsoHeld other companies that the change is about */
export function changeFacts<Book extends Pick<FactsBook, 'holdAll' | 'heldForUpdate' | 'countChange'>, Reason>(
  writes: Writes<Book>,
  viewer: Viewer,
  action: string,
  request: FactsRequest,
  rule: Rule<Reason, Book>,
  alsoHeld: readonly Uuid[] = [],
) {
  const askedId = parseId('company', request.companyId);
  return changeOnce<Book, Reason>(writes, viewer, action, request, async (book): Promise<Verdict<Reason>> => {
    const held = await book.holdAll([askedId, ...alsoHeld]);
    const company = await book.heldForUpdate(held.get(askedId)?.companyId ?? askedId);
    if (!company) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    const verdict = await rule(company, book, held);
    requireItsPresentId(viewer, company, askedId);
    // Somebody who saw an older state learns that first, whatever the rule says of the newer one.
    const isStale = company.version !== request.expectedVersion;
    if (!verdict.accepted && !isStale) return verdict;
    const { swapped, current = 0 } = await book.countChange(askedId, request.expectedVersion);
    if (!swapped || !verdict.accepted) throw new Conflict(say('FACTS_CHANGED', viewer).replace('{current}', String(current)));
    return { ...verdict, id: askedId };
  });
}

/** Codes and names of fields only. */
export function told(
  { companyId: id }: { readonly companyId: Uuid },
  fields: readonly string[],
  from: string | null,
  to: string,
  why: string | null = null,
) {
  return { accepted: true, changes: [{ kind: 'company', id, fields, from, to, why }] } as const;
}

async function registerWith(code: string, book: FactsBook, viewer: Viewer) {
  const register = await book.register(code.trim().toUpperCase());
  if (!register) throw new NotFound(say('NO_SUCH_REGISTER', viewer));
  return register;
}
