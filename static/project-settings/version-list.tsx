import { useState } from 'react';
import type { AgreementView, VersionView } from '../../src/contract/agreement';
import { AgreementBadge } from '../ui/agreement-badge';
import { shortHash } from '../ui/agreement-words';
import { Button } from '../ui/button';
import { placeIn } from '../ui/place';
import { usePlace } from '../ui/place-context';
import { sayDate } from '../ui/say-date';
import { SignatureList } from '../ui/signature-list';
import { partiesOf } from './agreement-chips';
import { exportVersion } from './export-agreement';
import { Link } from './navigation';
import { RestoreDialog } from './restore-dialog';
import { useScreen } from './screen';

interface Props {
  readonly agreement: AgreementView;
  readonly onChanged: () => void;
}

/** Every version that was signed, newest first. */
export function VersionList({ agreement, onChanged }: Props) {
  const place = usePlace();
  const { kind } = useScreen();
  const [restoring, setRestoring] = useState<VersionView | null>(null);
  const { agreementId, versions, proposal } = agreement;
  const newest = versions[0]?.version;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ol className="versions">
        {versions.map((one) => (
          <li key={one.version}>
            <div className="row">
              <Link to={{ page: 'agreement', agreementId, version: one.version }} className="strong">
                Version {one.version}
              </Link>
              <AgreementBadge state={one.state} />
            </div>
            <p className="subtle">
              {sayDate(one.effectiveFrom, placeIn(place, agreement.timeZone))}
              {one.effectiveTo === null
                ? ', until further notice'
                : ` to ${sayDate(one.effectiveTo, placeIn(place, agreement.timeZone))}`}
              {one.approval === 'provider' && '. Approved by the provider alone'}
            </p>
            <details className="fold">
              <summary>
                Signatures<span className="visually-hidden"> of version {one.version}</span>
              </summary>
              <SignatureList signatures={one.signatures} parties={partiesOf(agreement)} />
              <p className="subtle">
                Text <code title={one.hash}>{shortHash(one.hash)}</code>
              </p>
            </details>
            <div className="row">
              <Button look="subtle" onClick={() => void exportVersion(agreementId, one.version)}>
                Export<span className="visually-hidden"> version {one.version}</span>
              </Button>
              {kind === 'settings' && proposal === null && one.version !== newest && (
                <Button look="subtle" onClick={() => setRestoring(one)}>
                  Restore this version…<span className="visually-hidden"> (version {one.version})</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {restoring && (
        <RestoreDialog
          agreement={agreement}
          version={restoring.version}
          onClose={() => setRestoring(null)}
          onDone={onChanged}
        />
      )}
    </section>
  );
}
