import { useEffect, useState } from 'react';
import { call } from '../ui/call';
import { Loading } from '../ui/loading';
import { ProblemList } from '../ui/problem-list';
import { Switch } from '../ui/switch';
import { useAnswer } from '../ui/use-answer';

interface Props {
  /** Ids of agreements, and `agreementId/measureId` of measures. */
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

/** Which timers customers see on their requests, per agreement and per measure. */
export function PortalVisibility({ hidden, onChange }: Props) {
  const { answer } = useAnswer('listAgreements', undefined);
  const agreements =
    answer.kind === 'shown'
      ? answer.value.agreements.filter(
          ({ state, version, upcoming }) => state !== 'retired' && (version !== null || upcoming !== null),
        )
      : [];
  const set = (id: string, shown: boolean): void =>
    onChange(shown ? hidden.filter((one) => one !== id) : [...hidden, id]);
  return (
    <fieldset className="settings-group">
      <legend>
        <h2>Shown to customers in the portal</h2>
      </legend>
      <p className="subtle">
        On their requests customers see the timers that are switched on. An agreement that is switched off is
        shown only to those who sign it for the customer.
      </p>
      {answer.kind === 'loading' && <Loading label="Loading agreements" pieces={1} />}
      {answer.kind === 'refused' && (
        <ProblemList failure={answer.failure} lead="The agreements could not be loaded." />
      )}
      {answer.kind === 'shown' && agreements.length === 0 && <p>No agreement is signed yet.</p>}
      <ul className="visibility">
        {agreements.map(({ agreementId, name }) => {
          const shown = !hidden.includes(agreementId);
          return (
            <li key={agreementId}>
              <Switch label={name} on={shown} strong onChange={(on) => set(agreementId, on)} />
              {shown && (
                <Measures agreementId={agreementId} agreementName={name} hidden={hidden} onSet={set} />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

interface MeasuresProps {
  readonly agreementId: string;
  readonly agreementName: string;
  readonly hidden: readonly string[];
  readonly onSet: (id: string, shown: boolean) => void;
}

function Measures({ agreementId, agreementName, hidden, onSet }: MeasuresProps) {
  const [measures, setMeasures] = useState<readonly { measureId: string; name: string }[]>([]);
  useEffect(() => {
    let current = true;
    void call('readAgreement', { agreementId }).then((result) => {
      if (current && result.ok) setMeasures(result.value.measures);
    });
    return () => {
      current = false;
    };
  }, [agreementId]);
  return (
    <ul>
      {measures.map(({ measureId, name }) => {
        const id = `${agreementId}/${measureId}`;
        return (
          <li key={measureId}>
            <Switch
              label={name}
              hint={`, ${agreementName}`}
              on={!hidden.includes(id)}
              onChange={(on) => onSet(id, on)}
            />
          </li>
        );
      })}
    </ul>
  );
}
