import { sayShare } from '../ui/say-share';

interface Props {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly target: number | null;
  /** Where the axis begins; it ends at one. */
  readonly floor: number;
  readonly name: string;
}

const HEIGHT = 16;

/** A share as a dot on its range; a dashed stroke marks what was promised. */
export function RangeMark({ share, low, high, target, floor, name }: Props) {
  const at = (value: number): string => `${Math.max(0, (value - floor) / (1 - floor || 1)) * 98 + 1}%`;
  const promised = target === null ? '' : `, ${sayShare(target)} promised`;
  return (
    <svg
      className="range-mark"
      role="img"
      aria-label={`${name}: ${sayShare(share)}, between ${sayShare(low)} and ${sayShare(high)}${promised}`}
      width="100%"
      height={HEIGHT}
    >
      <line className="range-axis" x1={at(floor)} x2={at(1)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <line className="range-span" x1={at(low)} x2={at(high)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {target !== null && (
        <line className="chart-target" x1={at(target)} x2={at(target)} y1="0" y2={HEIGHT} />
      )}
      <circle className="range-dot" cx={at(share)} cy={HEIGHT / 2} r="4.5" />
    </svg>
  );
}
