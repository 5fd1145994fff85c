import { measureId } from './checks';
import type { FaultList } from './fault-list';
import { isNamed, listAt, looseAt, textAt, type Loose } from './loose';
import { readFee } from './money';
import { didYouMean } from './nearest';
import { readPartsPerMillion } from './parts-per-million';
import type { Path } from './path-text';

/** Tiers get worse, each costs more, and none is reached while the target is met. */
export function checkTiers(
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

const WAYS = ['tiers', 'shortfall', 'perBreach'];

/** A credit is worked out in one way, and what it weighs is something. */
export function checkWay(faults: FaultList, path: Path, credit: unknown, target: string | undefined): void {
  if (!isNamed(credit)) return;
  const ways = WAYS.filter((way) => way in credit);
  if (ways.length === 0) {
    const remedy = 'Write tiers such as { below: 95%, credit: 5% }, or shortfall: true, or perBreach.';
    faults.add([...path, 'tiers'], 'This is missing', remedy);
  }
  if (ways.length > 1) {
    const remedy = `Keep one of ${ways.join(', ')}.`;
    faults.add([...path, ways[1] ?? ''], 'This credit is worked out in two ways', remedy);
  }
  if ('perBreach' in credit && 'weight' in credit) {
    const remedy = 'Take the weight out, and write the amount that is due.';
    faults.add([...path, 'weight'], 'A penalty is an amount: it has no weight', remedy);
  }
  if (textAt(credit, 'weight') !== undefined && /^0+(\.0+)?\s*%$/.test(textAt(credit, 'weight') ?? '')) {
    faults.add([...path, 'weight'], 'Of this credit nothing counts', 'Write a higher weight, or take the credit out.'); // prettier-ignore
  }
  const exact = readPartsPerMillion(target ?? '');
  if ('shortfall' in credit && target !== undefined && !exact.ok) {
    faults.add([...path, 'shortfall'], `The target: ${exact.problem.message}`, exact.problem.remedy);
  }
}

/** A penalty is an amount in the currency of a fee that it is cut at. */
export function checkPenalty(faults: FaultList, path: Path, penalty: Loose, consequences: unknown): void {
  const { amount } = penalty;
  if (typeof amount !== 'number' || amount < 0) return;
  const { amount: whole, currency } = looseAt(consequences, 'fee');
  if (typeof whole !== 'number' || typeof currency !== 'string') {
    const remedy = 'Say what the service costs: fee: { amount, currency }.';
    faults.add(path, 'A penalty needs a fee: its currency, and what it can never exceed', remedy);
    return;
  }
  if (whole === 0) {
    faults.add(path, 'Credits never exceed the fee, and the fee is nothing', 'Write what the service costs.');
    return;
  }
  if (amount === 0) {
    faults.add([...path, 'amount'], 'This penalty is nothing', 'Write an amount such as 100.');
    return;
  }
  if (!/^[A-Z]{3}$/.test(currency)) return;
  const reading = readFee({ amount, currency });
  if (!reading.ok) faults.add([...path, 'amount'], reading.problem.message, reading.problem.remedy);
}

/** Measures that fail together have credits, and are in one group at most. */
export function checkGroups(
  faults: FaultList,
  groups: readonly unknown[],
  ids: readonly (string | undefined)[],
): void {
  const known = ids.flatMap((id) => id ?? []);
  const seen = new Set<unknown>();
  for (const [index, group] of groups.entries()) {
    for (const [place, id] of (Array.isArray(group) ? (group as unknown[]) : []).entries()) {
      const path = ['consequences', 'together', index, place];
      if (typeof id === 'string' && !known.includes(id)) {
        const rest = known.length > 0 ? `Known here: ${known.join(', ')}.` : 'Add its credit first.';
        faults.add(path, `There is no credit for "${id}"`, didYouMean(id, known, rest));
      } else if (seen.has(id)) {
        faults.add(path, `The measure ${String(id)} is in a group already`, 'Name it in one group, once.');
      }
      seen.add(id);
    }
  }
}

/** What earns a credit back is no miss, and there is something to earn back. */
export function checkEarnBack(faults: FaultList, raw: unknown, ids: readonly (string | undefined)[]): void {
  const { earnBack } = looseAt(raw, 'consequences');
  if (!isNamed(earnBack)) return;
  if (ids.length === 0) {
    const remedy = 'Add service credits, or take this out.';
    faults.add(['consequences', 'earnBack'], 'There are no credits that could be earned back', remedy);
  }
  if (/^0+(\.0+)?\s*%$/.test(textAt(earnBack, 'back') ?? '')) {
    faults.add(['consequences', 'earnBack', 'back'], 'Here nothing is given back', 'Write a higher percentage, or take it out.'); // prettier-ignore
  }
  const reach = readPartsPerMillion(textAt(earnBack, 'reach') ?? '');
  for (const measure of listAt(raw, 'measures')) {
    const id = measureId(measure);
    if (id === undefined || !ids.includes(id)) continue;
    const target = textAt(measure, 'target');
    const promised = readPartsPerMillion(target ?? '');
    if (reach.ok && promised.ok && reach.value < promised.value) {
      const remedy = `Write ${target} or more.`;
      faults.add(['consequences', 'earnBack', 'reach'], `This is less than the target of ${id}: a miss would earn a credit back`, remedy); // prettier-ignore
    }
    if (textAt(earnBack, 'reach') === undefined && !promised.ok) {
      const remedy = 'Say what must be reached, such as reach: 97%.';
      faults.add(['consequences', 'earnBack', 'reach'], `The measure ${id} has no target that could be reached again`, remedy); // prettier-ignore
    }
  }
}
