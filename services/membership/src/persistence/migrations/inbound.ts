import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decision makers who look for a site in the region, from their request to the installed site. */
export class CreateInboundProjects1766003010000 implements MigrationInterface {
  readonly name = 'CreateInboundProjects1766003010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(projects);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const projects = `
  CREATE TABLE inbound_project (
    id uuid PRIMARY KEY,
    version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
    source_branch_id uuid REFERENCES branch,
    organisation text NOT NULL CHECK (organisation <> ''),
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    activity_section text CHECK (activity_section ~ '^[A-U]$'),
    surface integer NOT NULL CHECK (surface > 0),
    departments text[] NOT NULL DEFAULT '{}',
    budget bigint CHECK (budget >= 0),
    currency text CHECK (currency ~ '^[A-Z]{3}$'),
    wanted_on date,
    jobs_announced integer NOT NULL CHECK (jobs_announced >= 0),
    received_on date NOT NULL,
    -- As the latest step left them.
    status text NOT NULL,
    since date NOT NULL,
    owner_branch_id uuid REFERENCES branch,
    siret text UNIQUE CHECK (siret ~ '^[0-9]{14}$'),
    jobs_created integer CHECK (jobs_created >= 0),
    decline_reason text,
    CHECK ((budget IS NULL) = (currency IS NULL)),
    CHECK (status NOT IN ('ASSIGNED', 'VISITED', 'DECIDED_YES', 'INSTALLED') OR owner_branch_id IS NOT NULL),
    CHECK ((status = 'INSTALLED') = (siret IS NOT NULL)),
    CHECK ((status = 'DECIDED_NO') = (decline_reason IS NOT NULL))
  );
  CREATE INDEX inbound_project_by_since ON inbound_project (since, id);
  CREATE INDEX inbound_project_by_owner ON inbound_project (owner_branch_id, since, id);

  -- What happened on the day it was entered, so that an earlier day stays as it was known.
  CREATE TABLE inbound_step (
    id uuid PRIMARY KEY,
    project_id uuid NOT NULL REFERENCES inbound_project ON DELETE CASCADE,
    status text NOT NULL CHECK (status IN ('RECEIVED', 'QUALIFIED', 'ASSIGNED', 'VISITED', 'DECIDED_YES', 'INSTALLED', 'DECIDED_NO', 'DORMANT')),
    recorded_on date NOT NULL,
    branch_id uuid REFERENCES branch,
    visited_on date,
    CHECK ((status = 'ASSIGNED') = (branch_id IS NOT NULL)),
    CHECK ((status = 'VISITED') = (visited_on IS NOT NULL))
  );
  CREATE INDEX inbound_step_by_project ON inbound_step (project_id, recorded_on, id);
  -- One owner, whatever happens at once.
  CREATE UNIQUE INDEX inbound_step_assigned_once ON inbound_step (project_id) WHERE status = 'ASSIGNED';
`;
