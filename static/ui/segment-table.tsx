import { memo } from 'react';
import type { SegmentView } from '../../src/contract';
import { exactDuration } from './duration';
import { usePlace } from './place-context';
import { sayZone } from './say-instant';
import { sayKind, sayStretch } from './segment-words';

type RowProps = Pick<SegmentView, 'start' | 'end' | 'kind' | 'name' | 'open'> & { readonly why: string };

/** One stretch. Only the last one of an ongoing cycle changes from second to second. */
const Row = memo(function Row({ why, ...stretch }: RowProps) {
  const place = usePlace();
  const { start, end, kind } = stretch;
  return (
    <tr className={kind === 'running' ? 'counted' : undefined}>
      <td>
        {sayKind({ ...stretch, cause: { at: start, ref: '', text: why } })}
        <br />
        <span className="subtle">{why}</span>
      </td>
      <td>{sayStretch(start, end, place)}</td>
      <td className="number">{exactDuration(end - start)}</td>
    </tr>
  );
});

/** Every stretch of a cycle with its exact instants, length and cause; what the strip shows, in full. */
export function SegmentTable({
  id,
  segments,
}: {
  readonly id: string;
  readonly segments: readonly SegmentView[];
}) {
  const place = usePlace();
  return (
    <table className="segments" id={id}>
      <caption>Times in {sayZone(place.timeZone, segments[0]?.start ?? 0)}. Running time counts.</caption>
      <thead>
        <tr>
          <th scope="col">What and why</th>
          <th scope="col">From – to</th>
          <th scope="col" className="number">
            Length
          </th>
        </tr>
      </thead>
      <tbody>
        {segments.map(({ start, end, kind, name, open, cause }) => (
          <Row
            key={`${start} ${kind}`}
            start={start}
            end={end}
            kind={kind}
            name={name}
            open={open}
            why={cause.text}
          />
        ))}
      </tbody>
    </table>
  );
}
