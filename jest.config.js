/**
 * Two projects. `unit` needs nothing but Node; `engines` needs the real Temporal server, MongoDB wire and browser
 * that `npm test` starts and names in the environment (TEST_TEMPORAL_ADDRESS, TEST_MONGODB_URI, …).
 */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

module.exports = {
  // For what never ends; nothing is measured by it.
  testTimeout: 600_000,
  testSequencer: '<rootDir>/jest.sequencer.js',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/console/'],
    },
    {
      ...common,
      displayName: 'engines',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts', '<rootDir>/test/console/**/*.test.ts'],
    },
  ],
};
