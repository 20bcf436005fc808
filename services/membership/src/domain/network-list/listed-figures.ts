import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type AnnualFigures, declareFigures } from '../annual-figures.ts';
import type { RowRemark } from './reasons.ts';

export type ListedFiguresDecision =
  | { readonly enter: AnnualFigures; readonly because: RowRemark }
  | { readonly enter: undefined; readonly because: RowRemark | undefined };

const amounts = ['turnover', 'exportTurnover', 'balanceTotal'] as const;

/**
 * Decides what a list's figures add to what is known of a company, oldest knowledge first. A list never takes back what
 * was corrected after it, never stands above filed or audited accounts, and what it leaves empty stays as it was.
 */
export function decideOnListedFigures(listed: AnnualFigures, known: readonly AnnualFigures[], today: LocalDate): ListedFiguresDecision {
  const sameYear = known.filter((figures) => figures.closedOn === listed.closedOn);
  const latest = sameYear.at(-1);
  if (!latest) return { enter: listed, because: 'FIGURES_ADDED' };
  if (latest.currency !== listed.currency) return keep('FIGURES_IN_OTHER_CURRENCY_KEPT');
  if (saysNothingNew(listed, latest)) return keep(undefined);
  if (latest.source !== 'DECLARED') return keep('FIGURES_OF_BETTER_SOURCE_KEPT');
  if (sameYear.some((figures) => saysNothingNew(listed, figures))) return keep('FIGURES_CORRECTED_SINCE');
  const decision = declareFigures(completed(listed, latest), today);
  return 'accepted' in decision ? { enter: decision.accepted, because: 'FIGURES_CORRECTED' } : keep('FIGURES_DO_NOT_FIT_KNOWN_ONES');
}

/** Whether everything the list says stands there already. What it leaves empty says nothing. */
export function saysNothingNew(listed: AnnualFigures, known: AnnualFigures): boolean {
  return [...amounts, 'fte' as const].every((figure) => listed[figure] === null || listed[figure] === known[figure]);
}

function completed(listed: AnnualFigures, latest: AnnualFigures): AnnualFigures {
  return {
    ...listed,
    months: latest.months,
    turnover: listed.turnover ?? latest.turnover,
    exportTurnover: listed.exportTurnover ?? latest.exportTurnover,
    balanceTotal: listed.balanceTotal ?? latest.balanceTotal,
    fte: listed.fte ?? latest.fte,
  };
}

function keep(because: RowRemark | undefined): ListedFiguresDecision {
  return { enter: undefined, because };
}
