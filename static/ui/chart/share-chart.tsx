import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Counts } from '../../../src/contract/compliance';
import { sayShare } from '../say-share';
import { ChartFigure, type FigureCell } from './chart-figure';
import { axisFloor, labelStep } from './share-axis';

export interface SharePoint {
  /** No other point has it. */
  readonly key: string;
  /** Under the axis. */
  readonly label: string;
  /** In full. */
  readonly title: string;
  readonly net: Counts;
  /** null = it is not told. */
  readonly gross: Counts | null;
  /** Only a part of it is covered. */
  readonly partial: boolean;
}

interface Props {
  /** What is shown, for those who hear it. */
  readonly label: string;
  /** The same as a table: see `ChartFigure`. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly FigureCell[])[];
  readonly points: readonly SharePoint[];
  /** The share promised; null = none. */
  readonly target: number | null;
  /** Pixels that a label takes. */
  readonly labelWidth: number;
  readonly height: number;
  /** Shows the tickets of a point that counted. */
  readonly onOpen?: ((key: string) => void) | undefined;
}

const TOP = 12;
const BOTTOM = 22;
const LEFT = 40;
const RIGHT = 14;

const sayCounts = ({ met, breached, share }: Counts): string =>
  share === null
    ? 'nothing counted'
    : `${sayShare(share)} (${met.toLocaleString('en')} of ${(met + breached).toLocaleString('en')})`;

/** Attainment over time: net as a line with dots, gross dashed with squares, the target as a level. */
export function ShareChart({ label, head, rows, points, target, labelWidth, height, onOpen }: Props) {
  const shares = points.flatMap(({ net, gross }) => [net.share, gross?.share ?? null]);
  const known = shares.filter((share) => share !== null);
  if (known.length === 0)
    return <p className="subtle">Nothing counted in these {head[0]?.toLowerCase()}s.</p>;
  const floor = axisFloor(target === null ? known : [...known, target]);
  const hasMissed = target !== null && points.some(({ net }) => net.share !== null && net.share < target);
  const hasGross = points.some(({ gross }) => gross !== null);
  return (
    <ChartFigure
      label={label}
      head={head}
      rows={rows}
      legend={
        <Legend
          gross={hasGross}
          target={target}
          missed={hasMissed}
          partial={points.some(({ net, partial }) => partial && net.share !== null)}
        />
      }
    >
      {(width) => {
        const x = scalePoint<string>()
          .domain(points.map(({ key }) => key))
          .range([LEFT, width - RIGHT])
          .padding(0.5);
        const y = scaleLinear()
          .domain([floor, 1])
          .range([height - BOTTOM, TOP]);
        const at = (key: string): number => x(key) ?? LEFT;
        const path = (of: 'net' | 'gross'): string =>
          line<SharePoint>()
            .defined((point) => (point[of]?.share ?? null) !== null)
            .x(({ key }) => at(key))
            .y((point) => y(point[of]?.share ?? 0))(points) ?? '';
        const step = labelStep(points.length, width - LEFT - RIGHT, labelWidth);
        return (
          <svg width={width} height={height} role="img" aria-label={`${label}: see the figures`}>
            {y.ticks(4).map((share) => (
              <g key={share}>
                <line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y(share)} y2={y(share)} />
                <text className="chart-text" x={LEFT - 6} y={y(share)} dy="0.32em" textAnchor="end">
                  {sayShare(share)}
                </text>
              </g>
            ))}
            {target !== null && (
              <line className="chart-target" x1={LEFT} x2={width - RIGHT} y1={y(target)} y2={y(target)} />
            )}
            {hasGross && <path className="chart-line chart-gross" d={path('gross')} />}
            <path className="chart-line chart-net" d={path('net')} />
            {points.map(({ key, label: below, title, net, gross, partial }, i) => {
              const left = at(key);
              // Counted from the last one on, which is the one people look for.
              const labelled = (points.length - 1 - i) % step === 0;
              return (
                <g key={key}>
                  {gross !== null && gross.share !== null && (
                    <rect
                      className="chart-gross-mark"
                      x={left - 3}
                      y={y(gross.share) - 3}
                      width="6"
                      height="6"
                    />
                  )}
                  {net.share !== null && (
                    <NetMark
                      x={left}
                      y={y(net.share)}
                      missed={target !== null && net.share < target}
                      partial={partial}
                    />
                  )}
                  {labelled && (
                    <text
                      className="chart-text"
                      x={left}
                      y={height - 6}
                      // A label at the right edge would leave the picture.
                      textAnchor={left > width - labelWidth / 2 ? 'end' : 'middle'}
                    >
                      {below}
                    </text>
                  )}
                  <rect
                    className={onOpen ? 'chart-hit chart-hit-open' : 'chart-hit'}
                    x={left - x.step() / 2}
                    width={Math.max(x.step(), 8)}
                    height={height - BOTTOM}
                    onClick={onOpen && net.share !== null ? () => onOpen(key) : undefined}
                  >
                    <title>
                      {[title, `Net ${sayCounts(net)}`, ...(gross ? [`Gross ${sayCounts(gross)}`] : [])].join(
                        '\n',
                      )}
                    </title>
                  </rect>
                </g>
              );
            })}
          </svg>
        );
      }}
    </ChartFigure>
  );
}

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly missed: boolean;
  readonly partial: boolean;
}

/** A dot where the target is met, a diamond below it; hollow where the period is covered only in part. */
function NetMark({ x, y, missed, partial }: MarkProps) {
  const look = `chart-net-mark ${missed ? 'chart-missed' : ''} ${partial ? 'chart-partial' : ''}`;
  return missed ? (
    <path className={look} d={`M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`} />
  ) : (
    <circle className={look} cx={x} cy={y} r="4" />
  );
}

interface LegendProps {
  readonly gross: boolean;
  readonly target: number | null;
  readonly missed: boolean;
  readonly partial: boolean;
}

function Legend({ gross, target, missed, partial }: LegendProps) {
  return (
    <ul className="legend" aria-hidden="true">
      <li>
        <svg width="24" height="12">
          <path className="chart-line chart-net" d="M0 6H24" />
          <circle className="chart-net-mark" cx="12" cy="6" r="4" />
        </svg>
        Net
      </li>
      {gross && (
        <li>
          <svg width="24" height="12">
            <path className="chart-line chart-gross" d="M0 6H24" />
            <rect className="chart-gross-mark" x="9" y="3" width="6" height="6" />
          </svg>
          Gross
        </li>
      )}
      {target !== null && (
        <li>
          <svg width="24" height="12">
            <path className="chart-target" d="M0 6H24" />
          </svg>
          {sayShare(target)} promised
        </li>
      )}
      {missed && (
        <li>
          <svg width="14" height="12">
            <path className="chart-net-mark chart-missed" d="M7 0.5L12.5 6L7 11.5L1.5 6Z" />
          </svg>
          Below it
        </li>
      )}
      {partial && (
        <li>
          <svg width="14" height="12">
            <circle className="chart-net-mark chart-partial" cx="7" cy="6" r="4" />
          </svg>
          In part
        </li>
      )}
    </ul>
  );
}
