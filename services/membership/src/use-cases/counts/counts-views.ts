import type { ResponsibilityKind } from '../../domain/company/responsibility.ts';
import type { DoneExchanges } from '../../domain/counts/exchanges.ts';
import type { Quartiles } from '../../domain/counts/growth.ts';

/** Exchanges done on a theme; null for all themes together. */
export interface ExchangesOfTheme extends DoneExchanges {
  readonly theme: string | null;
}

/** How many members show a kind of thing; null for all members. */
export interface ShownByMembers {
  readonly kind: ResponsibilityKind | null;
  readonly members: number;
}

/** How many members can be compared with themselves of a year before, and their quartiles; null without any. */
export interface GrowthOfAll {
  readonly turnoverCompanies: number;
  readonly turnoverQuartiles: Quartiles | null;
  readonly fteCompanies: number;
  readonly fteQuartiles: Quartiles | null;
}
