import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import { legalForms } from '../../domain/network-list/company-name.ts';
import { alikeInTown } from '../../domain/network-list/network-list.ts';
import type { SuspectedPairView } from '../../use-cases/duplicates/duplicate-views.ts';

const pairsByName = new Keyset('suspected-duplicates', [
  { sql: 'c.sort_name', type: 'text' },
  { sql: 'c.id', type: 'uuid' },
  { sql: 'o.id', type: 'uuid' },
]);

type Placed = SuspectedPairView & Record<`cursor_${number}`, string>;

/** Companies that may be one. */
export function duplicateQueries(sql: Sql) {
  return {
    pairsByName,

    /** Pairs of one country and town whose names are alike, in the order of names; each pair once, under the name that comes first. */
    suspectedPairs(branchId: string | undefined, page: Page): Promise<Placed[]> {
      const parameters = new SqlParameters(branchId ?? null, [...legalForms].join('|'), alikeInTown);
      return sql.query<Placed>(
        `SELECT c.id AS "companyId", o.id AS "otherCompanyId", alike.likeness::float8 AS likeness, ${pairsByName.select}
         FROM company AS c
         JOIN company AS o ON o.country = c.country AND plain_town(o.town) = plain_town(c.town) AND (o.sort_name, o.id) > (c.sort_name, c.id)
         CROSS JOIN LATERAL (
           SELECT max(similarity(telling_name(mine, $2), telling_name(theirs, $2))) AS likeness
           FROM unnest(ARRAY[c.legal_name, c.trade_name]) AS mine, unnest(ARRAY[o.legal_name, o.trade_name]) AS theirs
         ) AS alike
         WHERE alike.likeness >= $3 AND ($1::uuid IS NULL OR $1 IN (${branchOf('c')}, ${branchOf('o')}))
           AND NOT (${toldApart}) AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },
  };
}

/** The branch that answers for a company, as `companyForUpdate` says. */
function branchOf(company: string): string {
  return `coalesce((SELECT m.branch_id FROM membership AS m WHERE m.company_id = ${company}.id ORDER BY m.began_on DESC LIMIT 1), ${company}.prospect_branch_id)`;
}

/** Said by somebody, by a register that was looked into, by whoever linked them as two of one group, or of a number in a member list. */
const toldApart = `
  EXISTS (SELECT 1 FROM told_apart AS t
    WHERE least(t.company_id, t.other_company_id) = least(c.id, o.id) AND greatest(t.company_id, t.other_company_id) = greatest(c.id, o.id))
  OR EXISTS (SELECT 1 FROM registration AS mine JOIN registration AS theirs ON theirs.scheme = mine.scheme AND theirs.value <> mine.value
    WHERE mine.company_id = c.id AND theirs.company_id = o.id AND mine.verified_at IS NOT NULL AND theirs.verified_at IS NOT NULL)
  OR coalesce(c.group_id = o.group_id, false)
  OR EXISTS (SELECT 1 FROM settled_number AS s JOIN registration AS r ON r.scheme = s.scheme AND r.value = s.value
    WHERE NOT s.is_same AND ((s.company_id = c.id AND r.company_id = o.id) OR (s.company_id = o.id AND r.company_id = c.id)))`;
