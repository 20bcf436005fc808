import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  checkList,
  digest,
  ecoter2018,
  ecoter2025,
  importList,
  leadOfTarn,
  outcomes,
  type Row,
  report,
  step,
  upload,
} from './fixtures/lists.ts';
import { type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeEach(async () => {
  network = await runningMembership();
});
afterEach(() => network.stop());

const leadOfToulouse = { ...leadOfTarn, sub: 'lead-of-toulouse', branch: 'toulouse' };
const numeralbi = 'Nom;SIREN\nNuméralbi;076357953\n';

async function countsOf(table: string): Promise<number> {
  const [row] = await network.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return row?.count ?? 0;
}

async function approved(file: string | Buffer = ecoter2018) {
  return (await step(network, 'approveBatch', await checkList(network, file))).done.batch;
}

describe('a batch that was checked', () => {
  test('tells what applying it then does, and no company, number, person or figure is entered before', async () => {
    const before = await digest(network, { batches: false });
    const checked = await checkList(network, ecoter2018);
    expect(checked).toMatchObject({ status: 'CHECKED', version: 2 });
    expect(outcomes(checked)).toEqual([15, 1, 0, 2]);
    expect(checked.rows.every((row: Row) => row.company === null)).toBe(true);
    expect(await digest(network, { batches: false })).toBe(before);

    const agreed = (await step(network, 'approveBatch', checked)).done.batch;
    expect(await digest(network, { batches: false })).toBe(before);
    const applied = await report(network, (await step(network, 'applyBatch', agreed)).done.batch);
    const told = ({ line, outcome, reasons }: Row) => ({ line, outcome, reasons });
    expect(applied).toMatchObject({ status: 'APPLIED', version: 4 });
    expect(applied.rows.map(told)).toEqual(checked.rows.map(told));
    expect(applied.counts).toEqual(checked.counts);
    expect(await digest(network, { batches: false })).not.toBe(before);
  });

  test('goes one way: neither entered unapproved nor approved unchecked, and closed it stays as it is', async () => {
    const uploaded = (await upload(network, ecoter2018)).data.done.batch;
    expect(uploaded).toMatchObject({ status: 'UPLOADED', version: 1, counts: null });
    expect((await step(network, 'approveBatch', uploaded)).done).toMatchObject({ reason: 'NOT_CHECKED' });
    expect((await step(network, 'applyBatch', uploaded)).done).toMatchObject({ reason: 'NOT_APPROVED' });
    const checked = (await step(network, 'checkBatch', uploaded)).done.batch;
    expect((await step(network, 'applyBatch', checked)).done).toMatchObject({ reason: 'NOT_APPROVED' });
    const agreed = (await step(network, 'approveBatch', checked)).done.batch;
    expect((await step(network, 'approveBatch', agreed)).done).toMatchObject({ reason: 'APPROVED_ALREADY' });
    const { batch } = (await step(network, 'applyBatch', agreed)).done;
    for (const mutation of ['checkBatch', 'approveBatch', 'applyBatch'] as const)
      expect((await step(network, mutation, batch)).done).toMatchObject({ reason: 'APPLIED_ALREADY' });
    expect((await step(network, 'abandonBatch', batch, { motive: 'Envoyé deux fois' })).done).toMatchObject({ reason: 'APPLIED_ALREADY' });
  });

  test('is abandoned with a motive, and then nothing of it is ever entered', async () => {
    const before = await digest(network, { batches: false });
    const agreed = await approved();
    expect((await step(network, 'abandonBatch', agreed, { motive: '  ' })).done).toMatchObject({ reason: 'MOTIVE_MISSING' });
    const { batch } = (await step(network, 'abandonBatch', agreed, { motive: 'Ancienne liste' })).done;
    expect(batch.status).toBe('ABANDONED');
    expect((await step(network, 'applyBatch', batch)).done).toMatchObject({ reason: 'ABANDONED_ALREADY' });
    expect(await digest(network, { batches: false })).toBe(before);
    expect(await network.database.query(`SELECT 1 FROM affiliation_row WHERE company ? 'leader'`)).toEqual([]);
  });

  test('is approved as it was seen: an older version is a conflict that tells the present one', async () => {
    const checked = await checkList(network, ecoter2018);
    const again = (await step(network, 'checkBatch', checked)).done.batch;
    expect((await step(network, 'approveBatch', checked)).errors).toMatchObject([
      { extensions: { code: 'CONFLICT' }, message: expect.stringContaining(`version ${again.version} now`) },
    ]);
  });

  test('is not applied when its rows would end otherwise than approved; checked again it loses its approval', async () => {
    const agreed = await approved(numeralbi);
    await importList(network, numeralbi);
    const before = await digest(network);
    const { done } = await step(network, 'applyBatch', agreed);
    expect(done).toMatchObject({ reason: 'DIRECTORY_CHANGED', message: expect.stringContaining('check and approve again') });
    expect(await digest(network)).toBe(before);
    const again = (await step(network, 'checkBatch', agreed)).done.batch;
    expect([again.status, outcomes(again)]).toEqual(['CHECKED', [0, 1, 0, 0]]);
  });

  test('names its leaders only until it is closed', async () => {
    const agreed = await approved();
    expect(await network.database.query(`SELECT 1 FROM affiliation_row WHERE company->'leader'->>'lastName' = 'Auriol'`)).toHaveLength(1);
    await step(network, 'applyBatch', agreed);
    expect(await network.database.query(`SELECT 1 FROM affiliation_row WHERE company ? 'leader'`)).toEqual([]);
  });
});

describe('a list that comes twice', () => {
  test('changes nothing the second time: every company is matched, the rest waits as before', async () => {
    await importList(network, ecoter2018);
    const before = await digest(network, { batches: false });
    const again = await importList(network, ecoter2018);
    expect(outcomes(again)).toEqual([0, 16, 0, 2]);
    expect(again.counts).toMatchObject({ figuresAdded: 0, figuresCorrected: 0 });
    expect(await digest(network, { batches: false })).toBe(before);
  });

  test('gives the same batch to the same request, even after another list', async () => {
    const { batch } = (await upload(network, ecoter2018, { key: 'monday' })).data.done;
    await importList(network, ecoter2025);
    const before = await digest(network);
    expect((await upload(network, ecoter2018, { key: 'monday' })).data.done).toEqual({ batch });
    expect(await digest(network)).toBe(before);
  });

  test('under a key that was used for another list is a conflict', async () => {
    await upload(network, ecoter2018, { key: 'monday' });
    const before = await digest(network);
    expect((await upload(network, ecoter2025, { key: 'monday' })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    expect((await upload(network, ecoter2018, { key: 'monday', fileName: 'other.csv' })).errors).toMatchObject([
      { extensions: { code: 'CONFLICT' } },
    ]);
    expect(await digest(network)).toBe(before);
  });

  test('may bear a key that someone else has used for another list', async () => {
    await upload(network, ecoter2018, { key: 'monday' });
    expect((await upload(network, ecoter2025, { key: 'monday', as: staff })).data.done.batch.status).toBe('UPLOADED');
  });

  test('needs a key, and bytes in base64', async () => {
    expect((await upload(network, ecoter2018, { key: ' ' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const input = { idempotencyKey: 'k', branch: 'tarn', fileName: 'a.csv', contentBase64: 'Raison sociale;SIREN' };
    const mutation = 'mutation ($input: UploadMemberListInput!) { uploadMemberList(input: $input) { __typename } }';
    expect((await network.graph.ask(mutation, { as: leadOfTarn, variables: { input } })).errors).toMatchObject([
      {
        extensions: { code: 'BAD_USER_INPUT' },
        message: 'contentBase64 is not base64: send the bytes of the file encoded as in RFC 4648, with padding.',
      },
    ]);
  });
});

describe('a second person', () => {
  test('approves what the first one brought, whoever that was, and nobody their own', async () => {
    const own = { reason: 'OWN_UPLOAD', message: expect.stringContaining('somebody else') };
    const brought = await checkList(network, numeralbi);
    expect((await step(network, 'approveBatch', brought, { as: leadOfTarn })).done).toMatchObject(own);
    // Who checked it last brought nothing.
    const checked = (await step(network, 'checkBatch', brought, { as: staff })).done.batch;
    expect((await step(network, 'approveBatch', checked, { as: staff })).done.batch.status).toBe('APPROVED');
    const ofOffice = await checkList(network, numeralbi, { as: staff });
    expect((await step(network, 'approveBatch', ofOffice, { as: staff })).done).toMatchObject(own);
    expect((await step(network, 'approveBatch', ofOffice, { as: leadOfTarn })).done.batch.status).toBe('APPROVED');
  });
});

describe('the history', () => {
  test('says who took each step', async () => {
    const checked = await checkList(network, numeralbi);
    const { batch } = (await step(network, 'approveBatch', checked, { as: staff })).done;
    const { id } = (await step(network, 'applyBatch', batch)).done.batch;
    const steps = 'query ($id: ID!) { affiliationBatch(id: $id) { steps { status actor } } }';
    expect((await network.graph.ask(steps, { as: staff, variables: { id } })).data.affiliationBatch.steps).toEqual([
      { status: 'UPLOADED', actor: 'branch-lead' },
      { status: 'CHECKED', actor: 'branch-lead' },
      { status: 'APPROVED', actor: 'staff' },
      { status: 'APPLIED', actor: 'branch-lead' },
    ]);
    const told = await network.database.query(
      `SELECT action, object_kind AS kind, fields, to_state AS "to" FROM history WHERE action = 'applyBatch' ORDER BY sequence`,
    );
    expect(told).toEqual([
      { action: 'applyBatch', kind: 'batch', fields: ['newcomers'], to: 'APPLIED' },
      { action: 'applyBatch', kind: 'company', fields: ['company'], to: 'LISTED' },
    ]);
  });
});

describe('several at once', () => {
  test('who apply the same batch have one effect: the others are told that it is applied', async () => {
    const companies = await countsOf('company');
    const agreed = await approved();
    const answers = await Promise.all([1, 2, 3, 4].map(() => step(network, 'applyBatch', agreed)));
    expect(answers.map(({ done }) => done.reason ?? done.batch.status).sort()).toEqual(['APPLIED', ...Array(3).fill('APPLIED_ALREADY')]);
    expect(await countsOf('company')).toBe(companies + 15);
  });

  test('who apply the same batch with the same key get the same answer', async () => {
    const agreed = await approved();
    const answers = await Promise.all([1, 2, 3, 4].map(() => step(network, 'applyBatch', agreed, { key: 'monday' })));
    expect(answers.map(({ done }) => done.batch.status)).toEqual(Array(4).fill('APPLIED'));
  });

  test('who bring the same list enter it once', async () => {
    const companies = await countsOf('company');
    const reports = await Promise.all([1, 2, 3, 4].map(() => importList(network, ecoter2018)));
    expect(reports.map(outcomes).sort()).toEqual([
      [0, 16, 0, 2],
      [0, 16, 0, 2],
      [0, 16, 0, 2],
      [15, 1, 0, 2],
    ]);
    expect(await countsOf('company')).toBe(companies + 15);
  });

  test('who bring the lists of two years leave each company with both', async () => {
    const figures = await countsOf('annual_figures');
    await Promise.all([importList(network, ecoter2018), importList(network, ecoter2025)]);
    expect(await countsOf('annual_figures')).toBe(figures + 30);
  });
});

describe('a batch that fails half way', () => {
  test('leaves nothing behind, and may be applied later', async () => {
    const agreed = await approved();
    // The database refuses a leader after the companies were entered.
    await network.database.query(`ALTER TABLE person ADD CONSTRAINT no_auriol CHECK (last_name <> 'Auriol')`);
    const before = await digest(network);
    const { errors } = await step(network, 'applyBatch', agreed);
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(errors[0]?.message).not.toContain('no_auriol');
    expect(await digest(network)).toBe(before);
    await network.database.query('ALTER TABLE person DROP CONSTRAINT no_auriol');
    expect((await step(network, 'applyBatch', agreed)).done.batch.status).toBe('APPLIED');
  });
});

describe('batches of another branch', () => {
  test('do not exist for its lead, neither to read nor to decide', async () => {
    const checked = await checkList(network, numeralbi);
    const query = 'query ($id: ID!) { affiliationBatch(id: $id) { id } memberListRows(batchId: $id, first: 1) { edges { cursor } } }';
    const { errors } = await network.graph.ask(query, { as: leadOfToulouse, variables: { id: checked.id } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    for (const mutation of ['checkBatch', 'approveBatch', 'applyBatch'] as const)
      expect((await step(network, mutation, checked, { as: leadOfToulouse })).errors).toMatchObject([
        { extensions: { code: 'NOT_FOUND' } },
      ]);
  });

  test('are not in the list of its lead, and the work for the whole network sees all', async () => {
    await checkList(network, numeralbi);
    await checkList(network, numeralbi, { branch: 'toulouse', as: staff });
    const query = '{ affiliationBatches(first: 10) { edges { node { branch { code } status } } } }';
    const branchesFor = async (as: typeof staff) => {
      const { data } = await network.graph.ask(query, { as });
      return data.affiliationBatches.edges.map(({ node }: { node: { branch: { code: string } } }) => node.branch.code);
    };
    expect(await branchesFor(leadOfTarn)).toEqual(['tarn']);
    expect(await branchesFor(leadOfToulouse)).toEqual(['toulouse']);
    expect(await branchesFor(staff)).toEqual(['toulouse', 'tarn']);
  });
});

describe('the rows of a batch', () => {
  test('are read by pages, all or those that wait, with the same few statements however many there are', async () => {
    const { id } = await importList(network, ecoter2018);
    const query = `query ($id: ID!, $first: Int!, $after: String, $outcome: MemberListOutcome) {
      memberListRows(batchId: $id, first: $first, after: $after, outcome: $outcome) {
        edges { node { line outcome registration town department company { legalName homeBranch { code } } } } pageInfo { hasNextPage endCursor }
      } }`;
    const ask = async (variables: object) =>
      (await network.graph.ask(query, { as: leadOfTarn, variables: { id, ...variables } })).data.memberListRows;
    const waiting = await ask({ first: 10, outcome: 'REFUSED' });
    expect(waiting.edges.map(({ node }: { node: Row }) => node.line)).toEqual([18, 19]);
    const first = await ask({ first: 7 });
    const second = await ask({ first: 100, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.line)).toEqual(Array.from({ length: 18 }, (_, index) => index + 2));
    expect(first.edges[0].node).toMatchObject({ registration: '039286711', town: 'Le Séquestre', department: '81' });
    const few = await network.statements.during(() => ask({ first: 2 }));
    const many = await network.statements.during(() => ask({ first: 100 }));
    expect(many).toHaveLength(few.length);
  });

  test('cannot be asked for by the million, by a cursor from elsewhere or by the id of a company', async () => {
    const { id, rows } = await importList(network, numeralbi);
    const code = async (variables: object) => {
      const query = `query ($id: ID!, $first: Int!, $after: String) { memberListRows(batchId: $id, first: $first, after: $after) { edges { cursor } } }`;
      return (await network.graph.ask(query, { as: leadOfTarn, variables: { id, first: 1, ...variables } })).errors[0]?.extensions.code;
    };
    expect(await code({ first: 1_000_000 })).toBe('BAD_USER_INPUT');
    expect(await code({ after: 'elsewhere' })).toBe('BAD_USER_INPUT');
    expect(await code({ id: rows[0].company.id })).toBe('BAD_USER_INPUT');
  });
});
