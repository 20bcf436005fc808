import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countryCentres } from './country-centres.ts';

export class CreateDestinations1766000000000 implements MigrationInterface {
  readonly name = 'CreateDestinations1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE country (
        code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'),
        latitude smallint NOT NULL CHECK (latitude BETWEEN -90 AND 90),
        longitude smallint NOT NULL CHECK (longitude BETWEEN -180 AND 180)
      );

      CREATE TABLE hub (
        country text PRIMARY KEY REFERENCES country,
        branch_id uuid NOT NULL UNIQUE,
        town text NOT NULL,
        latitude float8 NOT NULL,
        longitude float8 NOT NULL,
        planned_on date NOT NULL,
        opened_on date CHECK (opened_on >= planned_on)
      );

      CREATE TABLE destination_card (
        country text PRIMARY KEY REFERENCES country,
        time_zone text NOT NULL,
        flight_minutes integer CHECK (flight_minutes > 0),
        notes_fr text NOT NULL,
        notes_en text NOT NULL,
        source_fr text NOT NULL,
        source_en text NOT NULL,
        as_of date NOT NULL
      );

      CREATE TABLE regional_house (
        id uuid PRIMARY KEY,
        country text NOT NULL UNIQUE REFERENCES country,
        town text NOT NULL,
        address text NOT NULL,
        languages text[] NOT NULL,
        services_fr text[] NOT NULL,
        services_en text[] NOT NULL
      );

      CREATE TABLE trade_agreement (
        id uuid PRIMARY KEY,
        hub_country text NOT NULL REFERENCES country,
        name_fr text NOT NULL,
        name_en text NOT NULL,
        reachable_countries text[] NOT NULL CHECK (cardinality(reachable_countries) > 0),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        source_fr text NOT NULL,
        source_en text NOT NULL,
        checked_on date
      );
      CREATE INDEX trade_agreement_by_hub ON trade_agreement (hub_country, valid_from, id);
    `);
    const countries = countryCentres
      .trim()
      .split(/,\s+/)
      .map((line) => line.split(' '));
    await runner.query('INSERT INTO country (code, latitude, longitude) SELECT * FROM unnest($1::text[], $2::smallint[], $3::smallint[])', [
      countries.map(([code]) => code),
      countries.map(([, latitude]) => latitude),
      countries.map(([, , longitude]) => longitude),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
