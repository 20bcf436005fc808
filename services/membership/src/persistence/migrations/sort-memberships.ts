import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a company is found in the directory, beside its memberships and beside what it is searched by: members of a branch are read in
 * order, and those who were found are sorted, without looking at each of them.
 */
export class SortMemberships1766007110000 implements MigrationInterface {
  readonly name = 'SortMemberships1766007110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(triggers);
    await runner.query(indexes);
    await runner.query(search);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const columns = `
  ALTER TABLE membership ADD COLUMN sort_name text COLLATE "C", ADD COLUMN department text;
  UPDATE membership AS m SET sort_name = c.sort_name, department = c.department FROM company AS c WHERE c.id = m.company_id;
  ALTER TABLE membership ALTER COLUMN sort_name SET NOT NULL;
`;

const triggers = `
  CREATE FUNCTION membership_takes_its_place() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Whoever changes the company at this moment is waited for, and waits: else the old name would stay here.
    SELECT c.sort_name, c.department INTO NEW.sort_name, NEW.department FROM company AS c WHERE c.id = NEW.company_id FOR SHARE;
    -- Of a company that is not there the foreign key says so.
    IF NOT FOUND THEN NEW.sort_name := ''; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER membership_placed BEFORE INSERT OR UPDATE OF company_id ON membership
    FOR EACH ROW EXECUTE FUNCTION membership_takes_its_place();

  CREATE FUNCTION memberships_take_their_place() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE membership SET sort_name = NEW.sort_name, department = NEW.department WHERE company_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER company_placed AFTER UPDATE ON company FOR EACH ROW
    WHEN ((OLD.sort_name, OLD.department) IS DISTINCT FROM (NEW.sort_name, NEW.department)) EXECUTE FUNCTION memberships_take_their_place();
`;

const indexes = `
  CREATE INDEX membership_by_name ON membership (sort_name, company_id);
  CREATE INDEX membership_by_branch_and_name ON membership (branch_id, sort_name, company_id);
  CREATE INDEX membership_by_department ON membership (department, sort_name, company_id);
  CREATE INDEX membership_by_branch_and_department ON membership (branch_id, department, sort_name, company_id);
  CREATE INDEX membership_by_reason ON membership (end_reason, sort_name, company_id) WHERE ended_on IS NOT NULL;
  -- With all that says where somebody stands, so that of each company found the index answers.
  DROP INDEX membership_by_company;
  CREATE INDEX membership_by_company ON membership (company_id, began_on DESC) INCLUDE (id, branch_id, ended_on, end_reason, covered_until);
  -- Whoever has left was covered until long ago: one by one, neither column tells how many are late.
  CREATE STATISTICS membership_coverage (mcv) ON ended_on, covered_until FROM membership;
`;

const search = `
  ALTER TABLE company_search ADD COLUMN sort_name text COLLATE "C", ADD COLUMN department text;
  UPDATE company_search AS s SET sort_name = c.sort_name, department = c.department FROM company AS c WHERE c.id = s.company_id;
  ALTER TABLE company_search ALTER COLUMN sort_name SET NOT NULL;

  CREATE OR REPLACE FUNCTION refresh_company_search(changed uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO company_search (company_id, words, names, numbers, sort_name, department)
    SELECT c.id,
      setweight(to_tsvector('public.french_plain', concat_ws(' ', c.legal_name, c.trade_name)), 'A')
        || setweight(to_tsvector('public.french_plain', coalesce(c.town, '')), 'B')
        || setweight(to_tsvector('public.french_plain', coalesce(what.labels, '')), 'C'),
      plain_text(concat_ws(' ', c.legal_name, c.trade_name, c.town)),
      upper(concat_ws(' ', '', held.numbers, what.codes, '')),
      c.sort_name, c.department
    FROM (SELECT DISTINCT unnest(changed) AS id) AS touched
    JOIN company AS c ON c.id = touched.id
    CROSS JOIN LATERAL (SELECT string_agg(r.value, ' ') AS numbers FROM registration AS r WHERE r.company_id = c.id) AS held
    CROSS JOIN LATERAL (
      SELECT string_agg(concat_ws(' ', label.fr, label.en), ' ') AS labels, string_agg(DISTINCT replace(a.code, '.', ''), ' ') AS codes
      FROM activity AS a
      LEFT JOIN activity_label AS label ON label.nomenclature = a.nomenclature AND label.code IN (a.code, left(a.code, 2))
      WHERE a.company_id = c.id
    ) AS what
    ON CONFLICT (company_id) DO UPDATE SET words = excluded.words, names = excluded.names, numbers = excluded.numbers,
      sort_name = excluded.sort_name, department = excluded.department
  $$;
`;
