import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExperience1766000001000 implements MigrationInterface {
  readonly name = 'CreateExperience1766000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE position (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL,
        home_country text NOT NULL REFERENCES country,
        host_country text NOT NULL REFERENCES country,
        city text NOT NULL,
        department text,
        kind text NOT NULL,
        since date NOT NULL,
        open_to_calls boolean NOT NULL,
        last_confirmed_on date NOT NULL,
        closed_on date CHECK (closed_on >= since),
        CONSTRAINT position_is_abroad CHECK (home_country <> host_country),
        CONSTRAINT position_department_in_france CHECK ((department IS NOT NULL) = (host_country = 'FR'))
      );
      CREATE INDEX position_by_host ON position (host_country, last_confirmed_on, id);
      CREATE INDEX position_by_home_in_france ON position (home_country, last_confirmed_on, id) WHERE host_country = 'FR';
      CREATE INDEX position_by_company ON position (company_id, last_confirmed_on, id);
      CREATE INDEX position_by_confirmation ON position (last_confirmed_on, id);

      CREATE TABLE position_sector (
        position_id uuid NOT NULL REFERENCES position,
        nomenclature text NOT NULL,
        code text NOT NULL,
        bare_code text NOT NULL GENERATED ALWAYS AS (replace(code, '.', '')) STORED,
        PRIMARY KEY (position_id, nomenclature, code)
      );
      CREATE INDEX position_sector_by_code ON position_sector (bare_code text_pattern_ops, position_id);

      CREATE TABLE premises (
        id uuid PRIMARY KEY,
        country text NOT NULL REFERENCES country,
        town text NOT NULL,
        kind text NOT NULL,
        operator text NOT NULL CHECK (operator IN ('HOUSE', 'MEMBER', 'PARTNER')),
        operator_name text NOT NULL,
        operator_company_id uuid,
        capacity integer NOT NULL CHECK (capacity > 0),
        price_minor bigint NOT NULL CHECK (price_minor >= 0),
        price_currency text NOT NULL CHECK (price_currency ~ '^[A-Z]{3}$'),
        price_unit text NOT NULL CHECK (price_unit IN ('DAY', 'MONTH')),
        max_term_months integer NOT NULL CHECK (max_term_months > 0),
        renewals integer NOT NULL CHECK (renewals >= 0),
        services_fr text[] NOT NULL,
        services_en text[] NOT NULL,
        -- Houses of the Region first: they are open to every member.
        rank bigint NOT NULL GENERATED ALWAYS AS (CASE operator WHEN 'HOUSE' THEN 0 WHEN 'MEMBER' THEN 1 ELSE 2 END) STORED,
        CONSTRAINT premises_of_a_member CHECK ((operator_company_id IS NOT NULL) = (operator = 'MEMBER'))
      );
      CREATE INDEX premises_by_country ON premises (country, rank, town, id);

      CREATE TABLE booking (
        id uuid PRIMARY KEY,
        premises_id uuid NOT NULL REFERENCES premises,
        from_on date NOT NULL,
        to_on date NOT NULL CHECK (to_on >= from_on),
        desks integer NOT NULL CHECK (desks > 0)
      );
      CREATE INDEX booking_by_premises ON booking (premises_id, to_on, from_on);

      CREATE TABLE review (
        id uuid PRIMARY KEY,
        author_company_id uuid NOT NULL,
        country text NOT NULL REFERENCES country,
        target text NOT NULL CHECK (target IN ('DESTINATION', 'ORGANISATION', 'PREMISES', 'SUPPORT_BODY')),
        target_key text NOT NULL,
        target_name text CHECK ((target_name IS NULL) = (target = 'DESTINATION')),
        reliability smallint CHECK (reliability BETWEEN 1 AND 5),
        delay smallint CHECK (delay BETWEEN 1 AND 5),
        cost_against_plan smallint CHECK (cost_against_plan BETWEEN 1 AND 5),
        overall numeric NOT NULL GENERATED ALWAYS AS (
          (coalesce(reliability, 0) + coalesce(delay, 0) + coalesce(cost_against_plan, 0))::numeric / num_nonnulls(reliability, delay, cost_against_plan)
        ) STORED,
        would_do_again boolean,
        experience_from date NOT NULL,
        experience_to date NOT NULL CHECK (experience_to >= experience_from),
        verified boolean NOT NULL,
        published_on date CHECK (published_on >= experience_to),
        language text NOT NULL,
        text text NOT NULL,
        CONSTRAINT review_rates_something CHECK (num_nonnulls(reliability, delay, cost_against_plan) > 0),
        CONSTRAINT one_review_per_experience UNIQUE (author_company_id, target, target_key, experience_from)
      );
      CREATE INDEX review_by_country ON review (country, published_on, id) WHERE published_on IS NOT NULL;
      CREATE INDEX review_by_author ON review (author_company_id, published_on, id) WHERE published_on IS NOT NULL;
      CREATE INDEX review_of_premises ON review (target_key) WHERE target = 'PREMISES';

      CREATE TABLE pitfall (
        id uuid PRIMARY KEY,
        review_id uuid NOT NULL REFERENCES review,
        title text NOT NULL,
        what text NOT NULL,
        cost_minor bigint CHECK (cost_minor >= 0),
        cost_currency text CHECK (cost_currency ~ '^[A-Z]{3}$'),
        -- About what it cost in euro cents: to put costs of several currencies in one order, never shown.
        weight bigint NOT NULL CHECK (weight >= 0),
        delay_days integer CHECK (delay_days >= 0),
        how_to_avoid text NOT NULL,
        CONSTRAINT cost_has_a_currency CHECK ((cost_minor IS NULL) = (cost_currency IS NULL))
      );
      CREATE INDEX pitfall_by_review ON pitfall (review_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
