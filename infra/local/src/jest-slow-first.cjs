const path = require('node:path');
const { default: TestSequencer } = require('@jest/test-sequencer');

/**
 * What takes longest, the longest first. A clone that has run no tests yet knows no durations and goes by the sizes of files, which say
 * nothing of a test that starts the whole network: one of those at the end would leave all workers but its own without work.
 */
const slowPlaces = [
  'infra/chaos/test/teeth',
  'gateway/test/oracle/oracle',
  'clients/graphiql/test/',
  'clients/console/test/journey',
  'gateway/test/matrix/',
  'infra/attack/test/',
  'gateway/test/journeys/',
  'services/membership/test/member-breakdown-known',
  'clients/hub-app/test/',
  'infra/chaos/test/',
  'clients/notebooks/test/',
  'clients/cli/test/',
  'services/subgraph-kit/test/events/killing',
];

module.exports = class SlowFirst extends TestSequencer {
  static slowPlaces = slowPlaces;

  async sort(tests) {
    const usual = await super.sort([...tests]);
    return usual
      .map((test) => ({ test, at: placeOf(test) }))
      .sort((left, right) => left.at - right.at)
      .map(({ test }) => test);
  }
};

function placeOf({ path: file, context }) {
  const name = path.relative(context.config.rootDir, file).split(path.sep).join('/');
  const place = slowPlaces.findIndex((slow) => name.startsWith(slow));
  return place === -1 ? slowPlaces.length : place;
}
