import { describe, expect, test } from '@jest/globals';
import { type Frame, groupOf, sharesOf } from '../src/profile/grouping.ts';

const frame = (url: string, functionName = 'f'): Frame => ({ functionName, url, lineNumber: 1, columnNumber: 1 });

describe('where time goes', () => {
  test.each([
    ['node:_http_server', 'Node: http'],
    ['node:internal/crypto/hash', 'Node: crypto'],
    ['node:internal/stream_base_commons', 'Node: sockets and streams'],
    ['node:events', 'Node: the rest'],
    ['file:///home/me/node_modules/undici/lib/dispatcher/pool.js', 'package undici'],
    ['file:///home/me/node_modules/@apollo/server/dist/esm/runHttpQuery.js', 'package @apollo/server'],
    ['/home/me/gateway/src/execution/projection/writers.ts', 'ours: gateway/src/execution/projection'],
    ['/home/me/gateway/src/main.ts', 'ours: gateway/src'],
    ['/home/me/services/subgraph-kit/src/identity/identity-token.ts', 'ours: subgraph-kit/src/identity'],
    ['', 'built in (JSON, arrays, maps)'],
  ])('%s is put down to "%s"', (url, group) => {
    expect(groupOf(frame(url))).toBe(group);
  });

  test('what the engine does is told apart by its name', () => {
    expect(groupOf(frame('', '(garbage collector)'))).toBe('garbage');
    expect(groupOf(frame('', '(program)'))).toBe('engine and system');
  });

  test('shares are of the time in which something was done', () => {
    const times = [
      [frame('node:http'), 30],
      [frame('', '(idle)'), 900],
      [frame('', 'dispatch'), 100],
      [frame('', '(garbage collector)'), 60],
      [frame('node:_http_server'), 10],
    ] as const;
    expect(sharesOf(times, groupOf)).toEqual([
      { name: 'garbage', share: 0.6 },
      { name: 'Node: http', share: 0.4 },
    ]);
  });
});
