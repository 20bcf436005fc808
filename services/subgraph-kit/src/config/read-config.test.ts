import { describe, expect, test } from '@jest/globals';
import { readConfig } from './read-config.ts';
import { subgraphSettings } from './service-config.ts';

const complete = { PORT: '5001', DATABASE_URL: 'postgresql://a:b@127.0.0.1/x', IDENTITY_KEYS: `k:${'A'.repeat(43)}` };

describe('a configuration', () => {
  test('is read into one typed value', () => {
    const config = readConfig(subgraphSettings, complete);
    expect([config.PORT, config.HOST, config.LOG_LEVEL, config.IDENTITY_KEYS[0]?.kid]).toEqual([5001, '127.0.0.1', 'info', 'k']);
  });

  test('that lacks values names all of them at once', () => {
    const read = () => readConfig(subgraphSettings, { DATABASE_URL: 'mysql://secret@host/x' });
    expect(read).toThrow(/PORT is missing/);
    expect(read).toThrow(/IDENTITY_KEYS is missing/);
    expect(read).toThrow(/DATABASE_URL is wrong/);
    expect(read).not.toThrow(/secret/);
  });

  test('cannot freeze the calendar in production', () => {
    const frozen = { ...complete, FIXED_TODAY: '2026-11-23' };
    expect(readConfig(subgraphSettings, frozen).FIXED_TODAY).toBe('2026-11-23');
    expect(() => readConfig(subgraphSettings, { ...frozen, NODE_ENV: 'production' })).toThrow(/FIXED_TODAY/);
  });
});
