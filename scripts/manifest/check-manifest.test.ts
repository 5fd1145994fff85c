import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The check is only worth something if it can fail: each row breaks a small sound app in one way. */
const CHECK = path.join(__dirname, '..', 'check-manifest.cjs');

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

function check(only: string, manifest = MANIFEST, index = INDEX) {
  fs.writeFileSync(path.join(folder, 'manifest.yml'), manifest);
  fs.writeFileSync(path.join(folder, 'src', 'index.ts'), index);
  const { status, stdout } = spawnSync(process.execPath, [CHECK, '--app', folder, '--only', only], {
    encoding: 'utf8',
  });
  return { status, stdout };
}

const QUICK = 'events,screens,egress,handlers,functions,routes,scopes,thrift';

describe('npm run check:manifest', () => {
  it('passes a sound app', () => {
    const { status, stdout } = check(QUICK);
    expect(stdout).toContain('8 passed, 0 failed');
    expect(status).toBe(0);
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
  ])('fails on %s', (_, sound, broken, message) => {
    expect(MANIFEST).toContain(sound);
    const { status, stdout } = check(QUICK, MANIFEST.replace(sound, broken));
    expect(stdout).toContain(message);
    expect(status).toBe(1);
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
  ])('fails on %s', (_, sound, broken, message) => {
    expect(INDEX).toContain(sound);
    const { status, stdout } = check(QUICK, MANIFEST, INDEX.replace(sound, broken));
    expect(stdout).toContain(message);
    expect(status).toBe(1);
  });

  it("asks Forge's own validator and linter too", () => {
    const broken = MANIFEST.replace('nodejs24.x', 'nodejs12.x').replace(
      '    - read:jira-work # reads issues\n',
      '',
    );
    const { status, stdout } = check('schema,lint', broken);
    expect(stdout).toMatch(/manifest\.yml:\d+:\d+: .*nodejs/);
    expect(stdout).toMatch(/src\/index\.ts:\d+:\d+: .*read:jira-work/);
    expect(stdout).toContain('0 passed, 2 failed');
    expect(status).toBe(1);
  }, 120_000);
});
