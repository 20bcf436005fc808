import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members offer each other and need from each other, and the exchanges that come of it. */
export class CreateExpertise1766003000000 implements MigrationInterface {
  readonly name = 'CreateExpertise1766003000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(groups);
    await runner.query(themes);
    await runner.query(listings);
    await runner.query(exchanges);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const groups = `
  -- Companies of one group are a single undertaking.
  ALTER TABLE company ADD COLUMN IF NOT EXISTS group_id uuid;
`;

const themes = `
  -- The three objectives are the network's promise; what is exchanged under them changes with the years.
  CREATE TABLE expertise_theme (
    code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z-]*$'),
    objective text NOT NULL CHECK (objective IN ('INNOVATION', 'GROWTH', 'SOCIAL_RESPONSIBILITY')),
    name_fr text NOT NULL,
    name_en text NOT NULL,
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from)
  );
  INSERT INTO expertise_theme (code, objective, name_fr, name_en, valid_from) VALUES
    ('research-partnership', 'INNOVATION', 'Partenariat de recherche', 'Research partnership', '2009-11-23'),
    ('intellectual-property', 'INNOVATION', 'Propriété intellectuelle', 'Intellectual property', '2009-11-23'),
    ('production-methods', 'INNOVATION', 'Méthodes de production', 'Production methods', '2009-11-23'),
    ('digital-tools', 'INNOVATION', 'Outils numériques', 'Digital tools', '2012-01-01'),
    ('export', 'GROWTH', 'Export', 'Export', '2009-11-23'),
    ('financing', 'GROWTH', 'Financement', 'Financing', '2009-11-23'),
    ('recruitment', 'GROWTH', 'Recrutement', 'Recruitment', '2009-11-23'),
    ('governance', 'GROWTH', 'Gouvernance', 'Governance', '2009-11-23'),
    ('sales', 'GROWTH', 'Développement commercial', 'Sales', '2009-11-23'),
    ('working-conditions', 'SOCIAL_RESPONSIBILITY', 'Conditions de travail', 'Working conditions', '2009-11-23'),
    ('environment', 'SOCIAL_RESPONSIBILITY', 'Environnement et énergie', 'Environment and energy', '2009-11-23'),
    ('responsible-purchasing', 'SOCIAL_RESPONSIBILITY', 'Achats responsables', 'Responsible purchasing', '2015-01-01'),
    ('sustainability-report', 'SOCIAL_RESPONSIBILITY', 'Rapport de durabilité (VSME)', 'Sustainability report (VSME)', '2024-12-17');
`;

const listings = `
  CREATE TABLE expertise_listing (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('OFFER', 'NEED')),
    theme text NOT NULL REFERENCES expertise_theme,
    title text NOT NULL CHECK (title <> ''),
    details text,
    published_on date NOT NULL,
    open_until date NOT NULL CHECK (open_until >= published_on),
    closed_on date CHECK (closed_on >= published_on),
    -- The size class as it was on that day, if the company chose to show it; figures themselves never leave their table.
    shown_size text CHECK (shown_size IN ('MIC', 'PME', 'ETI', 'GE'))
  );
  CREATE INDEX expertise_listing_by_company ON expertise_listing (company_id, published_on DESC, id DESC);
  CREATE INDEX expertise_listing_by_theme ON expertise_listing (theme, kind, open_until) WHERE closed_on IS NULL;
  CREATE INDEX expertise_listing_latest ON expertise_listing (published_on DESC, id DESC);
`;

const exchanges = `
  -- How many days a proposal waits for its answer, by the day the rule came into force.
  CREATE TABLE exchange_answer_time (
    valid_from date PRIMARY KEY,
    days integer NOT NULL CHECK (days > 0)
  );
  INSERT INTO exchange_answer_time (valid_from, days) VALUES ('2009-01-01', 30);

  CREATE TABLE expertise_exchange (
    id uuid PRIMARY KEY,
    listing_id uuid NOT NULL REFERENCES expertise_listing ON DELETE CASCADE,
    theme text NOT NULL REFERENCES expertise_theme,
    expert_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    seeker_id uuid NOT NULL REFERENCES company ON DELETE CASCADE CHECK (seeker_id <> expert_id),
    proposed_by uuid NOT NULL CHECK (proposed_by IN (expert_id, seeker_id)),
    message text,
    proposed_on date NOT NULL,
    answer_by date NOT NULL CHECK (answer_by >= proposed_on),
    accepted_on date CHECK (accepted_on BETWEEN proposed_on AND answer_by),
    declined_on date CHECK (declined_on BETWEEN proposed_on AND answer_by),
    cancelled_on date CHECK (cancelled_on >= proposed_on),
    done_on date CHECK (done_on >= accepted_on),
    quarter_hours integer CHECK (quarter_hours BETWEEN 1 AND 2000),
    outcome text CHECK (outcome IN ('SOLVED', 'WAY_FORWARD', 'NOTHING_CAME_OF_IT')),
    rated_on date CHECK (rated_on >= done_on),
    satisfaction smallint CHECK (satisfaction BETWEEN 1 AND 5),
    CHECK (accepted_on IS NULL OR declined_on IS NULL),
    CHECK (done_on IS NULL OR (accepted_on IS NOT NULL AND cancelled_on IS NULL)),
    CHECK (rated_on IS NULL OR done_on IS NOT NULL),
    CHECK ((done_on IS NULL) = (quarter_hours IS NULL) AND (done_on IS NULL) = (outcome IS NULL)),
    CHECK ((rated_on IS NULL) = (satisfaction IS NULL))
  );
  CREATE INDEX expertise_exchange_by_expert ON expertise_exchange (expert_id, proposed_on DESC, id DESC);
  CREATE INDEX expertise_exchange_by_seeker ON expertise_exchange (seeker_id, proposed_on DESC, id DESC);
  CREATE INDEX expertise_exchange_by_listing ON expertise_exchange (listing_id);
  CREATE INDEX expertise_exchange_latest ON expertise_exchange (proposed_on DESC, id DESC);
`;
