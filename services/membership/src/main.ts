import { databaseOf, metricsAddress, type SubgraphConfig, traceSettings } from '@leader/subgraph-kit/config/service-config';
import { startEvents } from '@leader/subgraph-kit/events/start-events';
import { openLog } from '@leader/subgraph-kit/log/log';
import { openDatabase } from '@leader/subgraph-kit/postgres/database';
import { refusePendingMigrations } from '@leader/subgraph-kit/postgres/migrations';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { type RunningServer, startSubgraphServer } from '@leader/subgraph-kit/server/subgraph-server';
import { calendarOf } from '@leader/subgraph-kit/values/calendar';
import { localDateIn } from '@leader/subgraph-kit/values/local-date';
import { writesOn } from '@leader/subgraph-kit/writes/writes';
import { serviceConfig } from './config.ts';
import { membershipPublication } from './events/publication.ts';
import { affiliationContext } from './graphql/affiliation/affiliation-context.ts';
import { factsContext } from './graphql/company/facts-context.ts';
import { duplicateContext } from './graphql/duplicates/duplicate-context.ts';
import { expertiseContext } from './graphql/expertise/expertise-context.ts';
import { fundingContext } from './graphql/funding/funding-context.ts';
import { gatheringContext } from './graphql/gatherings/gathering-context.ts';
import { inboundContext } from './graphql/inbound/inbound-context.ts';
import { type MembershipQueries, membershipLoaders } from './graphql/loaders.ts';
import { subgraph } from './graphql/schema.ts';
import { visibilityContext } from './graphql/visibility/visibility-context.ts';
import { affiliationQueries } from './persistence/affiliation/affiliation.queries.ts';
import { affiliationBook } from './persistence/affiliation/affiliation-book.ts';
import { factsQueries } from './persistence/company/facts.queries.ts';
import { factsBook } from './persistence/company/facts-book.ts';
import { tiesQueries } from './persistence/company/ties.queries.ts';
import { tiesBook } from './persistence/company/ties-book.ts';
import { companyQueries } from './persistence/company.queries.ts';
import { breakdownQueries } from './persistence/counts/breakdown.queries.ts';
import { regionQueries } from './persistence/counts/region.queries.ts';
import { directoryQueries } from './persistence/directory.queries.ts';
import { duesQueries } from './persistence/dues.queries.ts';
import { duesBook } from './persistence/dues-book.ts';
import { duplicateQueries } from './persistence/duplicates/duplicate.queries.ts';
import { duplicatesBook } from './persistence/duplicates/duplicates-book.ts';
import { mergeQueries } from './persistence/duplicates/merge.queries.ts';
import { mergeBook } from './persistence/duplicates/merge-book.ts';
import { expertiseQueries } from './persistence/expertise/expertise.queries.ts';
import { expertiseBook } from './persistence/expertise/expertise-book.ts';
import { figuresQueries } from './persistence/figures.queries.ts';
import { figuresBook } from './persistence/figures-book.ts';
import { fundingQueries } from './persistence/funding/funding.queries.ts';
import { fundingBook } from './persistence/funding/funding-book.ts';
import { gatheringQueries } from './persistence/gatherings/gathering.queries.ts';
import { gatheringBook } from './persistence/gatherings/gathering-book.ts';
import { inboundQueries } from './persistence/inbound/inbound.queries.ts';
import { inboundBook } from './persistence/inbound/inbound-book.ts';
import { membershipQueries } from './persistence/membership.queries.ts';
import { membershipFileQueries } from './persistence/membership-file.queries.ts';
import { membershipFiles } from './persistence/membership-files.ts';
import { movementsQueries } from './persistence/movements.queries.ts';
import { openApplicationQueries } from './persistence/open-applications.queries.ts';
import { peopleQueries } from './persistence/people.queries.ts';
import { peopleBook } from './persistence/people-book.ts';
import { prospectQueries } from './persistence/prospects/prospect.queries.ts';
import { prospectBook } from './persistence/prospects/prospect-book.ts';
import { staleFiguresQueries } from './persistence/stale-figures.queries.ts';
import { migrations, rows } from './persistence/tables.ts';
import { visibilityQueries } from './persistence/visibility/visibility.queries.ts';
import { visibilityBook } from './persistence/visibility/visibility-book.ts';
import { affiliationLife } from './use-cases/affiliation/affiliation-life.ts';
import { companyFacts } from './use-cases/company/company-facts.ts';
import { companyTies } from './use-cases/company/company-ties.ts';
import { dues } from './use-cases/dues.ts';
import { duplicates } from './use-cases/duplicates/duplicates.ts';
import { merging } from './use-cases/duplicates/merging.ts';
import { expertiseLife } from './use-cases/expertise/expertise-life.ts';
import { fundingLife } from './use-cases/funding/funding-life.ts';
import { gatheringLife } from './use-cases/gatherings/gathering-life.ts';
import { signUpLife } from './use-cases/gatherings/sign-up-life.ts';
import { inboundLife } from './use-cases/inbound/inbound-life.ts';
import { membershipLife } from './use-cases/membership-life.ts';
import { people } from './use-cases/people.ts';
import { prospecting } from './use-cases/prospects/prospecting.ts';
import { reportFigures } from './use-cases/report-figures.ts';
import { visibilityLife } from './use-cases/visibility/visibility-life.ts';

/** A whole list or account may take longer than a page of a list does, and the one before it too. */
const patience = '5s';

/** @param onStatement called before each SQL statement, for tests that count them */
export async function startMembership(config: SubgraphConfig, onStatement?: (text: string) => void): Promise<RunningServer> {
  const name = 'membership';
  const log = openLog(name, config.LOG_LEVEL);
  const calendar = calendarOf('Europe/Paris', config.FIXED_TODAY);
  const database = await openDatabase({ ...databaseOf(config), applicationName: name, rows, migrations, log, onStatement });
  try {
    await refusePendingMigrations(database);
    const queries: MembershipQueries = {
      ...companyQueries(database),
      ...membershipQueries(database),
      ...figuresQueries(database),
      ...directoryQueries(database),
      ...movementsQueries(database),
      ...membershipFileQueries(database),
      ...duesQueries(database),
      ...openApplicationQueries(database),
      ...peopleQueries(database),
      ...staleFiguresQueries(database),
    };
    const publication = membershipPublication(() => calendar.today());
    const affiliation = { queries: affiliationQueries(database), writes: writesOn(database, publication, affiliationBook, patience) };
    const writes = writesOn(database, publication, membershipFiles);
    const figuresWrites = writesOn(database, publication, figuresBook);
    const peopleWrites = writesOn(database, publication, peopleBook);
    const duesWrites = writesOn(database, publication, duesBook, patience);
    const doubles = {
      queries: { ...duplicateQueries(database), ...mergeQueries(database) },
      writes: writesOn(database, publication, duplicatesBook),
      merging: writesOn(database, publication, mergeBook, patience),
    };
    const expertise = { queries: expertiseQueries(database), writes: writesOn(database, publication, expertiseBook) };
    const facts = {
      queries: { ...factsQueries(database), ...tiesQueries(database) },
      writes: writesOn(database, publication, factsBook),
      ties: writesOn(database, publication, tiesBook),
    };
    const counts = { ...breakdownQueries(database), ...regionQueries(database) };
    const prospects = { queries: prospectQueries(database), writes: writesOn(database, publication, prospectBook) };
    const funding = { queries: fundingQueries(database), writes: writesOn(database, publication, fundingBook, patience) };
    const gatherings = { queries: gatheringQueries(database), writes: writesOn(database, publication, gatheringBook, patience) };
    const inbound = { queries: inboundQueries(database), writes: writesOn(database, publication, inboundBook) };
    const visibility = { queries: visibilityQueries(database), writes: writesOn(database, publication, visibilityBook) };
    const events = startEvents({ name, database, settings: config, log, tells: true });
    return await startSubgraphServer({
      name,
      schema: subgraph.schema,
      host: config.HOST,
      port: config.PORT,
      identityKeys: config.IDENTITY_KEYS,
      execution: config.EXECUTION,
      log,
      contextFor: (request) => ({
        ...request,
        today: calendar.today(),
        dayIn: (timeZone: string) => localDateIn(timeZone, calendar.now()),
        queries,
        loaders: membershipLoaders(queries),
        affiliation: affiliationContext(
          affiliation.queries,
          affiliationLife({ writes: affiliation.writes, branches: queries, calendar }, request.viewer),
        ),
        duplicates: duplicateContext(
          doubles.queries,
          duplicates({ writes: doubles.writes, calendar }, request.viewer),
          merging({ writes: doubles.merging, calendar }, request.viewer),
        ),
        dues: dues({ writes: duesWrites, calendar }, request.viewer),
        people: people({ writes: peopleWrites, calendar }, request.viewer),
        reportFigures: reportFigures({ writes: figuresWrites, calendar }, request.viewer),
        membershipLife: membershipLife({ writes, calendar }, request.viewer),
        facts: factsContext(
          facts.queries,
          companyFacts({ writes: facts.writes, calendar }, request.viewer),
          companyTies({ writes: facts.ties, calendar }, request.viewer),
        ),
        counts,
        prospects: { queries: prospects.queries, life: prospecting({ writes: prospects.writes, calendar }, request.viewer) },
        funding: fundingContext(funding.queries, fundingLife({ writes: funding.writes, calendar }, request.viewer), calendar.today()),
        gatherings: gatheringContext(gatherings.queries, {
          ...gatheringLife({ writes: gatherings.writes, calendar }, request.viewer),
          ...signUpLife({ writes: gatherings.writes, calendar }, request.viewer),
        }),
        visibility: visibilityContext(
          visibility.queries,
          visibilityLife({ writes: visibility.writes, calendar }, request.viewer),
          calendar.today(),
        ),
        inbound: inboundContext(inbound.queries, inboundLife({ writes: inbound.writes, calendar }, request.viewer)),
        expertise: expertiseContext(expertise.queries, expertiseLife({ writes: expertise.writes, calendar }, request.viewer)),
      }),
      isReady: () => database.answers(),
      metrics: { address: metricsAddress(config), database },
      traces: traceSettings(config),
      events,
      onClose: async () => {
        await events.close();
        await database.close();
      },
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

await runWhenStarted(import.meta.url, () => startMembership(serviceConfig()));
