import { describe, expect, test } from '@jest/globals';
import { anonymous } from '../identity/caller.ts';
import type { RequestIdentity } from '../identity/subgraph-identity.ts';
import { readAnswer } from './answer.ts';
import type { Answered } from './attempts.ts';
import { type Audience, Client } from './audience.ts';
import { FetchFailed } from './fetch-failed.ts';
import { SharedQuestions } from './shared-questions.ts';

const minute = 60_000;

/** One who may wait so long from now on. */
function waiting(milliseconds: number) {
  const client = new Client();
  const identity: RequestIdentity = { caller: anonymous, language: 'en', requestId: 'x', deadline: Date.now() + milliseconds, client };
  return { client, identity, patience: () => identity.deadline - Date.now() };
}

/** A subgraph that answers when it is told to, and remembers who waits. */
class SlowSubgraph {
  readonly shared = new SharedQuestions();
  readonly put: { audience: Audience; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  private onPut = () => {};

  ask({ identity, patience }: Pick<ReturnType<typeof waiting>, 'identity' | 'patience'>) {
    return this.shared.ask('the same', identity, patience, (audience) => {
      return new Promise<Answered>((resolve, reject) => {
        this.put.push({ audience, answer: (text) => resolve({ answer: readAnswer(text), text }), fail: reject });
        this.onPut();
      });
    });
  }

  /** When the question has been put once more. */
  putAgain(): Promise<void> {
    return new Promise((resolve) => {
      this.onPut = resolve;
    });
  }
}

const title = (text: string) => JSON.stringify({ data: { title: text } });
const outOfTime = () => new FetchFailed('deadline', 'the time of the request ran out during this fetch');

describe('of those who wait for one answer', () => {
  test('whoever has less time leaves when it is over, and the others get their answer from the same question', async () => {
    const subgraph = new SlowSubgraph();
    const patient = subgraph.ask(waiting(minute));
    const hasty = subgraph.ask(waiting(50));
    await expect(hasty).rejects.toMatchObject({ reason: 'deadline' });
    expect(subgraph.put).toHaveLength(1);
    expect(subgraph.put[0]?.audience.isGone).toBe(false);
    subgraph.put[0]?.answer(title('Roots'));
    expect((await patient).data).toEqual({ title: 'Roots' });
  });

  test('the last to leave takes the question along, and nobody joins it any more', async () => {
    const subgraph = new SlowSubgraph();
    const first = waiting(minute);
    const begun = subgraph.ask(first);
    const hasty = subgraph.ask(waiting(50));
    await expect(hasty).rejects.toMatchObject({ reason: 'deadline' });
    first.client.leave();
    await expect(begun).rejects.toMatchObject({ reason: 'abandoned' });
    expect(subgraph.put[0]?.audience.isGone).toBe(true);
    const later = subgraph.ask(waiting(minute));
    subgraph.put[1]?.answer(title('Roots'));
    expect((await later).data).toEqual({ title: 'Roots' });
  });

  test('whoever has more time than the first asks anew when the time of the first is over', async () => {
    const subgraph = new SlowSubgraph();
    const first = subgraph.ask(waiting(minute));
    const patient = subgraph.ask(waiting(1.5 * minute));
    expect(subgraph.put).toHaveLength(1);
    const again = subgraph.putAgain();
    subgraph.put[0]?.fail(outOfTime());
    await expect(first).rejects.toMatchObject({ reason: 'deadline' });
    await again;
    subgraph.put[1]?.answer(title('Roots'));
    expect((await patient).data).toEqual({ title: 'Roots' });
  });

  test('all who ask anew share that question too', async () => {
    const subgraph = new SlowSubgraph();
    const first = subgraph.ask(waiting(minute));
    const patient = [1.4, 1.5, 1.6].map((minutes) => subgraph.ask(waiting(minutes * minute)));
    const again = subgraph.putAgain();
    subgraph.put[0]?.fail(outOfTime());
    await expect(first).rejects.toMatchObject({ reason: 'deadline' });
    await again;
    subgraph.put[1]?.answer(title('Roots'));
    for (const { data } of await Promise.all(patient)) expect(data).toEqual({ title: 'Roots' });
    expect(subgraph.put).toHaveLength(2);
  });

  test('another failure than lack of time is one for all, and nobody asks anew', async () => {
    const subgraph = new SlowSubgraph();
    const answers = [subgraph.ask(waiting(minute)), subgraph.ask(waiting(1.5 * minute))];
    subgraph.put[0]?.fail(new FetchFailed('unavailable', 'no answer'));
    for (const answer of answers) await expect(answer).rejects.toMatchObject({ reason: 'unavailable' });
    expect(subgraph.put).toHaveLength(1);
  });

  test('whoever has no time left either is told so, and nobody asks anew', async () => {
    const subgraph = new SlowSubgraph();
    const first = subgraph.ask(waiting(minute));
    const second = waiting(minute);
    let left = minute;
    const answer = subgraph.ask({ ...second, patience: () => left });
    left = 0;
    subgraph.put[0]?.fail(outOfTime());
    for (const one of [first, answer]) await expect(one).rejects.toMatchObject({ reason: 'deadline' });
    expect(subgraph.put).toHaveLength(1);
  });
});

test('whoever has more than twice the time that a question has left puts one of their own, which the next then share', async () => {
  const subgraph = new SlowSubgraph();
  const hasty = subgraph.ask(waiting(minute));
  const patient = subgraph.ask(waiting(3 * minute));
  const next = subgraph.ask(waiting(2 * minute));
  expect(subgraph.put).toHaveLength(2);
  subgraph.put[0]?.fail(outOfTime());
  await expect(hasty).rejects.toMatchObject({ reason: 'deadline' });
  subgraph.put[1]?.answer(title('Roots'));
  for (const { data } of await Promise.all([patient, next])) expect(data).toEqual({ title: 'Roots' });
  expect(subgraph.put).toHaveLength(2);
});
