import type { MigrationInterface, QueryRunner } from 'typeorm';
import { activityLabels } from './activity-labels.ts';

/** What the directory is searched by: one document per company, kept by triggers whoever writes. */
export class SearchCompanies1766000001000 implements MigrationInterface {
  readonly name = 'SearchCompanies1766000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(labels);
    for (const { nomenclatures, rows } of activityLabels) {
      for (const nomenclature of nomenclatures) {
        await runner.query(
          'INSERT INTO activity_label SELECT $1, code, fr, en FROM unnest($2::text[], $3::text[], $4::text[]) AS label(code, fr, en)',
          [nomenclature, rows.map(([code]) => code), rows.map(([, fr]) => fr), rows.map(([, , en]) => en)],
        );
      }
    }
    await runner.query(documents);
    await runner.query(triggers);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const labels = `
  CREATE TABLE activity_label (
    nomenclature text NOT NULL,
    code text NOT NULL,
    fr text NOT NULL,
    en text NOT NULL,
    PRIMARY KEY (nomenclature, code)
  );
`;

const documents = `
  CREATE TEXT SEARCH CONFIGURATION french_plain (COPY = french);
  ALTER TEXT SEARCH CONFIGURATION french_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

  CREATE TABLE company_search (
    company_id uuid PRIMARY KEY REFERENCES company ON DELETE CASCADE,
    -- Names first, then the town, then what the company does.
    words tsvector NOT NULL,
    -- Names and town without accents, for what is misspelt.
    names text NOT NULL,
    -- Registration numbers and activity codes without separators, between spaces.
    numbers text NOT NULL
  );
  CREATE INDEX company_search_words ON company_search USING gin (words);
  CREATE INDEX company_search_names ON company_search USING gin (names gin_trgm_ops);
  CREATE INDEX company_search_numbers ON company_search USING gin (numbers gin_trgm_ops);

  -- The label of the class, or that of its division.
  CREATE FUNCTION label_of_activity(nomenclature text, code text) RETURNS activity_label LANGUAGE sql STABLE AS $$
    SELECT label FROM activity_label AS label
    WHERE label.nomenclature = $1 AND label.code IN ($2, left($2, 2))
    ORDER BY length(label.code) DESC LIMIT 1
  $$;

  CREATE FUNCTION refresh_company_search(changed uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO company_search (company_id, words, names, numbers)
    SELECT c.id,
      setweight(to_tsvector('public.french_plain', concat_ws(' ', c.legal_name, c.trade_name)), 'A')
        || setweight(to_tsvector('public.french_plain', coalesce(c.town, '')), 'B')
        || setweight(to_tsvector('public.french_plain', coalesce(what.labels, '')), 'C'),
      plain_text(concat_ws(' ', c.legal_name, c.trade_name, c.town)),
      upper(concat_ws(' ', '', held.numbers, what.codes, ''))
    FROM (SELECT DISTINCT unnest(changed) AS id) AS touched
    JOIN company AS c ON c.id = touched.id
    CROSS JOIN LATERAL (SELECT string_agg(r.value, ' ') AS numbers FROM registration AS r WHERE r.company_id = c.id) AS held
    CROSS JOIN LATERAL (
      SELECT string_agg(concat_ws(' ', label.fr, label.en), ' ') AS labels, string_agg(DISTINCT replace(a.code, '.', ''), ' ') AS codes
      FROM activity AS a
      LEFT JOIN activity_label AS label ON label.nomenclature = a.nomenclature AND label.code IN (a.code, left(a.code, 2))
      WHERE a.company_id = c.id
    ) AS what
    ON CONFLICT (company_id) DO UPDATE SET words = excluded.words, names = excluded.names, numbers = excluded.numbers
  $$;
`;

const triggers = `
  CREATE FUNCTION company_has_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM refresh_company_search(ARRAY(SELECT id FROM changed));
    RETURN NULL;
  END $$;
  CREATE TRIGGER company_inserted AFTER INSERT ON company
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION company_has_changed();
  CREATE TRIGGER company_updated AFTER UPDATE ON company
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION company_has_changed();

  CREATE FUNCTION part_of_company_has_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM refresh_company_search(ARRAY(SELECT DISTINCT company_id FROM changed));
    RETURN NULL;
  END $$;
  ${['registration', 'activity']
    .flatMap((table) => [
      [table, 'INSERT', 'NEW'],
      [table, 'UPDATE', 'NEW'],
      [table, 'DELETE', 'OLD'],
    ])
    .map(
      ([table, event, state]) => `
  CREATE TRIGGER ${table}_${event?.toLowerCase()} AFTER ${event} ON ${table}
    REFERENCING ${state} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION part_of_company_has_changed();`,
    )
    .join('')}
`;
