import type { SegmentKind } from '../../src/engine/cycle';
import { segmentFill } from './segment-fill';
import { kindWord } from './segment-kind';
import { KINDS, isDrawnShort, type StripBlock } from './strip-layout';

function Swatch({
  kind,
  late = false,
  ahead = false,
}: {
  readonly kind: SegmentKind;
  readonly late?: boolean;
  readonly ahead?: boolean;
}) {
  return (
    <svg width="14" height="14" aria-hidden="true" focusable="false">
      <rect
        className={`segment-${late ? 'late' : kind}${ahead ? ' segment-ahead' : ''}`}
        fill={segmentFill(kind, late)}
        width="14"
        height="14"
      />
    </svg>
  );
}

/** The kinds a strip shows, and how it is to be read. */
export function StripLegend({ blocks }: { readonly blocks: readonly StripBlock[] }) {
  const past = blocks.filter((b) => !b.ahead).flatMap((b) => b.shares.map((s) => s.kind));
  const shared = blocks.some((b) => b.segments.length > 1);
  const short = blocks.some((b) => b.segments.some(isDrawnShort));
  return (
    <>
      <ul className="legend">
        {KINDS.filter((kind) => past.includes(kind)).map((kind) => (
          <li key={kind}>
            <Swatch kind={kind} /> {kindWord(kind)}
          </li>
        ))}
        {blocks.some((b) => b.late) && (
          <li>
            <Swatch kind="running" late /> Running late
          </li>
        )}
        {blocks.some((b) => b.ahead) && (
          <li>
            <Swatch kind="running" ahead /> Ahead
          </li>
        )}
      </ul>
      {(short || shared) && (
        <p className="footnote">
          {short && 'Closed hours are drawn at a quarter of their length. '}
          {shared && 'Short stretches share a block, split by their shares.'}
        </p>
      )}
    </>
  );
}
