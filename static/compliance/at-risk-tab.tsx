import type { AtRiskPage, AtRiskTicket, ComplianceQuery } from '../../src/contract/compliance';
import type { Instant } from '../../src/engine/instant';
import { atRiskNow, untilListChanges } from '../ui/at-risk-clock';
import { Blank } from '../ui/blank';
import { call } from '../ui/call';
import { sayLeft } from '../ui/duration';
import { GoalBar } from '../ui/goal-bar';
import { Loading } from '../ui/loading';
import { usePlace } from '../ui/place-context';
import { Refused } from '../ui/refused';
import { sayInstant } from '../ui/say-instant';
import { StateBadge } from '../ui/state-badge';
import { stateWord } from '../ui/state-word';
import { TableHead } from '../ui/table-head';
import { TicketLink } from '../ui/ticket-link';
import { useNow } from '../ui/use-now';
import { useRevisit } from '../ui/use-revisit';
import { ExportButton } from './export-button';
import { IssueCells, ISSUE_COLUMNS } from './issue-cells';
import { ListFoot } from './list-foot';
import { figureRefusal } from './refusal-words';
import { TabBar } from './tab-bar';
import type { TabProps } from './tab-props';
import { atRiskCsv } from './tickets-csv';
import { usePages, type AskPage } from './use-pages';

/** Others work on these tickets: so often the list is read anew while it is looked at. */
const REVISIT = 120_000;

/** Open tickets, least slack first: late ones, then those that run out soonest, paused ones last. */
export function AtRiskTab({ choices, query }: TabProps) {
  const ask: AskPage<AtRiskTicket, AtRiskPage> = (after) =>
    call('listAtRisk', after === undefined ? { query } : { query, after });
  const pages = usePages(JSON.stringify(nowOf(query)), ask);
  const { first, state, failure, rows, hidden, hasMore, again, renew } = pages;
  useRevisit(renew, REVISIT);
  return (
    <>
      <TabBar asOf={first?.asOf ?? null} onRefresh={again}>
        <ExportButton
          fileName={`at-risk-${choices.projectKey.toLowerCase()}.csv`}
          ask={ask}
          toCsv={atRiskCsv}
        />
      </TabBar>
      {state === 'loading' && <Loading label="Loading open tickets" pieces={4} />}
      {state === 'refused' && failure && <Refused failure={failure} words={figureRefusal} onAgain={again} />}
      {first &&
        (rows.length === 0 && !hasMore ? (
          <Blank title={hidden > 0 ? 'Nothing you may see' : 'No clock is running'}>
            {hidden > 0
              ? `Jira does not show you the ${hidden} open tickets.`
              : 'There is no open ticket with a goal that matches the filters.'}
          </Blank>
        ) : (
          <>
            <AtRiskTable rows={rows} asOf={first.asOf} />
            <ListFoot pages={pages} one="clock" />
          </>
        ))}
    </>
  );
}

/** The period says nothing about what is open now. */
function nowOf({ from: _from, to: _to, ...query }: ComplianceQuery): object {
  return query;
}

const COLUMNS = ['Ticket', 'Measure', 'State', 'Left', 'Breach', ...ISSUE_COLUMNS];

function AtRiskTable({ rows, asOf }: { readonly rows: readonly AtRiskTicket[]; readonly asOf: Instant }) {
  const place = usePlace();
  const now = useNow(asOf, (at) => untilListChanges(rows, at));
  return (
    <table className="plain-table cards tickets" role="table">
      <caption className="visually-hidden">Open tickets, least slack first</caption>
      <TableHead columns={COLUMNS} />
      <tbody role="rowgroup">
        {rows.map((row) => {
          const { state, remainingMs } = atRiskNow(row, now);
          return (
            <tr key={`${row.issueId} ${row.agreementId} ${row.measureId}`} role="row">
              <td role="cell" className="card-head ticket-cell">
                <TicketLink issueKey={row.issueKey} />
                <span dir="auto">{row.summary}</span>
              </td>
              <td role="cell" data-label="Measure">
                <span className="two-lines">
                  <span dir="auto">{row.measureName}</span>
                  <span className="subtle" dir="auto">
                    {row.agreementName}
                  </span>
                </span>
              </td>
              <td role="cell" data-label="State">
                <StateBadge state={state} />
              </td>
              <td role="cell" data-label="Left">
                <span className={`slack ${remainingMs < 0 ? 'late' : ''}`}>
                  {sayLeft(remainingMs)}
                  <GoalBar
                    elapsedMs={row.goalMs - remainingMs}
                    goalMs={row.goalMs}
                    tone={stateWord(state).tone}
                    label={`${row.issueKey}, ${row.measureName}`}
                  />
                </span>
              </td>
              <td role="cell" data-label="Breach">
                {row.breachAt === null ? 'Not while paused' : sayInstant(row.breachAt, now, place)}
              </td>
              <IssueCells issue={row} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
