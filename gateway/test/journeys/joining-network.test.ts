import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Network, operation } from './network.ts';

let network: Network;
let question: string;

const importList = `mutation ($input: ImportMemberListInput!) {
  importMemberList(input: $input) {
    ... on MemberListImported { dryRun counts { added matched suspect refused } }
    ... on MemberListRefused { reason message }
  }
}`;

async function importYear(year: number, dryRun = false) {
  const file = await readFile(new URL(`../../../services/membership/test/fixtures/ecoter-adherents-${year}.csv`, import.meta.url));
  const input = {
    idempotencyKey: `journey-${year}-${dryRun}`,
    branch: 'tarn',
    fileName: `ecoter-${year}.csv`,
    contentBase64: file.toString('base64'),
    dryRun,
  };
  return network.ask(importList, 'branch-lead', { input });
}

async function askAbout(name: string) {
  const { data, errors } = await network.ask(question, 'staff', { country: 'US', companyId: await network.companyId(name) });
  expect(errors).toEqual([]);
  const pme = data.company.acceleratorEligibility.find((one: { program: { name: string } }) => one.program.name.includes('PME'));
  return { company: data.company, pme, turnover: pme.criteria.find((one: { kind: string }) => one.kind === 'TURNOVER') };
}

beforeAll(async () => {
  question = await operation('console/export-question.graphql');
  network = await Network.start('joining');
}, 180_000);
afterAll(() => network?.close());

describe('a network that joins as a block', () => {
  test('is looked at first, and nothing is written', async () => {
    const { data, errors } = await importYear(2018, true);
    expect(errors).toEqual([]);
    expect(data.importMemberList).toMatchObject({ dryRun: true, counts: { added: 15, matched: 1, suspect: 0, refused: 2 } });
    await expect(network.companyId('Cisalb Aérostructures')).rejects.toThrow('knows no');
  });

  test('with figures of 2018: its companies are prospects, and their verdict is unknown for want of a year', async () => {
    expect((await importYear(2018)).data.importMemberList.counts).toEqual({ added: 15, matched: 1, suspect: 0, refused: 2 });
    const { company, pme, turnover } = await askAbout('Cisalb Aérostructures');
    expect(company).toMatchObject({ membershipStatus: 'PROSPECT', latestFigures: { closedOn: '2018-12-31' } });
    expect(pme.verdict).toBe('UNKNOWN');
    expect(turnover).toMatchObject({ result: 'UNKNOWN', missingYear: 2025 });
    expect(turnover.message).toContain('2025');
  });

  test('with figures of 2025: the same companies have a verdict, and the old list brings the old answer back for nobody', async () => {
    const second = (await importYear(2025)).data.importMemberList.counts;
    expect(second).toMatchObject({ added: 0, matched: 16 });
    const { company, pme, turnover } = await askAbout('Cisalb Aérostructures');
    expect(company.latestFigures).toMatchObject({ closedOn: '2025-12-31', turnover: { amount: '4480000.00' } });
    expect([pme.verdict, turnover.result]).toEqual(['PASS', 'PASS']);

    await importYear(2018);
    expect((await askAbout('Cisalb Aérostructures')).company.latestFigures.closedOn).toBe('2025-12-31');
  });

  test('is not for whoever leads no branch, and for members there is no such thing', async () => {
    const input = { idempotencyKey: 'k', branch: 'tarn', fileName: 'x.csv', contentBase64: '', dryRun: true };
    expect((await network.ask(importList, 'auditor', { input })).errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    const { data, errors } = await network.ask(importList, 'member', { input });
    expect([data, errors[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT']);
  });
});
