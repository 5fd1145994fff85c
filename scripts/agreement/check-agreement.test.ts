import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { demoSite } from '../../scenarios/demo/demo-site';
import { AGREEMENT_PRESETS, agreementPreset } from '../../src/agreement/agreement-presets';
import { writeAgreement } from '../../src/agreement/write-agreement';
import { checkAgreement } from './check-agreement';
import { readOptions, UsageError } from './options';

jest.setTimeout(120_000);

const root = join(__dirname, '../..');
const acme = join(root, 'scenarios/agreements/acme-it-support.yaml');
const text = readFileSync(acme, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'agreement-'));

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The demo's site as Jira's REST lists it. */
const site = fileOf(
  'site.json',
  JSON.stringify({
    fields: [
      { id: 'issuetype', name: 'Issue Type', clauseNames: ['issuetype', 'type'], schema: { type: 'issuetype', system: 'issuetype' } },
      { id: 'status', name: 'Status', clauseNames: ['status'], schema: { type: 'status', system: 'status' } },
      { id: 'priority', name: 'Priority', clauseNames: ['priority'], schema: { type: 'priority', system: 'priority' } },
      { id: 'labels', name: 'Labels', clauseNames: ['labels'], schema: { type: 'array', items: 'string', system: 'labels' } },
      { id: 'components', name: 'Components', clauseNames: ['component'], schema: { type: 'array', items: 'component', system: 'components' } },
      { id: 'customfield_10010', name: 'Request Type', schema: { type: 'sd-customerrequesttype', custom: 'x:vp-origin' } },
      { id: 'customfield_10060', name: 'Region', schema: { type: 'option', custom: 'x:select' } },
    ],
    statuses: demoSite.projects[0]?.statuses.map(({ id, name, category }) => ({ id, name, statusCategory: { key: category } })),
    priorities: demoSite.priorities,
    issueTypes: demoSite.projects[0]?.issueTypes,
    requestTypes: demoSite.projects[0]?.requestTypes,
    organizations: demoSite.organizations,
  }),
); // prettier-ignore

/** Each fault with the text its place points at. */
const placesOf = (written: string, known: string | null = null) =>
  checkAgreement(written, known, 'both').faults.map(({ path, line = 0, column = 0 }) => [
    path,
    written.split('\n')[line - 1]?.slice(column - 1),
  ]);

describe('checkAgreement', () => {
  it('says what it could not check without a site', () => {
    const { document, faults, unchecked } = checkAgreement(text, null, 'both');
    expect(faults).toEqual([]);
    expect(document?.id).toBe('acme-it-support');
    expect(unchecked).toEqual(expect.arrayContaining(['names of statuses', 'the field "Region"']));
  });

  it('checks every name against a site', () => {
    const known = checkAgreement(text, site, 'both');
    expect(known.faults).toEqual([]);
    expect(known.unchecked).toEqual(['names of resolutions']);
    const wrong = text.replace('status = Pending', 'status = Pendign').replace('Region =', 'Rgion =');
    expect(placesOf(wrong, site)).toEqual([
      ['measures[1].pauseWhile[1].when', 'status = Pendign }'],
      ['exclusions[2].when', 'Rgion = Americas'],
    ]);
  });

  it.each([
    ['a value', (t: string) => t.replace('within: 30m', 'within: 3d'), 'measures[0].goals[0].within', '3d'],
    ['a value in braces', (t: string) => t.replace('= Highest,', '= = x,'), 'measures[1].goals[0].when', 'priority = = x, within: 4h, calendar: around-the-clock }'],
    ['an unknown key', (t: string) => t.replace('cancelWhile: labels', 'cancelWhil: labels'), 'measures[1].cancelWhil', 'labels = duplicate'],
    ['a missing key, where its parent begins', (t: string) => t.replace(/\neffectiveFrom.*/, ''), 'effectiveFrom', 'accord: 1'],
    ['a list', (t: string) => t.replace(/\n +tiers:[^]*?\n {4}-/, '\n      tiers: []\n    -'), 'consequences.credits[0].tiers', 'tiers: []'],
    ['a key in quotes', (t: string) => t.replace('mon-fri:', '"mon, fry":'), 'calendars[0].hours["mon, fry"]', '09:00-12:30, 13:30-17:30'],
  ])('says where %s stands', (_, change, path, at) => {
    expect(placesOf(change(text))).toEqual([[path, at]]);
  }); // prettier-ignore

  it('says line and column in JSON, too', () => {
    const json = JSON.stringify(parse(text), null, 2).replace('"30m"', '"3d"');
    const [fault] = checkAgreement(json, null, 'both').faults;
    expect(json.split('\n')[(fault?.line ?? 0) - 1]).toContain('"within": "3d"');
  });

  it('leaves the place of a syntax error to its message', () => {
    const [fault] = checkAgreement('a: [1, 2', null, 'both').faults;
    expect(fault).not.toHaveProperty('line');
    expect(fault?.message).toContain('Line 1, column 9');
  });

  it('refuses what could not be stored, with the limit', () => {
    const [fault] = checkAgreement(`${text}#${'x'.repeat(250_000)}`, null, 'both').faults;
    expect(fault?.message).toContain('245760');
  });

  it('tells what the linter finds, with its place, once there are no faults', () => {
    const moments = '    start: [comment by customer]\n    stop: [comment by customer]';
    const same = text.replace('  - preset: next-response', `$&\n${moments}`);
    const { findings } = checkAgreement(same, site, 'both');
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual(['same-start-and-stop']);
    expect(same.split('\n')[(errors[0]?.line ?? 0) - 1]).toMatch(/stop:|comment by customer/);
  });

  it.each(AGREEMENT_PRESETS)('finds nothing in the preset $id', ({ id }) => {
    const [project] = demoSite.projects;
    const preset = agreementPreset(id, {
      projectKey: 'ACME',
      statuses: project?.statuses ?? [],
      priorities: demoSite.priorities,
      timeZone: 'Europe/London',
      today: '2026-11-24',
    });
    const { faults, findings } = checkAgreement(writeAgreement(preset), site, 'provider');
    expect([...faults, ...findings].map(({ path, message }) => `${path}: ${message}`)).toEqual([]);
  });

  it.each([
    ['Effort > 5', []],
    ['"Contract end" < 2026-12-31', []],
    ['Notes ~ "as is"', []],
    ['Effort > 5 and', ['scope']],
    ['reporter in membersOf(vip)', ['scope']],
  ])('takes any field in %s', (jql, paths) => {
    const asked = text.replace(/^scope: .*$/m, `scope: '${jql}'`);
    expect(checkAgreement(asked, null, 'both').faults.map(({ path }) => path)).toEqual(paths);
  });
});

describe('the command line', () => {
  function run(...args: string[]): { readonly code: number; readonly out: string } {
    try {
      const tsx = require.resolve('tsx/cli');
      const script = join(root, 'scripts/agreement.ts');
      return { code: 0, out: execFileSync(process.execPath, [tsx, script, ...args], { encoding: 'utf8', stdio: 'pipe' }) }; // prettier-ignore
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, out: stdout + stderr };
    }
  }

  it('ends with 0 for a valid file and with 1 for a faulty one', () => {
    expect(run('check', acme, '--site', site)).toMatchObject({ code: 0, out: expect.stringContaining('is a valid agreement') }); // prettier-ignore
    const faulty = run('check', fileOf('faulty.yaml', text.replace('30m', '3d')), '--json');
    expect(faulty.code).toBe(1);
    expect(JSON.parse(faulty.out)).toMatchObject({
      valid: false,
      faults: [{ path: 'measures[0].goals[0].within', line: expect.any(Number), column: 17 }],
    });
  });

  it('prints the agreement as HTML and as text', () => {
    const html = join(folder, 'acme.html');
    expect(run('print', acme, '--out', html, '--approval', 'provider')).toEqual({ code: 0, out: '' });
    expect(readFileSync(html, 'utf8')).toContain('alone approves this agreement');
    expect(run('text', acme).out).toMatch(/Goals of Time to first response[^]*Urgent +priority is Highest or High +30 minutes/); // prettier-ignore
  });

  it('ends with 2 where there is nothing to look at', () => {
    expect(run('check', join(folder, 'nothing.yaml'))).toMatchObject({ code: 2, out: expect.stringContaining('ENOENT') }); // prettier-ignore
  });

  it.each([
    [[], 'What to do?'],
    [['lint', 'a.yaml'], 'no command "lint"'],
    [['check'], 'Name a file'],
    [['check', 'a', 'b'], 'One file at a time'],
    [['print', 'a', '--approval', 'nobody'], 'no way to approve'],
    [['check', 'a', '--strict'], 'strict'],
  ])('refuses %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(message);
  });
});
