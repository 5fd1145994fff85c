import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const CHECK = path.join(__dirname, '..', 'check-manifest.cjs');
const MANIFEST = `
app:
  id: ari:cloud:ecosystem::app/11111111-1111-4111-8111-111111111111
  runtime: { name: nodejs24.x }
permissions:
  scopes:
    - write:jira-work
modules:
  trigger:
    - { key: events, function: on-event, events: [avi:jira:updated:issue] }
  function:
    - { key: on-event, handler: index.onEvent }
`;

describe('npm run check:manifest', () => {
  it("asks Forge's own validator and linter, says where the fault is, and exits 1", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accord-manifest-'));
    try {
      fs.mkdirSync(path.join(folder, 'src'));
      fs.writeFileSync(
        path.join(folder, 'manifest.yml'),
        MANIFEST.replace('function: on-event', 'function: on-events'),
      );
      fs.writeFileSync(path.join(folder, 'src', 'index.ts'), 'export const onEvent = () => undefined;\n');
      const args = [CHECK, '--app', folder, '--only', 'schema,lint'];
      const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect(stdout).toMatch(/FAIL {2}the manifest is valid\n {8}manifest\.yml:\d+:\d+: .*on-events/);
      expect(stdout).toMatch(/FAIL {2}forge lint finds nothing\n(.*\n)*.*read:jira-work/);
      expect(stdout).toContain('0 passed, 2 failed');
      expect(status).toBe(1);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
