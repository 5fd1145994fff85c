import {
  WHOLE,
  type Consequences,
  type CreditRule,
  type EarnBack,
  type PartsPerMillion,
} from '../engine/consequences';
import type { AgreementDocument, ConsequencesDocument } from './document';
import { readLength } from './duration-text';
import { readFee } from './money';
import { readPartsPerMillion } from './parts-per-million';
import type { Reading } from './problem';

type CreditDocument = ConsequencesDocument['credits'][number];
type Described = Pick<AgreementDocument, 'consequences' | 'measures'>;

/** Makes checked consequences ready to reckon; undefined where they say nothing about credits. */
export function compileConsequences({ consequences, measures }: Described): Consequences | undefined {
  if (consequences === undefined || consequences.credits.length === 0) return undefined;
  const { fee, cap, credits, together, earnBack } = consequences;
  const targetOf = (id: string): PartsPerMillion | null => {
    const target = measures.find((one) => (one.id ?? one.preset) === id)?.target;
    const reading = readPartsPerMillion(target ?? '');
    return reading.ok ? reading.value : null;
  };
  return {
    fee: fee === undefined ? null : valueOf(readFee(fee)),
    cap: cap === undefined ? null : valueOf(readPartsPerMillion(cap)),
    credits: credits.map((credit) => creditRule(credit, fee?.currency ?? '', targetOf)),
    ...(together === undefined ? {} : { together }),
    ...(earnBack === undefined ? {} : { earnBack: earnBackOf(earnBack, credits, targetOf) }),
  };
}

function creditRule(
  { measure: measureId, weight, tiers, perBreach }: CreditDocument,
  currency: string,
  targetOf: (id: string) => PartsPerMillion | null,
): CreditRule {
  if (perBreach !== undefined) {
    const { amount, per, free } = perBreach;
    const { amountMinor } = valueOf(readFee({ amount, currency }));
    const freeMs = free === undefined ? 0 : valueOf(readLength(free));
    return { measureId, perBreach: { amountMinor, perMs: valueOf(readLength(per)), freeMs } };
  }
  const weighed = weight === undefined ? {} : { weight: valueOf(readPartsPerMillion(weight)) };
  if (tiers === undefined) {
    const target = targetOf(measureId);
    if (target === null) throw new Error(`unchecked document: ${measureId} has no target`);
    return { measureId, ...weighed, shortfallBelow: target };
  }
  return {
    measureId,
    ...weighed,
    tiers: tiers.map(({ below, credit }) => ({
      below: valueOf(readPartsPerMillion(below)),
      credit: valueOf(readPartsPerMillion(credit)),
    })),
  };
}

function earnBackOf(
  { periods, reach, back }: NonNullable<ConsequencesDocument['earnBack']>,
  credits: readonly CreditDocument[],
  targetOf: (id: string) => PartsPerMillion | null,
): EarnBack {
  const asked = reach === undefined ? null : valueOf(readPartsPerMillion(reach));
  const reached = credits.flatMap(({ measure }) => {
    const share = asked ?? targetOf(measure);
    return share === null ? [] : [[measure, share] as const];
  });
  return {
    periods,
    reach: Object.fromEntries(reached),
    back: back === undefined ? WHOLE : valueOf(readPartsPerMillion(back)),
  };
}

function valueOf<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(`unchecked document: ${reading.problem.message}`);
  return reading.value;
}
