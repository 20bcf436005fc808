import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, digest, ecoter2018, ecoter2025, importList, leadOfTarn, outcomes, type Row } from './fixtures/lists.ts';
import { type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeEach(async () => {
  network = await runningMembership();
});
afterEach(() => network.stop());

async function countsOf(table: string): Promise<number> {
  const [row] = await network.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return row?.count ?? 0;
}

describe('a dry run', () => {
  test('tells what the import then does, and writes nothing', async () => {
    const before = await digest(network);
    const trial = await importList(network, ecoter2018, { dryRun: true });
    expect(trial.dryRun).toBe(true);
    expect(outcomes(trial)).toEqual([15, 1, 0, 2]);
    expect(trial.rows.every((row: Row) => row.company === null)).toBe(true);
    expect(await digest(network)).toBe(before);

    const real = await importList(network, ecoter2018);
    const told = ({ line, outcome, reasons }: Row) => ({ line, outcome, reasons });
    expect(real.rows.map(told)).toEqual(trial.rows.map(told));
    expect(real.counts).toEqual(trial.counts);
    expect(await digest(network)).not.toBe(before);
  });
});

describe('a list that comes twice', () => {
  test('changes nothing the second time: every company is matched, the rest waits as before', async () => {
    await importList(network, ecoter2018);
    const before = await digest(network, { journal: false });
    const again = await importList(network, ecoter2018);
    expect(outcomes(again)).toEqual([0, 16, 0, 2]);
    expect(again.counts).toMatchObject({ figuresAdded: 0, figuresCorrected: 0 });
    expect(await digest(network, { journal: false })).toBe(before);
  });

  test('gives the same answer to the same request, even after another list', async () => {
    const first = await importList(network, ecoter2018, { key: 'monday' });
    await importList(network, ecoter2025);
    const before = await digest(network);
    expect(await importList(network, ecoter2018, { key: 'monday' })).toEqual(first);
    expect(await digest(network)).toBe(before);
  });

  test('is told by the history once for each request', async () => {
    await importList(network, ecoter2018, { key: 'monday' });
    await importList(network, ecoter2018, { key: 'monday' });
    await importList(network, ecoter2018, { key: 'tuesday' });
    const told = await network.database.query(
      `SELECT h.actor, h.action, b.code, h.fields FROM history AS h JOIN branch AS b ON b.id = h.object_id ORDER BY h.sequence`,
    );
    const entry = { actor: 'branch-lead', action: 'importMemberList', code: 'tarn' };
    expect(told).toEqual([
      { ...entry, fields: ['newcomers', 'figures', 'waiting'] },
      { ...entry, fields: ['waiting'] },
    ]);
  });

  test('under a key that was used for another list is a conflict', async () => {
    await importList(network, ecoter2018, { key: 'monday' });
    const before = await digest(network);
    expect((await ask(network, ecoter2025, { key: 'monday' })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    expect(
      (await ask(network, ecoter2018, { key: 'monday', branch: 'toulouse', as: { ...leadOfTarn, branch: 'toulouse' } })).errors,
    ).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    expect(await digest(network)).toBe(before);
  });

  test('may bear a key that someone else has used for another list', async () => {
    await importList(network, ecoter2018, { key: 'monday' });
    expect(outcomes(await importList(network, ecoter2025, { key: 'monday', as: staff }))).toEqual([0, 16, 0, 2]);
  });

  test('needs a key, and bytes in base64', async () => {
    expect((await ask(network, ecoter2018, { key: ' ' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const input = { idempotencyKey: 'k', branch: 'tarn', fileName: 'a.csv', dryRun: true, contentBase64: 'Raison sociale;SIREN' };
    const mutation = 'mutation ($input: ImportMemberListInput!) { importMemberList(input: $input) { __typename } }';
    expect((await network.graph.ask(mutation, { as: leadOfTarn, variables: { input } })).errors).toMatchObject([
      {
        extensions: { code: 'BAD_USER_INPUT' },
        message: 'contentBase64 is not base64: send the bytes of the file encoded as in RFC 4648, with padding.',
      },
    ]);
  });
});

describe('two imports at once', () => {
  test('of the same list have one effect', async () => {
    const companies = await countsOf('company');
    const reports = await Promise.all([1, 2, 3, 4].map((number) => importList(network, ecoter2018, { key: `${number}` })));
    expect(reports.map(outcomes).sort()).toEqual([
      [0, 16, 0, 2],
      [0, 16, 0, 2],
      [0, 16, 0, 2],
      [15, 1, 0, 2],
    ]);
    expect(await countsOf('company')).toBe(companies + 15);
    expect(await countsOf('member_list_waiting_row')).toBe(2);
  });

  test('under the same key give the same answer', async () => {
    const reports = await Promise.all([1, 2, 3, 4].map(() => importList(network, ecoter2018, { key: 'monday' })));
    expect(reports.map(outcomes)).toEqual(Array(4).fill([15, 1, 0, 2]));
    expect(reports[1]).toEqual(reports[0]);
    expect(await countsOf('member_list_import')).toBe(1);
  });

  test('of two years leave each company with both', async () => {
    const figures = await countsOf('annual_figures');
    await Promise.all([importList(network, ecoter2018), importList(network, ecoter2025)]);
    expect(await countsOf('annual_figures')).toBe(figures + 30);
  });
});

describe('an import that fails half way', () => {
  test('leaves nothing behind', async () => {
    // The database refuses a leader after the companies were entered.
    await network.database.query(`ALTER TABLE person ADD CONSTRAINT no_auriol CHECK (last_name <> 'Auriol')`);
    const before = await digest(network);
    const { errors } = await ask(network, ecoter2018);
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(errors[0]?.message).not.toContain('no_auriol');
    expect(await digest(network)).toBe(before);
  });
});
