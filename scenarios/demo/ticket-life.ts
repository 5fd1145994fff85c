import type { TicketEvent, TicketEventKind } from '../ticket';
import type { Random } from './random';
import type { RequestTemplate } from './requests';
import { afterWork, shifts, type Zone } from './shift';

/** Working minutes that the agreement promises. */
export interface Promise {
  readonly response: number;
  readonly resolution: number;
}

interface Person {
  readonly accountId: string;
  readonly zone: Zone;
}

export interface LifeInput {
  readonly created: number;
  readonly priority: string;
  readonly template: RequestTemplate;
  readonly reporter: Person;
  readonly agent: Person;
  readonly promise: Promise;
}

const ROBOT = 'automation-for-jira';
const DAY = 86_400_000;

const THANKS = [
  'Perfect, thank you!',
  'Works again, thanks for the quick help.',
  'Great, you can close this.',
];
const CHASING = [
  'Any news on this?',
  'We still wait for this, can you say when?',
  'Could somebody look at this please?',
];
const BACK_AGAIN = ['It is back again, same as before.', 'Sorry, this worked for an hour only.'];

/** Everything that will happen to a ticket, in order: replies, questions, waiting, solving, reopening. */
export function liveThrough(
  { created, priority, template, reporter, agent, promise }: LifeInput,
  colleagues: readonly Person[],
  random: Random,
): { readonly events: readonly TicketEvent[]; readonly labels: readonly string[] } {
  const events: TicketEvent[] = [];
  let at = created;
  const urgent = priority === 'Highest' || priority === 'High';
  const happen = (by: string, event: TicketEventKind, when = at) => events.push({ at: when, by, ...event });
  const say = (by: string, text: string, internal = false) => happen(by, { kind: 'comment', text, internal });
  const work = (minutes: number, who: Person) => {
    // Somebody is on call for what is urgent; everything else waits for the morning.
    const next =
      urgent && who !== reporter ? at + minutes * 60_000 : afterWork(at, minutes, shifts[who.zone]);
    at = Math.floor(next / 1000) * 1000;
  };

  happen(
    ROBOT,
    { kind: 'comment', text: 'We have received your request and will be in touch.', internal: false },
    created + 4000,
  );
  if (random.chance(0.03)) {
    work(random.between(10, 60), agent);
    happen(agent.accountId, { kind: 'labels', to: ['duplicate'] });
    at += 20_000;
    happen(agent.accountId, { kind: 'transition', to: 'Canceled', resolution: 'Duplicate' });
    return { events, labels: [] };
  }

  const responseShare = random.chance(0.92) ? random.between(0.04, 0.8) : random.between(1.1, 2);
  const silent = random.chance(0.04);
  work(promise.response * responseShare * 0.6, agent);
  happen(agent.accountId, { kind: 'assign', to: agent.accountId });
  work(promise.response * responseShare * 0.4, agent);
  if (!silent) say(agent.accountId, template.reply);
  at += Math.floor(random.between(20, 240)) * 1000;
  happen(agent.accountId, { kind: 'transition', to: 'In progress' });

  let left =
    promise.resolution * (random.chance(0.86) ? random.between(0.1, 0.8) : random.between(1.05, 1.7));
  const spend = (share: number, who: Person = agent) => {
    work(left * share, who);
    left *= 1 - share;
  };
  if (!silent && random.chance(0.48)) {
    spend(0.3);
    say(agent.accountId, template.question);
    at += 15_000;
    happen(agent.accountId, { kind: 'transition', to: 'Waiting for customer' });
    work(random.between(15, 600), reporter);
    say(reporter.accountId, template.answer);
    at += 3000;
    happen(ROBOT, { kind: 'transition', to: 'Waiting for support' });
    spend(0.2);
    say(agent.accountId, 'Thank you, that helps.');
    at += 10_000;
    happen(agent.accountId, { kind: 'transition', to: 'In progress' });
  }
  if (random.chance(0.45)) {
    spend(0.2);
    say(agent.accountId, template.note, true);
  }
  if (random.chance(0.08)) {
    spend(0.3);
    happen(random.chance(0.5) ? reporter.accountId : agent.accountId, {
      kind: 'priority',
      to: priority === 'Medium' ? 'High' : priority === 'High' ? 'Highest' : 'Medium',
    });
  }
  if (random.chance(0.18)) {
    spend(0.3);
    happen(agent.accountId, { kind: 'transition', to: 'Pending' });
    work(random.between(120, 900), agent);
    happen(agent.accountId, { kind: 'transition', to: 'In progress' });
  }
  if (random.chance(0.15)) {
    spend(0.4, reporter);
    say(reporter.accountId, random.pick(CHASING));
    spend(0.2);
    say(agent.accountId, 'We are on it and expect to be done today.');
  }
  if (random.chance(0.1)) {
    spend(0.2);
    const colleague = random.pick(colleagues);
    if (colleague.accountId !== agent.accountId) {
      happen(agent.accountId, { kind: 'assign', to: colleague.accountId });
    }
  }
  spend(1);
  if (!silent) say(agent.accountId, template.solution);
  at += 12_000;
  happen(agent.accountId, { kind: 'transition', to: 'Resolved', resolution: 'Done' });

  if (random.chance(0.07)) {
    work(random.between(30, 700), reporter);
    say(reporter.accountId, random.pick(BACK_AGAIN));
    at += 3000;
    happen(ROBOT, { kind: 'transition', to: 'Waiting for support', resolution: null });
    work(promise.resolution * random.between(0.1, 0.6), agent);
    say(agent.accountId, 'I found the second cause and removed it too. Please try again.');
    at += 12_000;
    happen(agent.accountId, { kind: 'transition', to: 'Resolved', resolution: 'Done' });
  } else if (random.chance(0.3)) {
    work(random.between(5, 300), reporter);
    say(reporter.accountId, random.pick(THANKS));
  }
  happen(ROBOT, { kind: 'transition', to: 'Closed' }, at + 3 * DAY);
  return { events, labels: random.chance(0.05) ? ['till-platform'] : [] };
}
