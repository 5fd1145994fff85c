import type { MissingTimerView } from '../../src/contract';

/** Measures of one agreement that have no timer for one and the same reason. */
export interface MissingGroup {
  readonly agreementName: string;
  readonly measureNames: readonly string[];
  readonly text: string;
}

/** Says each reason once per agreement, in the order in which it first comes up. */
export function groupMissing(missing: readonly MissingTimerView[]): readonly MissingGroup[] {
  const groups = new Map<string, { agreementName: string; measureNames: string[]; text: string }>();
  for (const { agreementName, measureName, text } of missing) {
    const key = JSON.stringify([agreementName, text]);
    const group = groups.get(key);
    if (group) group.measureNames.push(measureName);
    else groups.set(key, { agreementName, measureNames: [measureName], text });
  }
  return [...groups.values()];
}
