import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What two records of one company are recognised by, and whom people told apart. */
export class CreateDuplicates1766007011000 implements MigrationInterface {
  readonly name = 'CreateDuplicates1766007011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(likeness);
    await runner.query(toldApart);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const likeness = `
  -- A town with or without capitals, accents, hyphens, CEDEX, and with "Saint" in full or short.
  CREATE FUNCTION plain_town(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT coalesce(
      nullif(regexp_replace(regexp_replace(regexp_replace(public.plain_text($1), '\\mcedex\\M.*$', ''), '\\mst(e?)\\M', 'saint\\1', 'g'), '[^a-z]+', '', 'g'), ''),
      public.plain_text($1))
  $$;
  CREATE INDEX company_by_town ON company (country, plain_town(town));

  -- A name without legal forms and the like; the whole of it when nothing else is left.
  CREATE FUNCTION telling_name(name text, empty_words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT coalesce(
      nullif(btrim(regexp_replace(public.plain_text(replace(name, '&', ' et ')), '\\m(' || empty_words || ')\\M', ' ', 'g')), ''),
      public.plain_text(name))
  $$;
`;

const toldApart = `
  -- Somebody looked at two companies that seem to be one, and said that they are not.
  CREATE TABLE told_apart (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    other_company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE CHECK (other_company_id <> company_id),
    reason text NOT NULL CHECK (reason <> ''),
    told_on date NOT NULL
  );
  CREATE UNIQUE INDEX told_apart_once ON told_apart (least(company_id, other_company_id), greatest(company_id, other_company_id));
`;
