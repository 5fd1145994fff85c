import type { TextSection } from '../../contract/agreement';
import { REPORT_PARTS, type ReportPart } from '../../contract/service-report';
import type { AgreementDocument } from '../document';
import { durationWords } from '../duration-words';
import { listed } from '../listed';
import { reportWithin } from '../report-within';
import { paragraph } from './block';

/** How the parties learn whether the promise is kept. */
export function monitoringSection({ report, calendars }: AgreementDocument): TextSection {
  const blocks =
    report === undefined
      ? [paragraph('No service report has been agreed.')]
      : [
          paragraph(
            `Every ${report.every}, ${report.by} writes the service report for ${listed(report.to, 'and')}.`,
          ),
          paragraph(
            `It is delivered within ${durationWords(reportWithin(report))} of ${calendars[0]?.name ?? 'working time'} after the period has ended.`,
          ),
          paragraph(
            'It gives the attainment of each measure against its target, with and without the agreed exclusions (net and gross), and names the clause behind everything that was left out.',
          ),
          ...(report.parts === undefined ? [] : [paragraph(partsWords(report.parts))]),
        ];
  return { id: 'monitoring', heading: 'Monitoring and service report', blocks };
}

const PART_WORDS: Readonly<Record<ReportPart, string>> = {
  trend: 'the trend',
  breaches: 'breaches and their reasons',
  exclusions: 'exclusions with clauses and signatures',
  credits: 'credits',
  warnings: 'warnings where figures are on target and customers are not content',
};

function partsWords(parts: readonly ReportPart[]): string {
  const told = REPORT_PARTS.filter((part) => parts.includes(part)).map((part) => PART_WORDS[part]);
  return told.length === 0
    ? 'Beside that it tells nothing.'
    : `Beside that it tells ${listed(told, 'and')}, and nothing else.`;
}
