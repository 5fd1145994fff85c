import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import { useState } from 'react';
import type { Failure } from '../../src/contract';
import type { AuditEntryView, AuditPage as AuditEntries, AuditVerdict } from '../../src/contract/agreement';
import { shortHash } from '../ui/agreement-words';
import { Blank } from '../ui/blank';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { toCsv } from '../ui/csv';
import { download } from '../ui/download';
import { flag } from '../ui/flag';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { usePlace } from '../ui/place-context';
import { ProblemList } from '../ui/problem-list';
import { Refused, type RefusalWords } from '../ui/refused';
import { sayMoment } from '../ui/say-date';
import { useAnswer } from '../ui/use-answer';
import { Page } from './page';
import { useScreen } from './screen';
import { TableHead } from '../ui/table-head';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: { title: 'The audit log is for project admins', text: 'Ask one of them.' },
  failed: 'The audit log could not be loaded',
};

/** Who changed what and when, and whether the record is intact. */
export function AuditPage() {
  const { answer, again } = useAnswer('readAudit', {});
  return (
    <Page title="Audit log" actions={answer.kind === 'shown' && <AuditActions />}>
      <p className="under-title">
        Every change of agreements, signatures, exclusions and settings. Each entry carries the hash of the
        one before it, so that nothing can be changed or taken out unseen.
      </p>
      {answer.kind === 'loading' && <Loading label="Loading the audit log" />}
      {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
      {answer.kind === 'shown' && <Entries first={answer.value} />}
    </Page>
  );
}

function AuditActions() {
  const { projectKey } = useScreen();
  const [busy, setBusy] = useState(false);
  const exported = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const entries = await readAll();
    setBusy(false);
    if ('ok' in entries)
      flag('The audit log could not be exported', { type: 'error', description: entries.message });
    else download(`audit-${projectKey.toLowerCase()}.csv`, auditCsv(entries), 'text/csv');
  };
  return (
    <Button aria-disabled={busy} onClick={() => void exported()}>
      {busy ? 'Exporting…' : 'Export CSV'}
    </Button>
  );
}

/** All entries, page by page; the first refusal ends it. */
async function readAll(): Promise<readonly AuditEntryView[] | Failure> {
  const all: AuditEntryView[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const page = await call('readAudit', before === undefined ? {} : { before });
    if (!page.ok) return page;
    all.push(...page.value.entries);
    before = page.value.next;
  }
  return all;
}

/** Times are UTC, so that two exports compare. */
function auditCsv(entries: readonly AuditEntryView[]): string {
  return toCsv(
    ['Number', 'Time (UTC)', 'Who', 'Action', 'What', 'Hash'],
    entries.map((e) => [e.seq, new Date(e.at).toISOString(), e.actor, e.action, e.text, e.hash]),
  );
}

function Entries({ first }: { readonly first: AuditEntries }) {
  const place = usePlace();
  const [older, setOlder] = useState<readonly AuditEntryView[]>([]);
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const entries = [...first.entries, ...older];
  const more = async (): Promise<void> => {
    if (busy || next === null) return;
    setBusy(true);
    setFailure(null);
    const page = await call('readAudit', { before: next });
    setBusy(false);
    if (!page.ok) return setFailure(page);
    setOlder((before) => [...before, ...page.value.entries]);
    setNext(page.value.next);
  };
  if (entries.length === 0) return <Blank title="Nothing has happened yet" />;
  return (
    <>
      <Verify />
      <table className="plain-table cards audit" role="table">
        <caption className="visually-hidden">Audit log, newest first</caption>
        <TableHead columns={['Number', 'When', 'Who', 'What', 'Hash']} />
        <tbody role="rowgroup">
          {entries.map(({ seq, at, actor, text, hash }) => (
            <tr key={seq} role="row">
              <td role="cell" data-label="Number">
                {seq}
              </td>
              <td role="cell" data-label="When">
                {sayMoment(at, place)}
              </td>
              <td role="cell" data-label="Who" dir="auto">
                {actor}
              </td>
              <td role="cell" data-label="What" dir="auto">
                {text}
              </td>
              <td role="cell" data-label="Hash">
                <code title={hash}>{shortHash(hash)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {failure && <ProblemList failure={failure} lead="Older entries could not be loaded." />}
      <div className="row more">
        {next !== null && (
          <Button aria-disabled={busy} onClick={() => void more()}>
            {busy ? 'Loading…' : 'Show older'}
          </Button>
        )}
        <p role="status" className="subtle">
          {entries.length} {entries.length === 1 ? 'entry' : 'entries'} shown
          {next === null ? ', all there are' : ''}
        </p>
      </div>
    </>
  );
}

function Verify() {
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const verify = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setVerdict(null);
    setFailure(null);
    const result = await call('verifyAudit', undefined);
    setBusy(false);
    if (result.ok) setVerdict(result.value);
    else setFailure(result);
  };
  return (
    <div className="verify">
      <Button aria-disabled={busy} onClick={() => void verify()}>
        {busy ? 'Verifying…' : 'Verify'}
      </Button>
      <div role="status">
        {verdict?.intact && (
          <p className="verdict tone-success">
            <span className="signature-icon">
              <CheckCircleIcon label="" />
            </span>
            Intact: {verdict.checked} {verdict.checked === 1 ? 'entry was' : 'entries were'} checked.
          </p>
        )}
        {verdict && !verdict.intact && (
          <Notice tone="danger">
            Not intact
            {verdict.brokenAt && `: entry ${verdict.brokenAt.seq} is at fault. ${verdict.brokenAt.reason}`}
          </Notice>
        )}
      </div>
      {failure && <ProblemList failure={failure} lead="It could not be verified." />}
    </div>
  );
}
