import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId } from '@leader/subgraph-kit/values/ids';
import { type GraphQLInputType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { subgraph } from '../src/graphql/schema.ts';
import { patiently, send } from './fixtures/changes.ts';
import { busyRecord, type FormerRecord, follows, formerRecord, names, namesToItself, reads } from './fixtures/former-ids.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { enterRecord, merges } from './fixtures/records.ts';
import { member, type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const speakerOf = (company: string): TestViewer => ({ ...member, sub: `speaks for ${company}`, company });
const act = (as: TestViewer, argument: string, input: object) => send(network, as, argument.replace(/\..*/, ''), input, '');

/** Every argument of the graph that takes the id of a company, as `recordPayment.companyId`. */
function idsOfCompanies(): string[] {
  const fieldsOf = (type: GraphQLInputType): string[] => {
    const given = getNamedType(type);
    return isInputObjectType(given) ? Object.keys(given.getFields()) : [];
  };
  const fields = Object.values(subgraph.schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
  const taken = fields.flatMap(({ name, args }) =>
    args.flatMap((arg) => [arg.name, ...fieldsOf(arg.type)].map((argument) => `${name}.${argument}`)),
  );
  return taken.filter((argument) => /company_?ids?$/i.test(argument) || argument === 'company.id').sort();
}

test('whoever takes the id of a company says what becomes of one whose record became part of another', () => {
  const told = [follows, names, namesToItself, reads].flatMap((stories) => Object.keys(stories));
  expect(told.sort()).toEqual(idsOfCompanies());
  expect(told.length).toBeGreaterThan(40);
});

describe('a change by the id of a record that became part of a company', () => {
  test.each(Object.entries(follows))('is one of that company: %s', async (argument, { parts, input }) => {
    const record = await formerRecord(network, parts);
    const { errors, typeName } = await act(leadOfTarn, argument, await input(network, record));
    expect(errors).toEqual([]);
    expect(typeName).not.toMatch(/Refused$/);
  });

  test.each(Object.entries({ ...names, ...namesToItself }))(
    'upon a version that is gone is refused, and says where to read: %s',
    async (argument, input) => {
      const record = await formerRecord(network);
      const as = argument in namesToItself ? speakerOf(record.formerId) : leadOfTarn;
      const named = argument.startsWith('mergeCompanies') ? {} : { companyId: record.formerId, expectedVersion: 1 };
      const { errors } = await act(as, argument, { ...named, ...(await input(record, network)) });
      expect(errors).toMatchObject([{ message: expect.stringContaining(record.now.id), extensions: { code: 'CONFLICT' } }]);
      expect(await lastActionOn(record)).toBe('mergeCompanies');
    },
  );

  test('tells nobody who may not change the company where it is now', async () => {
    const { now, formerId } = await formerRecord(network);
    const { errors } = await act({ ...leadOfTarn, branch: 'toulouse' }, 'leaveUndertaking', { companyId: formerId, expectedVersion: 1 });
    expect(errors).toMatchObject([{ message: expect.not.stringContaining(now.id), extensions: { code: 'FORBIDDEN' } }]);
  });

  test('goes nowhere when there never was one', async () => {
    const nobody = { companyId: encodeId('company', newId()), ...figures, closedOn: '2024-12-31' };
    expect((await act(leadOfTarn, 'declareFigures', nobody)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

test.each(Object.entries(reads))('what is asked by that id is told of the company: %s', async (argument, selection) => {
  const { now, formerId } = await busyRecord(network);
  const ask = async (as: TestViewer, id: string | null) => {
    const { data, errors } = await patiently(() => network.graph.ask(`query ($id: ID) { ${selection} }`, { as, variables: { id } }));
    expect(errors).toEqual([]);
    return data;
  };
  const told = await ask(leadOfTarn, now.id);
  expect(JSON.stringify(told)).toContain('_0');
  expect(await ask(leadOfTarn, formerId)).toEqual(told);
  const own = argument.startsWith('expertiseListings') ? [] : [null];
  for (const company of [now.id, formerId])
    for (const id of [now.id, formerId, ...own]) expect(await ask(speakerOf(company), id)).toEqual(told);
});

describe('somebody whose token still names the record', () => {
  test('acts for the company, by either id or none', async () => {
    const { now, formerId } = await formerRecord(network);
    const draft = { kind: 'OFFER', title: 'Une gouvernance à deux', openUntil: '2027-01-31', showSize: false };
    for (const [companyId, theme] of [
      [now.id, 'governance'],
      [formerId, 'export'],
      [null, 'financing'],
    ])
      expect((await act(speakerOf(formerId), 'publishListing', { ...draft, companyId, theme })).typeName).toBe('ExpertiseListingChanged');
    expect((await act(speakerOf(formerId), 'resignMembership', { companyId: now.id, expectedVersion: 1 })).typeName).toBe(
      'MembershipChanged',
    );
  });

  test('decides nothing about it, though they work for a branch', async () => {
    const { now, formerId } = await formerRecord(network);
    const own = { ...staff, company: formerId };
    for (const companyId of [now.id, formerId]) {
      const answer = await act(own, 'waiveDues', { companyId, year: 2027, ground: 'HARDSHIP', motive: 'A hard year.' });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const { data } = await network.graph.ask('query ($id: ID!) { company(id: $id) { mergedRecords { id } } }', {
      ...{ as: staff, variables: { id: now.id } },
    });
    const undone = await merges(network).undo(data.company.mergedRecords[0].id, {}, own);
    expect(undone.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

test('the id leads through two merges, and to the record itself once both are undone', async () => {
  const bare = { siren: null };
  const [one, two, three] = [await enterRecord(network, bare), await enterRecord(network, bare), await enterRecord(network)];
  const first = await merges(network).merge(two, three);
  const second = await merges(network).merge(one, two, { mergedVersion: 1 });
  const declared = async (closedOn: string) => {
    expect((await act(leadOfTarn, 'declareFigures', { companyId: three.id, ...figures, closedOn })).errors).toEqual([]);
    const owners = await network.database.query<{ id: string }>(
      'SELECT company_id AS id FROM annual_figures WHERE closed_on = $1 AND company_id = ANY ($2)',
      [...[closedOn, [one.uuid, two.uuid, three.uuid]]],
    );
    return owners.map(({ id }) => id);
  };
  expect(await declared('2024-12-31')).toEqual([one.uuid]);
  await network.database.query('DELETE FROM annual_figures WHERE company_id = $1', [one.uuid]);
  expect((await merges(network).undo(second.done.merge.id)).typeName).toBe('MergeUndone');
  expect((await merges(network).undo(first.done.merge.id)).typeName).toBe('MergeUndone');
  expect(await declared('2025-12-31')).toEqual([three.uuid]);
});

const figures = { months: 12, currency: 'EUR', turnover: '1200000', source: 'FILED' };

async function lastActionOn({ now }: FormerRecord): Promise<string | undefined> {
  const [entry] = await network.database.query<{ action: string }>(
    'SELECT action FROM history WHERE object_id = $1 ORDER BY sequence DESC LIMIT 1',
    [now.uuid],
  );
  return entry?.action;
}
