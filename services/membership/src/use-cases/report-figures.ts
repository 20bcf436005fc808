import { InvalidInput, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { parseDecimal } from '@leader/subgraph-kit/values/decimal';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { parseCurrency } from '@leader/subgraph-kit/values/money';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { AnnualFigures, FiguresSource, KnownFigures } from '../domain/annual-figures.ts';
import type { Decision } from '../domain/decision.ts';
import { correctYear, declareYear, type Reporter } from '../domain/figures-report.ts';
import { changeOnce } from './change-once.ts';
import type { FiguresBook } from './figures-ports.ts';
import { readAmount } from './read-amount.ts';
import { say } from './sentences.ts';
import type { Writes } from './write-ports.ts';
import { requireCompanyOrBureau, speaksFor } from './writing-rights.ts';

/** Figures as the graph takes them in. */
export interface FiguresRequest {
  readonly idempotencyKey: string;
  readonly companyId: string;
  readonly closedOn: LocalDate;
  readonly months: number;
  readonly currency: string;
  readonly turnover: string | null;
  readonly exportTurnover: string | null;
  readonly balanceTotal: string | null;
  readonly fte: string | null;
  readonly source: FiguresSource;
}

export type ReportFigures = ReturnType<typeof reportFigures>;

/** How figures come in, for one viewer: as new rows only, with the instant at which the network learned of them. */
export function reportFigures({ writes, calendar }: { writes: Writes<FiguresBook>; calendar: Calendar }, viewer: Viewer) {
  const report = <Reason>(action: string, request: FiguresRequest, rule: Rule<Reason>) => {
    const askedId = parseId('company', request.companyId);
    const stated = readFigures(request, viewer);
    return changeOnce<FiguresBook, Reason>(writes, viewer, action, request, async (book) => {
      const company = await book.companyForUpdate(askedId);
      if (!company) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
      requireCompanyOrBureau(viewer, company, company.branchCode);
      const { companyId } = company;
      const reports = await book.figures([companyId]);
      const decision = rule(reports, stated, { isTheCompany: speaksFor(viewer, company) }, calendar.today());
      if (!decision.accepted) return decision;
      await book.enterFigures(companyId, decision.facts, calendar.now());
      const year = `CLOSED_ON_${stated.closedOn}`;
      const fields = (['turnover', 'exportTurnover', 'balanceTotal', 'fte'] as const).filter((field) => stated[field] !== null);
      const named = fields.map((field) => `figures.${field}`);
      return {
        accepted: true,
        id: companyId,
        changes: [{ kind: 'company', id: companyId, fields: named, from: null, to: year, why: stated.source }],
      };
    });
  };
  return {
    declare: (request: FiguresRequest) => report('declareFigures', request, declareYear),
    correct: (request: FiguresRequest) => report('correctFigures', request, correctYear),
  };
}

type Rule<Reason> = (
  reports: readonly KnownFigures[],
  stated: AnnualFigures,
  reporter: Reporter,
  today: LocalDate,
) => Decision<Reason, AnnualFigures>;

function readFigures(request: FiguresRequest, viewer: Viewer): AnnualFigures {
  const { closedOn, months, source } = request;
  const currency = parseCurrency(request.currency);
  const amount = (text: string | null) => (text === null ? null : readAmount(text, currency, viewer).minor);
  return {
    closedOn,
    months,
    currency,
    turnover: amount(request.turnover),
    exportTurnover: amount(request.exportTurnover),
    balanceTotal: amount(request.balanceTotal),
    fte: readFte(request.fte, viewer),
    source,
  };
}

/** Hundredths of a full-time equivalent are the finest that is told. */
function readFte(text: string | null, viewer: Viewer): number | null {
  if (text === null) return null;
  const hundredths = parseDecimal(text, 2);
  if (hundredths > 999_999_999n || hundredths < -999_999_999n) throw new InvalidInput(say('AMOUNT_TOO_LARGE', viewer));
  return Number(hundredths) / 100;
}
