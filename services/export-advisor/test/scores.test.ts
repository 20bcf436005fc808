import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Story } from '../src/story.ts';
import { member, type RunningAdvisor, runningAdvisor, seedDir } from './export-advisor.ts';

describe('the score of a destination', () => {
  let advisor: RunningAdvisor;
  let story: Story;
  beforeAll(async () => {
    advisor = await runningAdvisor();
    story = JSON.parse(await readFile(path.join(seedDir, 'export-advisor.json'), 'utf8')) as Story;
  });
  afterAll(() => advisor.stop());

  const scoreOfMorocco = async () => {
    const { data } = await advisor.subgraph.ask(
      '{ destination(country: "MA") { score { value n facets { facet value n } wouldDoAgain { n yes } } reviews(first: 1) { totalCount } } }',
      { as: member },
    );
    return data.destination;
  };

  test('is what the formula gives on the verified, published reviews of the story', async () => {
    const counted = story.reviews.filter((review) => review.verified && review.publishedOn);
    const stars = (reviews: typeof counted) =>
      reviews.map(({ stars: { reliability = 0, delay = 0, costAgainstPlan = 0 } }) => (reliability + delay + costAgainstPlan) / 3);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const all = stars(counted);
    const here = stars(counted.filter((review) => review.country === 'MA'));
    const expected = (5 * mean(all) + here.reduce((sum, value) => sum + value, 0)) / (5 + here.length);
    expect((await scoreOfMorocco()).score).toMatchObject({ n: here.length, value: Math.round(expected * 100) / 100 });
  });

  test('is not moved by reviews that are unverified, not published or published later', async () => {
    const before = await scoreOfMorocco();
    const copy = (changes: string) =>
      advisor.data.database.query(
        `INSERT INTO review (id, author_company_id, country, target, target_key, reliability, delay, cost_against_plan, would_do_again, experience_from, experience_to, verified, published_on, language, text)
         SELECT gen_random_uuid(), gen_random_uuid(), 'MA', 'DESTINATION', 'MA', 1, 1, 1, false, '2026-01-01', '2026-02-01', ${changes}, 'fr', 'Avis ajouté.'`,
      );
    await copy(`false, '2026-03-01'`);
    await copy('true, NULL');
    await copy(`true, '2026-11-24'`);
    const after = await scoreOfMorocco();
    expect(after.score).toEqual(before.score);
    // The unverified one is shown, the two others are not.
    expect(after.reviews.totalCount).toBe(before.reviews.totalCount + 1);
    await copy(`true, '2026-03-01'`);
    expect((await scoreOfMorocco()).score.value).toBeLessThan(before.score.value);
  });

  test('counts for each facet the reviews that rated it', async () => {
    const before = (await scoreOfMorocco()).score;
    await advisor.data.database.query(
      `INSERT INTO review (id, author_company_id, country, target, target_key, delay, experience_from, experience_to, verified, published_on, language, text)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'MA', 'DESTINATION', 'MA', 4, '2026-01-01', '2026-02-01', true, '2026-03-01', 'fr', 'Seul le délai est noté.')`,
    );
    const { score } = await scoreOfMorocco();
    expect(score.n).toBe(before.n + 1);
    expect(score.facets.map((facet: { n: number }, index: number) => facet.n - before.facets[index].n)).toEqual([0, 1, 0]);
    expect(score.wouldDoAgain.n).toBe(before.wouldDoAgain.n);
  });
});
