import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Networks that join as a block, and the lists they bring, row by row. Earlier imports are let go with the rows of theirs that waited:
 * a list that comes again finds its companies known, enters nothing twice, and what waits is found anew.
 */
export class CreateAffiliation1766004000000 implements MigrationInterface {
  readonly name = 'CreateAffiliation1766004000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member_list_waiting_row; DROP TABLE member_list_import;');
    await runner.query(networks);
    await runner.query(batches);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const networks = `
  CREATE TABLE partner_network (
    id uuid PRIMARY KEY,
    branch_id uuid NOT NULL REFERENCES branch,
    name text NOT NULL CHECK (name <> ''),
    agreed_on date NOT NULL,
    ends_on date CHECK (ends_on >= agreed_on),
    terms text[] NOT NULL DEFAULT '{}'
  );
  CREATE UNIQUE INDEX partner_network_by_name ON partner_network (branch_id, lower(name));
`;

const batches = `
  CREATE TABLE affiliation_batch (
    id uuid PRIMARY KEY,
    version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    branch_id uuid NOT NULL REFERENCES branch,
    network_id uuid REFERENCES partner_network,
    status text NOT NULL DEFAULT 'UPLOADED' CHECK (status IN ('UPLOADED', 'CHECKED', 'APPROVED', 'APPLIED', 'ABANDONED')),
    file_name text NOT NULL,
    encoding text NOT NULL,
    delimiter text NOT NULL,
    ignored_columns text[] NOT NULL,
    amounts_read_as_euros text[] NOT NULL,
    content_hash text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    counts jsonb,
    CHECK (status IN ('UPLOADED', 'ABANDONED') OR counts IS NOT NULL)
  );
  CREATE INDEX affiliation_batch_by_time ON affiliation_batch (uploaded_at, id);
  CREATE INDEX affiliation_batch_by_branch ON affiliation_batch (branch_id, uploaded_at, id);

  -- What a row says of a company is kept without e-mail and consent, and of its leader only until the batch is closed.
  CREATE TABLE affiliation_row (
    batch_id uuid NOT NULL REFERENCES affiliation_batch,
    line integer NOT NULL,
    name text NOT NULL,
    company jsonb,
    refusals jsonb NOT NULL,
    remarks jsonb NOT NULL,
    had_email boolean NOT NULL,
    outcome text CHECK (outcome IN ('ADDED', 'MATCHED', 'SUSPECT', 'REFUSED')),
    reasons jsonb NOT NULL DEFAULT '[]',
    company_id uuid REFERENCES company,
    similar_to uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (batch_id, line),
    CHECK (outcome IN ('ADDED', 'MATCHED') OR company_id IS NULL)
  );
  CREATE INDEX affiliation_row_by_outcome ON affiliation_row (batch_id, outcome, line);
`;
