import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { newId } from '@leader/subgraph-kit/values/ids';
import { migrations, rows } from '../src/persistence/tables.ts';

let own: TestDatabase;

beforeAll(async () => {
  own = await openTestDatabase({ name: 'membership', rows, migrations });
});
afterAll(() => own.drop());

const company = newId();
const branch = newId();

beforeAll(async () => {
  await own.database.query(
    `INSERT INTO branch (id, code, kind, name_fr, name_en, country, town, opened_on, currency, time_zone, languages)
     VALUES ($1, 'tarn', 'LOCAL', 'Antenne du Tarn', 'Tarn branch', 'FR', 'Albi', '2016-01-15', 'EUR', 'Europe/Paris', '{fr,en}')`,
    [branch],
  );
  await own.database.query(`INSERT INTO company (id, legal_name, country) VALUES ($1, 'Verrière de Cordes', 'FR')`, [company]);
});

function join(from: string, until: string | null): Promise<unknown> {
  return own.database.query(
    `INSERT INTO membership (id, company_id, branch_id, began_on, ended_on, end_reason, covered_until) VALUES ($1, $2, $3, $4, $5, $6, $4)`,
    [newId(), company, branch, from, until, until && 'RESIGNED'],
  );
}

test('a company belongs to one branch on any day: overlapping memberships are impossible', async () => {
  await join('2018-05-14', '2020-12-31');
  await expect(join('2020-12-31', null)).rejects.toThrow('membership_periods_do_not_overlap');
  await join('2021-01-01', null);
});

test('a registration number belongs to one company', async () => {
  const register = () =>
    own.database.query(`INSERT INTO registration (scheme, value, raw, company_id) VALUES ('SIREN', '008423121', '008 423 121', $1)`, [
      company,
    ]);
  await register();
  await expect(register()).rejects.toThrow('registration_pkey');
});

test('a department keeps its leading zero', async () => {
  const move = (department: string) => own.database.query('UPDATE company SET department = $2 WHERE id = $1', [company, department]);
  await expect(move('9')).rejects.toThrow('company_department_check');
  await move('09');
  await move('2A');
});
