import path from 'node:path';
import { roomForTheYoung } from '@leader/local-stack/stack/parts';
import { runTypeScript } from '@leader/local-stack/stack/programs';
import { sdlsOfTheFirstVersion, subgraphs } from '../graph/sdls.ts';
import type { Contender } from './contender.ts';
import { ours } from './ours.ts';
import { peersFolder, versionOf } from './packages.ts';

const inFolder = (file: string) => path.join(peersFolder, file);

const stock: Contender = {
  name: 'stock',
  isPeer: true,
  note: `@apollo/gateway ${versionOf('@apollo/gateway')} in Apollo Server ${versionOf('@apollo/server')}`,
  path: '/',
  command: async ({ supergraphFile, port }) => ({ args: [inFolder('stock.mjs'), supergraphFile, String(port)], environment: {} }),
};

function hive(deduplicates: boolean, isNative: boolean): Contender {
  const version = `@graphql-hive/gateway ${versionOf('@graphql-hive/gateway')}`;
  return {
    name: `Hive Gateway${isNative ? ', native' : ''}${deduplicates ? ', deduplicating' : ''}`,
    isPeer: true,
    note: isNative ? `${version}, runtime @graphql-hive/router-runtime ${versionOf('@graphql-hive/router-runtime')}` : version,
    path: '/graphql',
    command: async ({ supergraphFile, port }) => ({
      args: [
        inFolder('node_modules/@graphql-hive/gateway/dist/bin.js'),
        'supergraph',
        supergraphFile,
        ...(isNative ? ['--hive-router-runtime'] : []),
        ...['--host', '127.0.0.1', '--port', String(port), '--config-path', inFolder('hive.config.mjs')],
      ],
      environment: { DEDUPLICATE: deduplicates ? 'on' : 'off' },
    }),
  };
}

const mercurius: Contender = {
  name: 'Mercurius',
  isPeer: true,
  note: `@mercuriusjs/gateway ${versionOf('@mercuriusjs/gateway')} on mercurius ${versionOf('mercurius')}`,
  path: '/graphql',
  command: async ({ subgraphUrls, port }) => {
    const services = subgraphs.map((name) => ({ name, url: `${subgraphUrls[name]}/graphql`, schema: sdlsOfTheFirstVersion[name] }));
    return { args: [inFolder('mercurius.mjs'), JSON.stringify(services), String(port)], environment: {} };
  },
};

const limit: Contender = {
  name: 'the limit',
  note: 'both operations written by hand: `node:http`, undici `dispatch`, `JSON.stringify`, no GraphQL',
  path: '/graphql',
  command: async ({ subgraphUrls, port }) => ({
    args: [roomForTheYoung, ...runTypeScript(path.join(import.meta.dirname, 'limit.ts')), JSON.stringify(subgraphUrls), String(port)],
    environment: {},
  }),
};

/** Made when they are needed: their versions are known once they are installed. */
export const contenders = (): readonly Contender[] => [
  ours,
  stock,
  hive(false, false),
  hive(true, false),
  hive(false, true),
  hive(true, true),
  mercurius,
  limit,
];
