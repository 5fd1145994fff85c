import { dateWords } from '../agreement/date-words';
import { percentWords } from '../agreement/percent-words';
import type { ServiceReportContent } from '../contract/service-report';
import { localPartsOf } from '../engine/time-zone';

/** The days of the period, in the provider's zone: `1 November 2026 to 30 November 2026`. */
export function periodWords({ period, timeZone }: Pick<ServiceReportContent, 'period' | 'timeZone'>): string {
  const [first, last] = [period.start, period.end - 1].map((at) =>
    dateWords(localPartsOf(timeZone, at).date),
  );
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** One sentence for each measure, its target first. */
export function measureWords({ name, target, net, gross }: ServiceReportContent['measures'][number]): string {
  const counted = `${net.met} of ${net.met + net.breached} kept (${percentWords(net.share)})`;
  const aim = target === null ? 'no target' : `target ${percentWords(target)}`;
  const without = gross.share === net.share ? '' : `; without exclusions ${percentWords(gross.share)}`;
  return `${name}: ${counted}, ${aim}${without}.`;
}
