import { createServer } from 'node:http';
import pg from 'pg';

// A subgraph as far as the supervisor can tell: it has a database, answers when that answers, and stops when asked.
const { PORT, HOST, DATABASE_URL, FAIL_WITH } = process.env;
if (FAIL_WITH) {
  process.stderr.write(`${FAIL_WITH}\n`);
  process.exit(1);
}
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 2 });
pool.on('error', () => {});

const server = createServer(async (request, response) => {
  try {
    if (request.method === 'POST') await pool.query("INSERT INTO note (text) VALUES ('kept')");
    const { rows } = await pool.query('SELECT count(*)::int AS notes FROM note');
    response.end(JSON.stringify({ pid: process.pid, notes: rows[0].notes, today: process.env['FIXED_TODAY'] ?? null }));
  } catch (error) {
    response.writeHead(503).end((error as Error).message);
  }
});
server.listen(Number(PORT), HOST);
process.once('SIGTERM', () => {
  server.close(() => pool.end().then(() => process.exit(0)));
  server.closeIdleConnections();
});
