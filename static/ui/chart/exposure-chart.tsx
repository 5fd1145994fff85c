import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { ExposureView } from '../../../src/contract/money';
import type { Place } from '../place';
import { sayMoment } from '../say-date';
import { sayMoney } from '../say-money';
import { ChartFigure } from './chart-figure';
import { dayMarks } from './day-marks';

interface Props {
  readonly exposure: ExposureView;
  readonly money: { readonly currency: string; readonly decimals: number };
  /** The provider's clocks. */
  readonly place: Place;
  readonly height?: number;
}

const TOP = 24;
const BOTTOM = 24;
const LEFT = 88;
const RIGHT = 16;
const ROOM_PER_DAY = 72;

/** What is owed as time goes by and nobody touches a ticket: a step at each breach, the end of the week marked. */
export function ExposureChart({ exposure, money, place, height = 200 }: Props) {
  const { asOf, nowMinor, steps, endOfWeek, endOfPeriod, endOfPeriodMinor } = exposure;
  const say = (amountMinor: number): string => sayMoney(amountMinor, money, place.locale);
  const points = [
    { at: asOf, owedMinor: nowMinor },
    ...steps,
    { at: endOfPeriod, owedMinor: endOfPeriodMinor },
  ];
  return (
    <ChartFigure
      label="Owed if nothing moves"
      head={['When', 'Owed', 'What breaks']}
      rows={[
        [{ text: `${sayMoment(asOf, place)}, now` }, { text: say(nowMinor) }, { text: '' }],
        ...steps.map(({ at, owedMinor, tickets }) => [
          { text: sayMoment(at, place) },
          { text: say(owedMinor) },
          { text: tickets.map(({ issueKey, measureName }) => `${issueKey ?? 'A ticket you may not see'}, ${measureName}`).join('; ') }, // prettier-ignore
        ]),
      ]}
    >
      {(width) => {
        const x = scaleLinear()
          .domain([asOf, endOfPeriod])
          .range([LEFT, width - RIGHT]);
        const y = scaleLinear()
          .domain([0, Math.max(endOfPeriodMinor, 1)])
          .nice(4)
          .range([height - BOTTOM, TOP]);
        const ticks = y.ticks(4).filter((tick) => Number.isInteger(tick));
        const marks = dayMarks(asOf, endOfPeriod, place.timeZone, (width - LEFT - RIGHT) / ROOM_PER_DAY);
        const path =
          line<(typeof points)[number]>()
            .x(({ at }) => x(at))
            .y(({ owedMinor }) => y(owedMinor))
            .curve(curveStepAfter)(points) ?? '';
        const area = `${path}V${y(0)}H${LEFT}Z`;
        const weekEnds = endOfWeek < endOfPeriod;
        return (
          <svg width={width} height={height} role="img" aria-label="Owed if nothing moves: see the figures">
            {ticks.map((tick) => (
              <g key={tick}>
                <line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
                <text className="chart-text" x={LEFT - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                  {say(tick)}
                </text>
              </g>
            ))}
            {marks.map(({ at, words }) => (
              <text key={at} className="chart-text" x={x(at)} y={height - 6} textAnchor="middle">
                {words}
              </text>
            ))}
            <path className="exposure-area" d={area} />
            <path className="chart-line exposure-line" d={path} />
            {weekEnds && (
              <g>
                <line className="chart-target" x1={x(endOfWeek)} x2={x(endOfWeek)} y1={TOP} y2={y(0)} />
                <text className="chart-text" x={x(endOfWeek)} y={TOP - 8} textAnchor="middle">
                  End of week
                </text>
              </g>
            )}
            {steps.map(({ at, owedMinor, tickets }) => (
              <path
                key={at}
                className="chart-net-mark chart-missed"
                d={`M${x(at)} ${y(owedMinor) - 5}l5 5l-5 5l-5 -5Z`}
              >
                <title>{`${sayMoment(at, place)}\n${say(owedMinor)}${tickets.map(({ issueKey }) => `\n${issueKey ?? 'A ticket you may not see'}`).join('')}`}</title>
              </path>
            ))}
          </svg>
        );
      }}
    </ChartFigure>
  );
}
