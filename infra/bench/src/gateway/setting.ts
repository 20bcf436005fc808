import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openIssuer, type ServiceClass } from '../measuring/issuer.ts';
import { supergraphOf } from './graph/supergraph.ts';
import { findRightAnswers, type RightAnswers } from './load/answers.ts';
import { type Subgraphs, startSubgraphs } from './subgraphs.ts';

/** What every contender shares. */
export interface Setting {
  readonly home: string;
  readonly subgraphs: Subgraphs;
  readonly supergraphFile: string;
  readonly issuerUrl: string;
  readonly right: RightAnswers;
  headers(serviceClass?: ServiceClass): Promise<readonly string[]>;
  say(sentence: string): void;
}

/** Everything that contenders need, and how it is left again. */
export async function prepareSetting(say: (sentence: string) => void): Promise<{ setting: Setting; close(): Promise<void> }> {
  const home = mkdtempSync(path.join(tmpdir(), 'leader-bench-'));
  const [subgraphs, issuer, right] = await Promise.all([startSubgraphs(), openIssuer(), findRightAnswers()]);
  const supergraphFile = path.join(home, 'supergraph.graphql');
  writeFileSync(
    supergraphFile,
    supergraphOf(false, (name) => `${subgraphs.urls[name]}/graphql`),
  );
  const headers = async (serviceClass?: ServiceClass) => [
    'content-type',
    'application/json',
    'accept',
    'application/json',
    'authorization',
    `Bearer ${await issuer.token(serviceClass)}`,
  ];
  const setting = { home, subgraphs, supergraphFile, issuerUrl: issuer.url, right, headers, say };
  return {
    setting,
    close: async () => {
      subgraphs.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
