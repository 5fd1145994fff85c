import type { ComplianceView, Counts } from '../../src/contract/compliance';
import { figuresCsv } from './figures-csv';

const cells = ({ met, breached, share }: Counts): readonly (number | null)[] => [met, breached, share];

/** Attainment as CSV: a row for the whole period of each measure, then one for each week or month of its trend. */
export function complianceCsv({ asOf, measures, grain, query }: ComplianceView): string {
  return figuresCsv(
    [
      'Agreement',
      'Provider',
      'Measure',
      'Span',
      'From',
      'In part',
      'Target',
      'Met net',
      'Breached net',
      'Attainment net',
      'Met gross',
      'Breached gross',
      'Attainment gross',
      'Left out',
    ],
    measures.flatMap(({ agreementName, provider, name, target, net, gross, leftOut, trend }) => [
      [
        agreementName,
        provider,
        name,
        'period',
        `${query.from} to ${query.to}`,
        '',
        target,
        ...cells(net),
        ...cells(gross),
        leftOut,
      ],
      ...trend.map((point) => [
        agreementName,
        provider,
        name,
        grain,
        point.day,
        point.partial ? 'yes' : '',
        target,
        ...cells(point.net),
        ...cells(point.gross),
        point.leftOut,
      ]),
    ]),
    { asOf },
  );
}
