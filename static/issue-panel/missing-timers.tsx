import type { MissingTimerView } from '../../src/contract';
import { groupMissing } from './group-missing';

function List({ missing }: { readonly missing: readonly MissingTimerView[] }) {
  return (
    <ul className="missing">
      {groupMissing(missing).map(({ agreementName, measureNames, text }) => (
        <li key={`${agreementName} ${measureNames.join()}`}>
          <strong>{measureNames.join(', ')}</strong> <span className="subtle">{agreementName}</span>
          <br />
          {text}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly missing: readonly MissingTimerView[];
  /** True when the ticket has no timer at all: then this is what the panel is about. */
  readonly alone: boolean;
}

/** Why measures that are promised here have no timer on this ticket. */
export function MissingTimers({ missing, alone }: Props) {
  if (alone) {
    return (
      <section>
        <h2>No timer runs on this ticket</h2>
        {missing.length > 0 ? <List missing={missing} /> : <p>No agreement in this project covers it.</p>}
      </section>
    );
  }
  if (missing.length === 0) return null;
  return (
    <details className="fold">
      <summary>
        <h2>Measures without a timer ({missing.length})</h2>
      </summary>
      <List missing={missing} />
    </details>
  );
}
