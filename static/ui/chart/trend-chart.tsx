import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { TrendPoint } from '../../../src/contract/compliance';
import { sayDay, sayMonth, sayShortDay } from '../say-day';
import { sayShare } from '../say-share';
import { ChartFigure } from './chart-figure';
import { axisFloor, labelStep } from './share-axis';

interface Props {
  /** The measure, for those who hear it. */
  readonly name: string;
  readonly points: readonly TrendPoint[];
  readonly grain: 'week' | 'month';
  /** The share promised; null = none. */
  readonly target: number | null;
  readonly locale: string;
  readonly height?: number;
  /** Shows tickets of a week or month. */
  readonly onOpen?: (point: TrendPoint, drill: TrendDrill) => void;
}

/** Which tickets are behind a number of a trend. */
export interface TrendDrill {
  readonly verdict: 'met' | 'breached' | 'counted' | 'left-out';
  /** Verdicts as they are without exclusions. */
  readonly gross?: boolean;
}

const TOP = 12;
const BOTTOM = 22;
const LEFT = 40;
const RIGHT = 14;

/** Attainment by week or month: net as a line with dots, gross dashed with squares, the target as a level. */
export function TrendChart({ name, points, grain, target, locale, height = 180, onOpen }: Props) {
  const titleOf = ({ day, partial }: TrendPoint): string =>
    `${grain === 'week' ? `Week of ${sayDay(day, locale)}` : sayMonth(day, locale)}${partial ? ', in part' : ''}`;
  const sayOf = ({ met, breached, share }: TrendPoint['net']): string =>
    share === null
      ? 'nothing counted'
      : `${sayShare(share)} (${met.toLocaleString('en')} of ${(met + breached).toLocaleString('en')})`;
  const shares = points.flatMap(({ net, gross }) => [net.share, gross.share]);
  const known = shares.filter((share) => share !== null);
  if (known.length === 0) return <p className="subtle">Nothing counted in these {grain}s.</p>;
  const floor = axisFloor(target === null ? known : [...known, target]);
  const hasMissed = target !== null && points.some(({ net }) => net.share !== null && net.share < target);
  return (
    <ChartFigure
      label={`${name} by ${grain}`}
      head={[grain === 'week' ? 'Week' : 'Month', 'Net', 'Met', 'Breached', 'Gross', 'Left out']}
      rows={points.map((point) => {
        const { net, gross, leftOut } = point;
        const opening = (count: number, drill: TrendDrill) =>
          onOpen && count > 0 ? () => onOpen(point, drill) : undefined;
        const share = (of: TrendPoint['net'], drill: TrendDrill) => ({
          text: of.share === null ? '–' : sayShare(of.share),
          onOpen: opening(of.met + of.breached, drill),
        });
        const number = (count: number, verdict: TrendDrill['verdict']) => ({
          text: count.toLocaleString('en'),
          onOpen: opening(count, { verdict }),
        });
        return [
          { text: titleOf(point) },
          share(net, { verdict: 'counted' }),
          number(net.met, 'met'),
          number(net.breached, 'breached'),
          share(gross, { verdict: 'counted', gross: true }),
          number(leftOut, 'left-out'),
        ];
      })}
      legend={
        <Legend
          target={target}
          missed={hasMissed}
          partial={points.some(({ net, partial }) => partial && net.share !== null)}
        />
      }
    >
      {(width) => {
        const x = scalePoint<string>()
          .domain(points.map(({ day }) => day))
          .range([LEFT, width - RIGHT])
          .padding(0.5);
        const y = scaleLinear()
          .domain([floor, 1])
          .range([height - BOTTOM, TOP]);
        const at = (day: string): number => x(day) ?? LEFT;
        const path = (of: 'net' | 'gross'): string =>
          line<TrendPoint>()
            .defined((point) => point[of].share !== null)
            .x(({ day }) => at(day))
            .y((point) => y(point[of].share ?? 0))(points) ?? '';
        const step = labelStep(points.length, width - LEFT - RIGHT, grain === 'week' ? 56 : 70);
        return (
          <svg width={width} height={height} role="img" aria-label={`${name} by ${grain}: see the figures`}>
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
            <path className="chart-line chart-gross" d={path('gross')} />
            <path className="chart-line chart-net" d={path('net')} />
            {points.map((point, i) => {
              const { day, net, gross, partial } = point;
              const left = at(day);
              // Counted from the last one on, which is the one people look for.
              const labelled = (points.length - 1 - i) % step === 0;
              return (
                <g key={day}>
                  {gross.share !== null && (
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
                      textAnchor={left > width - 24 ? 'end' : 'middle'}
                    >
                      {grain === 'week' ? sayShortDay(day, locale) : sayMonth(day, locale)}
                    </text>
                  )}
                  <rect
                    className={onOpen ? 'chart-hit chart-hit-open' : 'chart-hit'}
                    x={left - x.step() / 2}
                    width={Math.max(x.step(), 8)}
                    height={height - BOTTOM}
                    onClick={
                      onOpen && net.share !== null ? () => onOpen(point, { verdict: 'counted' }) : undefined
                    }
                  >
                    <title>{`${titleOf(point)}\nNet ${sayOf(net)}\nGross ${sayOf(gross)}`}</title>
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
  readonly target: number | null;
  readonly missed: boolean;
  readonly partial: boolean;
}

function Legend({ target, missed, partial }: LegendProps) {
  return (
    <ul className="legend" aria-hidden="true">
      <li>
        <svg width="24" height="12">
          <path className="chart-line chart-net" d="M0 6H24" />
          <circle className="chart-net-mark" cx="12" cy="6" r="4" />
        </svg>
        Net
      </li>
      <li>
        <svg width="24" height="12">
          <path className="chart-line chart-gross" d="M0 6H24" />
          <rect className="chart-gross-mark" x="9" y="3" width="6" height="6" />
        </svg>
        Gross
      </li>
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
