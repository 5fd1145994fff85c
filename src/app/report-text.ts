import { dateWords, localWords } from '../agreement/date-words';
import { moneySign } from '../agreement/money-sign';
import { percentWords } from '../agreement/percent-words';
import { shortDuration } from '../agreement/short-duration';
import { heading, paragraph, table } from '../agreement/text/block';
import type { AgreementText, TextBlock, TextLink, TextSection, TextTrend } from '../contract/agreement';
import type { Counts } from '../contract/compliance';
import type { CreditPeriod } from '../contract/money';
import type { ReportNote, ReportPart, ServiceReportContent } from '../contract/service-report';
import { localPartsOf } from '../engine/time-zone';
import { periodWords } from './report-words';

/** What a text says that is not in the content. */
interface ReportSurroundings {
  readonly hash: string;
  /** Breaches of the report on tickets that the reader may not see: the content does not list them. */
  readonly hiddenBreaches: number;
  /** The page of a ticket within the site, by its key. */
  readonly pathOf: ReadonlyMap<string, string | null>;
}

/** A report in plain language, to be read and printed. What it says depends on nothing but what it is given. */
export function reportText(
  content: ServiceReportContent,
  { hash, hiddenBreaches, pathOf }: ReportSurroundings,
): AgreementText {
  const partOf = (part: ReportPart, of: () => TextSection) =>
    content.parts === undefined || content.parts.includes(part) ? [of()] : [];
  return {
    title: `Service report: ${content.agreementName}`,
    subtitle: `${content.provider} gives account to ${content.customer} of ${periodWords(content)}, by version ${content.agreementVersion} of the agreement, as of ${localWords(content.asOf, content.timeZone)}. All times are those of ${content.timeZone}. SHA-256 ${hash}.`,
    notices: noticesOf(content),
    sections: [
      attainmentSection(content),
      ...partOf('trend', () => trendSection(content)),
      ...partOf('breaches', () => breachesSection(content, hiddenBreaches, pathOf)),
      ...partOf('exclusions', () => exclusionsSection(content)),
      ...(content.credits ? [creditsSection(content.credits, content.currency)] : []),
    ],
  };
}

function noticesOf({ unreadableTickets, watermelon }: ServiceReportContent): readonly string[] {
  return [
    ...(unreadableTickets === 0
      ? []
      : [`The history of ${unreadableTickets} tickets could not be read: they are in none of the figures.`]),
    ...watermelon.map(({ text }) => text),
  ];
}

function attainmentSection({ measures }: ServiceReportContent): TextSection {
  const rows = measures.map(({ name, target, net, gross, leftOut, p50, p90, p95 }) => [
    name,
    target === null ? 'none' : percentWords(target),
    countsWords(net),
    countsWords(gross),
    String(leftOut),
    ...[p50, p90, p95].map((time) => (time === null ? 'none' : shortDuration(time))),
  ]);
  const head = [
    'Measure',
    'Target',
    'Kept (net)',
    'Kept (gross)',
    'Left out',
    'Median',
    '90% within',
    '95% within',
  ];
  return section('attainment', 'Attainment', [
    paragraph('Net counts without what agreed exclusions took out; gross ignores them.'),
    table('Attainment against target', head, rows),
  ]);
}

function trendSection({ measures, timeZone }: ServiceReportContent): TextSection {
  return section('trend', 'Trend', [
    paragraph(
      'Kept (net) in this period and up to twelve before it, by what was known when this report was made.',
    ),
    ...measures.flatMap(({ name, target, trend }): readonly TextBlock[] => [
      heading(name),
      trend.some(({ net }) => net.share !== null)
        ? {
            kind: 'trend',
            caption: `${name}, kept (net) by period`,
            target,
            points: pointsOf(trend, timeZone),
          }
        : paragraph('Nothing was counted in these periods.'),
    ]),
  ]);
}

function pointsOf(
  trend: ServiceReportContent['measures'][number]['trend'],
  timeZone: string,
): TextTrend['points'] {
  return trend.map(({ start, net }) => ({ from: localPartsOf(timeZone, start).date, net }));
}

function breachesSection(
  { breaches, breachesOmitted, measures, timeZone }: ServiceReportContent,
  hidden: number,
  pathOf: ReadonlyMap<string, string | null>,
): TextSection {
  const nameOf = new Map(measures.map(({ measureId, name }) => [measureId, name]));
  const rows = breaches.map(({ issueKey, measureId, decidedAt, lateMs, stopped, reason }) => [
    linkOf(issueKey, pathOf.get(issueKey) ?? null),
    nameOf.get(measureId) ?? measureId,
    localWords(decidedAt, timeZone),
    `${shortDuration(lateMs)}${stopped ? '' : ' and still open'}`,
    reason,
  ]);
  const also = [
    ...(hidden === 0 ? [] : [`${hidden} more are on tickets that you may not see.`]),
    ...(breachesOmitted === 0 ? [] : [`${breachesOmitted} more are not listed.`]),
  ];
  return section('breaches', 'Breaches and their reasons', [
    ...(rows.length === 0
      ? [paragraph('No breach is listed.')]
      : [
          table('Breaches, those most late first', ['Ticket', 'Measure', 'Since', 'Late by', 'Reason'], rows),
        ]),
    ...also.map(paragraph),
  ]);
}

function exclusionsSection({ exclusions, timeZone }: ServiceReportContent): TextSection {
  if (exclusions.length === 0)
    return section('exclusions', 'Exclusions', [paragraph('Nothing was left out.')]);
  const rows = exclusions.map(({ clause, reason, excludedMs, cycles, signatures }) => [
    clause,
    reason,
    excludedMs === 0 && cycles > 0 ? 'whole cycles' : shortDuration(excludedMs),
    String(cycles),
    signatures.map(({ side, by, at }) => `${by} for the ${side}, ${localWords(at, timeZone)}`).join('; '),
  ]);
  const head = ['Clause', 'Reason', 'Time', 'Cycles', 'Agreed by'];
  return section('exclusions', 'Exclusions', [table('What was left out', head, rows)]);
}

function creditsSection({ lines }: CreditPeriod, currency: string | null): TextSection {
  const rows = lines.map(({ text, share, amountMinor }) => [
    text,
    share === null ? '' : `${Math.round(share * 1_000_000) / 10_000}%`,
    amountMinor === null || currency === null ? '' : moneySign(amountMinor, currency),
  ]);
  return section('credits', 'Credits', [
    table('How they are reckoned', ['What for', 'Share of the fee', 'Amount'], rows),
  ]);
}

/** What was written under it; no part of what is signed. Whether something is overdue depends on when it is read. */
export function notesSection(notes: readonly ReportNote[], timeZone: string): TextSection {
  const dayOf = (at: number) => dateWords(localPartsOf(timeZone, at).date);
  const items = notes.map(({ kind, text, owner, dueAt, doneAt, writtenBy }) => {
    const state =
      kind === 'comment' ? 'Comment' : doneAt === null ? 'Action' : `Action, done ${dayOf(doneAt)}`;
    const beside = [...(owner === '' ? [] : [owner]), ...(dueAt === null ? [] : [`due ${dayOf(dueAt - 1)}`])];
    return `${state}: ${text}${beside.length === 0 ? '' : ` (${beside.join(', ')})`} — ${writtenBy}`;
  });
  return section('notes', 'Actions and comments', [
    items.length === 0 ? paragraph('Nothing has been written.') : { kind: 'list', items },
  ]);
}

function linkOf(issueKey: string, path: string | null): string | TextLink {
  return path === null ? issueKey : { text: issueKey, path };
}

function countsWords({ met, breached, share }: Counts): string {
  return share === null ? 'nothing counted' : `${percentWords(share)} (${met} of ${met + breached})`;
}

function section(id: string, heading: string, blocks: readonly TextBlock[]): TextSection {
  return { id, heading, blocks };
}
