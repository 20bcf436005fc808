import type { Arena } from '../arena/arena.ts';
import { exchange } from '../wire/exchange.ts';

const rounds = 400;
const body = JSON.stringify({ query: '{ programs { id name } }' });

/** How long the gateway's event loop stands still at worst while well-behaved requests come one after the other, in milliseconds. */
export async function idleBlock(arena: Arena): Promise<number> {
  const { url, witness } = arena.door('gateway');
  const message = { method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body };
  // The first ones compile code.
  for (let round = 0; round < rounds / 2; round += 1) await exchange(url, message);
  await witness.read();
  let worst = 0;
  for (let round = 0; round < rounds; round += 1) {
    await exchange(url, message);
    worst = Math.max(worst, (await witness.read()).blockMs);
  }
  return worst;
}
