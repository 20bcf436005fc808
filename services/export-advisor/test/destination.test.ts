import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { branchId, companyId, member, type RunningAdvisor, runningAdvisor } from './export-advisor.ts';
import { exportQuestion, nodesOf } from './export-question.ts';

describe('a destination', () => {
  let advisor: RunningAdvisor;
  beforeAll(async () => {
    advisor = await runningAdvisor();
  });
  afterAll(() => advisor.stop());

  const askAbout = async (country: string, lang = 'en') => {
    const { data, errors } = await advisor.subgraph.ask(exportQuestion, { as: { ...member, lang }, variables: { country } });
    expect(errors).toEqual([]);
    return data.destination;
  };

  test('where the network is at home tells who is there, where to sit and what went wrong', async () => {
    const morocco = await askAbout('MA');
    expect(morocco).toMatchObject({
      name: 'Morocco',
      timeZone: 'Africa/Casablanca',
      flightMinutesFromToulouse: 120,
      cardAsOf: '2026-10-05',
      hub: { branch: { id: branchId('maroc') }, town: 'Casablanca', status: 'OPEN', openedOn: '2019-01-15' },
      nearestHub: { branch: { id: branchId('maroc') }, country: 'MA' },
      house: { town: 'Casablanca', languages: ['fr', 'ar', 'en'] },
    });
    expect(morocco.counts.positions).toBeGreaterThanOrEqual(15);
    expect(morocco.counts.positionsInOccitanie).toBeGreaterThanOrEqual(8);
    expect(morocco.score.n).toBeGreaterThanOrEqual(30);
    expect(morocco.positions.totalCount).toBe(morocco.counts.positions);
    expect(morocco.positionsInOccitanie.totalCount).toBe(morocco.counts.positionsInOccitanie);
    expect(morocco.premises.totalCount).toBe(morocco.counts.premises);
    expect(morocco.agreements.map((agreement: { name: string }) => agreement.name)).toContain('Agadir agreement');
  });

  test('shows only companies from elsewhere as being there, and only positions in Occitanie the other way round', async () => {
    const morocco = await askAbout('MA');
    for (const position of nodesOf<{ homeCountry: string; hostCountry: string }>(morocco.positions))
      expect(position).toMatchObject({ homeCountry: 'FR', hostCountry: 'MA' });
    const inward = nodesOf<{ homeCountry: string; department: string; city: string }>(morocco.positionsInOccitanie);
    for (const position of inward)
      expect(position).toMatchObject({ homeCountry: 'MA', department: expect.stringMatching(/^(11|12|30|31|34|66|81)$/) });
    // The seed has a Moroccan office in Lyon, which is in France but not in Occitanie.
    expect(inward.map((position) => position.city)).not.toContain('Lyon');
  });

  test('lists the most lately confirmed positions first', async () => {
    const days = nodesOf<{ lastConfirmedOn: string }>((await askAbout('MA')).positions).map((position) => position.lastConfirmedOn);
    expect(days).toEqual([...days].sort().reverse());
  });

  test('lists the newest reviews and the costliest pitfalls first', async () => {
    const morocco = await askAbout('MA');
    const published = nodesOf<{ publishedOn: string }>(morocco.reviews).map((review) => review.publishedOn);
    expect(published).toEqual([...published].sort().reverse());
    const [first] = nodesOf<{ title: string; cost: object; delayDays: number | null }>(morocco.pitfalls);
    expect(first).toMatchObject({ title: 'Bail signé trop tôt', cost: { amount: '92000.00', currency: 'EUR' } });
  });

  test('says whom one may call, and why not', async () => {
    const positions = nodesOf<{ openToCalls: boolean; status: string; callable: { may: boolean; reason: string; message: string } }>(
      (await askAbout('MA')).positions,
    );
    const reasons = new Set(positions.map((position) => position.callable.reason));
    expect(reasons).toEqual(new Set(['MAY_ASK', 'CLOSED_TO_CALLS', 'NOT_CONFIRMED_LATELY']));
    for (const { openToCalls, status, callable } of positions) {
      expect(callable.may).toBe(openToCalls && status === 'CURRENT');
      if (callable.may) expect(callable.message).toMatch(/introduction/);
    }
  });

  test('tells a company that its own position is its own', async () => {
    const own = nodesOf<{ company: { id: string }; callable: object }>((await askAbout('ES')).positions).find(
      (position) => position.company.id === companyId('cantepau-aerostructures'),
    );
    expect(own?.callable).toEqual({ may: false, reason: 'OWN_POSITION', message: 'This is your own position.' });
  });

  test('where nobody is has empty lists, no score, says so, and names the nearest hub', async () => {
    const vietnam = await askAbout('VN');
    expect(vietnam).toMatchObject({
      name: 'Vietnam',
      hub: null,
      house: null,
      timeZone: null,
      nearestHub: { branch: { id: branchId('asie') }, town: 'Shanghai', country: 'CN', distanceKm: 2175 },
      score: { value: null, n: 0 },
      counts: { positions: 0, positionsInOccitanie: 0, verifiedReviews: 0, premises: 0 },
    });
    for (const list of ['positions', 'positionsInOccitanie', 'reviews', 'pitfalls', 'premises'])
      expect(vietnam[list]).toEqual({ totalCount: 0, edges: [] });
    expect(vietnam.gaps[0]).toEqual({ code: 'NOBODY_KNOWN', message: expect.stringMatching(/Nobody known/) });
  });

  test('with two reviews has no score but says that there are two', async () => {
    const emirates = await askAbout('AE');
    expect(emirates.score).toMatchObject({ value: null, n: 2 });
    expect(emirates.gaps).toContainEqual({
      code: 'TOO_FEW_REVIEWS',
      message: 'Only 2 verified review(s): too few for a score, which takes three.',
    });
  });

  test('is told in French to those who read French, while reviews keep their own language', async () => {
    const morocco = await askAbout('MA', 'fr');
    expect(morocco.name).toBe('Maroc');
    expect(morocco.notes).toMatch(/Ramadan/);
    expect(morocco.house.services).toContain('bureaux et salles de réunion');
    expect(morocco.gaps.find((gap: { code: string }) => gap.code === 'STALE_POSITIONS').message).toMatch(/n’ont pas été confirmées/);
    expect(nodesOf<{ language: string }>(morocco.reviews).map((review) => review.language)).toContain('en');
  });

  test('has an answer for every country there is', async () => {
    const { data } = await advisor.subgraph.ask(
      '{ aq: destination(country: "AQ") { name nearestHub { town } } eh: destination(country: "EH") { name } fr: destination(country: "FR") { counts { positions } } }',
    );
    expect(data.aq.nearestHub.town).toEqual(expect.any(String));
    expect(data.eh.name).toBe('Western Sahara');
    expect(data.fr.counts.positions).toBe(17);
  });

  test.each([
    ['UK', /write GB instead of UK/],
    ['ma', /write MA instead of ma/],
    ['XX', /two capital letters/],
  ])('called %s is refused with what to write instead', async (country, sentence) => {
    const answer = await advisor.subgraph.ask(exportQuestion, { as: member, variables: { country } });
    expect(answer.errors[0]).toMatchObject({ message: expect.stringMatching(sentence), extensions: { code: 'BAD_USER_INPUT' } });
  });
});
