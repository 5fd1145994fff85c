import type { Millis } from '../engine/instant';
import { fixedColumn, FixedColumn } from './fixed-digits';

/** How long cycles took, net, as one text; null = has not stopped. */
export function elapsedColumn(times: readonly (Millis | null)[]): string {
  return fixedColumn(times.map((ms) => (ms === null ? 0 : ms + 1)));
}

/** Reads such a text, whichever cycle is asked for. */
export class ElapsedColumn {
  private readonly column: FixedColumn;

  constructor(text: string) {
    this.column = new FixedColumn(text);
  }

  get cycles(): number {
    return this.column.length;
  }

  at(place: number): Millis | null {
    const written = this.column.at(place);
    return written === 0 ? null : written - 1;
  }
}
