import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startStack } from '@leader/local-stack/stack/start-stack';
import { standIns } from '../../../infra/local/test/stand-in/programs.ts';

let folder: string;
let stack: Stack;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'leader-cli-test-'));
  stack = await startStack({
    adminUrl: process.env['TEST_ADMIN_DATABASE_URL'],
    databasePrefix: 'cli_test_',
    dataDirectory: path.join(folder, 'running'),
    programs: standIns,
  });
});
afterAll(async () => {
  await stack?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function cli(args: readonly string[], { input = '', dataDirectory = 'running' } = {}): Promise<Outcome> {
  const starter = path.resolve(import.meta.dirname, '../../../infra/local/bin/cli.mjs');
  const child = spawn(process.execPath, [starter, ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: path.join(folder, dataDirectory) },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, out, err: err.trim() })));
}

function file(content: string): string {
  const name = path.join(folder, `operation-${Math.random()}.graphql`);
  writeFileSync(name, content);
  return name;
}

const question = 'query Question($country: CountryCode!, $limit: Int = 3) { answer }';

describe('npm run token', () => {
  test('prints the token of a person, and nothing else', async () => {
    const { out, err, code } = await cli(['token', 'branch-lead']);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(JSON.parse(Buffer.from(out.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      sub: 'branch-lead',
      branch: 'tarn',
      client_id: 'cli',
    });
    expect([err, code]).toEqual(['', 0]);
  });

  test('prints the token of a hub’s app', async () => {
    const { out } = await cli(['token', 'hub-maroc']);
    expect(JSON.parse(Buffer.from(out.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      sub: 'hub-maroc',
      hub: 'MA',
      contract: 'partner',
    });
  });

  test('names the personas there are when it is given another', async () => {
    const { code, out, err } = await cli(['token', 'pilot']);
    expect(err).toBe(
      'There is no persona "pilot": take one of staff, branch-lead, member, accelerator, auditor, hub-maroc, hub-usa, hub-asia, fund, committee, reporter, dpo.',
    );
    expect([code, out]).toEqual([2, '']);
  });

  test('says how to start the stack when none runs', async () => {
    const { code, err } = await cli(['token', 'member'], { dataDirectory: 'elsewhere' });
    expect(err).toMatch(/^The stack is not running: start it with `npm start`/);
    expect(code).toBe(1);
  });
});

describe('npm run query', () => {
  test('sends variables, persona and language, and prints the answer', async () => {
    const { out, code } = await cli(['query', file(question), '--as', 'member', '--variables', '{"country":"MA"}', '--lang', 'fr']);
    const { data } = JSON.parse(out);
    expect(data).toMatchObject({ variables: { country: 'MA' }, language: 'fr', authorization: expect.stringMatching(/^Bearer /) });
    expect(code).toBe(0);
  });

  test('reads the operation from standard input, and asks as nobody unless told otherwise', async () => {
    const { out } = await cli(['query', '-'], { input: '{ answer }' });
    expect(JSON.parse(out).data.authorization).toBeNull();
  });

  test('ends with 1 when there are errors and no data, and with 0 when part of the answer is there', async () => {
    const lost = await cli(['query', '-'], { input: '{ lost }' });
    expect([lost.code, JSON.parse(lost.out).data]).toEqual([1, null]);
    const partly = await cli(['query', '-'], { input: '{ partly }' });
    expect([partly.code, JSON.parse(partly.out).errors]).toEqual([0, [{ message: 'part of it is lost' }]]);
  });

  const mistakes: [string, () => string[], RegExp][] = [
    ['no file', () => [], /^Name one file/],
    ['a file that is not there', () => ['gone.graphql'], /^gone\.graphql: there is no such file\./],
    ['a folder', () => [folder], /it is a folder/],
    ['an empty file', () => [file(' ')], /is empty: it must hold a GraphQL operation\.$/],
    ['a file that is no GraphQL', () => [file('query {')], /is not valid GraphQL at line 1, column 8: Expected Name, found <EOF>\.$/],
    ['a file without an operation', () => [file('fragment A on B { c }')], /has no operation/],
    ['two operations and no choice', () => [file('query A { a } query B { b }')], /choose one with --operation, out of A, B\.$/],
    ['variables that are no JSON', () => [file(question), '--variables', '{country:MA}'], /^--variables is not JSON: write it as/],
    ['variables that are a list', () => [file(question), '--variables', '[1]'], /must be a JSON object .* and is a list\.$/],
    [
      'a missing variable',
      () => [file(question)],
      /^The operation needs \$country \(CountryCode!\): add --variables '\{"country": …\}'\.$/,
    ],
    [
      'a variable of another name',
      () => [file(question), '--variables', '{"country":"MA","contry":1}'],
      /has no variable \$contry: it takes \$country/,
    ],
    ['an unknown option', () => [file(question), '--az', 'member'], /^There is no option --az: there are --as,/],
    ['an option without its value', () => [file(question), '--as'], /^The option --as needs a value\./],
    ['another language', () => [file('{ a }'), '--lang', 'de'], /^--lang is fr or en/],
    ['an address that is none', () => [file('{ a }'), '--url', 'here'], /^--url is not an address/],
  ];
  test.each(mistakes)('answers %s with one sentence and code 2', async (_title, args, sentence) => {
    const { code, out, err } = await cli(['query', ...args()]);
    expect(err).toMatch(sentence);
    expect(err.split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });

  test('says so when nothing answers at the address, or something that is no graph', async () => {
    expect((await cli(['query', '-', '--url', 'http://127.0.0.1:9'], { input: '{ a }' })).err).toMatch(
      /^The gateway at http:\/\/127\.0\.0\.1:9 does not answer/,
    );
    const page = createServer((_request, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await new Promise((resolve) => page.once('listening', resolve));
    const { code, err } = await cli(['query', '-', '--url', `http://127.0.0.1:${(page.address() as AddressInfo).port}`], {
      input: '{ a }',
    });
    page.close();
    expect([code, err]).toEqual([1, expect.stringMatching(/is no GraphQL gateway \(HTTP 200\): check the address\.$/)]);
  });
});

test('an unknown command is answered with those there are', async () => {
  const { code, err } = await cli(['dance']);
  expect([code, err]).toEqual([2, expect.stringMatching(/^There is no command "dance": there are token, query/)]);
});
