import { Conflict, InvalidInput, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import { type LocalDate, localDateIn } from '@leader/subgraph-kit/values/local-date';
import type { Money } from '@leader/subgraph-kit/values/money';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { figuresKnownOn } from '../domain/annual-figures.ts';
import { accept, type Decision } from '../domain/decision.ts';
import type { CreditGround, DuesEntry, DuesMovement, DuesOfYear, RefundGround, WaiverGround } from '../domain/dues.ts';
import { duesRateOf } from '../domain/dues-band.ts';
import { carryOver, credit, type DuesDecision, invoice, pay, refund, waive } from '../domain/dues-changes.ts';
import type { AcceptedChange } from '../domain/membership-file.ts';
import { sizeCategoryOf, sizeInEuros } from '../domain/size-category.ts';
import { changeOnce } from './change-once.ts';
import type { DuesBook, DuesWrites, RecordedMovement } from './dues-ports.ts';
import type { FiledCompany } from './membership-file-ports.ts';
import { type FileRequest, fieldsOf } from './membership-life.ts';
import { readAmount } from './read-amount.ts';
import { readWords } from './read-words.ts';
import { say } from './sentences.ts';
import type { Change } from './write-ports.ts';
import { requireBureau } from './writing-rights.ts';

export interface DuesRequest extends FileRequest {
  readonly year: number;
}

/** An amount as the graph takes it in. */
interface Amount {
  readonly amount: string;
  readonly currency: string;
}

interface Parts {
  readonly writes: DuesWrites;
  readonly calendar: Calendar;
}

export type Dues = ReturnType<typeof dues>;

/** What people do to dues, for one viewer. Each change happens once for its key, and a reference of a bank counts once for ever. */
export function dues(parts: Parts, viewer: Viewer) {
  const today = parts.calendar.today();
  /** East of Paris money may arrive on a day that has not begun here. */
  const latestDay = async ({ file }: FiledCompany, book: DuesBook) => {
    const branch = (await book.branches()).find(({ code }) => code === branchOf({ file }, today));
    const there = branch ? localDateIn(branch.timeZone, parts.calendar.now()) : today;
    const [, latest] = [today, there].sort() as [LocalDate, LocalDate];
    return latest;
  };
  const change = <Reason>(action: string, request: DuesRequest, rule: Rule<Reason>) => changeDues(parts, viewer, action, request, rule);
  return {
    invoice: (request: DuesRequest) =>
      change('issueDuesInvoice', request, async ({ file, companyId }, account, book) => {
        const code = file.membershipOn(today)?.branchCode ?? file.openApplication?.branchCode;
        const branch = (await book.branches()).find((one) => one.code === code);
        const latest = figuresKnownOn(await book.figures([companyId]), today)[0];
        const rate = branch && duesRateOf(await book.bands(), sizeCategoryOf(sizeInEuros(latest)), branch.currency, today);
        return invoice(account, file, rate, await book.nextReference(`COT-${account.year}-${(code ?? '').toUpperCase()}`), today);
      }),

    pay: (request: DuesRequest & Amount & { readonly reference: string; readonly receivedOn: LocalDate }) =>
      change('recordPayment', request, async (filed, account, book) => {
        const { receivedOn: on } = request;
        const payment = {
          reference: readReference(request.reference, viewer),
          amount: readAmount(request.amount, request.currency, viewer),
          on,
        };
        return (
          (await known({ ...payment, kind: 'PAYMENT' }, filed, account, book, viewer)) ??
          pay(account, payment, await latestDay(filed, book))
        );
      }),

    refund: (
      request: DuesRequest &
        Amount & {
          readonly reference: string;
          readonly paymentReference: string;
          readonly refundedOn: LocalDate;
          readonly ground: RefundGround;
        },
    ) =>
      change('refundPayment', request, async (filed, account, book) => {
        const { ground, refundedOn: on } = request;
        const [reference, of] = [readReference(request.reference, viewer), readReference(request.paymentReference, viewer)];
        const amount = readAmount(request.amount, request.currency, viewer);
        const earlier = await known({ kind: 'REFUND', reference, amount }, filed, account, book, viewer);
        if (earlier) return earlier;
        const credited = { of, reference, amount, on, ground, creditReference: await nextNote(account, book) };
        return refund(account, credited, await latestDay(filed, book));
      }),

    credit: (request: DuesRequest & Amount & { readonly ground: CreditGround; readonly motive: string }) =>
      change('creditDues', request, async (_, account, book) => {
        const note = {
          ground: request.ground,
          motive: readWords(request.motive, viewer),
          amount: readAmount(request.amount, request.currency, viewer),
        };
        return credit(account, { ...note, reference: await nextNote(account, book) }, today);
      }),

    waive: (request: DuesRequest & { readonly ground: WaiverGround; readonly motive: string }) =>
      change('waiveDues', request, async (_, account, book) => {
        const note = { ground: request.ground, motive: readWords(request.motive, viewer) };
        return waive(account, { ...note, reference: await nextNote(account, book) }, today);
      }),
  };
}

type Rule<Reason> = (filed: FiledCompany, account: DuesOfYear, book: DuesBook) => Promise<DuesDecision<Reason>>;

function changeDues<Reason>({ writes, calendar }: Parts, viewer: Viewer, action: string, request: DuesRequest, rule: Rule<Reason>) {
  const askedId = parseId('company', request.companyId);
  if (request.year < 2009 || request.year > 2999) throw new InvalidInput(say('NOT_A_YEAR', viewer));
  const today = calendar.today();
  return changeOnce<DuesBook, Reason>(writes, viewer, action, request, async (book) => {
    const filed = await book.fileForUpdate(askedId);
    if (!filed) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    requireBureau(viewer, filed, branchOf(filed, today));
    const { companyId } = filed;
    const before = await book.duesOf(companyId, request.year);
    const decision = await rule(filed, before, book);
    if (!decision.accepted) return decision;
    const { referenceIsFree } = await book.enterDues(companyId, before, decision.facts);
    if (!referenceIsFree) throw new Conflict(say('REFERENCE_USED', viewer));
    const after = before.with(decision.facts);
    const { change } = carryOver(filed.file, before, after, today, newId());
    if (change) await book.enter(filed, filed.version, change.entries);
    return {
      accepted: true,
      id: companyId,
      changes: [...told(companyId, before, after, decision.facts), ...toldOfFile(companyId, change)],
    };
  });
}

function told(id: Uuid, before: DuesOfYear, after: DuesOfYear, entries: readonly DuesEntry[]): Change[] {
  if (entries.length === 0) return [];
  return [{ kind: 'company', id, fields: entries.map(fieldOf), from: stateOf(before), to: stateOf(after), why: groundOf(entries) }];
}

function toldOfFile(id: Uuid, change: AcceptedChange | undefined): Change[] {
  if (!change) return [];
  return [
    { kind: 'company', id, fields: [...new Set(change.entries.flatMap(fieldsOf))], from: change.from, to: change.to, why: change.why },
  ];
}

/** A reference that was recorded before: with the same content it is the same movement, told again; with another it is a conflict. */
async function known(
  movement: Pick<DuesMovement, 'kind' | 'reference' | 'amount'>,
  { companyId }: FiledCompany,
  { year }: DuesOfYear,
  book: DuesBook,
  viewer: Viewer,
): Promise<Decision<never, readonly []> | undefined> {
  const earlier = await book.movementWith(movement.kind, movement.reference);
  if (!earlier) return undefined;
  if (!isSame(earlier, { companyId, year, amount: movement.amount })) throw new Conflict(say('REFERENCE_USED', viewer));
  return accept([]);
}

function isSame(earlier: RecordedMovement, { companyId, year, amount }: { companyId: Uuid; year: number; amount: Money }): boolean {
  const recorded = earlier.movement.amount;
  return (
    earlier.companyId === companyId && earlier.year === year && recorded.minor === amount.minor && recorded.currency === amount.currency
  );
}

/** The branch that answers for a company's dues: its own, or the one that approved it. */
function branchOf({ file }: Pick<FiledCompany, 'file'>, today: LocalDate): string | undefined {
  return file.periodOn(today)?.branchCode ?? file.latestApplication?.branchCode;
}

function nextNote({ year }: DuesOfYear, book: DuesBook): Promise<string> {
  return book.nextReference(`AV-${year}`);
}

/** As banks write them: printable signs, no line breaks. */
function readReference(text: string, viewer: Viewer): string {
  const reference = text.trim();
  if (!/^[\x21-\x7e][\x20-\x7e]{0,69}$/.test(reference)) throw new InvalidInput(say('REFERENCE_UNREADABLE', viewer));
  return reference;
}

/** States and grounds only: amounts and motives stand in the account, never in the history. */
function stateOf(account: DuesOfYear): string {
  if (!account.invoice) return 'NOT_INVOICED';
  return account.settlement ?? (account.open > 0n ? 'OWED' : 'CREDITED');
}

function fieldOf(entry: DuesEntry): string {
  if (entry.kind === 'MOVED')
    return { PAYMENT: 'dues.payments', REFUND: 'dues.refunds', CREDIT_NOTE: 'dues.creditNotes' }[entry.movement.kind];
  return entry.kind === 'INVOICED' ? 'dues.invoice' : 'dues.payments';
}

function groundOf(entries: readonly DuesEntry[]): string | null {
  const grounds = entries.map((entry) => (entry.kind === 'MOVED' && 'ground' in entry.movement ? entry.movement.ground : null));
  return grounds.find((ground) => ground !== null) ?? null;
}
