import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningAccelerator, runAccelerator } from './running-accelerator.ts';

let running: RunningAccelerator;
beforeAll(async () => {
  running = await runAccelerator();
});
afterAll(() => running.stop());

describe('The database itself refuses', () => {
  test.each([
    [
      'two versions of a program on the same day',
      `UPDATE program_version SET valid_to = '2019-11-19' WHERE number = 1 AND valid_to IS NOT NULL`,
      'one_version_a_day',
    ],
    ['a window that ends before it begins', `UPDATE cohort SET window_to = '2020-02-29' WHERE window_to IS NOT NULL`, 'cohort_check'],
    ['a start that is neither fixed nor within a window', `UPDATE cohort SET start_on = NULL WHERE name = 'PME-1'`, 'first_start'],
    [
      'a start that is fixed and has a window too',
      `UPDATE cohort SET start_on = '2020-03-02' WHERE window_from IS NOT NULL`,
      'start_is_fixed_or_within_a_window',
    ],
    [
      'applications that end after the start',
      `UPDATE cohort SET apply_until = '2020-02-01' WHERE name = 'PME-1'`,
      'applications_end_before_the_start',
    ],
    ['more places taken than there are', `UPDATE cohort SET places_taken = 31 WHERE name = 'PME-1'`, 'no_more_places_than_there_are'],
  ])('%s', async (_what, statement, constraint) => {
    await expect(running.testDatabase.database.query(statement)).rejects.toThrow(constraint);
  });
});
