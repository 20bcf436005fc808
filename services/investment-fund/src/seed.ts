import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { Database, Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import { idFromName } from '@leader/subgraph-kit/values/ids';

interface Story {
  readonly fund: { readonly code: string; readonly name: Texts; readonly thesis: Texts };
  readonly statusHistory: readonly object[];
  readonly partners: readonly object[];
  readonly criteriaVersions: readonly { readonly number: number; readonly criteria: readonly object[] }[];
}

/** Tells the invented story to a database that holds nothing yet. */
export async function seedWhenEmpty(database: Database, seedDir: string | undefined): Promise<boolean> {
  if (!seedDir) return false;
  const story: Story = JSON.parse(await readFile(path.join(seedDir, 'investment-fund.json'), 'utf8'));
  return inTransaction(database, async ({ sql }) => {
    // Two processes that migrate at once would both find it empty.
    await sql.query('SET LOCAL lock_timeout = 0');
    await sql.query('LOCK TABLE fund IN EXCLUSIVE MODE');
    const [present] = await sql.query('SELECT FROM fund LIMIT 1');
    if (present) return false;
    await tell(sql, story);
    return true;
  });
}

async function tell(sql: Sql, { fund, statusHistory, partners, criteriaVersions }: Story): Promise<void> {
  const fundId = idFromName('fund', fund.code);
  const versionId = (number: number) => idFromName('criteria_version', `${fund.code}/${number}`);
  await sql.query(`INSERT INTO fund (id, code, name_fr, name_en, thesis_fr, thesis_en) VALUES ($1, $2, $3, $4, $5, $6)`, [
    fundId,
    fund.code,
    fund.name.fr,
    fund.name.en,
    fund.thesis.fr,
    fund.thesis.en,
  ]);
  await sql.query(
    `INSERT INTO fund_status (fund_id, since, status, note_fr, note_en, source)
     SELECT $1, since, status, note ->> 'fr', note ->> 'en', source
     FROM jsonb_to_recordset($2) AS told(since date, status text, note jsonb, source text)`,
    [fundId, JSON.stringify(statusHistory)],
  );
  await sql.query(
    `INSERT INTO fund_partner (fund_id, position, role, name_fr, name_en, since)
     SELECT $1, row_number() OVER (), role, name ->> 'fr', name ->> 'en', since
     FROM jsonb_to_recordset($2) AS told(role text, name jsonb, since date)`,
    [fundId, JSON.stringify(partners)],
  );
  await sql.query(
    `INSERT INTO criteria_version (id, fund_id, number, valid_from, valid_to, figures_max_age_months, source_fr, source_en)
     SELECT id, $1, number, "validFrom", "validTo", "figuresMaxAgeMonths", source ->> 'fr', source ->> 'en'
     FROM jsonb_to_recordset($2) AS told(id uuid, number int, "validFrom" date, "validTo" date, "figuresMaxAgeMonths" int, source jsonb)`,
    [fundId, JSON.stringify(criteriaVersions.map((version) => ({ ...version, id: versionId(version.number) })))],
  );
  const criteria = criteriaVersions.flatMap(({ number, criteria }) =>
    criteria.map((criterion, index) => ({ ...criterion, versionId: versionId(number), position: index + 1 })),
  );
  await sql.query(
    `INSERT INTO criterion (criteria_version_id, position, kind, weight, accepted, minimum_change, over_years, name_fr, name_en, explanation_fr, explanation_en)
     SELECT "versionId", position, kind, weight, accepted, "minimumChange", "overYears", name ->> 'fr', name ->> 'en', explanation ->> 'fr', explanation ->> 'en'
     FROM jsonb_to_recordset($1) AS told("versionId" uuid, position int, kind text, weight int, accepted text[], "minimumChange" numeric, "overYears" int, name jsonb, explanation jsonb)`,
    [JSON.stringify(criteria)],
  );
}
