/** The suite that needs nothing but `npm ci`: engine, Jira shapes, storage, handlers, host stand-ins. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/host', '<rootDir>/scenarios', '<rootDir>/scripts', '<rootDir>/static'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/build/', '<rootDir>/host/browser/', '\\.mariadb\\.test\\.ts$'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } } }],
  },
};
