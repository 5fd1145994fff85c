import { useId } from 'react';
import type { HolderTime } from '../../../src/contract/compliance';
import { sayDuration } from '../duration';
import { sayShare } from '../say-share';
import { useWidth } from '../use-width';
import { HOLDER_KINDS, holderWord } from './holder-words';

interface Props {
  /** Of what: "Time to resolution". */
  readonly name: string;
  readonly holders: readonly HolderTime[];
  readonly onOpen?: (holder: HolderTime) => void;
}

const HEIGHT = 28;

/** Who had the ticket while the clock of the calendar went: the whole as one bar, and each holder with its part. */
export function HolderBar({ name, holders, onOpen }: Props) {
  const id = useId().replace(/:/g, '');
  const [ref, width] = useWidth<HTMLDivElement>();
  const parts = HOLDER_KINDS.map((kind) => ({
    kind,
    share: holders.filter((one) => one.kind === kind).reduce((sum, { share }) => sum + share, 0),
  })).filter(({ share }) => share > 0);
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { share }) => sum + share, 0));
  const most = Math.max(...holders.map(({ share }) => share));
  return (
    <figure className="chart holder-chart">
      <div ref={ref} className="chart-drawing">
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={`Who had the tickets of ${name}: see the table`}
        >
          <HolderPatterns id={id} />
          {parts.map(({ kind, share }, i) => (
            <rect
              key={kind}
              className="holder-part"
              x={(starts[i] ?? 0) * width}
              width={Math.max(1, share * width)}
              height={HEIGHT}
              fill={`url(#${id}-${kind})`}
            >
              <title>{`${holderWord(kind)}: ${sayShare(share)}`}</title>
            </rect>
          ))}
        </svg>
      </div>
      <ul className="legend" aria-hidden="true">
        {parts.map(({ kind, share }) => (
          <li key={kind}>
            <svg width="14" height="12">
              <rect className="holder-part" width="14" height="12" fill={`url(#${id}-${kind})`} />
            </svg>
            {holderWord(kind)} {sayShare(share)}
          </li>
        ))}
      </ul>
      <table className="plain-table holder-table">
        <caption className="visually-hidden">Who had the tickets of {name}, and how long</caption>
        <thead>
          <tr>
            <th scope="col">Who had it</th>
            <th scope="col">Working time</th>
            <th scope="col">Part</th>
          </tr>
        </thead>
        <tbody>
          {holders.map((holder) => (
            <tr key={`${holder.kind} ${holder.id}`}>
              <th scope="row" dir="auto">
                {holder.name || holderWord(holder.kind)}
              </th>
              <td>
                {onOpen ? (
                  <button type="button" className="figure-link" onClick={() => onOpen(holder)}>
                    {sayDuration(holder.timeMs)}
                    <span className="visually-hidden">
                      , tickets of {holder.name || holderWord(holder.kind)}
                    </span>
                  </button>
                ) : (
                  sayDuration(holder.timeMs)
                )}
              </td>
              <td>
                <span className="holder-share">
                  {sayShare(holder.share)}
                  <svg width="100%" height="8" aria-hidden="true" focusable="false">
                    <rect
                      className="holder-part"
                      width={`${(holder.share / most) * 100}%`}
                      height="8"
                      fill={`url(#${id}-${holder.kind})`}
                    />
                  </svg>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** What tells the kinds of holders apart without colour. */
function HolderPatterns({ id }: { readonly id: string }) {
  const tile = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id={`${id}-assignee`} {...tile}>
        <rect className="holder-assignee" width="8" height="8" />
      </pattern>
      <pattern id={`${id}-team`} {...tile}>
        <rect className="holder-team" width="8" height="8" />
        <path className="holder-mark" d="M0 4H8" />
      </pattern>
      <pattern id={`${id}-customer`} {...tile} patternTransform="rotate(45)">
        <rect className="holder-customer" width="8" height="8" />
        <rect className="holder-customer-mark" width="3.5" height="8" />
      </pattern>
      <pattern id={`${id}-third-party`} {...tile}>
        <rect className="holder-third" width="8" height="8" />
        <circle className="holder-third-mark" cx="4" cy="4" r="2" />
      </pattern>
      <pattern id={`${id}-unassigned`} {...tile}>
        <rect className="holder-nobody" width="8" height="8" />
        <path className="holder-nobody-mark" d="M4 0V8M0 4H8" />
      </pattern>
    </defs>
  );
}
