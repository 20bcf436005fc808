/** One configuration for every package; `npm test -w services/accelerator` narrows it to a folder. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/gateway', '<rootDir>/services', '<rootDir>/schema', '<rootDir>/infra', '<rootDir>/clients'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          // Explicit types make decorator metadata needless, and the import traps that come with it go away.
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: true },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/infra/local/src/jest-global-setup.cjs',
  globalTeardown: '<rootDir>/infra/local/src/jest-global-teardown.cjs',
  testSequencer: '<rootDir>/infra/local/src/jest-slow-first.cjs',
  setupFiles: ['<rootDir>/infra/local/src/jest-properties.mjs'],
  // Ends what hangs, and nothing that is slow: two busy cores need minutes to build and start a whole network.
  testTimeout: 400_000,
  maxWorkers: 2,
};
