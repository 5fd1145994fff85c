import { appOnSampleSite, MINUTE, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

jest.setTimeout(30_000);

const verbs = async () => ({
  ...(await import('./audit')),
  ...(await import('./migrate')),
  ...(await import('./read-audit')),
  ...(await import('./verify-audit')),
});

describe('The log of a project', () => {
  let app: AppUnderTest;
  let verb: Awaited<ReturnType<typeof verbs>>;
  beforeEach(async () => {
    app = await appOnSampleSite();
    verb = await verbs();
    await app.asApp(verb.migrate);
  });
  afterEach(() => app.dispose());

  const entry = (text: string, accountId = 'lead') => ({
    actor: { accountId, name: accountId },
    action: 'draft-saved',
    subject: 'agreement:acme',
    text,
  });
  const record = (text: string) => app.asApp(() => verb.recordAudit(PROJECT, entry(text), app.now()));
  const verify = () => app.asUser('lead', () => verb.verifyAudit(PROJECT));
  const sql = (statement: string) => app.sql.execute(statement, [], 'dml');

  it('shows the newest first, page by page', async () => {
    for (let n = 1; n <= 53; n++) await record(`Entry ${n}`);
    const first = await app.asUser('lead', () => verb.readAudit({ projectId: PROJECT }));
    if (!first.ok) throw new Error(first.message);
    expect(first.value.entries.map(({ text }) => text).slice(0, 2)).toEqual(['Entry 53.', 'Entry 52.']);
    const second = await app.asUser('lead', () =>
      verb.readAudit({ projectId: PROJECT, before: first.value.next ?? undefined }),
    );
    expect(second).toMatchObject({
      ok: true,
      value: { entries: [{ text: 'Entry 3.' }, {}, {}], next: null },
    });
  });

  it('chains entries that come at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map(record));
    expect(await verify()).toMatchObject({ ok: true, value: { intact: true, checked: 4, brokenAt: null } });
  });

  it.each<[string, string, number]>([
    ['a changed text', `UPDATE audit_entry SET detail = '{"text":"nothing"}' WHERE seq = 2`, 2],
    ['another name', `UPDATE audit_entry SET actor_name = 'Bob' WHERE seq = 3`, 3],
    ['another time', `UPDATE audit_entry SET at = at + 1 WHERE seq = 1`, 1],
    ['an entry that was taken out', `DELETE FROM audit_entry WHERE seq = 2`, 2],
    ['a first entry that was taken out', `DELETE FROM audit_entry WHERE seq = 1`, 1],
    ['an end that was cut off', `DELETE FROM audit_entry WHERE seq >= 3`, 3],
    ['a log that was emptied', `DELETE FROM audit_entry`, 1],
    ['a hash that was made anew', `UPDATE audit_entry SET entry_hash = previous_hash WHERE seq = 2`, 2],
  ])('tells %s, and where', async (_, tampering, seq) => {
    for (const text of ['a', 'b', 'c', 'd']) await record(text);
    expect(await verify()).toMatchObject({ ok: true, value: { intact: true } });
    await sql(tampering);
    expect(await verify()).toMatchObject({ ok: true, value: { intact: false, brokenAt: { seq } } });
  });

  it('takes a person’s savings of ten minutes as one, and what is repeated once', async () => {
    const save = (accountId: string) =>
      app.asApp(() => verb.recordAuditNowAndThen(PROJECT, entry('Saved', accountId), app.now()));
    await save('lead');
    await app.clock.advanceBy(9 * MINUTE);
    await save('lead');
    await save('root');
    await app.clock.advanceBy(MINUTE);
    await save('lead');
    const once = { ...entry('Signed'), action: 'agreement-signed' };
    for (let n = 0; n < 2; n++) await app.asApp(() => verb.recordAuditOnce(PROJECT, once, app.now()));
    expect(await verify()).toMatchObject({ ok: true, value: { checked: 4 } });
  });

  it.each([
    ['agent', 'forbidden'],
    ['customer', 'not-found'],
    ['outsider', 'not-found'],
  ])('is not for %s', async (accountId, code) => {
    await record('a');
    const before = app.runtime.log.length;
    const results = [
      await app.asUser(accountId, () => verb.readAudit({ projectId: PROJECT })),
      await app.asUser(accountId, () => verb.verifyAudit(PROJECT)),
    ];
    expect(results).toMatchObject([
      { ok: false, code },
      { ok: false, code },
    ]);
    expect(app.runtime.log.slice(before).filter((line) => line.startsWith('SQL '))).toEqual([]);
  });
});
