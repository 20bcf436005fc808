import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What companies owe by size and currency, what they were invoiced for each year, and what was paid, credited and paid back. */
export class CreateDues1766002000000 implements MigrationInterface {
  readonly name = 'CreateDues1766002000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(bands);
    await runner.query(accounts);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const bands = `
  -- Amounts in minor units of the currency. A new amount is a new row; what was invoiced stays what it was.
  CREATE TABLE dues_band (
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    size text NOT NULL CHECK (size IN ('MIC', 'PME', 'ETI', 'GE')),
    valid_from date NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (currency, size, valid_from)
  );
  -- Assumed: the network has not published its rates.
  INSERT INTO dues_band (currency, size, valid_from, amount) VALUES
    ('EUR', 'MIC', '2009-01-01', 15000), ('EUR', 'PME', '2009-01-01', 40000), ('EUR', 'ETI', '2009-01-01', 120000), ('EUR', 'GE', '2009-01-01', 250000),
    ('EUR', 'MIC', '2024-01-01', 18000), ('EUR', 'PME', '2024-01-01', 48000), ('EUR', 'ETI', '2024-01-01', 140000), ('EUR', 'GE', '2024-01-01', 300000),
    ('MAD', 'MIC', '2019-01-01', 150000), ('MAD', 'PME', '2019-01-01', 400000), ('MAD', 'ETI', '2019-01-01', 1200000), ('MAD', 'GE', '2019-01-01', 2500000),
    ('USD', 'MIC', '2021-01-01', 20000), ('USD', 'PME', '2021-01-01', 55000), ('USD', 'ETI', '2021-01-01', 160000), ('USD', 'GE', '2021-01-01', 350000),
    ('CNY', 'MIC', '2022-01-01', 120000), ('CNY', 'PME', '2022-01-01', 350000), ('CNY', 'ETI', '2022-01-01', 1000000), ('CNY', 'GE', '2022-01-01', 2200000);

  -- Numbers without a gap: a number is taken by what bears it, in the same transaction.
  CREATE TABLE dues_number (series text PRIMARY KEY, last integer NOT NULL CHECK (last >= 0));
`;

const accounts = `
  -- The account of one company for one year. The sums are kept beside the movements, so that the database itself refuses to keep more than was invoiced.
  CREATE TABLE dues (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    year smallint NOT NULL CHECK (year BETWEEN 2009 AND 2999),
    reference text NOT NULL UNIQUE,
    size text NOT NULL CHECK (size IN ('MIC', 'PME', 'ETI', 'GE')),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    invoiced bigint NOT NULL CHECK (invoiced > 0),
    credited bigint NOT NULL DEFAULT 0 CHECK (credited >= 0),
    kept bigint NOT NULL DEFAULT 0 CHECK (kept >= 0),
    settlement text CHECK (settlement IN ('PAID', 'WAIVED')),
    issued_on date NOT NULL,
    due_on date NOT NULL CHECK (due_on >= issued_on),
    PRIMARY KEY (company_id, year),
    CONSTRAINT dues_are_never_overpaid CHECK (kept + credited <= invoiced),
    CHECK (settlement IS NULL OR kept + credited = invoiced)
  );

  -- kept: payments that settle the invoice, less what of them went back. A payment that waits has no invoice that it fits yet.
  CREATE TABLE dues_movement (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    year smallint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('PAYMENT', 'REFUND', 'CREDIT_NOTE')),
    reference text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    moved_on date NOT NULL,
    ground text,
    motive text,
    payment_reference text,
    waits boolean NOT NULL DEFAULT false,
    CONSTRAINT dues_reference_counts_once UNIQUE (kind, reference),
    CHECK ((kind = 'REFUND') = (payment_reference IS NOT NULL)),
    CHECK (kind = 'PAYMENT' OR (ground IS NOT NULL AND NOT waits))
  );
  CREATE INDEX dues_movement_by_year ON dues_movement (company_id, year, sequence DESC);
  CREATE INDEX dues_movement_waiting ON dues_movement (sequence) WHERE waits;
  CREATE INDEX membership_by_cover ON membership (branch_id, covered_until, company_id);
`;
