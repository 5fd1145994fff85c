import { scaleLinear } from 'd3-scale';
import { sayShare } from '../say-share';
import { ChartFigure } from './chart-figure';
import { axisFloor } from './share-axis';

/** A share and where it lies with 95 % confidence, all 0..1. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** One side: what it reached and, where it can be said, what it would have with the mix of all. */
export interface IntervalRow {
  readonly key: string;
  readonly name: string;
  readonly raw: Interval | null;
  readonly adjusted: Interval | null;
  readonly target: number | null;
}

interface Props {
  /** What is compared: "Time to resolution". */
  readonly name: string;
  readonly rows: readonly IntervalRow[];
}

const ROW = 58;
const AXIS = 24;
const SIDE = 22;

/** Shares side by side: a dot for what was reached, a diamond for the adjusted share, and their ranges as lines. */
export function IntervalChart({ name, rows }: Props) {
  const shown = rows.filter(({ raw }) => raw !== null);
  const bounds = shown.flatMap(({ raw, adjusted, target }) => [
    raw?.low ?? 1,
    adjusted?.low ?? 1,
    target ?? 1,
  ]);
  const height = shown.length * ROW + AXIS;
  const say = (one: Interval | null) =>
    one === null ? '–' : `${sayShare(one.share)} (${sayShare(one.low)} to ${sayShare(one.high)})`;
  return (
    <ChartFigure
      label={`${name}, side by side`}
      head={['Agreement', 'Reached', 'Adjusted', 'Target']}
      rows={shown.map((row) => [
        { text: row.name },
        { text: say(row.raw) },
        { text: say(row.adjusted) },
        { text: row.target === null ? '–' : sayShare(row.target) },
      ])}
      legend={<Legend hasTarget={shown.some(({ target }) => target !== null)} />}
    >
      {(width) => {
        const x = scaleLinear()
          .domain([axisFloor(bounds), 1])
          .range([SIDE, width - SIDE]);
        return (
          <svg width={width} height={height} role="img" aria-label={`${name}, side by side: see the figures`}>
            {x.ticks(Math.max(2, Math.floor(width / 110))).map((share) => (
              <g key={share}>
                <line className="chart-grid" x1={x(share)} x2={x(share)} y1={0} y2={height - AXIS} />
                <text className="chart-text" x={x(share)} y={height - 6} textAnchor="middle">
                  {sayShare(share)}
                </text>
              </g>
            ))}
            {shown.map(({ key, name: side, raw, adjusted, target }, i) => {
              const top = i * ROW;
              return (
                <g key={key}>
                  <text className="chart-text chart-strong" x={SIDE - 10} y={top + 16}>
                    {side}
                  </text>
                  {target !== null && (
                    <line
                      className="chart-target"
                      x1={x(target)}
                      x2={x(target)}
                      y1={top + 22}
                      y2={top + ROW}
                    />
                  )}
                  {raw && (
                    <g>
                      <title>{`${side}: ${say(raw)}`}</title>
                      <line
                        className="chart-line chart-net"
                        x1={x(raw.low)}
                        x2={x(raw.high)}
                        y1={top + 30}
                        y2={top + 30}
                      />
                      <circle className="chart-net-mark" cx={x(raw.share)} cy={top + 30} r="5" />
                    </g>
                  )}
                  {adjusted && (
                    <g>
                      <title>{`${side}, adjusted: ${say(adjusted)}`}</title>
                      <line
                        className="chart-line chart-gross"
                        x1={x(adjusted.low)}
                        x2={x(adjusted.high)}
                        y1={top + 45}
                        y2={top + 45}
                      />
                      <path
                        className="chart-gross-mark"
                        d={`M${x(adjusted.share)} ${top + 39}l6 6l-6 6l-6 -6z`}
                      />
                    </g>
                  )}
                </g>
              );
            })}
          </svg>
        );
      }}
    </ChartFigure>
  );
}

function Legend({ hasTarget }: { readonly hasTarget: boolean }) {
  return (
    <ul className="legend" aria-hidden="true">
      <li>
        <svg width="26" height="12">
          <line className="chart-line chart-net" x1="0" x2="26" y1="6" y2="6" />
          <circle className="chart-net-mark" cx="13" cy="6" r="4" />
        </svg>
        Reached, 95 % range
      </li>
      <li>
        <svg width="26" height="12">
          <line className="chart-line chart-gross" x1="0" x2="26" y1="6" y2="6" />
          <path className="chart-gross-mark" d="M13 1l5 5l-5 5l-5 -5z" />
        </svg>
        Adjusted
      </li>
      {hasTarget && (
        <li>
          <svg width="14" height="12">
            <line className="chart-target" x1="7" x2="7" y1="0" y2="12" />
          </svg>
          Target
        </li>
      )}
    </ul>
  );
}
