import { dateWords, instantWords } from '../agreement/date-words';
import { durationWords } from '../agreement/duration-words';
import { moneyWords } from '../agreement/money-words';
import { paragraph, table } from '../agreement/text/block';
import type { AgreementText, TextBlock, TextSection } from '../contract/agreement';
import type { Counts } from '../contract/compliance';
import type { CreditPeriod } from '../contract/money';
import type { ReportNote, ServiceReportContent } from '../contract/service-report';
import { localPartsOf } from '../engine/time-zone';
import { percentWords, periodWords } from './report-words';

/** A report in plain language, to be read and printed. What it says depends on nothing but what it is given. */
export function reportText(
  content: ServiceReportContent,
  { hash, hiddenBreaches }: { readonly hash: string; readonly hiddenBreaches: number },
): AgreementText {
  return {
    title: `Service report: ${content.agreementName}`,
    subtitle: `${content.provider} gives account to ${content.customer} of ${periodWords(content)} (${content.timeZone}), by version ${content.agreementVersion} of the agreement, as of ${instantWords(content.asOf, content.timeZone)}. SHA-256 ${hash}.`,
    notices: noticesOf(content),
    sections: [
      attainmentSection(content),
      trendSection(content),
      breachesSection(content, hiddenBreaches),
      exclusionsSection(content),
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
    ...[p50, p90, p95].map((time) => (time === null ? 'none' : durationWords(time))),
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
  const starts = measures[0]?.trend.map(({ start }) => start) ?? [];
  const rows = starts.map((start, place) => [
    dateWords(localPartsOf(timeZone, start).date),
    ...measures.map(({ trend }) => percentWords(trend[place]?.net.share ?? null)),
  ]);
  return section('trend', 'Trend', [
    table('Kept (net) by period', ['From', ...measures.map(({ name }) => name)], rows),
  ]);
}

function breachesSection(
  { breaches, breachesOmitted, measures, timeZone }: ServiceReportContent,
  hidden: number,
): TextSection {
  const nameOf = new Map(measures.map(({ measureId, name }) => [measureId, name]));
  const rows = breaches.map(({ issueKey, measureId, decidedAt, lateMs, stopped, reason }) => [
    issueKey,
    nameOf.get(measureId) ?? measureId,
    instantWords(decidedAt, timeZone),
    `${durationWords(lateMs)}${stopped ? '' : ' and still open'}`,
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
    durationWords(excludedMs),
    String(cycles),
    signatures.map(({ side, by, at }) => `${by} for the ${side}, ${instantWords(at, timeZone)}`).join('; '),
  ]);
  const head = ['Clause', 'Reason', 'Time', 'Cycles', 'Agreed by'];
  return section('exclusions', 'Exclusions', [table('What was left out', head, rows)]);
}

function creditsSection({ lines }: CreditPeriod, currency: string | null): TextSection {
  const rows = lines.map(({ text, share, amountMinor }) => [
    text,
    share === null ? '' : `${Math.round(share * 1_000_000) / 10_000}%`,
    amountMinor === null || currency === null ? '' : moneyWords(amountMinor, currency),
  ]);
  return section('credits', 'Credits', [
    table('How they are reckoned', ['What for', 'Share of the fee', 'Amount'], rows),
  ]);
}

/** What was written under it; no part of what is signed. */
export function notesSection(notes: readonly ReportNote[], timeZone: string): TextSection {
  const items = notes.map(({ kind, text, owner, dueAt, doneAt, writtenBy }) => {
    const due = dueAt === null ? '' : `, due ${instantWords(dueAt, timeZone)}`;
    const state = kind === 'comment' ? 'Comment' : doneAt === null ? 'Action' : 'Action, done';
    return `${state}: ${text}${owner === '' ? '' : ` (${owner}${due})`} — ${writtenBy}`;
  });
  return section('notes', 'Actions and comments', [
    items.length === 0 ? paragraph('Nothing has been written.') : { kind: 'list', items },
  ]);
}

function countsWords({ met, breached, share }: Counts): string {
  return share === null ? 'nothing counted' : `${percentWords(share)} (${met} of ${met + breached})`;
}

function section(id: string, heading: string, blocks: readonly TextBlock[]): TextSection {
  return { id, heading, blocks };
}
