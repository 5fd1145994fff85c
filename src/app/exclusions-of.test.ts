import { anAgreement, anExclusion, at } from '../engine/testing/builders';
import type { CompiledAgreement } from '../storage/agreement-version';
import { exclusionsBeside, exclusionsOf } from './exclusions-of';

const version = (number: number, from: string, exclusions: CompiledAgreement['exclusions'], id = 'acme') => ({
  agreement: anAgreement({ id, version: number, effectiveFrom: at(from) }),
  exclusions,
  parties: {
    provider: { name: 'Northwind', timeZone: 'Europe/London' },
    customer: { name: 'Acme', timeZone: 'America/New_York' },
  },
});
const ISSUE = '10001';
const october = [{ start: at('2026-10-03T22:00:00Z'), end: at('2026-10-04T04:00:00Z') }];
const acrossNovember = [{ start: at('2026-10-31T22:00:00Z'), end: at('2026-11-01T04:00:00Z') }];

describe('The exclusions of all versions', () => {
  it('hold as the newest version words them, also for the time before that version', () => {
    const first = version(1, '2026-09-01T00:00:00Z', []);
    const second = version(2, '2026-11-01T00:00:00Z', [anExclusion({ windows: october })]);
    expect(exclusionsOf([first, second])).toEqual([anExclusion({ windows: october })]);
  });

  it('hold until the version takes effect that drops them', () => {
    const first = version(1, '2026-09-01T00:00:00Z', [
      anExclusion({ windows: [...october, ...acrossNovember] }),
    ]);
    const second = version(2, '2026-11-01T00:00:00Z', []);
    expect(exclusionsOf([second, first])).toEqual([
      anExclusion({
        windows: [...october, { start: at('2026-10-31T22:00:00Z'), end: at('2026-11-01T00:00:00Z') }],
      }),
    ]);
  });

  it('end with their version when they held at any time', () => {
    const first = version(1, '2026-09-01T00:00:00Z', [anExclusion({ windows: null })]);
    const second = version(2, '2026-11-01T00:00:00Z', []);
    const [dropped] = exclusionsOf([first, second]);
    expect(dropped?.windows?.map((window) => window.end)).toEqual([at('2026-11-01T00:00:00Z')]);
  });

  it('of one agreement do not end with a version of another', () => {
    const acme = version(1, '2026-09-01T00:00:00Z', [anExclusion({ windows: october })]);
    const other = version(2, '2026-09-02T00:00:00Z', [], 'other');
    expect(exclusionsOf([acme, other])).toEqual([anExclusion({ windows: october })]);
  });

  it('agreed beside the agreement are those for this ticket and for all, not those for another', () => {
    const agreed = [
      { issueId: null, exclusion: anExclusion({ id: 'for-all' }) },
      { issueId: ISSUE, exclusion: anExclusion({ id: 'for-this-one' }) },
      { issueId: '10002', exclusion: anExclusion({ id: 'for-another' }) },
    ];
    expect(exclusionsBeside(agreed, ISSUE).map(({ id }) => id)).toEqual(['for-all', 'for-this-one']);
  });
});
