import { useState } from 'react';
import type { MeasureQuality } from '../../../src/contract/draft';
import { Button } from '../../ui/button';
import { call } from '../../ui/call';
import { usePlace } from '../../ui/place-context';
import { goTo, useEditor } from './editor-context';
import { contentOf } from './draft-session';
import { sentence } from './field';

type Measured =
  | { readonly state: 'idle' | 'measuring' }
  | { readonly state: 'measured'; readonly quality: MeasureQuality }
  | { readonly state: 'failed'; readonly message: string };

/** How good the measures are, tried on the project's own tickets. */
export function QualityPanel() {
  const { session } = useEditor();
  const [measured, setMeasured] = useState<Measured>({ state: 'idle' });
  const measure = async (): Promise<void> => {
    if (measured.state === 'measuring') return;
    setMeasured({ state: 'measuring' });
    const { saved, content } = session.draft.get();
    const payload = { agreementId: saved.view.agreementId, content: contentOf(content) };
    const answer = await call('measureQuality', payload);
    setMeasured(
      answer.ok ? { state: 'measured', quality: answer.value } : { state: 'failed', message: answer.message },
    );
  };
  return (
    <section aria-labelledby="quality-heading" className="quality">
      <h2 id="quality-heading">Quality of the measures</h2>
      <p className="subtle">
        Can the provider control what is measured, and do your tickets have the facts for it? Replayed on your
        latest tickets.
      </p>
      <Button aria-disabled={measured.state === 'measuring' || undefined} onClick={() => void measure()}>
        Measure on your own tickets
      </Button>
      <div role="status">
        {measured.state === 'measuring' && <p>Measuring…</p>}
        {measured.state === 'failed' && <p>It could not be measured: {measured.message}</p>}
        {measured.state === 'measured' && <QualityResult quality={measured.quality} />}
      </div>
    </section>
  );
}

function QualityResult({ quality }: { readonly quality: MeasureQuality }) {
  const { view } = useEditor();
  const place = usePlace();
  const since = new Intl.DateTimeFormat(place.locale, {
    dateStyle: 'medium',
    timeZone: place.timeZone,
  }).format(quality.since);
  return (
    <div className="stack">
      <p>
        {quality.tickets === 1 ? '1 ticket' : `${quality.tickets.toLocaleString('en')} tickets`} since {since}
        .
      </p>
      {quality.measures.map(({ measureId, name, cycles, withOthers, collectable }) => (
        <div key={measureId} className="quality-measure">
          <h3>{name}</h3>
          <p className="subtle">
            {cycles === 1 ? '1 cycle counted' : `${cycles.toLocaleString('en')} cycles counted`}
          </p>
          <ShareBar
            label="Time in the provider’s hands"
            share={withOthers === null ? null : 1 - withOthers}
          />
          <ShareBar label="Tickets that have the facts" share={collectable} />
        </div>
      ))}
      {quality.findings.length === 0 && <p>Nothing to improve was found.</p>}
      <ul className="stack">
        {quality.findings.map((finding, index) => (
          <li
            key={index}
            className={`problem ${finding.severity === 'error' ? 'tone-danger' : 'tone-warning'}`}
          >
            <p>{sentence(finding.message)}</p>
            <p className="subtle">{finding.remedy}</p>
            {finding.counterExample !== null && (
              <p className="example">For example: {finding.counterExample}</p>
            )}
            <Button look="subtle" onClick={() => goTo(view, finding.path)}>
              Go to the field<span className="visually-hidden">: {finding.message}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ShareBar({ label, share }: { readonly label: string; readonly share: number | null }) {
  const words = share === null ? 'nothing to count' : `${Math.round(share * 100)}%`;
  return (
    <div className="share">
      <span>{label}</span>
      <strong>{words}</strong>
      <svg className="share-bar" width="100%" height="8" aria-hidden="true" focusable="false">
        <rect className="share-track" width="100%" height="8" rx="2" />
        {share !== null && <rect className="share-fill" width={`${share * 100}%`} height="8" rx="2" />}
      </svg>
    </div>
  );
}
