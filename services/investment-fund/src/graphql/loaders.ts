import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import type { MemberStanding } from '../domain/member-standing.ts';
import type { Funds, MemberStandings } from '../use-cases/ports.ts';
import type { FundView } from '../use-cases/views.ts';

export interface Loaders {
  readonly fundByDay: DataLoader<LocalDate, FundView | null>;
  readonly standing: ReturnType<typeof standingLoader>;
  readonly standingsAsOf: () => Promise<Date | null>;
}

/** For one request: a hundred companies ask for the criteria of the same day, and one statement answers. */
export function loadersOver(funds: Funds, standings: MemberStandings): Loaders {
  let asOf: Promise<Date | null> | undefined;
  return {
    fundByDay: new DataLoader((days) => funds.onDays(days)),
    standing: standingLoader(standings),
    standingsAsOf: () => {
      asOf ??= standings.asOf();
      return asOf;
    },
  };
}

interface StandingAsked {
  readonly day: LocalDate;
  readonly companyId: Uuid;
}

/** One statement for each day that is asked about, whatever the number of companies. */
function standingLoader(standings: MemberStandings) {
  return new DataLoader<StandingAsked, MemberStanding | undefined, string>(
    async (asked) => {
      const days = [...new Set(asked.map(({ day }) => day))];
      const found = new Map(
        await Promise.all(
          days.map(async (day) => {
            const companyIds = asked.filter((one) => one.day === day).map(({ companyId }) => companyId);
            return [day, await standings.on(day, companyIds)] as const;
          }),
        ),
      );
      return asked.map(({ day, companyId }) => found.get(day)?.get(companyId));
    },
    { cacheKeyFn: ({ day, companyId }) => `${day} ${companyId}` },
  );
}
