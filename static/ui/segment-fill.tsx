import type { SegmentKind } from '../../src/engine/cycle';

/** The patterns that tell the kinds of time apart without colour. Drawn once per page, before any strip. */
export function SegmentPatterns() {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="fill-late" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="late-ground" width="6" height="6" />
          <path className="late-mark" d="M0 0L6 6M0 6L6 0" />
        </pattern>
        <pattern
          id="fill-paused"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="paused-ground" width="6" height="6" />
          <rect className="paused-mark" width="2.5" height="6" />
        </pattern>
        <pattern id="fill-excluded" width="6" height="5" patternUnits="userSpaceOnUse">
          <rect className="excluded-ground" width="6" height="5" />
          <rect className="excluded-mark" width="6" height="2" />
        </pattern>
        <pattern id="fill-outside-hours" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="closed-ground" width="6" height="6" />
          <circle className="closed-mark" cx="3" cy="3" r="0.9" />
        </pattern>
        <pattern id="fill-holiday" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect className="closed-ground" width="7" height="7" />
          <path className="holiday-mark" d="M3.5 1v5M1 3.5h5" />
        </pattern>
      </defs>
    </svg>
  );
}

/** The paint of a kind of time; running time is plain, late running time crossed. */
export const segmentFill = (kind: SegmentKind, late: boolean): string | undefined =>
  kind === 'running' ? (late ? 'url(#fill-late)' : undefined) : `url(#fill-${kind})`;
