import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { Decision } from '../../domain/decision.ts';
import * as exchanges from '../../domain/expertise/exchange.ts';
import { type ClosureRefusal, closeListing, type ListingKind, type PublicationRefusal, publish } from '../../domain/expertise/listing.ts';
import { changeOnce, moved, type Verdict } from '../change-once.ts';
import { readWords, readWordsIfAny } from '../read-words.ts';
import { say } from '../sentences.ts';
import { requireCompanyOrBureau } from '../writing-rights.ts';
import type { ExchangeResult, ExpertiseBook, ExpertiseWrites, FiledParty } from './expertise-ports.ts';
import { actingCompany, requireExchangeParty } from './expertise-rights.ts';
import type { ExchangeView } from './expertise-views.ts';

interface Request {
  readonly idempotencyKey: string;
}

/** Somebody who acts for a company: for their own when none is named. */
interface CompanyRequest extends Request {
  readonly companyId: string | null;
}

interface ExchangeRequest extends CompanyRequest {
  readonly exchangeId: string;
}

export interface PublicationRequest extends CompanyRequest {
  readonly kind: ListingKind;
  readonly theme: string;
  readonly title: string;
  readonly details: string | null;
  readonly openUntil: LocalDate;
  readonly showSize: boolean;
}

export type ExpertiseLife = ReturnType<typeof expertiseLife>;

/** What members do about expertise, for one viewer: themselves, or their branch for them. */
export function expertiseLife({ writes, calendar }: { writes: ExpertiseWrites; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  const once = <Reason>(action: string, request: Request, decide: (book: ExpertiseBook) => Promise<Verdict<Reason>>) =>
    changeOnce(writes, viewer, action, request, decide);

  return {
    publish: (request: PublicationRequest) =>
      once<PublicationRefusal>('publishListing', request, async (book) => {
        const askedId = actingCompany(viewer, request.companyId);
        const party = mayActFor(askedId, await book.partiesForUpdate([askedId]));
        const { companyId } = party;
        const [title, details] = [readWords(request.title, viewer), readWordsIfAny(request.details, viewer)];
        const { kind, openUntil, showSize } = request;
        const [theme, listed] = [await book.theme(request.theme), await book.listingsOf(companyId)];
        const decision = publish({ companyId, kind, theme: request.theme, openUntil, title }, isActive(party), theme, listed, today);
        if (!decision.accepted) return decision;
        const id = newId();
        const shownSize = showSize ? ((await book.sizeOf(companyId, today)) ?? null) : null;
        await book.enterListing(id, { ...decision.facts, title, details, shownSize });
        return moved('expertise_listing', id, ['kind', 'theme', 'title', 'details', 'openUntil', 'shownSize'], null, 'OPEN');
      }),

    closeListing: (request: Request & { readonly listingId: string }) =>
      once<ClosureRefusal>('closeListing', request, async (book) => {
        const id = parseId('listing', request.listingId);
        const listing = await book.listingForUpdate(id);
        if (!listing) throw new NotFound(say('NO_SUCH_LISTING', viewer));
        mayActFor(listing.companyId, await book.partiesForUpdate([listing.companyId]));
        const decision = closeListing(listing, today);
        if (!decision.accepted) return decision;
        await book.closeListing(id, decision.facts.closedOn);
        return moved('expertise_listing', id, ['closedOn'], 'OPEN', 'CLOSED');
      }),

    propose: (request: CompanyRequest & { readonly listingId: string; readonly message: string | null }) =>
      once<exchanges.ProposalRefusal>('proposeExchange', request, async (book) => {
        const listing = await book.listingForUpdate(parseId('listing', request.listingId));
        if (!listing) throw new NotFound(say('NO_SUCH_LISTING', viewer));
        const proposerId = actingCompany(viewer, request.companyId);
        const parties = await book.partiesForUpdate([proposerId, listing.companyId]);
        const proposer = mayActFor(proposerId, parties);
        const message = readWordsIfAny(request.message, viewer);
        const [earlier, days] = [await book.exchangesOn(listing.id), await book.answerDaysOn(today)];
        const decision = exchanges.propose(listing, asParty(proposer), partyOf(listing.companyId, parties), earlier, today, days);
        if (!decision.accepted) return decision;
        const id = newId();
        await book.enterExchange(id, listing, decision.facts, message);
        return moved('expertise_exchange', id, ['listing', 'expert', 'seeker', 'message'], null, 'PROPOSED');
      }),

    accept: (request: ExchangeRequest) =>
      changeExchange('acceptExchange', request, ['acceptedOn'], (exchange, by, parties) => {
        const other = by === exchange.expertId ? exchange.seekerId : exchange.expertId;
        return exchanges.accept(exchange, partyOf(by, parties), partyOf(other, parties), today);
      }),

    decline: (request: ExchangeRequest) =>
      changeExchange('declineExchange', request, ['declinedOn'], (exchange, by) => exchanges.decline(exchange, by, today)),

    cancel: (request: ExchangeRequest) =>
      changeExchange('cancelExchange', request, ['cancelledOn'], (exchange, by) => exchanges.cancel(exchange, by, today)),

    close: (request: ExchangeRequest & { readonly hours: number; readonly outcome: exchanges.ExchangeOutcome }) =>
      changeExchange('closeExchange', request, ['doneOn', 'hours', 'outcome'], (exchange) => {
        const closed = exchanges.close(exchange, request.hours, today);
        return closed.accepted ? together(closed.facts, { quarterHours: request.hours * 4, outcome: request.outcome }) : closed;
      }),

    rate: (request: ExchangeRequest & { readonly satisfaction: number }) =>
      changeExchange('rateExchange', request, ['ratedOn', 'satisfaction'], (exchange, by) => {
        const rated = exchanges.rate(exchange, by, request.satisfaction, today);
        return rated.accepted ? together(rated.facts, { satisfaction: request.satisfaction }) : rated;
      }),
  };

  function changeExchange<Reason>(
    action: string,
    request: ExchangeRequest,
    fields: readonly string[],
    rule: (exchange: ExchangeView, by: Uuid, parties: ReadonlyMap<Uuid, FiledParty>) => Decision<Reason, Partial<ExchangeResult>>,
  ) {
    return once<Reason>(action, request, async (book) => {
      const id = parseId('exchange', request.exchangeId);
      const exchange = await book.exchangeForUpdate(id);
      if (!exchange) throw new NotFound(say('NO_SUCH_EXCHANGE', viewer));
      const askedId = actingCompany(viewer, request.companyId);
      const { expertId, seekerId } = exchange;
      const parties = await book.partiesForUpdate([expertId, seekerId, askedId]);
      requireExchangeParty(viewer, [parties.get(expertId), parties.get(seekerId)]);
      const by = parties.get(askedId)?.companyId ?? askedId;
      if (by !== expertId && by !== seekerId) throw new NotFound(say('NO_SUCH_EXCHANGE', viewer));
      mayActFor(by, parties);
      const decision = rule(exchange, by, parties);
      if (!decision.accepted) return decision;
      await book.changeExchange(id, decision.facts);
      const to = exchanges.statusOn({ ...exchange, ...decision.facts }, today);
      return moved('expertise_exchange', id, fields, exchanges.statusOn(exchange, today), to ?? '');
    });
  }

  function mayActFor(companyId: Uuid, parties: ReadonlyMap<Uuid, FiledParty>): FiledParty {
    const party = parties.get(companyId);
    if (!party) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    requireCompanyOrBureau(viewer, party, party.file.periodOn(today)?.branchCode);
    return party;
  }

  function isActive({ file }: FiledParty): boolean {
    return file.statusOn(today) === 'ACTIVE';
  }

  function asParty(filed: FiledParty): exchanges.Party {
    return { companyId: filed.companyId, isActive: isActive(filed), groupId: filed.groupId };
  }

  function partyOf(companyId: Uuid, parties: ReadonlyMap<Uuid, FiledParty>): exchanges.Party {
    const filed = parties.get(companyId);
    return filed ? asParty(filed) : { companyId, isActive: false, groupId: null };
  }
}

function together(facts: Partial<ExchangeResult>, more: Partial<ExchangeResult>) {
  return { accepted: true, facts: { ...facts, ...more } } as const;
}
