import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock } from './clock';
import { createForge, type LocalForge } from './forge/create-forge';
import { createSqliteBackend } from './forge/sql/sqlite-backend';
import { createLocalJira } from './jira/local-jira';
import type { EventHabits, LocalJira } from './jira/local-jira-api';
import { MONDAY_NINE } from './jira/sample-jira';
import { sampleSite } from './jira/sample-site';
import { seededRandom } from './jira/seeded-random';
import { installApp } from './seed/fill-site';
import { signAgreement } from './seed/sign-agreement';

const root = join(__dirname, '..');
const bundle = join(root, 'dist/app.cjs');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TRANSITIONS = ['Ask the customer', 'Resume', 'Resolve', 'Reopen'];

const AGREEMENT = `
accord: 1
id: acme
name: IT support for Acme
effectiveFrom: 2026-01-01
parties:
  provider: { name: Northwind, timeZone: Europe/London }
  customer: { name: Acme, timeZone: America/New_York }
calendars:
  - { id: office, name: Office, timeZone: Europe/London, hours: { mon-fri: '09:00-17:00' } }
measures:
  - preset: time-to-first-response
    goals: [{ name: All, within: 1h }]
  - preset: next-response
    goals: [{ name: All, within: 2h }]
  - preset: time-to-resolution
    pauseWhile: [{ name: Waiting, when: status = "Waiting for customer" }]
    goals: [{ name: High, when: priority = High, within: 2h }, { name: All, within: 4h }]
`;

jest.setTimeout(60_000);

const bundled = existsSync(bundle) ? describe : describe.skip;
bundled('The whole app (needs npm run build)', () => {
  it('ends in the same rows however events arrive: late, doubled, reordered, bare, or never', async () => {
    const clean = await played({}, 0);
    const worst: EventHabits = {
      delayMs: [0, 180_000],
      doubleShare: 0.3,
      shuffle: 0.3,
      dropChangelogShare: 0.5,
      loseShare: 0.2,
      seed: 11,
    };
    expect(clean.length).toBeGreaterThan(100);
    expect(await played(worst, 0.3)).toEqual(clean);
  });
});

/** A working day of forty tickets, and the night in which the app reconciles. Every row and every property. */
async function played(events: EventHabits, doubledShare: number): Promise<unknown[]> {
  const clock = new MovableClock(MONDAY_NINE, false);
  const sql = createSqliteBackend();
  let deliver: LocalForge['deliver'] = () => Promise.resolve();
  const jira = createLocalJira({
    clock,
    site: sampleSite,
    emit: (event) => void deliver(event),
    indexLagMs: 5_000,
    events,
    limits: { bursts: false, pointsPerHour: Number.MAX_SAFE_INTEGER },
  });
  const options = { clock, appFolder: root, bundle, jira: jira.fetch, sql, rateLimited: false };
  const forge = createForge({ ...options, doubledShare, seed: 3 });
  deliver = (event) => forge.deliver(event);
  forge.start();
  try {
    await installApp(forge, 'root');
    const project = jira.projects()[0];
    if (project) await signAgreement({ jira, forge }, project, AGREEMENT);
    await act(jira, clock);
    await clock.advanceBy(DAY + 30 * MINUTE);
    await forge.idle();
    return await everything(jira, sql);
  } finally {
    await forge.stop();
    jira.stop();
    clock.stop();
    await sql.close();
  }
}

/** The same acts in every run, at the same instants. */
async function act(jira: LocalJira, clock: MovableClock): Promise<void> {
  const random = seededRandom(5);
  const ids: string[] = [];
  for (let step = 0; step < 300; step++) {
    await clock.advanceBy(Math.ceil(random() * 2 * MINUTE));
    const id = ids[Math.floor(random() * ids.length)];
    const dice = random();
    if (!id || (ids.length < 40 && dice < 0.3))
      ids.push(
        jira.createIssue({ by: 'customer', project: 'ITS', requestType: 'Report a fault', summary: 'Down' })
          .id,
      );
    else if (dice < 0.5) jira.comment(id, { by: random() < 0.5 ? 'agent' : 'customer', text: 'Hello' });
    else if (dice < 0.6)
      jira.edit(id, { by: 'agent', fields: { priority: random() < 0.5 ? 'High' : 'Low' } });
    else {
      const to = TRANSITIONS[Math.floor(random() * TRANSITIONS.length)] ?? 'Resolve';
      jira.transition(id, { by: 'agent', to });
    }
  }
}

async function everything(jira: LocalJira, sql: ReturnType<typeof createSqliteBackend>): Promise<unknown[]> {
  const { rows } = await sql.execute(
    `SELECT issue_id, agreement_id, measure_id, cycle_number, state, outcome, started_at, stopped_at, goal_ms,
            CASE WHEN stopped_at IS NULL THEN 0 ELSE elapsed_ms END AS elapsed, breached, at_risk, breach_at
       FROM timer ORDER BY issue_id, agreement_id, measure_id, cycle_number`,
    [],
    'dml',
  );
  const properties = jira.issues().map(({ id, properties: { sla } }) => ({ id, sla }));
  return [...(rows as unknown[]), ...properties];
}
