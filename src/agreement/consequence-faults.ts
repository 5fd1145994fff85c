import { checkKnown, measureId } from './checks';
import { checkEarnBack, checkGroups, checkPenalty, checkTiers, checkWay } from './credit-faults';
import type { FaultList } from './fault-list';
import { isNamed, listAt, looseAt, textAt } from './loose';
import { readFee } from './money';

/** What tells whether a responsibility is kept is a measure of the agreement. */
export function checkResponsibilities(faults: FaultList, raw: unknown, measureIds: readonly string[]): void {
  for (const [index, responsibility] of listAt(raw, 'responsibilities').entries()) {
    const id = textAt(responsibility, 'measure');
    checkKnown(faults, ['responsibilities', index, 'measure'], 'measure', id, measureIds);
  }
}

/** Credits follow a target that exists, in one way, are told once, and are weighed in groups of their own. */
export function checkConsequences(faults: FaultList, raw: unknown, measureIds: readonly string[]): void {
  const consequences = looseAt(raw, 'consequences');
  checkFee(faults, consequences);
  const credits = listAt(consequences, 'credits');
  const ids = credits.map((credit) => textAt(credit, 'measure'));
  for (const [index, credit] of credits.entries()) {
    const path = ['consequences', 'credits', index];
    const id = ids[index];
    checkKnown(faults, [...path, 'measure'], 'measure', id, measureIds);
    if (id !== undefined && ids.indexOf(id) < index) {
      const remedy = 'Write all tiers of a measure in one place, so that nothing is credited twice.';
      faults.add([...path, 'measure'], `The measure ${id} has credits already`, remedy);
    }
    const measure = listAt(raw, 'measures').find((each) => measureId(each) === id);
    const target = textAt(measure, 'target');
    // A penalty counts how late each breach is: it needs a goal, not a share of tickets.
    const needsTarget = !(isNamed(credit) && 'perBreach' in credit);
    if (id !== undefined && measure !== undefined && target === undefined && needsTarget) {
      const remedy = 'Give the measure a target such as 95%, or take its credits out.';
      faults.add([...path, 'measure'], `The measure ${id} has no target that could be missed`, remedy);
    }
    checkWay(faults, path, credit, target);
    checkTiers(faults, [...path, 'tiers'], listAt(credit, 'tiers'), target);
    checkPenalty(faults, [...path, 'perBreach'], looseAt(credit, 'perBreach'), consequences);
  }
  checkGroups(faults, listAt(consequences, 'together'), ids);
  checkEarnBack(faults, raw, ids);
}

function checkFee(faults: FaultList, consequences: unknown): void {
  const { amount, currency } = looseAt(consequences, 'fee');
  if (typeof amount !== 'number' || amount < 0 || typeof currency !== 'string') return;
  if (!/^[A-Z]{3}$/.test(currency)) return;
  const fee = readFee({ amount, currency });
  if (!fee.ok) faults.add(['consequences', 'fee', 'amount'], fee.problem.message, fee.problem.remedy);
}
