import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom (the table in docs/architecture.md). `target` may import from `src` only what is listed;
 * tests are held to the same table, except that they may use the host's stand-ins.
 */
const FOLDERS = ['engine', 'agreement', 'jira', 'storage', 'app', 'handlers'];
const MAY_IMPORT = {
  engine: [],
  agreement: ['engine'],
  jira: ['engine'],
  storage: ['engine'],
  app: ['engine', 'agreement', 'jira', 'storage'],
  handlers: ['app'],
};
// contract.ts is types only: every layer from app outwards speaks it, the ones below must not know it.
const MAY_KNOW_THE_CONTRACT = ['agreement', 'app', 'handlers'];

const zones = FOLDERS.flatMap((folder) => [
  ...FOLDERS.filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other)).map((other) => ({
    target: `./src/${folder}`,
    from: `./src/${other}`,
    message: `src/${folder} may import ${MAY_IMPORT[folder].join(', ') || 'nothing else'}.`,
  })),
  ...(MAY_KNOW_THE_CONTRACT.includes(folder)
    ? []
    : [
        ...['./src/contract.ts', './src/contract'].map((from) => ({
          target: `./src/${folder}`,
          from,
          message: 'The contract is for app and outwards.',
        })),
      ]),
  { target: `./src/${folder}`, from: './static', message: 'Screens are another program.' },
]);

const STATIC_ENTRIES = [
  'issue-panel',
  'portal-request',
  'portal-agreements',
  'project-settings',
  'compliance',
  'gadget',
  'project-page',
];
const staticZones = [
  ...STATIC_ENTRIES.flatMap((entry) =>
    // The project page is nothing but the two screens it holds.
    STATIC_ENTRIES.filter((other) => other !== entry && entry !== 'project-page').map((other) => ({
      target: `./static/${entry}`,
      from: `./static/${other}`,
      message: 'An entry may not import another entry; shared pieces live in static/ui.',
    })),
  ),
  {
    target: './static',
    from: './src',
    except: ['./contract.ts', './contract', './engine'],
    message: 'Only types of src/contract.',
  },
  { target: './static', from: './host', message: 'The host is never deployed.' },
];

const SOURCE = ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.cjs'];
const TESTS = ['**/*.test.ts', '**/*.test.tsx'];

/** Packages a folder may not reach for. */
function refuse(...patterns) {
  return ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }];
}

const NO_CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is given as `now`.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is given as `now`.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time is given as `now`.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Same input, same answer.',
  },
  { selector: "MemberExpression[object.name='performance']", message: 'Time is given as `now`.' },
];
const NO_IO = [
  { selector: ':function[async=true]', message: 'The engine does no I/O: nothing to wait for.' },
  { selector: 'AwaitExpression', message: 'The engine does no I/O: nothing to wait for.' },
  { selector: 'ImportExpression', message: 'Imports of the engine are static.' },
];
const NO_INTL = [
  { selector: "Identifier[name='Intl']", message: 'Zones are known to engine/time-zone.ts only.' },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'Zones are known to engine/time-zone.ts only.',
  },
];

export default tseslint.config(
  {
    ignores: ['node_modules/', 'dist/', '**/build/', 'coverage/', '.local/', 'test-results/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: SOURCE,
    extends: [tseslint.configs.recommended],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'] }),
      ],
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/external-module-folders': ['node_modules'],
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/no-restricted-paths': [
        'error',
        { basePath: import.meta.dirname, zones: [...zones, ...staticZones] },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'static/**/*.{ts,tsx}', 'host/**/*.ts'],
    rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] },
  },
  // Tools read their configuration from a default export; scripts for plain node are CommonJS.
  {
    files: ['**/*.config.{ts,mjs,cjs,js}', '**/*.mjs', '**/*.d.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },

  {
    files: ['src/engine/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': refuse([
        ['node:*', '@forge/*', '@atlaskit/*', '@atlassian/*', 'zod', 'yaml', 'date-fns', '@date-fns/*'],
        'The engine imports only itself.',
      ]),
      'no-restricted-syntax': ['error', ...NO_CLOCK, ...NO_IO, ...NO_INTL],
    },
  },
  {
    files: ['src/engine/time-zone.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK, ...NO_IO] },
  },
  {
    files: ['src/agreement/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': refuse([
        ['node:*', '@forge/*'],
        'src/agreement imports engine, zod and yaml.',
      ]),
      'no-restricted-syntax': ['error', ...NO_CLOCK],
    },
  },
  {
    files: ['src/jira/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': refuse([
        ['@forge/sql', '@forge/kvs', '@forge/events', '@forge/resolver'],
        'src/jira speaks to Jira only.',
      ]),
      'no-restricted-syntax': ['error', ...NO_CLOCK],
    },
  },
  {
    files: ['src/storage/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': refuse([
        ['@forge/api', '@forge/events', '@forge/resolver'],
        'src/storage speaks to Forge SQL and KVS only.',
      ]),
      'no-restricted-syntax': ['error', ...NO_CLOCK],
    },
  },
  {
    files: ['src/app/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': refuse([
        ['@forge/*'],
        'src/app reaches the platform through jira, storage and ports.',
      ]),
      'no-restricted-syntax': ['error', ...NO_CLOCK],
    },
  },

  // A stand-in that shared the app's rules would prove nothing.
  {
    files: ['host/**/*.ts', 'host/**/*.tsx'],
    rules: {
      'no-restricted-imports': refuse([
        ['**/src/engine/*', '**/src/engine'],
        'The host may not use the engine it is there to test.',
      ]),
    },
  },
  {
    files: ['static/**/*.{ts,tsx}', 'host/shell/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['static/**/*.{ts,tsx}'],
    // Galleries and build settings run in node.
    ignores: [...TESTS, 'static/**/gallery/**', 'static/**/*.config.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/*', '**/src/**'],
              allowTypeImports: true,
              message: 'Only types of src/contract.',
            },
            {
              group: ['@forge/api', '@forge/sql', '@forge/kvs', '@forge/events', '@forge/resolver', 'node:*'],
              message: 'Not in a browser.',
            },
          ],
        },
      ],
    },
  },
);
