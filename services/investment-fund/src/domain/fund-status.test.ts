import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { type StatusChange, statusOn } from './fund-status.ts';

const change = (status: StatusChange['status'], since: string): StatusChange => ({
  status,
  since: parseLocalDate(since),
  source: 'invented',
});
const history = [change('PROJECT', '2019-11-19'), change('FIRST_CLOSE', '2028-03-01'), change('AUTHORISED', '2027-01-15')];

test.each([
  ['2019-11-18', undefined],
  ['2019-11-19', 'PROJECT'],
  ['2027-01-14', 'PROJECT'],
  ['2027-01-15', 'AUTHORISED'],
  ['2030-01-01', 'FIRST_CLOSE'],
])('on %s the fund stands at %s', (day, status) => {
  expect(statusOn(history, parseLocalDate(day))?.status).toBe(status);
});
