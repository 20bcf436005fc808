/**
 * What is known to hold is what `npm test` asks of everybody's change: the same cases each time. A rare counterexample is for
 * whoever hunts it (`npm run prove:properties`), not for the next who lands something else.
 */
const usual = 20261123;
const largest = 2 ** 31 - 1;

/** The seed of all properties in this run: a number, or drawn where `random` is asked for. */
function propertySeed(asked = '') {
  if (asked === '') return usual;
  if (asked === 'random') return Math.floor(Math.random() * largest);
  if (/^-?\d{1,10}$/.test(asked) && Math.abs(Number(asked)) <= largest) return Number(asked);
  throw new Error(`PROPERTY_SEED is "${asked}": it has to be a whole number of at most ${largest}, or the word random.`);
}

/** How often each property is tried that does not say it itself. */
function propertyRuns(asked = '') {
  if (asked === '') return undefined;
  if (/^[1-9]\d{0,5}$/.test(asked)) return Number(asked);
  throw new Error(`PROPERTY_RUNS is "${asked}": it has to be a whole number from 1 to 999999.`);
}

module.exports = { propertySeed, propertyRuns };
