import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateFault, StateFolder, type SavedState } from './state-folder';

describe('the state folder', () => {
  let path: string;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'accord-state-'));
  });
  afterEach(() => rmSync(path, { recursive: true }));

  const forge = { kvs: [], queue: [], schedules: { sweep: 1795000300000 } };
  const jira = { nextIssueId: 10001 } as unknown as SavedState['jira'];
  const state: SavedState = { clock: { now: 1795000000000, running: false }, jira, forge };

  it('is empty on the first start, also when the folder does not exist', () => {
    expect(new StateFolder(join(path, 'not', 'yet')).read()).toBeNull();
  });

  it('gives back what was written and leaves no half-written file', () => {
    const folder = new StateFolder(path);
    folder.write({ ...state, clock: { now: 1794000000000, running: true } });
    folder.write(state);
    expect(new StateFolder(path).read()).toEqual(state);
    expect(readdirSync(path)).toEqual(['state.json']);
  });

  it.each([
    '',
    '{"format":1,"clock":{"now":1',
    '[]',
    'null',
    '{"format":99,"clock":{"now":1,"running":true},"jira":{},"forge":{}}',
    '{"format":1,"clock":{"now":"x","running":true},"jira":{},"forge":{}}',
  ])('says how to go on when the file holds %j', (text) => {
    writeFileSync(join(path, 'state.json'), text);
    const read = () => new StateFolder(path).read();
    expect(read).toThrow(StateFault);
    expect(read).toThrow(/damaged or from another version; start with --fresh to begin anew\.$/);
  });

  it('forgets only its own files', () => {
    const folder = new StateFolder(path);
    folder.write(state);
    writeFileSync(join(path, 'store.sqlite'), 'x');
    writeFileSync(join(path, 'notes.txt'), 'mine');
    folder.reset(['store.sqlite']);
    expect(readdirSync(path)).toEqual(['notes.txt']);
  });
});
