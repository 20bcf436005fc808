import pg from 'pg';
import { withoutIndexes } from './without-indexes.ts';

const step = 25_000;
const lanes = 2;

/**
 * Adds invented companies to a membership database that holds its story, with everything a directory shows of a company: numbers,
 * activity, site, leader, membership and figures. The same number always makes the same companies.
 *
 * @param ownerUrl address of the role that owns the tables
 * @param total how many companies there are to be, those of the story included
 */
export async function growMembership(ownerUrl: string, total: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ count: number }>('SELECT count(*)::int AS count FROM company');
    const missing = total - (rows[0]?.count ?? 0);
    if (missing > 0) {
      // What is searched, and where members stand in the directory, is written once for each company and not once for each of its parts.
      for (const table of followed) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      const steps = Array.from({ length: Math.ceil(missing / step) }, (_, index) => 1 + index * step);
      const next = () => steps.shift();
      await withoutIndexes(owner, grown, () => Promise.all(Array.from({ length: lanes }, () => inventInTurn(ownerUrl, next, missing))));
      for (const table of followed) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }
    await owner.query('VACUUM ANALYZE');
  } finally {
    await owner.end();
  }
}

/** One session of several that work beside each other. */
async function inventInTurn(ownerUrl: string, next: () => number | undefined, missing: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(invention);
    for (let from = next(); from !== undefined; from = next())
      for (const statement of statements) await client.query(statement, [from, Math.min(from + step - 1, missing)]);
  } finally {
    await client.end();
  }
}

/** Words of which no two companies of the same number share both, so that a search has rare and common ones to find. */
const invention = `
  CREATE FUNCTION pg_temp.grown_id(kind text, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5('grown ' || kind || n)::uuid $$;
  CREATE FUNCTION pg_temp.pick(words text[], n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT words[1 + n % cardinality(words)] $$;
  -- A word that only a few hundred companies of a million share: two syllables and a third.
  CREATE FUNCTION pg_temp.rare_word(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT initcap(pg_temp.pick(ARRAY['bal','cor','dur','fen','gar','lam','mir','nol','pel','rov','sal','tur','val','zan','bru','cla','dre'], n)
      || pg_temp.pick(ARRAY['ba','ci','do','fe','ga','li','mo','nu','pa','re','so','tu','vi'], n / 17)
      || pg_temp.pick(ARRAY['ran','sol','tec','vin','mar','dol','gues','lac','zet','pont','rive'], n / 221)) $$;
`;

const departments = `ARRAY['09','11','12','30','31','32','34','46','48','65','66','81','82']`;
const trades = `ARRAY['Mécanique','Usinage','Plasturgie','Textile','Agroalimentaire','Emballage','Énergie','Robotique','Cosmétique','Bois','Outillage','Chaudronnerie']`;
const towns = `ARRAY['Albi','Castres','Toulouse','Nîmes','Alès','Montpellier','Rodez','Millau','Foix','Auch','Tarbes','Perpignan','Cahors']`;

const followed = ['company', 'registration', 'activity', 'membership'];

// Not the numbers and activities of a company: what is searched is put together from them while it grows.
const grown = ['company', 'membership', 'site', 'person', 'annual_figures', 'membership_decision', 'company_search'];

const numbers = 'generate_series($1::int, $2::int) AS n';

const statements = [
  `INSERT INTO company (id, legal_name, trade_name, country, town, department, founded_on, prospect_branch_id)
   SELECT pg_temp.grown_id('company', n), concat_ws(' ', pg_temp.pick(${trades}, n / 7), pg_temp.rare_word(n), n), NULL, 'FR',
     pg_temp.pick(${towns}, n), pg_temp.pick(${departments}, n), date '1960-01-01' + n % 20000,
     (SELECT id FROM branch WHERE kind = 'LOCAL' ORDER BY code OFFSET n % 7 LIMIT 1)
   FROM ${numbers}`,
  `INSERT INTO registration (scheme, value, raw, company_id)
   SELECT 'SIREN', '05' || lpad(n::text, 7, '0'), '05' || lpad(n::text, 7, '0'), pg_temp.grown_id('company', n) FROM ${numbers} ON CONFLICT DO NOTHING`,
  `INSERT INTO site (id, company_id, is_headquarters, country, town, department)
   SELECT pg_temp.grown_id('site', n), pg_temp.grown_id('company', n), true, 'FR', pg_temp.pick(${towns}, n), pg_temp.pick(${departments}, n)
   FROM ${numbers}`,
  `INSERT INTO activity (company_id, nomenclature, code)
   SELECT pg_temp.grown_id('company', n), 'NAF_REV_2', code
   FROM ${numbers} JOIN (
     SELECT code, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS labels
     FROM activity_label WHERE nomenclature = 'NAF_REV_2' AND length(code) > 2
   ) AS label ON label.place = n % label.labels`,
  `INSERT INTO person (id, company_id, first_name, last_name, role)
   SELECT pg_temp.grown_id('person', n), pg_temp.grown_id('company', n), 'Camille', pg_temp.rare_word(n * 3), 'LEADER' FROM ${numbers}`,
  // Seven of ten are members, two of a hundred were suspended; one has left in one way or another, two are prospects.
  `INSERT INTO membership (id, company_id, branch_id, began_on, ended_on, end_reason, covered_until, sort_name, department)
   SELECT pg_temp.grown_id('membership', n), c.id, c.prospect_branch_id, date '2017-01-01' + n % 3000,
     CASE WHEN n % 10 = 7 THEN date '2025-06-30' END, CASE WHEN n % 10 = 7 THEN pg_temp.pick(ARRAY['RESIGNED', 'LAPSED'], n / 10) END,
     CASE WHEN n % 10 = 7 THEN date '2025-06-30' WHEN n % 10 = 6 THEN date '2026-10-31' ELSE date '2026-12-31' END,
     c.sort_name, c.department
   FROM ${numbers} JOIN company AS c ON c.id = pg_temp.grown_id('company', n) WHERE n % 10 < 8`,
  `INSERT INTO membership_decision (id, membership_id, kind, takes_effect_on, motive)
   SELECT pg_temp.grown_id('decision', n), pg_temp.grown_id('membership', n), 'SUSPENDED', date '2026-09-01', 'UNPAID'
   FROM ${numbers} WHERE n % 50 = 5`,
  `INSERT INTO annual_figures (id, company_id, closed_on, currency, turnover, export_turnover, balance_total, fte, source, entered_at)
   SELECT pg_temp.grown_id('figures' || year, n), pg_temp.grown_id('company', n), make_date(year, 12, 31), 'EUR',
     (n % 900 + 50) * 1000000::bigint, (n % 50) * 1000000::bigint, (n % 700 + 30) * 1000000::bigint, n % 240 + 1, 'DECLARED', now()
   FROM ${numbers}, generate_series(2024, 2025) AS year`,
  `SELECT refresh_company_search(ARRAY(SELECT pg_temp.grown_id('company', n) FROM ${numbers}))`,
];
