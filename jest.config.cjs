/** The suite that needs nothing but `npm ci`: engine, Jira shapes, storage, handlers, host stand-ins. */
module.exports = {
  testEnvironment: 'node',
  testTimeout: 60_000,
  // Jest leaves one core free, which is half of a small machine.
  maxWorkers: '100%',
  roots: ['<rootDir>/src', '<rootDir>/host', '<rootDir>/scenarios', '<rootDir>/scripts', '<rootDir>/static'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/build/',
    '<rootDir>/host/browser/',
    '\\.browser\\.test\\.tsx?$',
    '\\.mariadb\\.test\\.ts$',
  ],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};
