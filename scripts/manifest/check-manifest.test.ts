import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checksOf } from './checks.cjs';
import { readApp } from './read-app.cjs';

/** The check is only worth something if it can fail: each row breaks a small sound app in one way. */
const operation = (scope: string) => ({
  'x-atlassian-oauth2-scopes': [{ state: 'Current', scopes: [scope] }],
});
const SWAGGER = {
  paths: {
    '/rest/api/3/issue/{issueIdOrKey}': { get: operation('read:jira-work') },
    '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': { put: operation('write:jira-work') },
  },
};

const MANIFEST = `
app:
  id: ari:cloud:ecosystem::app/11111111-1111-4111-8111-111111111111
  runtime: { name: nodejs24.x }
permissions:
  scopes:
    - read:jira-work # reads issues
    - write:jira-work # writes the property
modules:
  jira:issuePanel:
    - key: panel
      title: Panel
      icon: resource:main;icon.svg
      resource: main
      resolver: { function: resolver }
  trigger:
    - key: events
      function: on-event
      events: [avi:jira:updated:issue]
  function:
    - { key: resolver, handler: index.resolver }
    - { key: on-event, handler: index.onEvent }
resources:
  - { key: main, path: screen }
`;
const INDEX = `
import api, { route } from '@forge/api';
export const resolver = async () =>
  api.asApp().requestJira(route\`/rest/api/3/issue/\${'1'}?fields=*all\`);
export const onEvent = async () =>
  api.asApp().requestJira(route\`/rest/api/3/issue/\${'1'}/properties/sla\`, { method: 'PUT', body: '{}' });
`;

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accord-manifest-'));
  for (const name of ['src', 'screen']) fs.mkdirSync(path.join(folder, name));
  fs.writeFileSync(path.join(folder, 'screen', 'index.html'), '<!doctype html>');
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

// Forge's own tools look at the working directory and take seconds: see forge-tools.test.ts.
const SLOW = ['schema', 'lint'];

async function check(manifest = MANIFEST, index = INDEX): Promise<string[]> {
  fs.writeFileSync(path.join(folder, 'manifest.yml'), manifest);
  fs.writeFileSync(path.join(folder, 'src', 'index.ts'), index);
  const faults: string[] = [];
  for (const { name, run } of checksOf(readApp(folder), SWAGGER, [SWAGGER]))
    if (!SLOW.includes(name)) faults.push(...(await run()));
  return faults;
}

describe('The manifest check', () => {
  it('finds nothing in a sound app', async () => {
    expect(await check()).toEqual([]);
  });

  it.each([
    [
      'a misspelt event',
      'avi:jira:updated:issue',
      'avi:jira:updated:isue',
      'no such event "avi:jira:updated:isue"; did you mean',
    ],
    [
      'a screen of UI Kit 1',
      'resource: main\n      resolver: { function: resolver }',
      'function: resolver',
      'UI Kit 1',
    ],
    ['a resource that is not there', 'path: screen', 'path: nowhere', 'nowhere does not exist'],
    ['a resource nobody declared', 'resource: main\n', 'resource: other\n', 'names the resource "other"'],
    ['a handler that is not exported', 'index.onEvent', 'index.onEvents', 'does not export "onEvents"'],
    [
      'a function for two kinds of module',
      'function: on-event\n',
      'function: resolver\n',
      'one function per kind',
    ],
    [
      'a function nobody declared',
      '- { key: on-event, handler: index.onEvent }',
      '',
      '"on-event" is used but not declared',
    ],
    [
      'a scope too few',
      '    - write:jira-work # writes the property\n',
      '',
      'needs the scope write:jira-work',
    ],
    [
      'a scope too many',
      '# writes the property',
      '# writes\n    - manage:jira-project # settings',
      'manage:jira-project is declared but not used',
    ],
    ['a scope without a reason', ' # writes the property', '', 'write:jira-work: no comment says why'],
    [
      'data that could leave',
      'permissions:',
      'permissions:\n  external: { fetch: { backend: ["https://example.com"] } }',
      'data could leave',
    ],
  ])('fails on %s', async (_, sound, broken, message) => {
    expect(MANIFEST).toContain(sound);
    expect((await check(MANIFEST.replace(sound, broken))).join('\n')).toContain(message);
  });

  it.each([
    [
      'a path no endpoint has',
      '/rest/api/3/issue/',
      '/rest/api/3/isue/',
      'is not in scripts/manifest/endpoints.swagger.json',
    ],
    ['a method the endpoint is not used with', "method: 'PUT'", "method: 'PATCH'", 'has no PATCH'],
    [
      'a path that is not looked at',
      'api.asApp().requestJira(route`',
      'assumeTrustedRoute("/x"), (`',
      'assumeTrustedRoute',
    ],
  ])('fails on %s', async (_, sound, broken, message) => {
    expect(INDEX).toContain(sound);
    expect((await check(MANIFEST, INDEX.replace(sound, broken))).join('\n')).toContain(message);
  });

  it('fails when Atlassian asks for another scope than we think', () => {
    const official = {
      paths: { ...SWAGGER.paths, '/rest/api/3/issue/{issueIdOrKey}': { get: operation('read:everything') } },
    };
    const openApi = checksOf(readApp(folder), SWAGGER, [official]).find(({ name }) => name === 'openapi');
    expect(openApi?.run()).toEqual([
      'GET /rest/api/3/issue/{issueIdOrKey}: Atlassian asks for read:everything',
    ]);
  });
});
