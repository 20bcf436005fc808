/** Administrator's address of the PostgreSQL that jest started. */
export function testAdminUrl(): string {
  const url = process.env['TEST_ADMIN_DATABASE_URL'];
  if (!url) throw new Error('These tests need the PostgreSQL of npm test: run them with `npm test`.');
  return url;
}
