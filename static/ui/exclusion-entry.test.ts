import { readEntry, type ExclusionEntry } from './exclusion-entry';

const entry = (change: Partial<ExclusionEntry> = {}): ExclusionEntry => ({
  agreementId: 'acme-it',
  kind: 'service',
  clause: ' 4.2 Planned maintenance ',
  effect: 'time',
  measures: [],
  tickets: 'all',
  when: '',
  issueKey: '',
  windows: [{ from: '2026-11-24T10:30', to: '2026-11-24T13:30' }],
  during: '',
  reason: 'Announced on the 10th.',
  links: [{ url: '', title: '' }],
  attachments: [],
  ...change,
});
const problems = (change: Partial<ExclusionEntry>): Readonly<Record<string, string>> => {
  const reading = readEntry(entry(change), 'Europe/Madrid');
  return reading.ok ? {} : reading.problems;
};

describe('readEntry', () => {
  it('reads times in the zone of the viewer and leaves out what is empty', () => {
    expect(readEntry(entry(), 'Europe/Madrid')).toEqual({
      ok: true,
      proposal: {
        agreementId: 'acme-it',
        kind: 'service',
        clause: '4.2 Planned maintenance',
        effect: 'time',
        measures: [],
        when: null,
        windows: [{ from: Date.parse('2026-11-24T09:30Z'), to: Date.parse('2026-11-24T12:30Z') }],
        during: null,
        issueKey: null,
        reason: 'Announced on the 10th.',
        evidence: [],
      },
    });
  });

  it('takes only what belongs to the choice of tickets', () => {
    const reading = readEntry(
      entry({ tickets: 'one', issueKey: ' help-104', when: 'labels = x', windows: [{ from: '', to: '' }] }),
      'UTC',
    );
    expect(reading).toMatchObject({ ok: true, proposal: { issueKey: 'HELP-104', when: null, windows: [] } });
  });

  it('gives a link its address as title', () => {
    const reading = readEntry(entry({ links: [{ url: 'https://status.example/1', title: ' ' }] }), 'UTC');
    expect(reading).toMatchObject({
      proposal: {
        evidence: [{ kind: 'link', url: 'https://status.example/1', title: 'https://status.example/1' }],
      },
    });
  });

  it.each<[string, Partial<ExclusionEntry>, readonly string[]]>([
    [
      'everything missing',
      { agreementId: '', clause: '', reason: ' ', windows: [] },
      ['agreementId', 'clause', 'reason', 'from.0'],
    ],
    ['half a window', { windows: [{ from: '2026-11-24T10:30', to: '' }] }, ['to.0']],
    [
      'a window that ends first',
      { windows: [{ from: '2026-11-24T10:30', to: '2026-11-24T10:30' }] },
      ['to.0'],
    ],
    ['a filter without JQL', { tickets: 'filter' }, ['when']],
    ['no key', { tickets: 'one', issueKey: 'HELP-0' }, ['issueKey']],
    ['a link that runs', { links: [{ url: 'javascript:alert(1)', title: '' }] }, ['url.0']],
    ['nothing that bounds it', { windows: [] }, ['from.0']],
  ])('says where it is wrong: %s', (_label, change, fields) => {
    expect(Object.keys(problems(change))).toEqual(fields);
  });

  it.each<[string, Partial<ExclusionEntry>]>([
    ['hours', { windows: [], during: 'nights' }],
    ['a filter', { windows: [], tickets: 'filter', when: 'labels = snow' }],
    ['a ticket', { windows: [], tickets: 'one', issueKey: 'HELP-1' }],
  ])('needs no window where %s bound it', (_label, change) => {
    expect(problems(change)).toEqual({});
  });
});
