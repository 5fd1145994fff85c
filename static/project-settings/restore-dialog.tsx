import { useState } from 'react';
import type { AgreementSummary } from '../../src/contract/agreement';
import { call } from '../ui/call';
import { Field } from '../ui/field';
import { flag } from '../ui/flag';
import { usePlace } from '../ui/place-context';
import { dateValue } from '../ui/say-date';
import { waitsFor } from './agreement-chips';
import { Dialog } from './dialog';
import { withdraw } from './withdraw';

interface Props {
  readonly agreement: AgreementSummary;
  readonly version: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks from when a former version shall hold again. */
export function RestoreDialog({ agreement, version, onClose, onDone }: Props) {
  const { timeZone } = usePlace();
  const { agreementId } = agreement;
  const [from, setFrom] = useState(() => dateValue(Date.now(), timeZone));
  return (
    <Dialog
      title={`Restore version ${version}?`}
      action="Restore"
      doing="Restoring…"
      blocked={from === '' ? 'Pick a date.' : null}
      onClose={onClose}
      onAct={async () => {
        const result = await call('restoreVersion', { agreementId, version, effectiveFrom: from });
        if (!result.ok) return result;
        const proposal = result.value;
        const waiting = waitsFor({ ...agreement, proposal });
        flag(
          proposal.state === 'published'
            ? `Version ${version} is back as version ${proposal.version}`
            : `Version ${version} is proposed again, as version ${proposal.version}`,
          {
            description: waiting === '' ? undefined : `It waits for ${waiting}.`,
            undo:
              proposal.state === 'proposed'
                ? () => void withdraw(agreementId, proposal.hash).then(onDone)
                : undefined,
          },
        );
        onDone();
        return null;
      }}
    >
      <p>
        Its text is proposed as a new version; the draft stays as it is. Verdicts on cycles that are closed do
        not change.
      </p>
      <Field label="In force from" required hint="At midnight, in the provider’s time zone">
        {(props) => (
          <input
            {...props}
            type="date"
            className="field-input"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
