import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ClockIcon from '@atlaskit/icon/core/clock';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import type { Side, SignatureView } from '../../src/contract/agreement';
import { placeWords } from './agreement-words';
import { placeIn } from './place';
import { usePlace } from './place-context';
import { sayMoment } from './say-date';

interface Props {
  readonly signatures: readonly SignatureView[];
  /** `people`: who can give it; absent where the screen is not told. */
  readonly waitingFor?: readonly { readonly side: Side; readonly people?: readonly string[] }[];
  /** Names of the parties, where the screen knows them. */
  readonly parties?: Readonly<Record<Side, string>>;
  /** In which times are told; absent: the reader's. */
  readonly timeZone?: string;
}

const sideName = (side: Side): string => (side === 'provider' ? 'Provider' : 'Customer');

const BOTH: readonly Side[] = ['provider', 'customer'];

/** Who signed, when and from where, and whose signature is missing. */
export function SignatureList({ signatures, waitingFor = [], parties, timeZone }: Props) {
  const own = usePlace();
  const place = timeZone === undefined ? own : placeIn(own, timeZone);
  const sides = BOTH.filter(
    (side) => signatures.some((s) => s.side === side) || waitingFor.some((w) => w.side === side),
  );
  return (
    <ul className="signatures">
      {sides.map((side) => {
        const given = signatures.find((s) => s.side === side);
        const missing = waitingFor.find((w) => w.side === side);
        const Icon = given ? (given.decision === 'signed' ? CheckCircleIcon : CrossCircleIcon) : ClockIcon;
        const tone = given ? (given.decision === 'signed' ? 'success' : 'danger') : 'information';
        return (
          <li key={side} className={`tone-${tone}`}>
            <span className="signature-icon">
              <Icon label="" />
            </span>
            <div>
              <p>
                <strong dir="auto">{parties?.[side] ?? sideName(side)}</strong>
                {parties && <span className="subtle"> ({sideName(side).toLowerCase()})</span>}
              </p>
              {given && (
                <p>
                  {given.decision === 'signed' ? 'Signed' : 'Declined'} by {given.name},{' '}
                  {placeWords(given.place)}, {sayMoment(given.at, place)}
                </p>
              )}
              {given?.comment && <p dir="auto">“{given.comment}”</p>}
              {!given && missing && (
                <p>
                  Signature missing.
                  {missing.people &&
                    (missing.people.length > 0
                      ? ` ${missing.people.join(' or ')} can give it.`
                      : ' Nobody can give it yet: name a representative with an account.')}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
