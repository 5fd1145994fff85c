const base = require('../../jest.config.cjs');

/** What needs a browser: the shell and the panels in Chromium, against a real `npm start`. */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/host/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
};
