import { stringify } from 'yaml';
import type { Failure } from '../contract';
import { AGREEMENT, appOnSampleSite, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

jest.setTimeout(60_000);

/** What the longest agreements are: 90 goals, 400 holidays, and text up to the limit. */
const large = (bytes: number): string => {
  const holidays = Array.from({ length: 400 }, (_, n) => {
    const date = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    return { date, name: `Holiday ${n} – “Größe” <b>&amp;</b> =1+1 \u202e🙂` };
  });
  const goals = (measure: number) =>
    Array.from({ length: 45 }, (_, n) => ({
      name: `Goal ${measure}-${n} '; DROP TABLE timer; --`,
      when: `priority in (Highest, High) AND summary ~ "till ${n}"`,
      within: `${n + 1}h`,
    }));
  const head = AGREEMENT.slice(0, AGREEMENT.indexOf('calendars:'));
  const rest = stringify({
    calendars: [
      { id: 'office', name: 'Office', timeZone: 'UTC', hours: { 'mon-fri': '09:00-17:00' }, holidays },
    ],
    measures: [
      { preset: 'time-to-first-response', goals: goals(1) },
      { preset: 'time-to-resolution', goals: goals(2) },
    ],
  });
  const text = `${head}${rest}`;
  const line = '# what was agreed and why, in the words of those who were there\n';
  const room = bytes - Buffer.byteLength(text);
  return text + line.repeat(Math.floor(room / line.length)) + '#'.repeat(room % line.length);
};

describe('Limits of an agreement', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await import('./migrate')).migrate);
  });
  afterEach(() => app.dispose());

  it('240 KB with 90 goals, 400 holidays and hostile texts are published as they are', async () => {
    const text = large(245_760);
    expect(Buffer.byteLength(text)).toBe(245_760);
    expect(await app.publish(text)).toMatchObject({ ok: true });
    const [version] = await app.agreements(PROJECT);
    expect(version?.agreement.measures.flatMap(({ goals }) => goals)).toHaveLength(90);
    expect(version?.agreement.calendars[0]?.holidays).toHaveLength(400);
    const { exportAgreement } = await import('./export-agreement');
    const asked = { projectId: PROJECT, agreementId: 'acme', version: 1 };
    expect(await app.asUser('agent', () => exportAgreement(asked))).toMatchObject({
      ok: true,
      value: { text },
    });
    const issueId = app.issue();
    const { refreshTimers } = await import('./refresh-timers');
    await app.asApp(() => refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()));
    expect(await app.timers(issueId)).toHaveLength(2);
  });

  it('a byte more is refused, and the limit is named', async () => {
    const result = (await app.publish(large(245_761))) as Failure;
    expect(result).toMatchObject({ ok: false, code: 'invalid' });
    expect(result.faults?.[0]?.message).toBe('The document has 245761 bytes; the limit is 245760 (240 KB).');
  });

  /** A short document that is long once its conditions have been worked out. */
  const withMeasures = (count: number) => {
    const head = AGREEMENT.slice(0, AGREEMENT.indexOf('measures:'));
    const measures = Array.from(
      { length: count },
      (_, n) =>
        `  - { preset: time-to-resolution, id: m${n}, pauseWhile: [{ name: W, when: statusCategory != Done }], goals: [{ name: All, within: 8h }] }`,
    );
    return `${head}measures:\n${measures.join('\n')}`;
  };

  it('what one statement cannot store is refused before anybody signs it', async () => {
    const result = (await app.publish(withMeasures(1_400))) as Failure;
    expect(result).toMatchObject({ ok: false, code: 'invalid', faults: [{ path: '' }] });
    expect(result.faults?.[0]?.message).toMatch(/too large to be stored.*the limit is 1000000/);
  });

  it('one version more than can be read at once is refused: the ones before it stay readable', async () => {
    await app.publish(large(100_000));
    const [version] = await app.agreements(PROJECT);
    if (!version) throw new Error('not published');
    const fit = Math.floor(3_800_000 / Buffer.byteLength(JSON.stringify(JSON.stringify(version))));
    const { sizeFaults } = await import('./document-limits');
    const faultsAfter = (count: number) =>
      sizeFaults(
        '',
        version,
        Array.from({ length: count }, () => version),
      );
    expect(faultsAfter(fit - 2)).toEqual([]);
    expect(faultsAfter(fit)[0]?.message).toMatch(/too large: they have \d+ bytes.*the limit is 3800000/);
  });
});
