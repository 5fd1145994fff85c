import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ClockIcon from '@atlaskit/icon/core/clock';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import type { EscalationFiring } from '../../../src/contract/escalation';
import type { Instant } from '../../../src/engine/instant';
import { usePlace } from '../../ui/place-context';
import { sayInstant } from '../../ui/say-instant';
import { TicketLink } from '../../ui/ticket-link';
import { outcomeWords, stateWords } from './escalation-words';
import { TableHead } from '../../ui/table-head';

const COLUMNS = ['Ticket', 'Escalation', 'Measure', 'Threshold', 'What was done'];

const LOOKS = {
  done: { Icon: CheckCircleIcon, tone: 'success' },
  failed: { Icon: CrossCircleIcon, tone: 'danger' },
  skipped: { Icon: ClockIcon, tone: 'neutral' },
  interrupted: { Icon: CrossCircleIcon, tone: 'danger' },
} as const;

/** Escalations, newest first; a card each on narrow screens. */
export function EscalationTable({
  rows,
  asOf,
}: {
  readonly rows: readonly EscalationFiring[];
  readonly asOf: Instant;
}) {
  const place = usePlace();
  return (
    <table className="plain-table cards tickets" role="table">
      <caption className="visually-hidden">Escalations, newest first</caption>
      <TableHead columns={COLUMNS} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr
            key={[row.issueId, row.agreementId, row.measureId, row.place, row.escalationId].join(' ')}
            role="row"
          >
            <td role="cell" className="card-head ticket-cell">
              <TicketLink issueKey={row.issueKey} />
              <span dir="auto">{row.summary}</span>
            </td>
            <td role="cell" data-label="Escalation">
              <span className="two-lines">
                <span dir="auto">{row.name}</span>
                <span className="subtle">{row.when}</span>
              </span>
            </td>
            <td role="cell" data-label="Measure">
              <span className="two-lines">
                <span dir="auto">{row.measureName}</span>
                {row.place > 1 && row.cycleBegunAt !== null && (
                  <span className="subtle">begun {sayInstant(row.cycleBegunAt, asOf, place)}</span>
                )}
              </span>
            </td>
            <td role="cell" data-label="Threshold">
              <span className="two-lines">
                <span>{sayInstant(row.thresholdAt, asOf, place)}</span>
                {row.firedAt - row.thresholdAt > 60_000 && (
                  <span className="subtle">looked at {sayInstant(row.firedAt, asOf, place)}</span>
                )}
              </span>
            </td>
            <td role="cell" data-label="What was done">
              <Outcome row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ row }: { readonly row: EscalationFiring }) {
  const { word, about } = stateWords(row);
  const { Icon, tone } = LOOKS[row.state];
  return (
    <div className="two-lines">
      <span className={`badge tone-${tone}`}>
        <Icon label="" size="small" />
        {word}
      </span>
      {about !== '' && <span className="subtle">{about}</span>}
      {row.outcome.length > 0 && (
        <ul className="outcomes">
          {row.outcome.map((each, index) => (
            <li key={index} dir="auto">
              {each.ok ? '' : 'Not done. '}
              {outcomeWords(each)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
