import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Admission } from '../src/admission/admission.ts';
import { Client } from '../src/transport/audience.ts';
import { eventually } from './support/eventually.ts';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';
import { sendJson } from './support/small-subgraph.ts';

const patient = new Client();

/** Lets requests in by name and writes down what became of them, in order. */
function door(concurrency: number, queue: number, patience = 60_000) {
  const admission = new Admission({ concurrency, queue, patience });
  const told: string[] = [];
  const enter = (name: string, serviceClass = 'interactive', client = patient) =>
    admission.enter(serviceClass, client).then(
      () => void told.push(name),
      () => void told.push(`no ${name}`),
    );
  return { admission, told, enter };
}

describe('a full house', () => {
  test('lets the next one in when one leaves, in the order they came', async () => {
    const { admission, told, enter } = door(1, 5);
    await enter('a');
    const waiting = [enter('b'), enter('c')];
    admission.leave();
    admission.leave();
    await Promise.all(waiting);
    expect(told).toEqual(['a', 'b', 'c']);
  });

  test('serves people before apps and apps before batches, whatever came first', async () => {
    const { admission, told, enter } = door(1, 5);
    await enter('first');
    const waiting = [enter('batch', 'batch'), enter('odd', 'unheard of'), enter('app', 'partner'), enter('person')];
    for (let turn = 0; turn < 4; turn += 1) admission.leave();
    await Promise.all(waiting);
    expect(told).toEqual(['first', 'person', 'app', 'batch', 'odd']);
  });

  test('refuses at once when the queue is full, unless somebody less urgent waits', async () => {
    const { admission, told, enter } = door(1, 2);
    await enter('first');
    const waiting = [enter('batch', 'batch'), enter('app', 'partner')];
    await enter('late batch', 'batch');
    expect(told).toEqual(['first', 'no late batch']);
    waiting.push(enter('person'));
    await pause(0);
    expect(told).toEqual(['first', 'no late batch', 'no batch']);
    admission.leave();
    admission.leave();
    await Promise.all(waiting);
    expect(told.slice(3)).toEqual(['person', 'app']);
  });

  test('refuses at once who would stand behind somebody who has waited long; those before whom they go may still come', async () => {
    let now = 0;
    const admission = new Admission({ concurrency: 1, queue: 100, patience: 60_000 }, () => now);
    const told: string[] = [];
    const enter = (name: string, serviceClass: string) =>
      admission.enter(serviceClass, patient).then(
        () => void told.push(name),
        () => void told.push(`no ${name}`),
      );
    await enter('first', 'batch');
    const crowd = [enter('one', 'batch'), enter('two', 'batch'), enter('app', 'partner')];
    now = 15_001;
    await enter('late app', 'partner');
    await enter('late batch', 'batch');
    expect(told).toEqual(['first', 'no late app', 'no late batch']);
    crowd.push(enter('person', 'interactive'));
    admission.leave();
    admission.leave();
    await pause(0);
    expect(told.slice(3)).toEqual(['person', 'app']);
    crowd.push(enter('next app', 'partner'));
    for (let turn = 0; turn < 3; turn += 1) admission.leave();
    await Promise.all(crowd);
    expect(told.slice(5)).toEqual(['next app', 'one', 'two']);
    expect(admission.figures).toMatchObject({ running: 1, waiting: 0, refused: { interactive: 0, partner: 1, batch: 1 } });
  });

  test('under overload lets a batch in when there is room at once and never lets it wait, while people and apps wait their turn', async () => {
    let now = 0;
    const admission = new Admission({ concurrency: 1, queue: 100, patience: 60_000 }, () => now);
    const told: string[] = [];
    const enter = (name: string, serviceClass: string) =>
      admission.enter(serviceClass, patient).then(
        () => void told.push(name),
        () => void told.push(`no ${name}`),
      );
    await enter('first', 'interactive');
    for (now of [0, 10_000, 20_000, 30_000]) {
      const crowd = enter(`batch after ${now}`, 'batch');
      admission.leave();
      await crowd;
    }
    now = 30_001;
    void enter('late batch', 'batch');
    await pause(0);
    expect(told).toEqual(['first', 'batch after 0', 'batch after 10000', 'batch after 20000', 'batch after 30000', 'no late batch']);
    const waiting = [enter('app', 'partner'), enter('person', 'interactive')];
    for (let turn = 0; turn < 3; turn += 1) admission.leave();
    await Promise.all(waiting);
    await enter('batch that finds room', 'batch');
    now = 90_002;
    const nextCrowd = enter('batch of the next crowd', 'batch');
    admission.leave();
    await nextCrowd;
    expect(told.slice(6)).toEqual(['person', 'app', 'batch that finds room', 'batch of the next crowd']);
  });

  test('works on fewer while the process is late, and lets those who wait in when it is not', async () => {
    const { admission, told, enter } = door(40, 100);
    await Promise.all(Array.from({ length: 40 }, (_, index) => enter(`${index}`)));
    for (let moment = 0; moment < 20; moment += 1) admission.noteLateness(300);
    expect(admission.figures.places).toBe(20);
    const waiting = [enter('one'), enter('two')];
    for (let turn = 0; turn < 20; turn += 1) admission.leave();
    await pause(0);
    expect([told.length, admission.figures.running]).toEqual([40, 20]);
    for (let moment = 0; moment < 40; moment += 1) admission.noteLateness(0);
    await Promise.all(waiting);
    expect(told.slice(40)).toEqual(['one', 'two']);
    expect(admission.figures.running).toBe(22);
  });

  test('refuses who waited too long, and forgets who left', async () => {
    const { admission, told, enter } = door(1, 5, 40);
    await enter('first');
    const leaving = new Client();
    const gone = enter('gone', 'interactive', leaving);
    leaving.leave();
    await gone;
    await enter('slow');
    expect(told).toEqual(['first', 'no gone', 'no slow']);
    admission.leave();
    await enter('next');
    expect(told[3]).toBe('next');
  });

  test('keeps no place for who had left before it came to the door', async () => {
    const { admission, told, enter } = door(1, 1);
    const gone = new Client();
    gone.leave();
    await enter('first');
    void enter('gone', 'interactive', gone);
    const waiting = enter('next');
    await pause(0);
    admission.leave();
    await waiting;
    expect(told).toEqual(['first', 'no gone', 'next']);
  });
});

test('a request that finds no room is told to come back, fast, and asks nobody; those inside are answered', async () => {
  const network = await SmallNetwork.start(library, { ADMISSION_CONCURRENCY: '1', ADMISSION_QUEUE: '1', METRICS_PORT: '0' });
  try {
    const open: (() => void)[] = [];
    network.subgraph('books').fault = (_request, response) => void open.push(() => sendJson(response, 200, { data: { echo: 'in' } }));
    const waiting = async () => /admission_requests\{state="waiting"\} (\d+)/.exec(await (await fetch(network.metricsUrl)).text())?.[1];
    const token = await network.issuer.token({ class: 'batch' });
    const first = network.ask('{ echo }');
    await eventually(() => open.length === 1);
    const second = network.ask('{ echo }');
    await eventually(async () => (await waiting()) === '1');
    const third = await network.ask('{ echo }', { headers: { authorization: `Bearer ${token}`, 'accept-language': 'fr' } });
    expect([third.status, third.headers.get('retry-after'), third.errors[0]?.extensions.code]).toEqual([503, '2', 'OVERLOADED']);
    expect(third.errors[0]?.message).toMatch(/Réessayez/);
    expect(network.fetches).toHaveLength(1);
    open[0]?.();
    await eventually(() => open.length === 2);
    open[1]?.();
    expect([(await first).data, (await second).data]).toEqual([{ echo: 'in' }, { echo: 'in' }]);
    network.reset();
    // Refused and failed requests give their place back as well.
    for (const query of ['{ nothing }', '{ echo(', '{ echo(text: "x") }', '{ echo(text: "y") }']) await network.ask(query);
    expect((await network.ask('{ echo(text: "z") }')).data).toEqual({ echo: 'z' });
  } finally {
    await network.close();
  }
});
