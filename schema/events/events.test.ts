import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { heardEvents, publishedEvents, schemaFile } from './events.ts';
import { eventProblems } from './problems.ts';

const told = [{ service: 'library', type: 'ShelfFilled', version: 1 }];
const heard = [{ service: 'reading-room', sender: 'library', type: 'ShelfFilled', version: 1 }];
const neighbours = (service: string) => (service === 'reading-room' ? ['library'] : []);

describe('what services tell each other', () => {
  test('fits when each event is heard in its version by somebody who is told where', () => {
    expect(eventProblems(told, heard, neighbours)).toEqual([]);
  });

  test('an event that nobody listens to is found', () => {
    expect(eventProblems([...told, { service: 'library', type: 'ShelfBurnt', version: 1 }], heard, neighbours)).toEqual([
      'library tells ShelfBurnt and nobody listens: let somebody, or take it out of published-events.ts',
    ]);
  });

  test('somebody who listens to what is not told, or in another version, is found', () => {
    const [one] = heard as [(typeof heard)[number]];
    expect(eventProblems(told, [one, { ...one, type: 'ShelfBurnt' }], neighbours)).toEqual([
      'reading-room listens to ShelfBurnt 1 of library, which does not tell it',
    ]);
    expect(eventProblems(told, [one, { ...one, service: 'archive', version: 2 }], () => ['library'])).toEqual([
      'archive listens to ShelfFilled 2 of library, which does not tell it',
    ]);
  });

  test('somebody who listens without an address and a key is found, once', () => {
    expect(eventProblems(told, [...heard, ...heard], () => undefined)).toEqual([
      'reading-room listens to library and gets no address and no key of it in infra/local/src/stack/services.ts',
    ]);
  });
});

test('the services say what they tell and hear', async () => {
  expect((await publishedEvents()).map(({ service, type }) => `${service} ${type}`)).toContain('membership MembershipActivated');
  const listeners = new Set((await heardEvents()).map(({ service }) => service));
  expect([...listeners].sort()).toEqual(['accelerator', 'export-advisor', 'investment-fund']);
});

test('the body of an event is written as a JSON Schema that takes nothing more than it says', () => {
  const body = z.strictObject({ from: z.iso.date(), until: z.iso.date().nullable() }).describe('A span.');
  const { file, text } = schemaFile({ service: 'library', type: 'ShelfFilled', version: 2, body });
  expect(file).toMatch(/schema\/events\/library\/ShelfFilled\.2\.json$/);
  expect(JSON.parse(text)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'ShelfFilled, version 2',
    description: 'A span.',
    required: ['from', 'until'],
    additionalProperties: false,
    properties: { from: { type: 'string', format: 'date' } },
  });
});
