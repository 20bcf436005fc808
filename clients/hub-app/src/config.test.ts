import { expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

const good = {
  GRAPH_URL: 'https://graph.example',
  ISSUER: 'http://127.0.0.1:4001',
  CLIENT_ID: 'hub-maroc',
  CLIENT_SECRET: 'a secret',
  HUB_COUNTRY: 'MA',
};

test('a complete configuration is read, with the usual port and page size', () => {
  expect(readConfig(good)).toMatchObject({ PORT: 4300, PAGE_SIZE: 20, HUB_COUNTRY: 'MA', HOST: '127.0.0.1' });
});

test('everything that is missing is named at once', () => {
  expect(() => readConfig({})).toThrow(
    /GRAPH_URL is missing\n {2}ISSUER is missing\n {2}CLIENT_ID is missing\n {2}CLIENT_SECRET is missing\n {2}HUB_COUNTRY is missing/,
  );
});

test.each([
  ['a country by its name', { HUB_COUNTRY: 'Maroc' }, 'HUB_COUNTRY is wrong: it must be two capital letters, for example MA'],
  [
    'a graph that would be asked without encryption',
    { GRAPH_URL: 'http://graph.example' },
    'GRAPH_URL is wrong: it must begin with https, unless it is on this machine',
  ],
  ['an issuer that is no address', { ISSUER: 'here' }, 'ISSUER is wrong: it must be an address such as https://graph.example'],
  ['a port that is none', { PORT: 'four' }, 'PORT is wrong'],
])('%s is refused in a sentence that says what to write', (_title, changed, sentence) => {
  expect(() => readConfig({ ...good, ...changed })).toThrow(sentence);
});

test('a secret is never repeated', () => {
  const refused = () => readConfig({ ...good, GRAPH_URL: 'x', CLIENT_SECRET: 'do-not-tell' });
  expect(refused).toThrow(expect.objectContaining({ message: expect.not.stringContaining('do-not-tell') }));
});
