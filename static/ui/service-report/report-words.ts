import type { Interval } from '../../../src/engine/instant';
import type { ServiceReportSummary } from '../../../src/contract/service-report';
import { placeIn, type Place } from '../place';

/** The days of a period, the last one included: "1 – 30 Nov 2026". */
export function periodWords({ start, end }: Interval, place: Place, timeZone: string): string {
  const there = placeIn(place, timeZone);
  const form = { day: 'numeric', month: 'short', year: 'numeric', timeZone: there.timeZone } as const;
  return new Intl.DateTimeFormat(there.locale, form).formatRange(start, end - 1);
}

/** Where a report stands, as a badge says it. */
export function stateWords({ state, progress }: ServiceReportSummary): {
  readonly word: string;
  readonly tone: 'information' | 'warning' | 'success';
} {
  switch (state) {
    case 'drafting':
      return { word: `Being drafted, ${Math.floor(progress * 100)}%`, tone: 'information' };
    case 'drafted':
      return { word: 'Drafted, on its way', tone: 'information' };
    case 'delivered':
      return { word: 'Waits for signatures', tone: 'warning' };
    case 'signed':
      return { word: 'Signed by both', tone: 'success' };
  }
}

/** Whom the report is for, and who has been told of it how. */
export function toldWords({
  to,
  mailed,
  deliveredAt,
}: Pick<ServiceReportSummary, 'to' | 'mailed' | 'deliveredAt'>): string {
  const named = to.length === 0 ? '' : `For ${new Intl.ListFormat('en').format(to)}. `;
  if (deliveredAt === null)
    return `${named}Representatives of both sides find it here and in the portal once it is drafted.`;
  const mail =
    mailed === null
      ? ''
      : mailed
        ? 'Jira has mailed the representatives who may see its work item. '
        : 'Jira has mailed none of the representatives: it did not take the mail, or none may see its work item. ';
  return `${named}${mail}Those of both sides find it here and in the portal.`;
}
