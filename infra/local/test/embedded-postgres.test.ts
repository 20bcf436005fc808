import { expect, test } from '@jest/globals';
import pg from 'pg';

test('the tests get a PostgreSQL of their own, with checksums', async () => {
  const client = new pg.Client({ connectionString: process.env['TEST_ADMIN_DATABASE_URL'] });
  await client.connect();
  const { rows } = await client.query("SELECT current_setting('data_checksums') AS checksums, uuidv7() AS id");
  await client.end();
  expect(rows[0].checksums).toBe('on');
});
