import type { Measure } from '../../engine/agreement';
import type { MeasureDocument } from '../document';

/** Is it the wait for an answer: ended by a public comment of the provider? */
export function isResponse({ stop }: Measure): boolean {
  return stop.some((moment) => moment.on === 'commented' && moment.by === 'provider');
}

/** Is it the wait for the first answer, once per ticket? */
export function isFirstResponse(measure: Measure): boolean {
  return isResponse(measure) && measure.start.every(({ on }) => on === 'created');
}

/** Is it the wait for the solution, from the creation on? The mirror clock of the customer's time is not. */
export function isResolution(measure: Measure, written: MeasureDocument | undefined): boolean {
  if (written?.preset === 'customer-wait' || written?.runWhile !== undefined || isResponse(measure))
    return false;
  const starts = measure.start.some(({ on }) => on === 'created');
  return starts && measure.stop.some((moment) => moment.on === 'field' && moment.field === 'resolution');
}
