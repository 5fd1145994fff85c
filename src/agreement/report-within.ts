import type { Millis } from '../engine/instant';
import type { AgreementDocument } from './document';
import { readLength } from './duration-text';

/** A working week of eight hours a day, where the agreement does not say. */
const USUAL_MS = 40 * 3_600_000;

/** Working time of the first calendar, after the end of its period, within which a service report is due. */
export function reportWithin({ within }: NonNullable<AgreementDocument['report']>): Millis {
  const reading = within === undefined ? null : readLength(within);
  return reading?.ok ? reading.value : USUAL_MS;
}
