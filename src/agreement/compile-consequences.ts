import type { Consequences } from '../engine/consequences';
import type { ConsequencesDocument } from './document';
import { readFee } from './money';
import { readPartsPerMillion } from './parts-per-million';
import type { Reading } from './problem';

/** Makes checked consequences ready to reckon; undefined where they say nothing about credits. */
export function compileConsequences(document: ConsequencesDocument | undefined): Consequences | undefined {
  if (document === undefined || document.credits.length === 0) return undefined;
  const { fee, cap, credits } = document;
  return {
    fee: fee === undefined ? null : valueOf(readFee(fee)),
    cap: cap === undefined ? null : valueOf(readPartsPerMillion(cap)),
    credits: credits.map(({ measure, tiers }) => ({
      measureId: measure,
      tiers: tiers.map(({ below, credit }) => ({
        below: valueOf(readPartsPerMillion(below)),
        credit: valueOf(readPartsPerMillion(credit)),
      })),
    })),
  };
}

function valueOf<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(`unchecked document: ${reading.problem.message}`);
  return reading.value;
}
