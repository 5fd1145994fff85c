import { scaleLinear } from 'd3-scale';
import type { MeasureReport } from '../../../src/contract/compliance';
import { sayDuration } from '../duration';
import { ChartFigure } from './chart-figure';
import { placeAmong } from './place-among';
import { sayTimeSpan } from './time-span-words';
import { CHARACTER, timeTicks } from './time-ticks';

type Times = MeasureReport['times'];
type Bin = Times['bins'][number];

interface Props {
  readonly name: string;
  readonly times: Times;
  readonly onOpen?: (bin: Bin) => void;
}

const HEIGHT = 240;
const TOP = 58;
const BOTTOM = 24;
const LEFT = 40;
/** Half of a long label. */
const RIGHT = 44;

/** How long it took: how many cycles in each span of working time, with the times half, 90% and 95% stayed within. */
export function TimesChart({ name, times, onOpen }: Props) {
  const { bins } = times;
  const most = Math.max(1, ...bins.map(({ cases }) => cases));
  const markers = (['p50', 'p90', 'p95'] as const).flatMap((label) => {
    const time = times[label];
    return time === null ? [] : [{ label, time }];
  });
  const edges = [...bins.map(({ from }) => from), ...bins.slice(-1).map(({ to }) => to)];
  return (
    <ChartFigure
      label={`Times of ${name}`}
      head={['Working time', 'Cycles']}
      rows={bins.map((bin) => [
        { text: sayTimeSpan(bin) },
        {
          text: bin.cases.toLocaleString('en'),
          onOpen: onOpen && bin.cases > 0 ? () => onOpen(bin) : undefined,
        },
      ])}
    >
      {(width) => {
        const x = scaleLinear()
          .domain([0, bins.length])
          .range([LEFT, width - RIGHT]);
        const y = scaleLinear()
          .domain([0, most])
          .nice(4)
          .range([HEIGHT - BOTTOM, TOP]);
        const wide = x(1) - x(0);
        return (
          <svg width={width} height={HEIGHT} role="img" aria-label={`Times of ${name}: see the figures`}>
            {y
              .ticks(4)
              .filter(Number.isInteger)
              .map((count) => (
                <g key={count}>
                  <line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y(count)} y2={y(count)} />
                  <text className="chart-text" x={LEFT - 6} y={y(count)} dy="0.32em" textAnchor="end">
                    {count.toLocaleString('en')}
                  </text>
                </g>
              ))}
            {bins.map((bin, i) => (
              <g key={bin.from}>
                <rect
                  className="chart-bar"
                  x={x(i) + Math.min(1, wide / 6)}
                  width={Math.max(1, wide - Math.min(2, wide / 3))}
                  y={y(bin.cases)}
                  height={y(0) - y(bin.cases)}
                />
                <rect
                  className={onOpen ? 'chart-hit chart-hit-open' : 'chart-hit'}
                  x={x(i)}
                  y={TOP}
                  width={wide}
                  height={HEIGHT - BOTTOM - TOP}
                  onClick={onOpen && bin.cases > 0 ? () => onOpen(bin) : undefined}
                >
                  <title>{`${sayTimeSpan(bin)}: ${bin.cases.toLocaleString('en')}`}</title>
                </rect>
              </g>
            ))}
            {timeTicks(edges, wide).map(({ edge, text }) => (
              <text key={edge} className="chart-text" x={x(edge)} y={HEIGHT - 6} textAnchor="middle">
                {text}
              </text>
            ))}
            {markers.map(({ label, time }, row) => {
              const left = x(placeAmong(bins, time));
              return (
                <line
                  key={label}
                  className={`chart-marker chart-marker-${label}`}
                  x1={left}
                  x2={left}
                  y1={6 + row * 16}
                  y2={y(0)}
                />
              );
            })}
            {markers.map(({ label, time }, row) => {
              const left = x(placeAmong(bins, time));
              const said = `${label} ${sayDuration(time)}`;
              // On the right no line of the marks below runs through it.
              const flipped = left + 5 + said.length * CHARACTER > width;
              return (
                <text
                  key={label}
                  className="chart-text chart-strong"
                  x={flipped ? left - 5 : left + 5}
                  y={14 + row * 16}
                  textAnchor={flipped ? 'end' : 'start'}
                >
                  {said}
                </text>
              );
            })}
          </svg>
        );
      }}
    </ChartFigure>
  );
}
