import { useState } from 'react';
import type { Failure } from '../../../src/contract';
import type { ServiceReportList } from '../../../src/contract/service-report';
import { Button } from '../../ui/button';
import { call } from '../../ui/call';
import { placeIn } from '../../ui/place';
import { usePlace } from '../../ui/place-context';
import { ProblemList } from '../../ui/problem-list';
import { sayMoment } from '../../ui/say-date';
import { periodWords } from '../../ui/service-report/report-words';
import { Section } from '../section';

interface Props {
  readonly agreement: ServiceReportList['agreements'][number];
  readonly onDrafted: (periodStart: number) => void;
}

/** When the next report comes, and which earlier periods have none. */
export function OpenPeriods({ agreement, onDrafted }: Props) {
  const place = usePlace();
  const { id, name, every, nextEnd, timeZone, open, mayDraft } = agreement;
  const [chosen, setChosen] = useState(open[0]?.start ?? 0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const draft = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const result = await call('draftReport', { agreementId: id, periodStart: chosen });
    setBusy(false);
    if (result.ok) onDrafted(chosen);
    else setFailure(result);
  };
  return (
    <Section title={name}>
      <p>
        One report every {every}.{' '}
        {nextEnd === null
          ? 'The agreement is not in force in the current period: no report of it is promised.'
          : `The current period ends ${sayMoment(nextEnd, placeIn(place, timeZone))}.`}
      </p>
      {mayDraft && open.length > 0 && (
        <div className="row no-print">
          <label>
            Earlier period{' '}
            <select
              className="field-input"
              value={chosen}
              onChange={(event) => setChosen(Number(event.target.value))}
            >
              {open.map((period) => (
                <option key={period.start} value={period.start}>
                  {periodWords(period, place, timeZone)}
                </option>
              ))}
            </select>
          </label>
          <Button aria-disabled={busy} onClick={() => void draft()}>
            {busy ? 'Beginning…' : 'Draft its report'}
            <span className="visually-hidden">, {name}</span>
          </Button>
        </div>
      )}
      {failure && <ProblemList failure={failure} lead="It was not begun." />}
    </Section>
  );
}
