import { stringify } from 'yaml';
import { appOnSampleSite, MINUTE, PROJECT, type AppUnderTest } from '../src/app/testing/app-on-sample-site';
import type { EscalationFiringRow } from '../src/storage/escalation-firing';
import type { EscalationScenario } from './escalation-scenario';
import { scenarios } from './escalations.scenario';
import type { ScenarioEvent, ScenarioPerson } from './scenario';
import { scenarioDocument } from './scenario-agreements';
import { instant } from './scenario-history';

const SWEEP = 5 * MINUTE;
const ACCOUNTS: Readonly<Record<ScenarioPerson, string>> = {
  agent: 'agent',
  'other agent': 'agent2',
  customer: 'customer',
  robot: 'app',
};

jest.setTimeout(60_000);

/** Plays the ticket to the app, with sweeps and the queue, as they would have come. */
class Play {
  private issueId = '';
  /** Instants of the jobs that wait in the queue. */
  private readonly due: number[] = [];

  constructor(
    private readonly app: AppUnderTest,
    private readonly scenario: EscalationScenario,
  ) {}

  async run(): Promise<string> {
    const { app, scenario } = this;
    const { agreement, ticket, events, until } = scenario;
    for (const text of typeof agreement === 'string' ? [agreement] : agreement)
      expect(await app.publish(stringify(scenarioDocument(text)))).toMatchObject({ ok: true });
    await this.waitUntil(instant(ticket.created));
    const { reporter = 'customer', priority = 'Medium' } = ticket;
    const given = { project: 'ITS', requestType: 'Report a fault', summary: scenario.title };
    this.issueId = app.jira.createIssue({ ...given, by: ACCOUNTS[reporter], fields: { priority } }).id;
    await this.refresh();
    for (const event of events) {
      await this.waitUntil(instant(event.at));
      this.happen(event);
      await this.refresh();
    }
    await this.waitUntil(instant(until));
    return this.issueId;
  }

  private happen(event: ScenarioEvent): void {
    const { jira } = this.app;
    const by = ACCOUNTS[event.by];
    switch (event.kind) {
      case 'transition': {
        const resolution = event.resolution ?? undefined;
        jira.transition(this.issueId, { by, to: event.to, ...(resolution ? { resolution } : {}) });
        return;
      }
      case 'priority':
        jira.edit(this.issueId, { by, fields: { priority: event.to } });
        return;
      default:
        throw new Error(`Escalation scenarios have no ${event.kind} so far.`);
    }
  }

  /** Every sweep on the way, and every job of the queue in its second. */
  private async waitUntil(at: number): Promise<void> {
    const { app, due } = this;
    const { sweep } = await import('../src/app/sweep');
    for (;;) {
      for (const { job, delayMs } of app.pushed.splice(0))
        if (job.kind === 'refresh') due.push(app.now() + delayMs);
      due.sort((a, b) => a - b);
      const job = due[0] ?? Infinity;
      const next = Math.min(job, (Math.floor(app.now() / SWEEP) + 1) * SWEEP);
      if (next > at) break;
      await app.clock.advanceTo(next);
      if (job === next) {
        due.shift();
        await this.refresh();
      } else await app.asApp(() => sweep(app.push, app.now()));
    }
    await app.clock.advanceTo(at);
  }

  private async refresh(): Promise<void> {
    if (this.issueId === '') return;
    const { refreshTimers } = await import('../src/app/refresh-timers');
    const { app, issueId } = this;
    await app.asApp(() => refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()));
  }
}

describe.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_, scenario) => {
  let app: AppUnderTest;
  beforeAll(async () => {
    app = await appOnSampleSite();
    await app.asApp((await import('../src/app/migrate')).migrate);
  });
  afterAll(() => app.dispose());

  const firingsOf = (issueId: string): Promise<readonly EscalationFiringRow[]> =>
    app.asApp(async () => (await import('../src/storage/escalation-firing')).firingsOfIssue(issueId));
  const internalComments = (issueId: string) =>
    app.jira.issue(issueId).comments.filter(({ internal }) => internal).length;

  it('through sweeps, queue and app', async () => {
    const { done, notWaitedFor = [] } = scenario;
    const issueId = await new Play(app, scenario).run();
    const firings = [...(await firingsOf(issueId))].sort((a, b) => a.firedAt - b.firedAt);
    const acted = firings.filter(({ state }) => state === 'done');
    expect(
      acted.map(({ firedAt, escalationId, cycleNumber }, place) => {
        const expected = instant(done[place]?.at ?? scenario.until);
        const inItsSecond = firedAt >= expected && firedAt < expected + 1_000;
        return {
          at: inItsSecond ? done[place]?.at : new Date(firedAt).toISOString(),
          escalation: escalationId,
          cycle: cycleNumber,
        };
      }),
    ).toEqual(done.map(({ at, escalation, cycle = 1 }) => ({ at, escalation, cycle })));
    const noted = firings.filter(({ state }) => state !== 'done');
    expect(noted.map(({ escalationId, state }) => [escalationId, state]).sort()).toEqual(
      [...notWaitedFor].sort().map((id) => [id, 'skipped']),
    );
    expect(internalComments(issueId)).toBe(done.length);
  });
});
