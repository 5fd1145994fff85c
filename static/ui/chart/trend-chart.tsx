import type { TrendPoint } from '../../../src/contract/compliance';
import { sayDay, sayMonth, sayShortDay } from '../say-day';
import { sayShare } from '../say-share';
import { ShareChart } from './share-chart';

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

/** Attainment by week or month. */
export function TrendChart({ name, points, grain, target, locale, height = 180, onOpen }: Props) {
  const titleOf = ({ day, partial }: TrendPoint): string =>
    `${grain === 'week' ? `Week of ${sayDay(day, locale)}` : sayMonth(day, locale)}${partial ? ', in part' : ''}`;
  const open = (key: string): void => {
    const point = points.find(({ day }) => day === key);
    if (point) onOpen?.(point, { verdict: 'counted' });
  };
  return (
    <ShareChart
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
      points={points.map((point) => ({
        key: point.day,
        label: grain === 'week' ? sayShortDay(point.day, locale) : sayMonth(point.day, locale),
        title: titleOf(point),
        net: point.net,
        gross: point.gross,
        partial: point.partial,
      }))}
      target={target}
      labelWidth={grain === 'week' ? 56 : 70}
      height={height}
      onOpen={onOpen && open}
    />
  );
}
