import { checkKnown, measureId } from './checks';
import type { FaultList } from './fault-list';
import { listAt, looseAt, textAt } from './loose';
import { readFee } from './money';
import { readPartsPerMillion } from './parts-per-million';
import type { Path } from './path-text';

/** What tells whether a responsibility is kept is a measure of the agreement. */
export function checkResponsibilities(faults: FaultList, raw: unknown, measureIds: readonly string[]): void {
  for (const [index, responsibility] of listAt(raw, 'responsibilities').entries()) {
    const id = textAt(responsibility, 'measure');
    checkKnown(faults, ['responsibilities', index, 'measure'], 'measure', id, measureIds);
  }
}

/** Credits follow a target that exists, in tiers that get worse and are told once. */
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
    if (id !== undefined && measure !== undefined && target === undefined) {
      const remedy = 'Give the measure a target such as 95%, or take its credits out.';
      faults.add([...path, 'measure'], `The measure ${id} has no target that could be missed`, remedy);
    }
    checkTiers(faults, [...path, 'tiers'], listAt(credit, 'tiers'), target);
  }
}

function checkFee(faults: FaultList, consequences: unknown): void {
  const { amount, currency } = looseAt(consequences, 'fee');
  if (typeof amount !== 'number' || amount < 0 || typeof currency !== 'string') return;
  if (!/^[A-Z]{3}$/.test(currency)) return;
  const fee = readFee({ amount, currency });
  if (!fee.ok) faults.add(['consequences', 'fee', 'amount'], fee.problem.message, fee.problem.remedy);
}

function checkTiers(
  faults: FaultList,
  path: Path,
  tiers: readonly unknown[],
  target: string | undefined,
): void {
  let [lastBelow, lastCredit] = [Infinity, 0];
  const promised = readPartsPerMillion(target ?? '');
  for (const [index, tier] of tiers.entries()) {
    const below = readPartsPerMillion(textAt(tier, 'below') ?? '');
    const credit = readPartsPerMillion(textAt(tier, 'credit') ?? '');
    if (below.ok) {
      if (below.value === lastBelow) {
        const remedy = 'Keep one tier for each limit.';
        faults.add(
          [...path, index, 'below'],
          `There is a tier below ${textAt(tier, 'below')} already`,
          remedy,
        );
      } else if (below.value > lastBelow) {
        const remedy = 'Write tiers from the highest limit to the lowest.';
        faults.add([...path, index, 'below'], 'This limit is higher than that of the tier before', remedy);
      } else if (promised.ok && below.value > promised.value) {
        const remedy = `Write ${target} or less.`;
        faults.add([...path, index, 'below'], `Here a credit is due although the target of ${target} is met`, remedy); // prettier-ignore
      }
      lastBelow = below.value;
    }
    if (credit.ok) {
      if (credit.value <= lastCredit) {
        const message = index === 0 ? 'This credit is nothing' : 'A worse tier gives no higher credit';
        faults.add([...path, index, 'credit'], message, 'Write a higher percentage, or take the tier out.');
      }
      lastCredit = credit.value;
    }
  }
}
