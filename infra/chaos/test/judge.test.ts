import { describe, expect, test } from '@jest/globals';
import { type Heard, leaks, leavesOf, lostLeaves, unexplained } from '../src/judge.ts';

const good = { company: { name: 'Cantepau', gaps: [{ code: 'A' }], fit: { verdict: 'FIT' } }, fund: { status: 'PROJECT' } };
const heard = (data: unknown, ...paths: (string | number)[][]): Heard => ({
  status: 200,
  text: '',
  data,
  errors: paths.map((path) => ({ path })),
});
const judged = (answer: Heard) => unexplained(lostLeaves(leavesOf(good), leavesOf(answer.data)), answer);

describe('the judge', () => {
  test('has nothing to say about the good answer', () => {
    expect(judged(heard(good))).toEqual([]);
  });

  test('accepts a loss with an error where the answer breaks off, or below it', () => {
    const lost = { company: { name: 'Cantepau', gaps: [{ code: null }], fit: null }, fund: { status: 'PROJECT' } };
    expect(judged(heard(lost, ['company', 'gaps', 0, 'code'], ['company', 'fit', 'verdict']))).toEqual([]);
    expect(judged(heard(null, ['fund']))).toEqual([]);
  });

  test.each<[string, unknown, (string | number)[][], string[]]>([
    ['a null without any error', { ...good, fund: null }, [], ['fund.status']],
    ['a null whose error stands elsewhere', { ...good, fund: null }, [['company', 'fit']], ['fund.status']],
    ['a null whose error stands only above it', { ...good, fund: { status: null } }, [['fund']], ['fund.status']],
    ['a thing that is another', { ...good, fund: { status: 'OPEN' } }, [], ['fund.status']],
    ['an item that is missing', { ...good, company: { ...good.company, gaps: [] } }, [], ['company.gaps.0.code']],
    ['nothing at all', null, [], ['company.name', 'company.gaps.0.code', 'company.fit.verdict', 'fund.status']],
  ])('sees %s', (_what, data, paths, expected) => {
    expect(judged(heard(data, ...paths))).toEqual(expected);
  });

  test.each([
    'connect ECONNREFUSED 127.0.0.1:5001',
    'at ask (/srv/gateway/src/execution/ask.ts:30:5)',
    'relation "company" does not exist',
    'select id from company'.toUpperCase().replace('ID FROM', 'id FROM'),
    'http://membership.subgraph.invalid/graphql',
    'UND_ERR_SOCKET',
  ])('sees our insides in: %s', (text) => {
    expect(leaks(JSON.stringify({ errors: [{ message: text }] }))).not.toEqual([]);
  });

  test('sees the port of a subgraph, and nothing in a sentence of ours', () => {
    expect(leaks('upstream :5001 is gone', [':5001'])).toEqual([':5001']);
    expect(leaks('{"errors":[{"message":"A part of the network does not answer right now. Try again."}]}', [':5001'])).toEqual([]);
  });
});
