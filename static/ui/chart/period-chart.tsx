import type { TextTrend } from '../../../src/contract/agreement';
import { usePlace } from '../place-context';
import { sayDay } from '../say-day';
import { sayShare } from '../say-share';
import { ShareChart } from './share-chart';

/** Attainment in the reporting periods of an agreement, each named by its first day. */
export function PeriodChart({ trend: { caption, target, points } }: { readonly trend: TextTrend }) {
  const { locale } = usePlace();
  return (
    <ShareChart
      label={caption}
      head={['Period', 'Net', 'Met', 'Breached']}
      rows={points.map(({ from, net }) => [
        { text: `From ${sayDay(from, locale)}` },
        { text: net.share === null ? '–' : sayShare(net.share) },
        { text: net.met.toLocaleString('en') },
        { text: net.breached.toLocaleString('en') },
      ])}
      points={points.map(({ from, net }) => ({
        key: from,
        label: sayDay(from, locale),
        title: `From ${sayDay(from, locale)}`,
        net,
        gross: null,
        partial: false,
      }))}
      target={target}
      labelWidth={84}
      height={150}
    />
  );
}
