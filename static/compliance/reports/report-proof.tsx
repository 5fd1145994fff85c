import { useEffect, useState } from 'react';
import type { Failure } from '../../../src/contract';
import type { ReportRef } from '../../../src/contract/definitions';
import type { ReportReproduction } from '../../../src/contract/service-report';
import { Button } from '../../ui/button';
import { call } from '../../ui/call';
import { Notice } from '../../ui/notice';
import { ProblemList } from '../../ui/problem-list';
import { Section } from '../section';

/** How it gets on is asked for so often. */
const ASK_AGAIN_MS = 3_000;

/** Is this report true? It is replayed from Jira's history as of the same instant; the same bytes prove it. */
export function ReportProof({ report }: { readonly report: ReportRef }) {
  const [found, setFound] = useState<ReportReproduction | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { agreementId, periodStart } = report;
  const ask = async (): Promise<void> => {
    const result = await call('reproduceReport', { agreementId, periodStart });
    setFailure(result.ok ? null : result);
    setFound(result.ok ? result.value : null);
  };
  useEffect(() => {
    if (found?.state !== 'running') return undefined;
    const timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
    // Each answer asks for the next one.
  }, [found]); // eslint-disable-line react-hooks/exhaustive-deps
  return (
    <Section title="Is it true?" level={3}>
      <p className="subtle">
        Replay the tickets from Jira’s history as of the same instant: the same text proves the report.
      </p>
      <div className="no-print">
        <Button
          aria-disabled={found?.state === 'running'}
          onClick={() => found?.state !== 'running' && void ask()}
        >
          Replay it
        </Button>
      </div>
      <div role="status">
        {found?.state === 'running' && <p>Replaying tickets, {Math.floor(found.progress * 100)}% done…</p>}
        {found?.state === 'same' && (
          <Notice tone="information">
            The same, byte for byte. SHA-256 <code>{found.replayedHash}</code>
          </Notice>
        )}
        {found?.state === 'different' && (
          <>
            <Notice tone="warning">Jira’s history says something else now.</Notice>
            <ul>
              {found.differences.map((difference) => (
                <li key={difference} dir="auto">
                  {difference}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {failure && <ProblemList failure={failure} lead="It could not be replayed." />}
    </Section>
  );
}
