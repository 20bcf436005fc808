import house from '../../../jest.config.js';

const { globalSetup: _noDatabase, globalTeardown: _norItsEnd, ...usual } = house;

/** Only what runs in this process, without a database or a port: a mutation score asks for thousands of runs. */
export default {
  ...usual,
  rootDir: new URL('../../..', import.meta.url).pathname,
  roots: ['<rootDir>/gateway/src', '<rootDir>/services/subgraph-kit/src/identity'],
  testTimeout: 10_000,
};
