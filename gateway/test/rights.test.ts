import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { archive } from './support/archive.ts';
import { eventually } from './support/eventually.ts';
import { type Answer, SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(archive);
});
beforeEach(() => network.reset());
afterAll(() => network.close());

/** @param scopes of the caller's token; without them the caller shows no token */
async function ask(query: string, scopes?: string, more: Parameters<SmallNetwork['ask']>[1] = {}, on = network): Promise<Answer> {
  const headers: Record<string, string> =
    scopes === undefined ? {} : { authorization: `Bearer ${await on.issuer.token({ scope: scopes })}` };
  return on.ask(query, { ...more, headers: { ...headers, ...more.headers } });
}

const all = 'papers:weigh papers:value papers:burn marks:read sealed:read claims:read';

/** What is asked, by whom, and the coordinate it is refused for. */
const refused: Record<string, [query: string, scopes: string | undefined, coordinate: string]> = {
  'a field by nobody': ['{ paper { weight } }', undefined, 'Paper.weight'],
  'a field without its scope': ['{ paper { title weight } }', 'papers:read', 'Paper.weight'],
  'a scope that only begins like the right one': ['{ paper { weight } }', 'papers:weigh2 papers', 'Paper.weight'],
  'a field for those who are signed in': ['{ paper { owner } }', undefined, 'Paper.owner'],
  'a field under another name': ['{ paper { title: weight } }', '', 'Paper.weight'],
  'a field in a fragment': ['{ paper { ...F } } fragment F on Paper { best { ...G } } fragment G on Paper { weight }', '', 'Paper.weight'],
  'a field in an unnamed fragment': ['{ paper { ... { ... on Paper { weight } } } }', '', 'Paper.weight'],
  'a field far down': ['{ paper { best { best { best { weight } } } } }', '', 'Paper.weight'],
  'a field in a list': ['{ papers { weight } }', '', 'Paper.weight'],
  'a field of an interface, for what one of its objects protects': ['{ holder { weight } }', '', 'Holder.weight'],
  'a field of a list of an interface': ['{ holders { id weight } }', '', 'Holder.weight'],
  'a field of an object behind an interface': ['{ holder { ... on Paper { weight } } }', '', 'Paper.weight'],
  'a field of an interface within a union': ['{ found { ... on Holder { weight } } }', all.replace('papers:weigh', ''), 'Holder.weight'],
  'a union of which one object is protected': ['{ found { ... on Lamp { watts } } }', '', 'Query.found'],
  'nothing but the name of the type of a protected object': ['{ paper { sealed { __typename } } }', '', 'Paper.sealed'],
  'a field of a protected type': ['{ paper { sealed { text } } }', 'staff', 'Paper.sealed'],
  'half of a group of scopes': ['{ paper { sealed { text } } }', 'keys', 'Paper.sealed'],
  'a protected type of another subgraph': ['{ paper { insurer { claims { amount } } } }', '', 'Insurer.claims'],
  'an enum for those who are signed in': ['{ paper { grade } }', undefined, 'Paper.grade'],
  'a protected scalar': ['{ paper { mark } }', '', 'Paper.mark'],
  'a field worked out from a protected one': ['{ paper { premium } }', '', 'Paper.premium'],
  'a change by nobody': ['mutation { vote }', undefined, 'Mutation.vote'],
  'a change without its scope': ['mutation { burn { id } }', 'papers:read', 'Mutation.burn'],
  'a protected field in the answer to an open change': ['mutation { stamp { weight } }', '', 'Paper.weight'],
  'a field that is left out by its own condition': ['{ paper { id weight @include(if: false) } }', '', 'Paper.weight'],
  'a field that is left out by a variable': ['query ($no: Boolean = false) { paper { id weight @include(if: $no) } }', '', 'Paper.weight'],
  'a field in a fragment that is left out': ['{ paper { id ... @skip(if: true) { weight } } }', '', 'Paper.weight'],
};

describe('an operation is refused as a whole for', () => {
  test.each(Object.keys(refused))('%s', async (name) => {
    const [query, scopes, coordinate] = refused[name] as (typeof refused)[string];
    const { status, errors, data, text, headers } = await ask(query, scopes);
    const code = scopes === undefined ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    expect(errors.map((error) => error.extensions.code)).toContain(code);
    expect(errors[0]?.message).toMatch(new RegExp(`^"${coordinate}" `));
    expect(errors[0]?.message).toMatch(/leave this field out/);
    expect([status, data]).toEqual([code === 'FORBIDDEN' ? 403 : 401, null]);
    expect(text).not.toContain('"data"');
    expect(headers.get('www-authenticate')).toMatch(code === 'FORBIDDEN' ? /^Bearer error="insufficient_scope"/ : /^Bearer$/);
    expect(network.fetches).toEqual([]);
  });

  test('several fields, each with what it needs, in the language of the reader', async () => {
    const { errors } = await ask('{ paper { weight value sealed { text } } }', '', { headers: { 'accept-language': 'fr' } });
    expect(errors.map((error) => error.message)).toEqual([
      "« Paper.weight » demande un droit que votre accès n'a pas : papers:weigh. Demandez-le, ou retirez ce champ de la demande.",
      "« Paper.value » demande un droit que votre accès n'a pas : papers:value. Demandez-le, ou retirez ce champ de la demande.",
      "« Paper.sealed » demande un droit que votre accès n'a pas : sealed:read, ou staff et keys. Demandez-le, ou retirez ce champ de la demande.",
      "« Sealed.text » demande un droit que votre accès n'a pas : sealed:read, ou staff et keys. Demandez-le, ou retirez ce champ de la demande.",
    ]);
  });

  test('a field behind a rule that is asked for with wrong variables: the right comes first', async () => {
    const { errors } = await ask('query ($of: Int!) { count(of: $of) paper { weight } }', '', { variables: { of: 'many' } });
    expect(errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('an operation is answered', () => {
  test.each<[string, string, string | undefined, unknown]>([
    [
      'that asks for what is open',
      '{ open paper { title insurer { name } } }',
      undefined,
      { open: 'open', paper: { title: 'Deed', insurer: { name: 'Old Mutual' } } },
    ],
    ['of those who are signed in', '{ paper { owner grade } }', '', { paper: { owner: 'o', grade: 'FINE' } }],
    ['with its scope', '{ paper { weight } }', 'papers:weigh', { paper: { weight: 9 } }],
    ['with one group of scopes', '{ paper { sealed { text } } }', 'sealed:read', { paper: { sealed: { text: 's' } } }],
    ['with all of the other group', '{ paper { sealed { text } } }', 'keys x staff', { paper: { sealed: { text: 's' } } }],
    ['worked out from what one may see', '{ paper { premium } }', 'papers:value', { paper: { premium: 14 } }],
    ['that changes what one may change', 'mutation { vote burn { id } }', 'papers:burn', { vote: 1, burn: { id: '1' } }],
    ['through a union with all its scopes', '{ found { ... on Holder { weight } } }', all, { found: { weight: 1 } }],
    ['about an interface without its protected field', '{ holders { id } }', undefined, { holders: [{ id: 'l' }] }],
    ['about the schema itself', '{ __type(name: "Sealed") { name } }', undefined, { __type: { name: 'Sealed' } }],
  ])('%s', async (_what, query, scopes, data) => {
    const answer = await ask(query, scopes);
    expect([answer.errors, answer.data, answer.status]).toEqual([[], data, 200]);
  });

  test('without the fields that nobody outside is to know of', async () => {
    const { status, errors } = await ask('{ paper { secret } }', all);
    expect([status, errors[0]?.message]).toEqual([400, expect.stringMatching(/Cannot query field "secret"/)]);
  });

  test('though another operation of the same document would be refused', async () => {
    const query = 'query A { paper { title ...F } } query B { paper { weight ...F } } fragment F on Paper { id }';
    expect((await ask(query, '', { operationName: 'A' })).data).toEqual({ paper: { title: 'Deed', id: '1' } });
    expect((await ask(query, '', { operationName: 'B' })).status).toBe(403);
    expect((await ask(query, 'papers:weigh', { operationName: 'B' })).data).toEqual({ paper: { weight: 9, id: '1' } });
  });
});

describe('a supergraph', () => {
  const withoutRightsOfPremium = (sdl: string) =>
    changed(sdl, (all) => all.replace(/(\n {2}premium: [^\n]*?) @authenticated @requiresScopes\([^\n]*/, '$1'));

  test('that forgot to protect what is worked out from a protected field does not give it away', async () => {
    const forgetful = await SmallNetwork.start(archive, {}, withoutRightsOfPremium);
    try {
      const { status, errors } = await ask('{ paper { premium } }', '', {}, forgetful);
      expect([status, errors[0]?.message]).toEqual([403, expect.stringMatching(/^"Paper.premium" .*papers:value/)]);
      expect((await ask('{ paper { premium } }', 'papers:value', {}, forgetful)).data).toEqual({ paper: { premium: 14 } });
    } finally {
      await forgetful.close();
    }
  });

  test('that protects a field of an object and not of its interface, or the other way round, protects both', async () => {
    const holder = (from: RegExp, to: string) => (sdl: string) =>
      changed(sdl, (text) => text.replace(/\ninterface Holder[\s\S]*?\n}/, (found) => changed(found, (type) => type.replace(from, to))));
    const bare = await SmallNetwork.start(archive, {}, holder(/(weight: Int[^\n]*?) @requiresScopes\([^\n]*/, '$1'));
    const reversed = await SmallNetwork.start(archive, {}, holder(/(\n {2}id: ID![^\n]*)/, '$1 @authenticated'));
    try {
      expect((await ask('{ holder { weight } }', '', {}, bare)).status).toBe(403);
      expect((await ask('{ holder { id } }', undefined, {}, bare)).status).toBe(200);
      expect((await ask('{ papers { id } }', undefined, {}, reversed)).status).toBe(401);
      expect((await ask('{ papers { title } }', undefined, {}, reversed)).status).toBe(200);
    } finally {
      await bare.close();
      await reversed.close();
    }
  });

  const misleading: Record<string, [edit: (sdl: string) => string, says: RegExp]> = {
    'asks for @policy': [
      (sdl) => sdl.replace('  title: String', '  title: String @policy(policies: [["a"]])'),
      /14 directives speak of rights and 13 of them became rules/,
    ],
    'links to @policy': [
      (sdl) => sdl.replace('schema\n', 'schema\n  @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)\n'),
      /does not enforce: https:\/\/specs\.apollo\.dev\/policy/,
    ],
    'links to security that nobody knows': [
      (sdl) => sdl.replace('schema\n', 'schema\n  @link(url: "https://specs.example.invalid/guard/v1.0", for: SECURITY)\n'),
      /does not enforce: https:\/\/specs\.example/,
    ],
    'links to a later version': [
      (sdl) => sdl.replace('requiresScopes/v0.1', 'requiresScopes/v0.2'),
      /does not enforce: .*requiresScopes\/v0\.2/,
    ],
    'gives the directives other names': [
      (sdl) => sdl.replace('authenticated/v0.1"', 'authenticated/v0.1", as: "members"'),
      /gives other names/,
    ],
    'protects an argument, where we do not look': [
      (sdl) => sdl.replace('count(of: Int', 'count(of: Int @authenticated'),
      /directives speak of rights and/,
    ],
    'names scopes in a way of its own': [
      (sdl) => sdl.replace('@requiresScopes(scopes: [["papers:weigh"]])', '@requiresScopes(scopes: "papers:weigh")'),
      /list of lists of scopes/,
    ],
  };

  test.each(Object.keys(misleading))('that %s is not served from the start', async (name) => {
    const [edit, says] = misleading[name] as (typeof misleading)[string];
    await expect(SmallNetwork.start(archive, {}, (sdl) => changed(sdl, edit))).rejects.toThrow(says);
  });

  test.each(Object.keys(misleading))('that %s never replaces a good one', async (name) => {
    const [edit] = misleading[name] as (typeof misleading)[string];
    let good = '';
    const steady = await SmallNetwork.start(archive, {}, (sdl) => {
      good = sdl;
      return sdl;
    });
    try {
      const file = join(steady.folder, 'supergraph.graphql');
      await writeFile(`${file}.new`, changed(good, edit));
      await rename(`${file}.new`, file);
      await eventually(() => steady.logged.some((line) => line.includes('the last good one stays')));
      expect((await ask('{ paper { weight } }', '', {}, steady)).status).toBe(403);
      expect((await ask('{ paper { title } }', undefined, {}, steady)).data).toEqual({ paper: { title: 'Deed' } });
    } finally {
      await steady.close();
    }
  });

  test('of which a new version opens a field, and closes another, is followed at once', async () => {
    let good = '';
    const moving = await SmallNetwork.start(archive, {}, (sdl) => {
      good = sdl;
      return sdl;
    });
    try {
      expect((await ask('{ paper { title } }', undefined, {}, moving)).status).toBe(200);
      const file = join(moving.folder, 'supergraph.graphql');
      await writeFile(
        `${file}.new`,
        changed(good, (sdl) => sdl.replace(/\n {2}title: String([^\n]*)/, '\n  title: String$1 @authenticated')),
      );
      await rename(`${file}.new`, file);
      await eventually(() => moving.logged.some((line) => line.includes('a new supergraph')));
      expect((await ask('{ paper { title } }', undefined, {}, moving)).status).toBe(401);
      expect((await ask('{ paper { title } }', '', {}, moving)).status).toBe(200);
    } finally {
      await moving.close();
    }
  });
});

function changed(sdl: string, edit: (sdl: string) => string): string {
  const edited = edit(sdl);
  if (edited === sdl) throw new Error('the edit found nothing to change');
  return edited;
}

test('a gateway without an issuer does not start', async () => {
  await expect(SmallNetwork.start(archive, { ISSUER: '' })).rejects.toThrow(/ISSUER/);
});
