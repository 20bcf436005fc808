import { fork } from 'node:child_process';
import path from 'node:path';
import type { SubgraphName } from './graph/sdls.ts';

export interface Subgraphs {
  readonly urls: Readonly<Record<SubgraphName, string>>;
  /** How many requests have come to them. */
  requests(): Promise<number>;
  stop(): void;
}

/** Starts them in a process of their own, on the core of whoever starts them. */
export async function startSubgraphs(): Promise<Subgraphs> {
  const child = fork(path.join(import.meta.dirname, 'subgraph-process.ts'), { execArgv: ['--import', 'tsx'] });
  const said = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`the subgraphs of the bench ended (${code})`));
      child.once('exit', gone).once('message', (message) => {
        child.off('exit', gone);
        resolve(message as Message);
      });
    });
  const urls = await said<Subgraphs['urls']>();
  return {
    urls,
    requests: () => {
      const answer = said<number>();
      child.send('how many?');
      return answer;
    },
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}
