import type { ExclusionPreview } from '../../src/contract/exclusion';
import { sayDuration } from './duration';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What an exclusion would change, ticket by ticket. */
export function ExclusionChange({ preview }: { readonly preview: ExclusionPreview }) {
  const { tickets, more, concerned, excludedMs, changes } = preview;
  const verdicts = changes.filter(({ before, after }) => before !== after).length;
  return (
    <section className="exclusion-change" aria-label="What would change">
      <p>
        <strong>
          {concerned === 0
            ? 'It would change nothing.'
            : `It would take ${sayDuration(excludedMs)} out of ${count(concerned, 'ticket', 'tickets')}${
                verdicts === 0
                  ? '; no verdict changes.'
                  : `; ${count(verdicts, 'verdict', 'verdicts')} would change.`
              }`}
        </strong>{' '}
        <span className="subtle">
          {count(tickets, 'ticket was', 'tickets were')} replayed
          {more ? '; there are others it may concern' : ''}.
        </span>
      </p>
      {changes.length > 0 && (
        <div className="wide" role="region" aria-label="Tickets it would change" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Ticket</th>
                <th scope="col">Measure</th>
                <th scope="col">Now</th>
                <th scope="col">With it</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change, i) => (
                <tr key={i}>
                  <td>{change.issueKey}</td>
                  <td dir="auto">{change.measureName}</td>
                  <td>
                    {change.before}, {sayDuration(change.elapsedBeforeMs)}
                  </td>
                  <td>
                    {change.before === change.after ? change.after : <strong>{change.after}</strong>},{' '}
                    {sayDuration(change.elapsedAfterMs)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
