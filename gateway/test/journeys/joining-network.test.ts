import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeBatch, checkedYear, decided, importYear } from './ecoter.ts';
import { Network, operation } from './network.ts';

let network: Network;
let question: string;

async function askAbout(name: string) {
  const { data, errors } = await network.ask(question, 'staff', { country: 'US', companyId: await network.companyId(name) });
  expect(errors).toEqual([]);
  const pme = data.company.acceleratorEligibility.find((one: { program: { name: string } }) => one.program.name.includes('PME'));
  return { company: data.company, pme, turnover: pme.criteria.find((one: { kind: string }) => one.kind === 'TURNOVER') };
}

beforeAll(async () => {
  question = await operation('console/export-question.graphql');
  network = await Network.start('joining');
});
afterAll(() => network?.close());

describe('a network that joins as a block', () => {
  test('is looked at first, and nothing is entered before somebody agrees', async () => {
    const checked = await checkedYear(network, 2018);
    expect(checked).toMatchObject({ status: 'CHECKED', counts: { added: 15, matched: 1, suspect: 0, refused: 2 } });
    const hasty = await changeBatch(network, 'applyBatch', decided(checked));
    expect(hasty.done).toMatchObject({ reason: 'NOT_APPROVED' });
    await changeBatch(network, 'abandonBatch', { ...decided(checked), motive: 'Essai' });
    await expect(network.companyId('Cisalb Aérostructures')).rejects.toThrow('knows no');
  });

  test('with figures of 2018: its companies are prospects, and their verdict is unknown for want of a year', async () => {
    expect(await importYear(network, 2018)).toMatchObject({ status: 'APPLIED', counts: { added: 15, matched: 1, suspect: 0, refused: 2 } });
    const { company, pme, turnover } = await askAbout('Cisalb Aérostructures');
    expect(company).toMatchObject({ membershipStatus: 'PROSPECT', latestFigures: { closedOn: '2018-12-31' } });
    expect(pme.verdict).toBe('UNKNOWN');
    expect(turnover).toMatchObject({ result: 'UNKNOWN', missingYear: 2025 });
    expect(turnover.message).toContain('2025');
  });

  test('with figures of 2025: the same companies have a verdict, and the old list brings the old answer back for nobody', async () => {
    const second = (await importYear(network, 2025)).counts;
    expect(second).toMatchObject({ added: 0, matched: 16 });
    const { company, pme, turnover } = await askAbout('Cisalb Aérostructures');
    expect(company.latestFigures).toMatchObject({ closedOn: '2025-12-31', turnover: { amount: '4480000.00' } });
    expect([pme.verdict, turnover.result]).toEqual(['PASS', 'PASS']);

    await importYear(network, 2018);
    expect((await askAbout('Cisalb Aérostructures')).company.latestFigures.closedOn).toBe('2025-12-31');
  });

  test('is not for whoever leads no branch, and for members there is no such thing', async () => {
    const input = { branch: 'tarn', fileName: 'x.csv', contentBase64: '' };
    expect((await changeBatch(network, 'uploadMemberList', input, 'auditor')).errors[0]).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    const { done, errors } = await changeBatch(network, 'uploadMemberList', input, 'member');
    expect([done, errors[0]?.extensions.code]).toEqual([undefined, 'BAD_USER_INPUT']);
  });
});
