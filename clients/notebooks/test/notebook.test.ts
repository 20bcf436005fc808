import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack } from '@leader/local-stack/testing/test-stack';
import { python, runPython } from './python.ts';

const folder = path.resolve(import.meta.dirname, '..');
const committed = path.join(folder, 'notebooks/members-over-time.ipynb');
const regionReport = path.join(folder, 'notebooks/region-report.ipynb');

interface Output {
  readonly output_type: string;
  readonly text?: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}
interface Notebook {
  readonly cells: { readonly cell_type: string; source: string[]; readonly outputs?: readonly Output[] }[];
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Notebook;

/** What the last cell prints. */
function factsOf({ cells }: Notebook): Record<string, number> {
  const printed = cells.at(-1)?.outputs?.find((output) => output.output_type === 'stream')?.text ?? [];
  return JSON.parse(printed.join(''));
}

const facts = {
  'members on 2008-12-31': 0,
  'members on 2019-11-23': 235,
  'of them in the east': 190,
  'of them in the west': 45,
  'western members before 2016': 0,
  'joined since 2009': 309,
  'left since 2009': 66,
};

describe('the committed notebook', () => {
  test('shows 235 members on 23 November 2019, none at the end of 2008, and nobody in the west before 2016', () => {
    expect(factsOf(read(committed))).toEqual(facts);
  });

  test.each([
    ['members over time', committed, 4],
    ['the Region’s report', regionReport, 0],
  ])('holds its outputs, and no fault: %s', (_, notebook, plots) => {
    const outputs = read(notebook).cells.flatMap((cell) => cell.outputs ?? []);
    expect(outputs.length).toBeGreaterThan(8);
    expect(outputs.filter(({ data }) => data?.['image/png'])).toHaveLength(plots);
    expect(outputs.filter(({ output_type }) => output_type === 'error')).toEqual([]);
  });

  test.each([
    ['members over time', committed],
    ['the Region’s report', regionReport],
  ])('names no person and no company: %s', (_, notebook) => {
    const seed = JSON.parse(readFileSync(path.resolve(folder, '../../infra/local/seed/membership.json'), 'utf8'));
    const text = readFileSync(notebook, 'utf8');
    const named = seed.companies.flatMap(({ legalName, leader }: { legalName: string; leader?: string[] }) => [
      legalName,
      leader?.join(' '),
    ]);
    expect(named.length).toBeGreaterThan(600);
    expect(named.filter((name: string | undefined) => name && text.includes(name))).toEqual([]);
  });
});

if (!python && process.env['CI'])
  throw new Error(
    'No Python with Jupyter was found: install Debian’s python3-nbclient python3-ipykernel python3-pandas python3-matplotlib python3-requests.',
  );
if (!python)
  console.info(
    'The notebooks were not run: no Python with nbclient, ipykernel, pandas, matplotlib and requests on this machine (or name one with PYTHON).',
  );
const describeWithJupyter = python ? describe : describe.skip;

describeWithJupyter('in a real kernel, on a real network', () => {
  let stack: Stack;
  let place: string;
  let settings: Record<string, string>;
  beforeAll(async () => {
    place = mkdtempSync(path.join(tmpdir(), 'leader-notebooks-'));
    stack = await startTestStack('notebooks');
    settings = { LEADER_URL: stack.url, LEADER_TOKEN: await stack.token('reporter'), MPLCONFIGDIR: place };
  });
  afterAll(async () => {
    await stack?.close();
    rmSync(place, { recursive: true, force: true });
  });

  test.each([
    ['members over time', committed],
    ['the Region’s report', regionReport],
  ])('the notebook runs from top to bottom and finds what is committed: %s', async (_, notebook) => {
    const copy = path.join(place, 'run.ipynb');
    expect(await runPython(['run.py', notebook, copy], folder, settings)).toMatchObject({ code: 0 });
    expect(factsOf(read(copy))).toEqual(factsOf(read(notebook)));
    const tables = ({ cells }: Notebook) => cells.map((cell) => cell.outputs?.map(({ data }) => data?.['text/plain']));
    expect(tables(read(copy))).toEqual(tables(read(notebook)));
  });

  test('a report whose parts do not add up stops at the cell that says it', async () => {
    const wrong = path.join(place, 'wrong-report.ipynb');
    const documents = path.resolve(folder, '../../schema/operations/notebooks');
    const text = readFileSync(regionReport, 'utf8').replace('== members[\\"total\\"], \\"east', '!= members[\\"total\\"], \\"east');
    writeFileSync(wrong, text.replace('../../../schema/operations/notebooks', documents));
    const { code, said } = await runPython(['run.py', wrong], folder, settings);
    expect([code, said]).toEqual([1, expect.stringContaining('AssertionError: east and west add up to the network')]);
  });

  test('a notebook whose facts are not so stops at the cell that says it, and writes nothing', async () => {
    const notebook = read(committed);
    for (const cell of notebook.cells) cell.source = [cell.source.join('').replace('== 235', '== 236')];
    // It asks for documents beside the committed one.
    const wrong = path.join(place, 'wrong.ipynb');
    const documents = path.resolve(folder, '../../schema/operations/notebooks');
    writeFileSync(wrong, JSON.stringify(notebook).replace('../../../schema/operations/notebooks', documents));
    const before = readFileSync(wrong, 'utf8');
    const { code, said } = await runPython(['run.py', wrong], folder, settings);
    expect([code, said]).toEqual([1, expect.stringContaining('AssertionError: 235 members on 23 November 2019')]);
    expect(readFileSync(wrong, 'utf8')).toBe(before);
  });

  test('the analyst’s tables hold the whole directory and no names of people: those do not exist for reports', async () => {
    const script = `
from leader_graph import Graph, Refused
graph = Graph.from_environment()
def frame(fields):
  return graph.frame("query ($first: Int!, $after: String) { companies(first: $first, after: $after) { edges { node { " + fields + " } } pageInfo { hasNextPage endCursor } } }")
rows = frame("id homeBranch { code }")
print(len(rows), rows.columns.tolist())
try:
  frame("id people { name }")
except Refused as refused:
  print(refused)`;
    const { said } = await runPython(['-c', script], folder, { ...settings, PYTHONPATH: path.join(folder, 'src') });
    const [whole, refused] = said.trim().split('\n');
    expect(whole).toBe("330 ['id', 'homeBranch.code']");
    expect(refused).toContain('Cannot query field "people" on type "Company".');
  });

  test('the package keeps what it promises', async () => {
    const { code, said } = await runPython(['-m', 'unittest', 'discover', '-s', 'tests', '-t', '.'], folder, { PYTHONPATH: 'src' });
    expect([code, said]).toEqual([0, expect.stringMatching(/Ran 1[5-9] tests/)]);
  });
});
