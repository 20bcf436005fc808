import pg from 'pg';

const client = new pg.Client({ connectionString: process.env['OWNER_DATABASE_URL'] });
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS note (id bigint GENERATED ALWAYS AS IDENTITY, text text NOT NULL)');
await client.end();
console.log('one table');
