import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { checkList, ecoter2018, ecoter2025, importList, leadOfTarn, outcomes, type Row } from './fixtures/lists.ts';
import { type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeEach(async () => {
  network = await runningMembership();
});
afterEach(() => network.stop());

const rowNamed = (report: { rows: Row[] }, name: string) => report.rows.find((row) => row.name.includes(name)) as Row;

async function facts(id: string | undefined, as = staff) {
  const { data, errors } = await network.graph.entities(
    'Company',
    [{ id }],
    'legalName assessmentFacts { closedOn turnover fte figuresSource membershipStatus siteDepartments }',
    as,
  );
  return data?._entities?.[0] ?? errors;
}

async function company(id: string | undefined) {
  const query = `query ($id: ID!) { company(id: $id) { legalName membershipStatus town department country
    registrations { scheme value verified } activities { nomenclature code } people { name role } homeBranch { code } } }`;
  return (await network.graph.ask(query, { as: staff, variables: { id } })).data?.company;
}

describe('the list of Ecoter', () => {
  test('of 2018 brings fifteen prospects of the Tarn branch, matches one row and refuses two', async () => {
    const report = await importList(network, ecoter2018, { fileName: 'ecoter-adherents-2018.csv' });
    expect(report).toMatchObject({
      status: 'APPLIED',
      branch: { code: 'tarn' },
      fileName: 'ecoter-adherents-2018.csv',
      encoding: 'WINDOWS_1252',
      delimiter: ';',
      ignoredColumns: [],
    });
    expect(report.counts).toEqual({
      added: 15,
      matched: 1,
      suspect: 0,
      refused: 2,
      figuresAdded: 15,
      figuresCorrected: 0,
      emailsLeftOut: 17,
    });
    expect(rowNamed(report, 'Composites').reasons).toEqual([
      { code: 'LEADING_ZERO_RESTORED', message: 'A zero lost in front of the number was put back.' },
    ]);
    expect(rowNamed(report, 'CISALB AEROSTRUCTURES')).toMatchObject({
      line: 17,
      outcome: 'MATCHED',
      company: { legalName: 'Cisalb Aérostructures' },
      reasons: [{ message: 'Same company as line 3.' }],
    });
    expect(rowNamed(report, 'Forge du Viaur')).toMatchObject({
      outcome: 'REFUSED',
      company: null,
      reasons: [{ code: 'REGISTRATION_INVALID' }],
    });
    expect(rowNamed(report, 'HYPERLINK').name).toBe(`'=HYPERLINK("x")`);

    const added = await company(rowNamed(report, 'Verrerie').company?.id);
    expect(added).toMatchObject({
      legalName: "Verrerie d'Art de la Borde",
      membershipStatus: 'PROSPECT',
      town: 'Blaye-les-Mines',
      department: '81',
      country: 'FR',
      registrations: [{ scheme: 'SIREN', value: '099281297', verified: false }],
      activities: [{ nomenclature: 'NAF_REV_2', code: '23.13Z' }],
      people: [{ name: 'Paul Fabriès', role: 'LEADER' }],
    });
    const prospects = '{ companies(first: 100, branch: "tarn", membershipStatus: PROSPECT) { totalCount edges { node { legalName } } } }';
    const { companies } = (await network.graph.ask(prospects, { as: staff })).data;
    expect(companies.edges.map(({ node }: { node: { legalName: string } }) => node.legalName)).toContain('Numéralbi');
  });

  test('of 2018 leaves the newcomers with figures of 2018, and that of 2025 brings new ones', async () => {
    const report = await importList(network, ecoter2018);
    const id = rowNamed(report, 'Cisalb Aérostructures').company?.id;
    expect(await facts(id)).toMatchObject({
      assessmentFacts: {
        closedOn: '2018-12-31',
        turnover: '4000000.00',
        fte: 32,
        figuresSource: 'DECLARED',
        membershipStatus: 'PROSPECT',
        siteDepartments: ['81'],
      },
    });

    const next = await importList(network, ecoter2025);
    expect(outcomes(next)).toEqual([0, 16, 0, 2]);
    expect(next.counts).toMatchObject({ figuresAdded: 15, figuresCorrected: 0 });
    expect(await facts(id)).toMatchObject({ assessmentFacts: { closedOn: '2025-12-31', turnover: '4480000.00', fte: 32 } });
    expect(await facts(rowNamed(report, 'Sérigraphie').company?.id)).toMatchObject({
      assessmentFacts: { closedOn: '2023-12-31', turnover: null, fte: 11 },
    });
  });

  test('of 2018 changes no answer when it comes after that of 2025', async () => {
    const report = await importList(network, ecoter2025);
    expect(outcomes(report)).toEqual([15, 1, 0, 2]);
    const ids = report.rows.flatMap((row: Row) => row.company?.id ?? []);
    const before = await Promise.all(ids.map((id: string) => facts(id)));
    expect(outcomes(await importList(network, ecoter2018))).toEqual([0, 16, 0, 2]);
    expect(await Promise.all(ids.map((id: string) => facts(id)))).toEqual(before);
  });

  test('keeps no e-mail address anywhere, whatever the consent says', async () => {
    await importList(network, ecoter2018);
    const tables = await network.database.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
    for (const { name } of tables) {
      expect(await network.database.query(`SELECT 1 FROM "${name}" AS t WHERE t::text ILIKE '%exemple.invalid%'`)).toEqual([]);
    }
  });

  test('may be brought by another branch as well', async () => {
    const report = await importList(network, ecoter2018, { branch: 'toulouse', as: staff });
    expect(outcomes(report)).toEqual([15, 1, 0, 2]);
    const [row] = await network.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM company AS c JOIN branch AS b ON b.id = c.prospect_branch_id WHERE b.code = 'toulouse' AND c.created_at > now() - interval '1 minute'`,
    );
    expect(row?.count).toBe(15);
  });

  test('costs the same few statements however long it is', async () => {
    const few = await network.statements.during(() => checkList(network, ecoter2018.subarray(0, ecoter2018.indexOf('Laines'))));
    const many = await network.statements.during(() => checkList(network, ecoter2018));
    expect(many).toHaveLength(few.length);
    const [headings, ...lines] = ecoter2018.toString('latin1').split(/(?<=\n)/);
    const part = (from: number, to?: number) => Buffer.from([headings, ...lines.slice(from, to)].join(''), 'latin1');
    const first = await network.statements.during(() => importList(network, part(0, 4)));
    const rest = await network.statements.during(() => importList(network, part(4, 15)));
    expect(rest).toHaveLength(first.length);
  });
});

describe('a list in another dress', () => {
  const headings = 'Year end,Turnover (EUR),Headcount,Town,Postcode,NAF code,CEO,Company name,Registration number,Favourite colour';

  test('imports as well: commas, a byte-order mark, English headings in another order, plain euros', async () => {
    const report = await importList(
      network,
      `\ufeff${headings}\n2025-12-31,"4,100,000",34,Le Séquestre,81990,25.62B,Inès Auriol,Atelier Mécanique du Séquestre,039286711,blue\n2025-12-31,1250500.50,12.5,Albi,81000,6201Z,Yann Roques,Numéralbi,76357953,red\n`,
    );
    expect(outcomes(report)).toEqual([2, 0, 0, 0]);
    expect(report).toMatchObject({ encoding: 'UTF_8', delimiter: ',', ignoredColumns: ['Favourite colour'], amountsReadAsEuros: [] });
    expect(rowNamed(report, 'Numéralbi').reasons[0]?.code).toBe('LEADING_ZERO_RESTORED');
    expect(await facts(report.rows[0].company.id)).toMatchObject({ assessmentFacts: { turnover: '4100000.00', fte: 34 } });
    expect(await facts(report.rows[1].company.id)).toMatchObject({ assessmentFacts: { turnover: '1250500.50', fte: 12.5 } });
  });

  test('imports as the "Unicode text" of a spreadsheet, and says that amounts without a unit were read as euros', async () => {
    const report = await importList(
      network,
      iconv.encode('Nom\tSIREN\tCA\tDate clôture\r\nNuméralbi\t076357953\t780000\t31/12/2025\r\n', 'utf-16le', { addBOM: true }),
    );
    expect(report).toMatchObject({ encoding: 'UTF_16', delimiter: '\t', amountsReadAsEuros: ['CA'] });
    expect(await facts(report.rows[0].company.id)).toMatchObject({ legalName: 'Numéralbi', assessmentFacts: { turnover: '780000.00' } });
  });
});

describe('a row of a list', () => {
  test('is matched to a member by its number, and adds the year that was missing', async () => {
    const report = await importList(network, 'Nom;SIREN;CA (k€);Date clôture\nCantepau Aérostructures;008 423 121;3 100;31/12/2012\n');
    expect(report.rows[0]).toMatchObject({
      outcome: 'MATCHED',
      company: { legalName: 'Cantepau Aérostructures SAS' },
      reasons: [{ code: 'REGISTRATION_KNOWN' }, { code: 'FIGURES_ADDED' }],
    });
    expect((await company(report.rows[0].company.id)).membershipStatus).toBe('ACTIVE');
  });

  test('waits when a company of that name in that town is known by another number, and is never merged', async () => {
    const list = 'Nom;SIREN;Commune;CP\nCantepau Aerostructures SARL;016474413;ALBI;81000\nNuméralbi;076357953;Albi;81000\n';
    const report = await importList(network, list);
    expect(outcomes(report)).toEqual([1, 0, 1, 0]);
    expect(report.rows[0]).toMatchObject({
      outcome: 'SUSPECT',
      company: null,
      reasons: [{ code: 'SIMILAR_NAME_KNOWN' }],
      similarTo: [{ legalName: 'Cantepau Aérostructures SAS' }],
    });
    expect(await network.database.query(`SELECT 1 FROM registration WHERE value = '016474413'`)).toEqual([]);

    const again = await importList(network, list);
    expect(outcomes(again)).toEqual([0, 1, 1, 0]);
    expect(again.rows[0]).toMatchObject({ outcome: 'SUSPECT', similarTo: [{ legalName: 'Cantepau Aérostructures SAS' }] });
  });

  test('corrects the year it declared before: a new row beside the old one, which an old list does not bring back', async () => {
    const list = (turnover: string) => `Nom;SIREN;CA (k€);Effectif;Date clôture\nNuméralbi;076357953;${turnover};9;31/12/2025\n`;
    const first = await importList(network, list('780'));
    const id = first.rows[0].company.id;
    const second = await importList(network, list('790'));
    expect(second.counts).toMatchObject({ figuresAdded: 0, figuresCorrected: 1 });
    expect(await facts(id)).toMatchObject({ assessmentFacts: { turnover: '790000.00', fte: 9 } });

    const third = await importList(network, list('780'));
    expect(third.rows[0].reasons.at(-1).code).toBe('FIGURES_CORRECTED_SINCE');
    expect(await facts(id)).toMatchObject({ assessmentFacts: { turnover: '790000.00', fte: 9 } });
    const kept = await network.database.query(
      `SELECT turnover FROM annual_figures JOIN registration USING (company_id) WHERE value = '076357953' ORDER BY entered_at`,
    );
    expect(kept).toEqual([{ turnover: '78000000' }, { turnover: '79000000' }]);
  });

  test('speaks to a French branch lead in French', async () => {
    const report = await checkList(network, ecoter2018, { as: { ...leadOfTarn, lang: 'fr' } });
    expect(rowNamed(report, 'CISALB').reasons[0]?.message).toBe('Même entreprise que la ligne 3.');
  });
});
