import type { Side } from '../../src/contract/agreement';
import type { ExclusionView } from '../../src/contract/exclusion';
import { toCsv, type Cell } from '../ui/csv';
import { exclusionKind, exclusionState } from '../ui/exclusion-words';
import type { Place } from '../ui/place';
import { localTimeValue } from '../ui/local-time';

/** Exclusions as a table for spreadsheets; times are the viewer's, whose zone the heads name. */
export function exclusionsCsv(exclusions: readonly ExclusionView[], { timeZone }: Place): string {
  const at = (instant: number | null): string =>
    instant === null ? '' : localTimeValue(instant, timeZone).replace('T', ' ');
  const signed = ({ signatures }: ExclusionView, side: Side): string => {
    const given = signatures.find((s) => s.side === side);
    return given ? `${given.decision} by ${given.name}, ${at(given.at)}` : '';
  };
  return toCsv(
    [
      'Id',
      'State',
      'Agreement',
      'Clause',
      'Kind',
      'Effect',
      'Measures',
      'Ticket',
      'Filter',
      `Windows (${timeZone})`,
      'Hours',
      'Reason',
      'Evidence',
      'Proposed by',
      `Proposed (${timeZone})`,
      'Provider',
      'Customer',
      `Decided (${timeZone})`,
      'Reason of the decision',
      'Hash',
    ],
    exclusions.map((e): readonly Cell[] => [
      e.exclusionId,
      exclusionState(e.state).word,
      e.agreementName,
      e.clause,
      exclusionKind(e.kind),
      e.effect === 'time' ? 'Time' : 'Whole cycle',
      e.measures.join(', ') || 'All',
      e.issueKey,
      e.when,
      e.windows.map(({ from, to }) => `${at(from)} - ${at(to)}`).join('; '),
      e.during,
      e.reason,
      e.evidence
        .map((one) => (one.kind === 'link' ? one.url : `${one.fileName} (${one.issueKey})`))
        .join('; '),
      e.origin === 'incident' ? 'Accord, for a major incident' : e.proposedBy,
      at(e.proposedAt),
      signed(e, 'provider'),
      signed(e, 'customer'),
      at(e.decidedAt),
      e.decision,
      e.hash,
    ]),
    ['Of those that the person who exported this may see'],
  );
}
