import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { DestinationCounts } from '../domain/gaps.ts';
import { oldestTrustedConfirmation } from '../domain/position.ts';
import { departmentsOfOccitanie } from '../domain/search-terms.ts';
import type { Destinations } from '../use-cases/ports.ts';
import type { AgreementView, CountryView, HouseView, HubView } from '../use-cases/views.ts';
import { manyByParent, type OfParent, oneByParent } from './by-parent.ts';

export function destinationQueries(sql: Sql): Destinations {
  return {
    async countries(codes) {
      const rows = await sql.query<CountryRow>(
        `SELECT c.code AS parent, c.latitude::float8, c.longitude::float8,
                d.time_zone, d.flight_minutes, d.notes_fr, d.notes_en, d.source_fr, d.source_en, d.as_of::text
         FROM country c LEFT JOIN destination_card d ON d.country = c.code
         WHERE c.code = ANY($1)`,
        [codes],
      );
      return oneByParent(rows, countryView);
    },

    hubs() {
      return sql.query<HubView>(
        `SELECT country, branch_id AS "branchId", town, latitude, longitude, planned_on::text AS "plannedOn", opened_on::text AS "openedOn"
         FROM hub ORDER BY country`,
      );
    },

    async houses(countries) {
      const rows = await sql.query<HouseRow>(
        `SELECT country AS parent, id, country, town, address, languages, services_fr, services_en
         FROM regional_house WHERE country = ANY($1)`,
        [countries],
      );
      return oneByParent(rows, ({ services_fr, services_en, ...house }) => ({ ...house, services: { fr: services_fr, en: services_en } }));
    },

    async agreements(hubCountries, today) {
      const rows = await sql.query<AgreementRow>(
        `SELECT hub_country AS parent, id, hub_country AS "hubCountry", name_fr, name_en, reachable_countries AS "reachableCountries",
                valid_from::text AS "validFrom", valid_to::text AS "validTo", source_fr, source_en, checked_on::text AS "checkedOn"
         FROM trade_agreement
         WHERE hub_country = ANY($1) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
         ORDER BY hub_country, valid_from, id`,
        [hubCountries, today],
      );
      return manyByParent(rows, ({ name_fr, name_en, source_fr, source_en, ...agreement }) => ({
        ...agreement,
        name: { fr: name_fr, en: name_en },
        source: { fr: source_fr, en: source_en },
      }));
    },

    async counts(countries, today) {
      const rows = await sql.query<OfParent & DestinationCounts>(countsStatement, [
        countries,
        today,
        oldestTrustedConfirmation(today),
        departmentsOfOccitanie,
      ]);
      return oneByParent(rows, ({ parent: _, ...counts }) => counts);
    },
  };
}

const countsStatement = `
  SELECT parent.key AS parent, held.positions, held."stalePositions", held."openToCalls",
    (SELECT count(*)::int FROM position p
      WHERE p.home_country = parent.key AND p.host_country = 'FR' AND p.department = ANY($4)
        AND p.since <= $2 AND (p.closed_on IS NULL OR p.closed_on > $2)) AS "positionsInOccitanie",
    (SELECT count(*)::int FROM review r WHERE r.country = parent.key AND r.published_on <= $2 AND r.verified) AS "verifiedReviews",
    (SELECT count(*)::int FROM premises s WHERE s.country = parent.key) AS premises
  FROM unnest($1::text[]) AS parent (key)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS positions,
      (count(*) FILTER (WHERE p.last_confirmed_on < $3))::int AS "stalePositions",
      (count(*) FILTER (WHERE p.last_confirmed_on >= $3 AND p.open_to_calls))::int AS "openToCalls"
    FROM position p
    WHERE p.host_country = parent.key AND p.since <= $2 AND (p.closed_on IS NULL OR p.closed_on > $2)
  ) held`;

interface CountryRow extends OfParent {
  readonly latitude: number;
  readonly longitude: number;
  readonly time_zone: string | null;
  readonly flight_minutes: number | null;
  readonly notes_fr: string;
  readonly notes_en: string;
  readonly source_fr: string;
  readonly source_en: string;
  readonly as_of: LocalDate;
}

type HouseRow = OfParent & Omit<HouseView, 'services'> & { readonly services_fr: string[]; readonly services_en: string[] };
type AgreementRow = OfParent & Omit<AgreementView, 'name' | 'source'> & Record<'name_fr' | 'name_en' | 'source_fr' | 'source_en', string>;

function countryView(row: CountryRow): CountryView {
  return {
    country: row.parent,
    centre: { latitude: row.latitude, longitude: row.longitude },
    card: row.time_zone
      ? {
          timeZone: row.time_zone,
          flightMinutes: row.flight_minutes,
          notes: { fr: row.notes_fr, en: row.notes_en },
          source: { fr: row.source_fr, en: row.source_en },
          asOf: row.as_of,
        }
      : null,
  };
}
