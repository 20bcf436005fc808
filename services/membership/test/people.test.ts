import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { patiently } from './fixtures/changes.ts';
import { newcomer, newMember } from './fixtures/life.ts';
import { checkList, leadOfTarn } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const refusedTypes = {
  registerPerson: 'PersonRefused',
  giveConsent: 'ConsentRefused',
  withdrawConsent: 'WithdrawalRefused',
  appointOfficer: 'AppointmentRefused',
} as const;
type Mutation = keyof typeof refusedTypes;

async function act(mutation: Mutation, input: object, as: TestViewer = leadOfTarn) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const text = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) {
      ... on PersonChanged { person { id name email phone languages consents { purpose given basis happenedOn } mandates { office branch { code } beganOn endedOn } } }
      ... on ${refusedTypes[mutation]} { reason message } } }`;
  const answer = await patiently(() => network.graph.ask(text, { as, variables }));
  return { ...answer, done: answer.data?.done };
}

const officer: TestViewer = { sub: 'dpo', contract: 'internal', scopes: ['members:read', 'contacts:read', 'privacy:manage'] };
const erase = (personId: string, as: TestViewer = officer) =>
  network.graph.ask('mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { personId } }', {
    as,
    variables: { input: { idempotencyKey: randomUUID(), personId } },
  });

const tiphaine = {
  firstName: 'Tiphaine',
  lastName: 'Cazalbou',
  role: 'CONTACT',
  email: 'Tiphaine.CAZALBOU@Moulin.Invalid',
  phone: '+33 5 00 11 22 33',
  languages: ['fr', 'oc'],
};
const itself = (companyId: string): TestViewer => ({ ...member, company: companyId });

/** Somebody a company told the network of, with address and phone. */
async function somebody(companyId?: string, more: object = {}): Promise<{ readonly companyId: string; readonly personId: string }> {
  const company = companyId ?? (await newMember(network));
  const { errors, done } = await act('registerPerson', { companyId: company, ...tiphaine, ...more });
  if (!done?.person) throw new Error(errors[0]?.message ?? done?.message);
  return { companyId: company, personId: done.person.id };
}

async function readAs(as: TestViewer, companyId: string, personId: string) {
  const { data } = await network.graph.ask('query ($id: ID!) { company(id: $id) { people { id name email phone } } }', {
    as,
    variables: { id: companyId },
  });
  return data.company.people.find(({ id }: { id: string }) => id === personId);
}

describe('a person', () => {
  test('is entered by their company, with an address that counts the same in capitals', async () => {
    const companyId = await newMember(network);
    const { done } = await act('registerPerson', { companyId, ...tiphaine }, itself(companyId));
    expect(done.person).toMatchObject({
      name: 'Tiphaine Cazalbou',
      email: 'tiphaine.cazalbou@moulin.invalid',
      phone: '+33500112233',
      languages: ['fr', 'oc'],
    });
    const again = await act('registerPerson', { companyId, ...tiphaine, lastName: 'Vidal', email: 'TIPHAINE.cazalbou@moulin.INVALID' });
    expect(again.done.reason).toBe('EMAIL_KNOWN_ALREADY');
    const namesake = await act('registerPerson', { companyId, ...tiphaine, email: null }, { ...leadOfTarn, lang: 'fr' });
    expect(namesake.done).toEqual({
      reason: 'KNOWN_ALREADY',
      message: 'Une personne de ce nom est déjà connue dans ce rôle : reprenez-la.',
    });
  });

  test.each([
    ['a name that runs backwards', { lastName: 'Caz\u202ealbou' }, 'A name has'],
    ['a right-to-left mark', { lastName: '\u200fCazalbou' }, 'A name has'],
    ['markup for a name', { firstName: '<b>Tiphaine</b>' }, 'A name has'],
    ['no name', { firstName: '  ' }, 'A name has'],
    ['an address without a place', { email: 'tiphaine' }, 'e-mail address'],
    ['an address with a line break', { email: 'a@b.invalid\nbcc: c@d.invalid' }, 'e-mail address'],
    ['a phone number without its country', { phone: '05 00 11 22 33' }, 'phone number'],
    ['a language by its name', { languages: ['français'] }, 'two letters'],
  ])('is not entered with %s', async (_, wrong, words) => {
    const companyId = await newMember(network);
    const { errors } = await act('registerPerson', { companyId, ...tiphaine, ...wrong });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) }]);
  });

  test('with a name in Arabic script is entered as it is written', async () => {
    const { companyId, personId } = await somebody(undefined, { firstName: 'سلمى', lastName: 'العلوي' });
    expect((await readAs(staff, companyId, personId)).name).toBe('سلمى العلوي');
  });

  test('is reached by their company and whoever works with contacts; by other members once they agreed, until they withdraw it', async () => {
    const { companyId, personId } = await somebody();
    const reach = async (as: TestViewer) => (await readAs(as, companyId, personId)).email;
    expect([await reach(itself(companyId)), await reach(officer)]).toEqual(Array(2).fill('tiphaine.cazalbou@moulin.invalid'));
    expect(await reach(member)).toBeNull();
    const { done } = await act('giveConsent', { personId, purpose: 'DIRECTORY' });
    expect(done.person.consents).toEqual([{ purpose: 'DIRECTORY', given: true, basis: 'CONSENT', happenedOn: today }]);
    expect(await reach(member)).toBe('tiphaine.cazalbou@moulin.invalid');
    expect((await act('giveConsent', { personId, purpose: 'DIRECTORY' })).done.reason).toBe('GIVEN_ALREADY');
    const withdrawn = await act('withdrawConsent', { personId, purpose: 'DIRECTORY' }, officer);
    expect(withdrawn.done.person.consents.map(({ given }: { given: boolean }) => given)).toEqual([true, false]);
    expect(await reach(member)).toBeNull();
    expect((await act('withdrawConsent', { personId, purpose: 'DIRECTORY' })).done.reason).toBe('NOT_GIVEN');
  });

  test('is told of to a hub only where it has a basis, and reached from there only as far as they agreed', async () => {
    const { companyId, personId } = await somebody();
    await act('giveConsent', { personId, purpose: 'TRANSFER_ABROAD' });
    const reference = () => network.graph.entities('Person', [{ id: personId }], 'name email', hub);
    expect(await readAs(hub, companyId, personId)).toBeUndefined();
    expect((await reference()).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await network.database.query(`UPDATE branch SET transfer_basis = 'STANDARD_CLAUSES' WHERE code = 'maroc'`);
    try {
      expect(await readAs(hub, companyId, personId)).toMatchObject({
        name: 'Tiphaine Cazalbou',
        email: 'tiphaine.cazalbou@moulin.invalid',
      });
      expect((await reference()).data._entities).toEqual([{ name: 'Tiphaine Cazalbou', email: 'tiphaine.cazalbou@moulin.invalid' }]);
      await act('withdrawConsent', { personId, purpose: 'TRANSFER_ABROAD' });
      expect(await readAs(hub, companyId, personId)).toMatchObject({ name: 'Tiphaine Cazalbou', email: null, phone: null });
      expect(await readAs({ ...hub, hub: 'US' }, companyId, personId)).toBeUndefined();
    } finally {
      await network.database.query(`UPDATE branch SET transfer_basis = NULL WHERE code = 'maroc'`);
    }
  });

  test('is nobody for reports', async () => {
    const { companyId, personId } = await somebody();
    expect(await readAs(reporter, companyId, personId)).toBeUndefined();
  });

  test('costs the same statements as many', async () => {
    const { companyId } = await somebody();
    const cost = async (first: number) =>
      (
        await network.statements.during(async () => {
          const { errors } = await network.graph.ask(
            `query ($first: Int!) { companies(first: $first, search: "Moulin de la Vère") { edges { node { people { name email phone consents { purpose } mandates { office branch { code } } } } } } branches { president { name } } }`,
            { as: leadOfTarn, variables: { first } },
          );
          expect(errors).toEqual([]);
        })
      ).length;
    expect(companyId).toBeDefined();
    expect(await cost(100)).toBe(await cost(2));
  });
});

describe('an office', () => {
  test('of president passes from one person to the next, and is shown for the day asked about', async () => {
    const [first, second] = [await somebody(), await somebody()];
    const term = { branch: 'aveyron', office: 'PRESIDENT' };
    await act('appointOfficer', { personId: first.personId, ...term, beganOn: '2022-01-01', endedOn: addDays(today, -1) }, staff);
    const { done } = await act('appointOfficer', { personId: second.personId, ...term, beganOn: today }, staff);
    expect(done.person.mandates).toEqual([{ office: 'PRESIDENT', branch: { code: 'aveyron' }, beganOn: today, endedOn: null }]);
    const president = async (asOf: string) =>
      (
        await network.graph.ask('query ($asOf: LocalDate) { branch(code: "aveyron") { president(asOf: $asOf) { id } } }', {
          as: staff,
          variables: { asOf },
        })
      ).data.branch.president;
    expect([await president('2021-12-31'), await president(addDays(today, -1)), await president(today)]).toEqual([
      null,
      { id: first.personId },
      { id: second.personId },
    ]);
  });

  test('of president goes to one of twelve who are appointed at once', async () => {
    const candidates = await Promise.all(Array.from({ length: 12 }, () => newcomer(network)));
    const people = [];
    for (const companyId of candidates) people.push(await somebody(companyId));
    const answers = await Promise.all(
      people.map(({ personId }) => act('appointOfficer', { personId, branch: 'nimes', office: 'PRESIDENT', beganOn: today }, staff)),
    );
    expect(answers.map(({ done }) => done?.reason ?? 'APPOINTED').sort()).toEqual(['APPOINTED', ...Array<string>(11).fill('OFFICE_TAKEN')]);
  });

  test('of president cannot be held by two on one day, whoever writes', async () => {
    const { personId } = await somebody();
    const hold = (from: string) =>
      network.database.query(
        `INSERT INTO mandate (id, person_id, branch_id, office, began_on) SELECT $1, $2, id, 'PRESIDENT', $3 FROM branch WHERE code = 'toulouse'`,
        [newId(), parseId('person', personId), from],
      );
    await hold('2020-01-01');
    await expect(hold('2026-01-01')).rejects.toThrow('one_president_per_branch_and_day');
  });
});

test('whom the network forgets is nowhere any more, and every count is what it was', async () => {
  const companyId = await newMember(network);
  const { personId } = await somebody(companyId, {
    firstName: 'Zéphyrine',
    lastName: 'Canarisse',
    email: 'zephyrine@canarisse.invalid',
    phone: '+33599887766',
    role: 'LEADER',
  });
  await act('giveConsent', { personId, purpose: 'NEWS' });
  const list = 'Nom;SIREN;Dirigeant\nMoulin de la Borde;076357953;ZÉPHYRINE CANARISSE\nMoulin du Viaur;016474413;Zéphyrine CANARISSE\n';
  expect((await checkList(network, list)).counts).toMatchObject({ added: 2 });
  /** Every row of every table, as text. */
  const traces = async () => {
    const tables = await network.database.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await network.database.query(`SELECT 1 FROM ${name} AS t WHERE t::text ~* 'canarisse|z.phyrine|\\+33599887766'`);
      if (rows.length > 0) found.push(name);
    }
    return found.sort();
  };
  const counts = async () =>
    (await network.graph.ask('{ memberCounts { total east west hubMembers byBranch { branch { code } count } } }')).data;
  const before = await counts();
  expect(await traces()).toEqual(expect.arrayContaining(['affiliation_row', 'person']));
  expect((await erase(personId)).data.erasePerson).toEqual({ personId });
  expect(await traces()).toEqual([]);
  expect(await counts()).toEqual(before);
  expect(await readAs(staff, companyId, personId)).toBeUndefined();
  expect((await network.graph.entities('Person', [{ id: personId }], 'name email', staff)).errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ]);
  expect((await erase(personId)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await act('giveConsent', { personId, purpose: 'NEWS' })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

describe('who may do what about people', () => {
  const mutations: readonly [Mutation, object][] = [
    ['giveConsent', { purpose: 'NEWS' }],
    ['withdrawConsent', { purpose: 'NEWS' }],
    ['appointOfficer', { branch: 'tarn', office: 'SECRETARY', beganOn: today }],
  ];
  const outsiders: readonly (readonly [TestViewer, string])[] = [
    [{}, 'UNAUTHENTICATED'],
    [hub, 'FORBIDDEN'],
    [reporter, 'FORBIDDEN'],
    [member, 'FORBIDDEN'],
    [{ ...leadOfTarn, branch: 'ales' }, 'FORBIDDEN'],
  ];

  test.each(mutations)('%s is for their company or branch', async (mutation, input) => {
    const { personId } = await somebody();
    for (const [as, code] of outsiders)
      expect((await act(mutation, { personId, ...input }, as)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test('a person is entered for their company or branch alone', async () => {
    const companyId = await newMember(network);
    for (const [as, code] of outsiders)
      expect((await act('registerPerson', { companyId, ...tiphaine }, as)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test('nobody is erased but by whoever watches over privacy', async () => {
    const { companyId, personId } = await somebody();
    for (const [as, code] of [...outsiders, [leadOfTarn, 'FORBIDDEN'], [itself(companyId), 'FORBIDDEN']] as const)
      expect((await erase(personId, as)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test('what somebody agreed to is for their company, their branch, and whoever watches over privacy', async () => {
    const { companyId, personId } = await somebody();
    await act('giveConsent', { personId, purpose: 'NEWS' });
    const consents = async (as: TestViewer) =>
      (await network.graph.entities('Person', [{ id: personId }], 'consents { purpose }', as)).data._entities[0].consents;
    for (const as of [itself(companyId), leadOfTarn, officer]) expect(await consents(as)).toEqual([{ purpose: 'NEWS' }]);
    expect(await consents(member)).toBeNull();
  });

  test.each([
    ['the id of a company', { personId: encodeId('company', newId()) }, 'BAD_USER_INPUT'],
    ['a person nobody knows', { personId: encodeId('person', newId()) }, 'NOT_FOUND'],
  ])('%s is told', async (_, input, code) => {
    expect((await act('giveConsent', { purpose: 'NEWS', ...input })).errors).toMatchObject([{ extensions: { code } }]);
  });
});
