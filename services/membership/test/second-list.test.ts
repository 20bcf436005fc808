import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import {
  type Batch,
  checkList,
  digest,
  ecoter2025,
  importList,
  leadOfTarn,
  outcomes,
  type Row,
  report,
  settle,
  step,
} from './fixtures/lists.ts';
import { companyId, type RunningMembership, runningMembership, staff } from './membership.ts';

const pontSud = readFileSync(path.join(import.meta.dirname, 'fixtures/pont-sud-2026.csv'));

let network: RunningMembership;
beforeEach(async () => {
  network = await runningMembership();
});
afterEach(() => network.stop());

const told = ({ rows }: { rows: Row[] }) => rows.map(({ line, outcome, reasons }) => [line, outcome, reasons[0]?.code]);

describe('the list of another network, after that of Ecoter', () => {
  test('has its own report: who is in both lists, who is in Morocco, who is twice, and who may be known', async () => {
    await importList(network, ecoter2025);
    const done = await importList(network, pontSud);
    expect(done).toMatchObject({ encoding: 'UTF_8', delimiter: ',', ignoredColumns: ['Member since'], amountsReadAsEuros: [] });
    expect(told(done)).toEqual([
      [2, 'MATCHED', 'REGISTRATION_KNOWN'],
      [3, 'ADDED', undefined],
      [4, 'MATCHED', 'SAME_COMPANY_ON_EARLIER_LINE'],
      [5, 'MATCHED', 'REGISTRATION_KNOWN'],
      [6, 'SUSPECT', 'SIMILAR_NAME_KNOWN'],
      [7, 'REFUSED', 'ICE_ZEROS_MISSING'],
      [8, 'ADDED', undefined],
      [9, 'SUSPECT', 'SIMILAR_NAME_KNOWN'],
      [10, 'REFUSED', 'AMOUNT_UNREADABLE'],
    ]);
    expect(done.counts).toEqual({ added: 2, matched: 3, suspect: 2, refused: 2, figuresAdded: 2, figuresCorrected: 0, emailsLeftOut: 3 });
    expect(done.rows[3].company.id).toBe(companyId('chaouia-cablage'));
  });

  test('enters a company of Morocco by its ICE, with its town and without a department of Corsica', async () => {
    const done = await importList(network, pontSud);
    const query = `query ($id: ID!) { company(id: $id) { country town department membershipStatus registrations { scheme value } activities { code } } }`;
    const { data } = await network.graph.ask(query, { as: staff, variables: { id: done.rows[1].company.id } });
    expect(data.company).toMatchObject({
      country: 'MA',
      town: 'Casablanca',
      department: null,
      membershipStatus: 'PROSPECT',
      registrations: [{ scheme: 'ICE', value: expect.stringMatching(/^00\d{13}$/) }],
    });
  });

  test('changes nothing the second time', async () => {
    await importList(network, pontSud);
    const before = await digest(network, { batches: false });
    expect(outcomes(await importList(network, pontSud))).toEqual([0, 6, 1, 2]);
    expect(await digest(network, { batches: false })).toBe(before);
  });

  test('ends the same when a spreadsheet wrote it as Windows-1252, and is refused when only its mark says UTF-8', async () => {
    const text = pontSud.toString('utf8').slice(1);
    const latin = iconv.encode(text, 'win1252');
    const checked = await checkList(network, latin);
    expect(checked.encoding).toBe('WINDOWS_1252');
    expect(told(checked)).toEqual(told(await checkList(network, pontSud)));
    expect(await checkList(network, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin]))).toMatchObject({ reason: 'FILE_NOT_TEXT' });
  });
});

describe('a suspect row', () => {
  /** Line 6 has the name and the town of a company of Casablanca, and another number. */
  const line = 6;
  const chaouia = companyId('chaouia-cablage');
  const same = { line, verdict: 'SAME_COMPANY', companyId: chaouia, reason: 'Same address; the number is that of its second site.' };

  test('shows both companies side by side, with the reason', async () => {
    const { id } = await checkList(network, pontSud);
    const query = `query ($id: ID!) { memberListRows(batchId: $id, first: 10, outcome: SUSPECT) { edges { node {
      line name registration town reasons { code message } similarTo { id legalName town registrations { value } }
    } } } }`;
    const { data } = await network.graph.ask(query, { as: leadOfTarn, variables: { id } });
    expect(data.memberListRows.edges[0].node).toMatchObject({
      line,
      name: 'Chaouïa Câblage',
      registration: expect.stringMatching(/^\d{15}$/),
      town: 'Casablanca',
      reasons: [{ code: 'SIMILAR_NAME_KNOWN', message: expect.stringContaining('"Chaouia Câblage"') }],
      similarTo: [{ id: chaouia, town: 'Casablanca', registrations: [{ value: '006889327000027' }] }],
    });
  });

  test('settled as the same company ends MATCHED, in this list and the next, and the number is entered nowhere', async () => {
    const checked = await checkList(network, pontSud);
    const settled = (await settle(network, checked, same)).done.batch;
    expect([settled.status, settled.version]).toEqual(['CHECKED', 3]);
    const row = (await report(network, settled)).rows.find((one: Row) => one.line === line);
    expect(row).toMatchObject({ outcome: 'MATCHED', company: { id: chaouia }, reasons: [{ code: 'SETTLED_AS_SAME' }] });
    const next = await importList(network, pontSud);
    expect(next.rows.find((one: Row) => one.line === line)).toMatchObject({ outcome: 'MATCHED', company: { id: chaouia } });
    const numbers = await network.database.query(
      `SELECT value FROM registration AS r JOIN company AS c ON c.id = r.company_id WHERE c.legal_name = 'Chaouia Câblage'`,
    );
    expect(numbers).toEqual([{ value: '006889327000027' }]);
  });

  test('settled as another company ends ADDED, once', async () => {
    const checked = await checkList(network, pontSud);
    const another = { line, verdict: 'ANOTHER_COMPANY', reason: 'A workshop of a cousin.' };
    const settled = (await settle(network, checked, another)).done.batch;
    const agreed = (await step(network, 'approveBatch', settled)).done.batch;
    const { batch } = (await step(network, 'applyBatch', agreed)).done;
    const row = (await report(network, batch)).rows.find((one: Row) => one.line === line);
    expect(row).toMatchObject({ outcome: 'ADDED', company: { legalName: 'Chaouïa Câblage' }, reasons: [{ code: 'SETTLED_AS_ANOTHER' }] });
    expect((await importList(network, pontSud)).counts).toMatchObject({ added: 0 });
  });

  test('loses the approval of its batch, since its rows end otherwise', async () => {
    const agreed = (await step(network, 'approveBatch', await checkList(network, pontSud))).done.batch;
    const settled = (await settle(network, agreed, same)).done.batch;
    expect((await step(network, 'applyBatch', settled)).done).toMatchObject({ reason: 'NOT_APPROVED' });
  });

  test.each([
    ['with a line that the list does not have', { ...same, line: 60 }, 'NO_SUCH_LINE'],
    ['when it waits for nobody', { ...same, line: 2 }, 'NOT_SUSPECT'],
    ['as a company that it is not similar to', { ...same, companyId: companyId('cantepau-aerostructures') }, 'NOT_ONE_OF_THEM'],
    ['as the same company without saying which', { ...same, companyId: null }, 'NOT_ONE_OF_THEM'],
    ['without a reason', { ...same, reason: ' ' }, 'REASON_MISSING'],
  ])('is not settled %s', async (_, input, reason) => {
    await importList(network, ecoter2025);
    const before = await digest(network, { batches: false });
    expect((await settle(network, await checkList(network, pontSud), input)).done).toMatchObject({ reason });
    expect(await digest(network, { batches: false })).toBe(before);
  });

  test('similar to a line of the same list waits until that one is a company, and one that follows it waits with it', async () => {
    const list = 'Nom;SIREN;Commune\nMoulin du Viaur;076357953;Albi\nMoulins du Viaur;016474413;Albi\nMoulins du Viaur;016474413;Albi\n';
    const checked = await checkList(network, list);
    const another = { verdict: 'ANOTHER_COMPANY', reason: 'Two brothers' };
    expect((await settle(network, checked, { ...another, line: 3 })).done).toMatchObject({ reason: 'APPLY_EARLIER_LINE_FIRST' });
    expect((await settle(network, checked, { ...another, line: 4 })).done).toMatchObject({ reason: 'FOLLOWS_AN_EARLIER_LINE' });
    await importList(network, list);
    const again = await checkList(network, list);
    const settled = (await settle(network, again, { ...another, line: 3 })).done.batch;
    expect(outcomes(settled)).toEqual([1, 2, 0, 0]);
  });

  test('settled by two people at once, each as another company, has one answer, and nobody meets a fault', async () => {
    const list = (siren: string) => `Nom;SIREN;Commune\nMoulin du Viaur;${siren};Albi\n`;
    const first = (await importList(network, list('076357953'))).rows[0].company.id;
    const another = { line: 2, verdict: 'ANOTHER_COMPANY', reason: 'Two brothers' };
    const apart = (await settle(network, await checkList(network, list('016474413')), another)).done.batch;
    const applied = (await step(network, 'applyBatch', (await step(network, 'approveBatch', apart)).done.batch)).done.batch;
    const second = (await report(network, applied)).rows[0].company.id;

    const batches = [await checkList(network, list('039286711')), await checkList(network, list('039286711'))];
    const answers = await Promise.all(
      [first, second].map((company, index) =>
        settle(network, batches[index] as Batch, { ...another, verdict: 'SAME_COMPANY', companyId: company }),
      ),
    );
    expect(answers.map(({ errors, done }) => [errors, done.batch.counts.matched])).toEqual(Array(2).fill([[], 1]));
    const numbers = await network.database.query('SELECT value FROM settled_number WHERE is_same');
    expect(numbers).toEqual([{ value: '039286711' }]);
  });
});
