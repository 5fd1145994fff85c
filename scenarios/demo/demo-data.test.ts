import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAgreement } from '../../src/agreement/parse-agreement';
import type { Cycle } from '../../src/engine/cycle';
import { evaluate } from '../../src/engine/evaluate';
import { ticketHistory } from '../ticket-history';
import { demoData, type DemoTicket } from './demo-data';
import { demoNames, demoTicketSite } from './demo-names';

const { now, site, agreements, open, tickets } = demoData();
const names = demoNames(site);
const ticketSite = demoTicketSite(site);

const rules = new Map(
  agreements.map(({ file, project }) => {
    const parsed = parseAgreement(readFileSync(join(__dirname, '../agreements', file), 'utf8'), names);
    if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.faults, null, 2)}`);
    return [project, parsed];
  }),
);

function measuresAt(ticket: DemoTicket, at: number) {
  const parsed = rules.get(ticket.project);
  if (!parsed) return [];
  return evaluate(ticketHistory(ticket, ticketSite), [parsed.agreement], parsed.exclusions, at);
}

const cycles = tickets.flatMap((ticket) =>
  measuresAt(ticket, now).flatMap((result) =>
    result.cycles.map((cycle) => ({ key: ticket.key, measure: result.measureId, cycle })),
  ),
);
const count = (holds: (cycle: Cycle) => boolean): number => cycles.filter(({ cycle }) => holds(cycle)).length;

function hero(words: string): DemoTicket {
  const found = tickets.find(({ story }) => story?.includes(words));
  if (!found) throw new Error(`no story with "${words}"`);
  return found;
}

function lastCycle(words: string, measure: string): Cycle {
  const result = measuresAt(hero(words), now).find(({ measureId }) => measureId === measure);
  const cycle = result?.cycles.at(-1);
  if (!cycle) throw new Error(`no cycle of ${measure}`);
  return cycle;
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

describe('the demo', () => {
  it('is the same every time', () => expect(demoData()).toEqual({ now, site, agreements, open, tickets }));

  it('has some hundred tickets in three projects and a few in a fourth, numbered in order of creation', () => {
    expect(tickets).toHaveLength(419);
    for (const { key: project } of site.projects) {
      const own = tickets.filter((ticket) => ticket.project === project);
      expect(own.length).toBeGreaterThan(project === 'INIT' ? 4 : 80);
      expect(own.map(({ key }) => key)).toEqual(own.map((_, index) => `${project}-${index + 1}`));
      expect(own.map(({ created }) => created)).toEqual(
        own.map(({ created }) => created).sort((a, b) => a - b),
      );
    }
  });

  it('keeps who leaves from those who only look on, and tells how customers liked the solution', () => {
    const secured = tickets.filter(({ security }) => security === 'Personnel matters');
    expect(secured.length).toBeGreaterThanOrEqual(3);
    expect(new Set(secured.map(({ project }) => project))).toEqual(new Set(['ACME']));
    const ratings = tickets.flatMap(({ events }) =>
      events.flatMap((event) => (event.kind === 'field' ? [Number(event.to)] : [])),
    );
    expect(ratings.length).toBeGreaterThan(100);
    expect([Math.min(...ratings), Math.max(...ratings)]).toEqual([1, 5]);
  });

  it('has one project in which nothing is promised yet', () => {
    const promised = agreements.map(({ project }) => project);
    expect(site.projects.map(({ key }) => key).filter((key) => !promised.includes(key))).toEqual(['INIT']);
  });

  it('tells every story in order, and nothing of the future', () => {
    for (const { key, created, events } of tickets) {
      const times = [created, ...events.map(({ at }) => at), now];
      expect({ key, times }).toEqual({ key, times: [...times].sort((a, b) => a - b) });
    }
  });

  it('names only what the site has, and follows its workflow', () => {
    for (const ticket of tickets) {
      const project = site.projects.find(({ key }) => key === ticket.project)!;
      const statusId = (name: string) => project.statuses.find((status) => status.name === name)?.id;
      const options = (list: readonly { name: string }[]) => list.map(({ name }) => name);
      expect(options(project.issueTypes)).toContain(ticket.issueType);
      const type = project.requestTypes.find(({ name }) => name === ticket.requestType);
      expect(project.issueTypes.find(({ id }) => id === type?.issueTypeId)?.name).toBe(ticket.issueType);
      expect(options(project.components)).toEqual(expect.arrayContaining([...ticket.components]));
      expect(options(site.organizations)).toEqual(expect.arrayContaining([...ticket.organizations]));
      expect(project.roles.customer).toContain(ticket.reporter);
      let status = ticket.status;
      for (const event of ticket.events) {
        expect(site.users.map(({ accountId }) => accountId)).toContain(event.by);
        if (event.kind !== 'transition') continue;
        const allowed = project.workflow.transitions.some(
          ({ from, to }) => to === statusId(event.to) && (!from || from.includes(statusId(status)!)),
        );
        expect({ key: ticket.key, from: status, to: event.to, allowed }).toMatchObject({ allowed: true });
        status = event.to;
      }
    }
  });

  it('shows every state', () => {
    const open = (holds: (cycle: Cycle) => boolean) =>
      count((cycle) => cycle.outcome === 'ongoing' && holds(cycle));
    expect(open(({ phase }) => phase === 'running')).toBeGreaterThan(10);
    expect(open(({ phase }) => phase === 'paused')).toBeGreaterThan(3);
    expect(open(({ phase }) => phase === 'outside-hours')).toBeGreaterThan(5);
    expect(open(({ phase }) => phase === 'excluded')).toBeGreaterThan(1);
    expect(open(({ atRisk, net }) => atRisk && !net.breached)).toBeGreaterThan(2);
    expect(open(({ net }) => net.breached)).toBeGreaterThan(1);
    expect(count(({ outcome }) => outcome === 'met')).toBeGreaterThan(200);
    expect(count(({ outcome }) => outcome === 'breached')).toBeGreaterThan(20);
    expect(count(({ outcome }) => outcome === 'cancelled')).toBeGreaterThan(1);
    expect(count(({ goals }) => goals.at(-1)?.durationMs === null)).toBeGreaterThan(5);
    expect(count(({ leftOutBy }) => leftOutBy !== null)).toBeGreaterThan(0);
    expect(count(({ flag }) => flag === 'resolved without a reply')).toBeGreaterThan(2);
    expect(count(({ goals }) => goals.length > 1)).toBeGreaterThan(5);
  });

  it('is about to see several clocks run out', () => {
    const soon = cycles.filter(({ cycle }) => {
      const { breachTime, breached } = cycle.net;
      return (
        cycle.outcome === 'ongoing' && !breached && breachTime !== null && breachTime <= now + 15 * 60_000
      );
    });
    expect(soon.length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['two minutes', 'time-to-first-response', 'running', '2026-11-24T10:42:00.000Z'],
    ['10:44:30', 'time-to-first-response', 'running', '2026-11-24T10:44:30.000Z'],
    ['10:47', 'time-to-resolution', 'running', '2026-11-24T10:47:00.000Z'],
    ['every two hours', 'periodic-update', 'running', '2026-11-24T10:50:00.000Z'],
    ['it is 18:40', 'time-to-first-response', 'outside-hours', '2026-11-25T01:30:00.000Z'],
    ['Gross and net', 'time-to-resolution', 'excluded', '2026-11-24T17:20:00.000Z'],
    ['mirror clock', 'customer-wait', 'running', null],
    ['mirror clock', 'time-to-resolution', 'paused', null],
    ['by a vendor', 'time-to-resolution', 'paused', null],
    ['switched its network off', 'time-to-resolution', 'excluded', '2026-11-25T04:30:00.000Z'],
    ['no promise', 'time-to-resolution', 'running', null],
  ])('story "%s": %s is %s until %s', (words, measure, phase, due) => {
    const cycle = lastCycle(words, measure);
    expect({ phase: cycle.phase, due: iso(cycle.net.breachTime) }).toEqual({ phase, due });
  });

  it('tells of a breach, a reopening, an outage left out and a snow day that counts', () => {
    const breached = lastCycle('Breached and still open', 'time-to-resolution');
    expect(breached).toMatchObject({ outcome: 'ongoing', net: { breached: true } });
    expect(breached.goals.map(({ name }) => name)).toEqual(['Everything else', 'High']);
    const [first, second] = measuresAt(hero('Reopened'), now)[1]!.cycles;
    expect([first?.outcome, second?.outcome]).toEqual(['met', 'ongoing']);
    expect(lastCycle('Left out', 'time-to-resolution').leftOutBy).toBe('6.1 Outage of a card network');
    expect(lastCycle('snow day', 'time-to-resolution')).toMatchObject({
      outcome: 'breached',
      leftOutBy: null,
    });
  });
});
