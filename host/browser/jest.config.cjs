const base = require('../../jest.config.cjs');

/** What needs a browser: the shell and the panel in Chromium, against a real `npm start` and on its own. */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/host/browser', '<rootDir>/static'],
  testMatch: ['<rootDir>/host/browser/**/*.test.ts', '<rootDir>/static/**/*.browser.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/host/browser/before-all.ts',
  globalTeardown: '<rootDir>/host/browser/after-all.ts',
  setupFilesAfterEnv: ['<rootDir>/host/browser/once-more.ts'],
  testTimeout: 240_000,
};
