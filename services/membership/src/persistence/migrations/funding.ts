import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What funders pay a part of: agreements with their promises, the costs under them with evidence, and the claims. */
export class CreateFunding1766005000000 implements MigrationInterface {
  readonly name = 'CreateFunding1766005000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(agreements);
    await runner.query(claims);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const agreements = `
  -- Amounts in minor units of the currency, rate in hundredths of a percent. The sums are kept beside costs and claims, so that the
  -- database itself refuses to claim more than the ceiling or the rate of what is justified.
  CREATE TABLE funding_agreement (
    id uuid PRIMARY KEY,
    funder text NOT NULL CHECK (funder <> ''),
    starts_on date NOT NULL,
    ends_on date NOT NULL CHECK (ends_on >= starts_on),
    rate integer NOT NULL CHECK (rate BETWEEN 1 AND 10000),
    ceiling bigint NOT NULL CHECK (ceiling > 0),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    eligible_lines text[] NOT NULL CHECK (eligible_lines <> '{}'),
    policy_tags text[] NOT NULL DEFAULT '{}',
    deliverables jsonb NOT NULL DEFAULT '[]',
    opened_on date NOT NULL,
    justified bigint NOT NULL DEFAULT 0 CHECK (justified >= 0),
    claimed bigint NOT NULL DEFAULT 0 CHECK (claimed >= 0),
    CONSTRAINT funding_claims_stay_below_ceiling CHECK (claimed <= ceiling),
    CONSTRAINT funding_claims_stay_below_rate CHECK (claimed::numeric * 10000 <= justified::numeric * rate)
  );
  CREATE INDEX funding_agreement_by_start ON funding_agreement (starts_on, id);

  CREATE TABLE funding_cost (
    id uuid PRIMARY KEY,
    agreement_id uuid NOT NULL REFERENCES funding_agreement,
    line text NOT NULL,
    label text NOT NULL CHECK (label <> ''),
    amount bigint NOT NULL CHECK (amount > 0),
    incurred_on date NOT NULL,
    recorded_on date NOT NULL,
    issuer text,
    reference text,
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    issued_on date,
    attached_on date,
    CHECK (num_nulls(issuer, reference, sha256, issued_on, attached_on) IN (0, 5))
  );
  CREATE INDEX funding_cost_by_agreement ON funding_cost (agreement_id, incurred_on, id);
  -- One document shows one cost, under whatever agreement: nothing is funded twice.
  CREATE UNIQUE INDEX funding_evidence_by_hash ON funding_cost (sha256);
  CREATE UNIQUE INDEX funding_evidence_by_reference ON funding_cost (lower(issuer), lower(reference));
`;

const claims = `
  CREATE TABLE funding_claim (
    id uuid PRIMARY KEY,
    version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    agreement_id uuid NOT NULL REFERENCES funding_agreement,
    amount bigint NOT NULL CHECK (amount > 0),
    status text NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'PAID', 'REDUCED', 'REFUSED')),
    drafted_on date NOT NULL,
    submitted_on date,
    settled_on date CHECK (settled_on >= submitted_on),
    granted bigint CHECK (granted BETWEEN 0 AND amount),
    motive text,
    frozen jsonb,
    CHECK ((status = 'DRAFT') = (submitted_on IS NULL) AND (submitted_on IS NULL) = (frozen IS NULL)),
    CHECK ((status IN ('DRAFT', 'SUBMITTED')) = (settled_on IS NULL) AND (settled_on IS NULL) = (granted IS NULL))
  );
  CREATE INDEX funding_claim_by_agreement ON funding_claim (agreement_id, drafted_on, id);

  CREATE FUNCTION refuse_to_thaw_claims() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.status <> 'DRAFT' AND (OLD.agreement_id, OLD.amount, OLD.drafted_on, OLD.submitted_on, OLD.frozen)
      IS DISTINCT FROM (NEW.agreement_id, NEW.amount, NEW.drafted_on, NEW.submitted_on, NEW.frozen) THEN
      RAISE EXCEPTION 'a claim is frozen once it was submitted';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER claims_are_frozen BEFORE UPDATE ON funding_claim FOR EACH ROW EXECUTE FUNCTION refuse_to_thaw_claims();
`;
