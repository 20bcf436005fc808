/** A function of a profile: its name, its file, and where in it. */
export interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

const rooms: readonly (readonly [RegExp, string])[] = [
  [/^node:(_http|http|internal\/(http|js_stream))/, 'Node: http'],
  [/^node:(net|_tls|stream|internal\/(streams|stream_base))/, 'Node: sockets and streams'],
  [/^node:(crypto|internal\/crypto)/, 'Node: crypto'],
  [/^node:(buffer|internal\/(buffer|util|encoding))/, 'Node: buffers and text'],
  [/^node:/, 'Node: the rest'],
];

/** Who a function's own time is put down to: us by folder, packages by name, Node by task, the engine itself. */
export function groupOf({ functionName, url }: Frame): string {
  if (functionName === '(garbage collector)') return 'garbage';
  if (/^\((program|root)\)$/.test(functionName)) return 'engine and system';
  if (url === '') return 'built in (JSON, arrays, maps)';
  const room = rooms.find(([pattern]) => pattern.test(url));
  if (room) return room[1];
  const [, dependency] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (dependency) return `package ${dependency}`;
  const [, folder] = /\/((?:gateway|subgraph-kit|bench)\/src(?:\/[^/]+(?=\/))*)\//.exec(url) ?? [];
  return folder ? `ours: ${folder}` : 'ours: elsewhere';
}

export interface Share {
  readonly name: string;
  /** Of the busy time, 0 to 1. */
  readonly share: number;
}

/** Not work of the gateway: nothing to do, or the profile itself being written. */
function isNoWork({ functionName, url }: Frame): boolean {
  return url === '' && (functionName === '(idle)' || functionName === 'dispatch');
}

/** Shares of the busy time, the largest first; `nameOf` says what belongs together. */
export function sharesOf(times: Iterable<readonly [Frame, number]>, nameOf: (frame: Frame) => string): readonly Share[] {
  const sums = new Map<string, number>();
  let all = 0;
  for (const [frame, time] of times) {
    if (isNoWork(frame)) continue;
    all += time;
    sums.set(nameOf(frame), (sums.get(nameOf(frame)) ?? 0) + time);
  }
  return [...sums].map(([name, sum]) => ({ name, share: sum / all })).sort((left, right) => right.share - left.share);
}
