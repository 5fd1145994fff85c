/** The SQL suite once more, on a MariaDB that the tests start themselves. */
const base = require('../../jest.config.cjs');

module.exports = {
  ...base,
  rootDir: '../..',
  testMatch: ['**/*.mariadb.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/build/'],
};
