import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../src/contract';
import type { ReportRef } from '../../../src/contract/definitions';
import type { ServiceReportView } from '../../../src/contract/service-report';
import { shortHash } from '../agreement-words';
import { Button } from '../button';
import { call } from '../call';
import { ProblemList } from '../problem-list';

interface Props {
  readonly heading: 'h2' | 'h3';
  readonly report: ReportRef;
  readonly hash: string;
  /** Name of the party that is signed for. */
  readonly party: string;
  readonly onSigned: (view: ServiceReportView) => void;
  readonly onStale: () => void;
}

/** Where a representative signs a report; in two steps. */
export function ReportSigning({ heading: Heading, report, hash, party, onSigned, onStale }: Props) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const second = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    // The button that was pressed has gone: the focus goes to what came in its place.
    if (moved.current) (asked ? second : first).current?.focus();
    moved.current = true;
  }, [asked]);
  const sign = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const result = await call('signReport', { ...report, hash });
    setBusy(false);
    if (result.ok) onSigned(result.value);
    else setFailure(result);
  };
  return (
    <section className="sign-box no-print" aria-labelledby="report-sign">
      <Heading id="report-sign" dir="auto">
        {asked ? `Sign for ${party}?` : `Your signature for ${party}`}
      </Heading>
      {!asked && (
        <>
          <p>You sign that this is the account that was given. Read it first.</p>
          <div>
            <Button ref={first} look="primary" onClick={() => setAsked(true)}>
              Sign…
            </Button>
          </div>
        </>
      )}
      {asked && (
        <>
          <p className="subtle">
            Text <code title={hash}>{shortHash(hash)}</code>: the signature binds to exactly this report.
          </p>
          <div className="row">
            <Button ref={second} look="primary" aria-disabled={busy} onClick={() => void sign()}>
              {busy ? 'Signing…' : 'Sign this report'}
            </Button>
            <Button onClick={() => setAsked(false)}>Back</Button>
          </div>
        </>
      )}
      {failure && <ProblemList failure={failure} lead="That did not work." />}
      {failure?.code === 'conflict' && <Button onClick={onStale}>Read it anew</Button>}
    </section>
  );
}
