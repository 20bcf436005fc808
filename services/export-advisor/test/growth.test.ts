import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { companyId, member, type RunningAdvisor, runningAdvisor, staff } from './export-advisor.ts';
import { exportQuestion } from './export-question.ts';

describe('the number of SQL statements', () => {
  let advisor: RunningAdvisor;
  beforeAll(async () => {
    advisor = await runningAdvisor();
  });
  afterAll(() => advisor.stop());

  const statementsFor = async (query: string, variables: Record<string, unknown> = {}) => {
    let rows = 0;
    const statements = await advisor.data.statements.during(async () => {
      const { data, errors } = await advisor.subgraph.ask(query, { as: { ...staff, company: member.company }, variables });
      expect(errors).toEqual([]);
      rows = JSON.stringify(data).split('"node"').length - 1;
    });
    return { count: statements.length, rows };
  };

  test('of the export question is the same with a handful and with hundreds of positions, reviews and places', async () => {
    const few = await statementsFor(exportQuestion, { country: 'TN' });
    const { database } = advisor.data;
    await database.query(
      `INSERT INTO position (id, company_id, home_country, host_country, city, kind, since, open_to_calls, last_confirmed_on)
       SELECT gen_random_uuid(), gen_random_uuid(), 'FR', 'TN', 'Tunis', 'AGENT', '2020-01-01', true, '2026-01-01'::date + n FROM generate_series(1, 200) n`,
    );
    await database.query(
      `INSERT INTO position_sector (position_id, nomenclature, code) SELECT id, 'NAF_REV_2', '30.30Z' FROM position WHERE host_country = 'TN' AND kind = 'AGENT'`,
    );
    await database.query(
      `INSERT INTO position (id, company_id, home_country, host_country, city, department, kind, since, open_to_calls, last_confirmed_on)
       SELECT gen_random_uuid(), gen_random_uuid(), 'TN', 'FR', 'Albi', '81', 'AGENT', '2020-01-01', true, '2026-01-01' FROM generate_series(1, 200)`,
    );
    await database.query(
      `INSERT INTO review (id, author_company_id, country, target, target_key, reliability, experience_from, experience_to, verified, published_on, language, text)
       SELECT gen_random_uuid(), gen_random_uuid(), 'TN', 'DESTINATION', 'TN', 4, '2025-01-01', '2025-02-01', true, '2025-03-01', 'fr', 'Bien.' FROM generate_series(1, 200)`,
    );
    await database.query(
      `INSERT INTO pitfall (id, review_id, title, what, weight, how_to_avoid) SELECT gen_random_uuid(), id, 'Retard', 'Retard.', 0, 'Partir plus tôt.' FROM review WHERE country = 'TN' AND text = 'Bien.'`,
    );
    await database.query(
      `INSERT INTO premises (id, country, town, kind, operator, operator_name, capacity, price_minor, price_currency, price_unit, max_term_months, renewals, services_fr, services_en)
       SELECT gen_random_uuid(), 'TN', 'Tunis', 'DESK', 'PARTNER', 'Espaces Carthage', 4, 1000, 'EUR', 'DAY', 3, 1, '{}', '{}' FROM generate_series(1, 200)`,
    );
    await database.query(
      `INSERT INTO booking (id, premises_id, from_on, to_on, desks) SELECT gen_random_uuid(), id, '2026-11-24', '2026-11-25', 1 FROM premises WHERE country = 'TN'`,
    );
    const many = await statementsFor(exportQuestion, { country: 'TN' });
    expect(few.rows).toBeLessThan(20);
    expect(many.rows).toBe(500);
    expect(many.count).toBe(few.count);
    expect(many.count).toBeLessThanOrEqual(20);
  });

  test('is the same for one destination and for eight', async () => {
    const parts = `name hub { town } house { town } agreements { name } gaps { code } score { n } positions(first: 5) { totalCount edges { node { city sectors { code } } } }
      reviews(first: 5) { totalCount edges { node { text pitfalls { title } } } } pitfalls(first: 5) { totalCount edges { node { title } } } premises(first: 5) { totalCount edges { node { freeDesks score { n } } } }`;
    const question = (countries: string[]) =>
      `{ ${countries.map((country) => `${country}: destination(country: "${country}") { ${parts} }`).join(' ')} }`;
    const one = await statementsFor(question(['MA']));
    const eight = await statementsFor(question(['MA', 'US', 'CN', 'ES', 'DE', 'GB', 'BE', 'SN']));
    expect(eight.rows).toBeGreaterThan(one.rows);
    expect(eight.count).toBe(one.count);
  });

  test('is the same for one page of a search and for a longer one', async () => {
    const question = (first: number) =>
      `{ positions(first: ${first}, hostCountry: "MA") { totalCount edges { node { city sectors { code } callable { may } } } } }`;
    expect((await statementsFor(question(20))).count).toBe((await statementsFor(question(1))).count);
  });

  test('is the same for one company and for fifty', async () => {
    const statements = async (ids: string[]) => {
      const sent = await advisor.data.statements.during(async () => {
        const parts =
          'positions(first: 10) { totalCount edges { node { city } } } reviewsWritten(first: 10) { totalCount edges { node { text pitfalls { title } } } }';
        const answer = await advisor.subgraph.entities(
          'Company',
          ids.map((id) => ({ id })),
          parts,
          staff,
        );
        expect(answer.errors).toEqual([]);
      });
      return sent.length;
    };
    const fifty = ['rance-cellules', ...Array.from({ length: 49 }, (_, index) => `company ${index}`)].map(companyId);
    expect(await statements(fifty)).toBe(await statements([companyId('rance-cellules')]));
  });
});
