import type { AtRiskTicket } from '../../src/contract/compliance';
import type { GadgetView } from '../../src/contract/gadget';
import type { Instant } from '../../src/engine/instant';
import { atRiskNow, untilListChanges } from '../ui/at-risk-clock';
import { Blank } from '../ui/blank';
import { sayLeft } from '../ui/duration';
import { GoalBar } from '../ui/goal-bar';
import { usePlace } from '../ui/place-context';
import { sayInstant } from '../ui/say-instant';
import { StateBadge } from '../ui/state-badge';
import { stateWord } from '../ui/state-word';
import { TicketLink } from '../ui/ticket-link';
import { useNow } from '../ui/use-now';
import { PageLink } from './page-link';

type Props = Extract<GadgetView, { kind: 'at-risk' }>;

/** Open tickets with least slack, late ones first. */
export function AtRisk({ page: { tickets, next, hidden, asOf }, query, projectKey }: Props) {
  const now = useNow(asOf, (at) => untilListChanges(tickets, at));
  if (tickets.length === 0 && next === null) {
    return (
      <Blank title={hidden > 0 ? 'Nothing you may see' : 'No clock is running'}>
        {hidden > 0
          ? `Jira does not show you the ${hidden === 1 ? 'open ticket' : `${hidden} open tickets`}.`
          : 'There is no open ticket with a goal.'}
      </Blank>
    );
  }
  return (
    <>
      <ol className="risks">
        {tickets.map((ticket) => (
          <li key={`${ticket.issueId} ${ticket.agreementId} ${ticket.measureId}`}>
            <Risk ticket={ticket} now={now} />
          </li>
        ))}
      </ol>
      {next !== null && (
        <p>
          <PageLink projectKey={projectKey ?? ''} tab="at-risk" query={query}>
            All open tickets
          </PageLink>
        </p>
      )}
      {hidden > 0 && (
        <p className="subtle">
          {hidden === 1 ? 'One more is' : `${hidden} more are`} open that Jira does not show you.
        </p>
      )}
    </>
  );
}

function Risk({ ticket, now }: { readonly ticket: AtRiskTicket; readonly now: Instant }) {
  const place = usePlace();
  const { issueKey, summary, measureName, goalMs, breachAt } = ticket;
  const { state, remainingMs } = atRiskNow(ticket, now);
  return (
    <>
      <div className="risk-ticket">
        <TicketLink issueKey={issueKey} /> <span dir="auto">{summary}</span>
      </div>
      <div className="risk-state">
        <StateBadge state={state} />
        <span className="subtle" dir="auto">
          {measureName}
        </span>
      </div>
      <div className="risk-left">
        <strong className={remainingMs < 0 ? 'late' : ''}>{sayLeft(remainingMs)}</strong>
        <GoalBar
          elapsedMs={goalMs - remainingMs}
          goalMs={goalMs}
          tone={stateWord(state).tone}
          label={`${issueKey}, ${measureName}`}
        />
        <span className="subtle">
          {breachAt === null
            ? remainingMs >= 0 && 'No breach while paused'
            : `${remainingMs < 0 ? 'Breached' : 'Breaches'} ${sayInstant(breachAt, now, place)}`}
        </span>
      </div>
    </>
  );
}
