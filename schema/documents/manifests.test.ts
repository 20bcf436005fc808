import { describe, expect, test } from '@jest/globals';
import { manifestOf, manifestProblems, nobodys } from './manifests.ts';

const client = { name: 'app', clientIds: ['app-1'], contracts: [], adoption: 'log' } as const;
const document = (text: string) => ({ file: 'a.graphql', text });
const hashesOf = (manifest: string) => Object.keys(JSON.parse(manifest).documents);

describe('a manifest', () => {
  test('names each document by what it says, not by how it is laid out', () => {
    const made = manifestOf(client, [document('query A { a(b: 1) { c } }')]);
    expect(manifestOf(client, [document('# Why we ask.\nquery A {\n  a(b: 1) {\n c } }\n')])).toBe(made);
    expect(hashesOf(manifestOf(client, [document('query A { a(b: 2) { c } }')]))).not.toEqual(hashesOf(made));
  });

  test('holds the names of all operations of a document', () => {
    const [entry] = Object.values(JSON.parse(manifestOf(client, [document('query A { a } query B { b }')])).documents);
    expect(entry).toMatchObject({ name: 'A B' });
  });
});

test('every committed manifest is what the documents say', async () => {
  expect(await manifestProblems()).toEqual([]);
});

test('a folder of documents that belongs to no client is noticed', () => {
  expect(nobodys(['console', 'new-app'])).toEqual([
    'schema/operations/new-app: whose documents are these? Say so in schema/documents/clients.ts.',
  ]);
});
