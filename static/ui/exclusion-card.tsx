import { useId, type ReactNode } from 'react';
import type { Evidence, ExclusionView } from '../../src/contract/exclusion';
import { ExclusionBadge } from './exclusion-badge';
import { effectWords, exclusionKind } from './exclusion-words';
import { usePlace } from './place-context';
import { sayMoment } from './say-date';
import { SignatureList } from './signature-list';

interface Props {
  readonly exclusion: ExclusionView;
  readonly level?: 2 | 3 | 4;
  /** Names of measures by id, where the screen knows them. */
  readonly measureNames?: Readonly<Record<string, string>>;
  /** Where it is decided. */
  readonly children?: ReactNode;
}

/** An address that may be followed: what people typed never runs. */
const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

function Proof({ evidence }: { readonly evidence: Evidence }) {
  if (evidence.kind === 'attachment')
    return (
      <span dir="auto">
        {evidence.fileName} (attached to {evidence.issueKey})
      </span>
    );
  return isWeb(evidence.url) ? (
    <a href={evidence.url} target="_blank" rel="noopener noreferrer" dir="auto">
      {evidence.title}
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  ) : (
    <span dir="auto">{evidence.title}</span>
  );
}

/** An id where the name is not known: ids are written from names. */
const spoken = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replace(/-/g, ' ')}`;

/** The tickets an exclusion is for, in words. */
export function exclusionTickets({ issueKey, when }: ExclusionView): string {
  if (issueKey !== null) return `Only ${issueKey}`;
  return when === null ? 'All tickets of the agreement' : `Tickets that match: ${when}`;
}

/** An exclusion with all there is to know before it is decided. */
export function ExclusionCard({ exclusion, level = 3, measureNames = {}, children }: Props) {
  const place = usePlace();
  const id = useId();
  const { state, clause, kind, effect, measures, windows, during, reason, evidence, signatures, waitingFor } =
    exclusion;
  const Heading = `h${level}` as const;
  return (
    <article className="exclusion-card" aria-labelledby={`${id}-clause`}>
      <div className="row">
        <Heading id={`${id}-clause`} dir="auto">
          {clause}
        </Heading>
        <ExclusionBadge state={state} />
        {exclusion.standing && <span className="badge tone-neutral">Clause of the agreement</span>}
      </div>
      {state === 'proposed' && (
        <p>
          Proposed: the clock still runs.
          {exclusion.standing && ' It can be agreed in the next version of the agreement.'}
        </p>
      )}
      {reason && <p dir="auto">{reason}</p>}
      <dl className="exclusion-facts">
        <div>
          <dt>Agreement</dt>
          <dd dir="auto">{exclusion.agreementName}</dd>
        </div>
        <div>
          <dt>Kind</dt>
          <dd>{exclusionKind(kind)}</dd>
        </div>
        <div>
          <dt>Effect</dt>
          <dd>
            {effectWords(effect)}
            {measures.length > 0 && ` (${measures.map((m) => measureNames[m] ?? spoken(m)).join(', ')})`}
          </dd>
        </div>
        <div>
          <dt>Tickets</dt>
          <dd dir="auto">{exclusionTickets(exclusion)}</dd>
        </div>
        {(windows.length > 0 || during !== null) && (
          <div>
            <dt>When</dt>
            <dd>
              {windows.map(({ from, to }) => (
                <span key={`${from}-${to}`} className="exclusion-window">
                  {sayMoment(from, place)} to {sayMoment(to, place)}
                </span>
              ))}
              {during !== null && `Within the hours of ${spoken(during)}`}
            </dd>
          </div>
        )}
        {evidence.length > 0 && (
          <div>
            <dt>Evidence</dt>
            <dd>
              {evidence.map((one, i) => (
                <span key={i} className="exclusion-window">
                  <Proof evidence={one} />
                </span>
              ))}
            </dd>
          </div>
        )}
        {!exclusion.standing && (
          <div>
            <dt>Proposed</dt>
            <dd>
              {exclusion.origin === 'incident'
                ? 'By Accord, because the ticket was linked to a major incident'
                : `By ${exclusion.proposedBy}`}
              , {sayMoment(exclusion.proposedAt, place)}
            </dd>
          </div>
        )}
        {exclusion.decision !== null && (
          <div>
            <dt>{state === 'declined' ? 'Declined because' : 'Withdrawn because'}</dt>
            <dd dir="auto">{exclusion.decision}</dd>
          </div>
        )}
      </dl>
      {(signatures.length > 0 || waitingFor.length > 0) && (
        <SignatureList signatures={signatures} waitingFor={waitingFor} />
      )}
      {children}
    </article>
  );
}
