import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { sentences } from '../../src/errors/sentences.ts';
import type { SmallNetwork } from '../support/small-network.ts';
import { differences } from './comparison.ts';
import { Dice, hashOf } from './dice.ts';
import { askTheWhole, partsOf, startNetwork } from './made-up-network.ts';
import { type Asked, randomDocument } from './random-document.ts';
import { randomWorld } from './random-world.ts';
import { smallest } from './smallest.ts';
import type { World } from './world.ts';
import { sdlOf } from './world-sdl.ts';

export interface Tally {
  readonly worlds: number;
  /** Worlds that do not compose: nobody could serve them. */
  readonly discarded: number;
  readonly asked: number;
  readonly invalid: number;
  readonly withErrors: number;
  /** Operations that the gateway refuses because the planner would ask for a field before what it requires. */
  readonly notPlanned: number;
  readonly fetches: number;
  /** A report for each operation that was answered otherwise than by one server without borders. */
  readonly wrong: readonly string[];
}

/** Graphs are dear to make: of few operations each graph gets few, of many more. */
const perWorld = (operations: number) => Math.min(100, Math.max(30, Math.round(operations / 100)));
const mostReports = 5;

/** Makes up graphs until so many operations have been asked of them, and compares every answer. */
export async function playRounds(seed: number, operations: number, mostWrong = mostReports): Promise<Tally> {
  const tally = { worlds: 0, discarded: 0, asked: 0, invalid: 0, withErrors: 0, notPlanned: 0, fetches: 0, wrong: [] as string[] };
  for (let round = 0; tally.asked < operations && tally.wrong.length < mostWrong; round += 1) {
    const worldSeed = hashOf(`${seed} ${round}`);
    const world = randomWorld(worldSeed);
    const made = partsOf(world);
    if (!made) {
      tally.discarded += 1;
      continue;
    }
    tally.worlds += 1;
    const network = await startNetwork(made.parts);
    try {
      const table = new Table(world, made.api, network);
      const dice = new Dice(worldSeed + 1);
      for (let count = 0; count < perWorld(operations) && tally.asked < operations && tally.wrong.length < mostWrong; ) {
        const asked = randomDocument(made.api, dice);
        if (!table.isValid(asked.document)) {
          tally.invalid += 1;
          continue;
        }
        // Again with every switch the other way, as what is kept of the first time must not decide the second.
        for (const one of [asked, { ...asked, variables: flipped(asked.variables) }]) {
          count += 1;
          tally.asked += 1;
          const { lines, errors, isPlanned } = await table.compare(one);
          if (!isPlanned) tally.notPlanned += 1;
          if (errors > 0) tally.withErrors += 1;
          // Told as it was seen first: what rests on the order of answers may not show again.
          if (lines.length > 0)
            tally.wrong.push(await table.report(one, [`seed ${seed}, graph ${round}`, one.document, ...lines].join('\n')));
        }
      }
      tally.fetches += network.fetches.length;
    } finally {
      await network.close();
    }
  }
  return tally;
}

function flipped(variables: Asked['variables']): Asked['variables'] {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, typeof value === 'boolean' ? !value : value]));
}

/** One graph, asked both ways. */
class Table {
  constructor(
    private readonly world: World,
    private readonly api: GraphQLSchema,
    private readonly network: SmallNetwork,
  ) {}

  isValid(document: string): boolean {
    try {
      return validate(this.api, parse(document)).length === 0;
    } catch (error) {
      // Made smaller, it may be no document any more.
      if (error instanceof GraphQLError) return false;
      throw error;
    }
  }

  async compare({ document, variables }: Asked): Promise<{ lines: string[]; errors: number; isPlanned: boolean }> {
    const [ours, whole] = await Promise.all([
      this.network.ask(document, { variables }),
      askTheWhole(this.world, this.api, document, variables),
    ]);
    const isPlanned = !ours.errors.some(({ message }) => message === sentences.inputsNotPlanned.en);
    if (!isPlanned) return { lines: [], errors: 0, isPlanned };
    return {
      isPlanned,
      lines: differences(ours, { data: whole.data ?? null, errors: whole.errors ?? [] }),
      errors: whole.errors?.length ?? 0,
    };
  }

  /** What somebody needs who wants to see why: the smallest question that goes wrong, and who was asked what. */
  async report({ document, variables }: Asked, where: string): Promise<string> {
    const isWrong = async (text: string) => this.isValid(text) && (await this.compare({ document: text, variables })).lines.length > 0;
    const small = await smallest(document, isWrong);
    this.network.reset();
    const { lines } = await this.compare({ document: small, variables });
    const fetched = this.network.fetches.map(({ subgraph, path, operation }) => `${subgraph} at ${path || 'the root'}: ${operation}`);
    const logged = this.network.logged.filter((line) => /"level":(40|50)/.test(line)).map((line) => line.slice(0, 600));
    const schemas = this.world.subgraphs.map((name) => `# ${name}\n${relevant(sdlOf(this.world, name), `${small} ${fetched.join(' ')}`)}`);
    return [where, small, JSON.stringify(variables), ...lines, ...fetched, ...logged, ...schemas].join('\n');
  }
}

/** Of a schema only types that hold a field of the question. */
function relevant(sdl: string, document: string): string {
  const names = new Set(document.match(/\w+/g));
  return sdl
    .split(/\n(?=\w)/)
    .map((text) => text.trim())
    .filter((text) => /^(type|interface|union)/.test(text))
    .filter((text) => /^union/.test(text) || [...text.matchAll(/^ {2}(\w+)/gm)].some(([, name = '']) => names.has(name)))
    .join('\n');
}
