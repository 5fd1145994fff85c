import type { ComplianceChoices } from '../../../src/contract/compliance';
import type { EscalationFiring } from '../../../src/contract/escalation';
import { csvInstant } from '../../ui/csv';
import { figuresCsv } from '../figures-csv';
import type { WholeList } from '../read-all-pages';
import { outcomeWords, stateWords } from './escalation-words';

/** Escalations as CSV, newest first; times are UTC, so that two exports compare. */
export function escalationsCsv(
  list: WholeList<EscalationFiring>,
  agreements: ComplianceChoices['agreements'],
): string {
  const nameOf = new Map(agreements.map(({ agreementId, name }) => [agreementId, name]));
  return figuresCsv(
    ['Ticket', 'Summary', 'Escalation', 'When', 'Agreement', 'Measure', 'Cycle began (UTC)', 'Threshold (UTC)', 'Looked at (UTC)', 'State', 'Outcome'], // prettier-ignore
    list.rows.map((row) => [
      row.issueKey,
      row.summary,
      row.name,
      row.when,
      nameOf.get(row.agreementId) ?? row.agreementId,
      row.measureName,
      csvInstant(row.cycleBegunAt),
      csvInstant(row.thresholdAt),
      csvInstant(row.firedAt),
      stateWords(row).word,
      [
        stateWords(row).about,
        ...row.outcome.map((each) => `${each.ok ? '' : 'Not done. '}${outcomeWords(each)}`),
      ]
        .join(' ')
        .trim(),
    ]),
    list,
  );
}
