import type { Finding } from '../contract/draft';
import type { Agreement } from '../engine/agreement';
import type { MeasureTally } from '../engine/measured-tickets';
import { promisesTime } from '../engine/promises-time';

/** When a measure is called into question. All limits stand here. */
export const QUALITY_LIMITS = {
  /** Fewer tickets (or cycles) than this say nothing. */
  tickets: 10,
  /** At most this share of the counted time may lie with others. */
  withOthers: 0.3,
  /** At least this share of the tickets must have the facts. */
  collectable: 0.8,
  /** From this correlation on, two measures tell the same. */
  correlation: 0.95,
} as const;

/** What the tickets say against the measures of a draft. */
export function measureQualityFindings(agreement: Agreement, tally: MeasureTally): readonly Finding[] {
  return agreement.measures.flatMap(({ id, name, goals }, index): Finding[] => {
    const path = `measures[${index}]`;
    const frame = { severity: 'warning', path, counterExample: null } as const;
    const { cycles, withOthers, collectable } = tally.of(id);
    const findings: Finding[] = [];
    // Where nothing is promised, nothing need be controlled: how long the customer took, for instance.
    const promises = promisesTime({ goals });
    if (
      promises &&
      cycles >= QUALITY_LIMITS.tickets &&
      withOthers !== null &&
      withOthers > QUALITY_LIMITS.withOthers
    )
      findings.push({
        ...frame,
        rule: 'not-controllable',
        message: `${percent(withOthers)} of the time “${name}” counts, the ticket is with the customer or a third party (at most ${percent(QUALITY_LIMITS.withOthers)} is usual).`,
        remedy:
          'Pause the clock while it waits for somebody else, or choose moments that the provider decides.',
      });
    if (cycles >= QUALITY_LIMITS.tickets && collectable !== null && collectable < QUALITY_LIMITS.collectable)
      findings.push({
        ...frame,
        rule: 'hard-to-collect',
        message: `Only ${percent(collectable)} of the tickets have the facts that “${name}” needs (at least ${percent(QUALITY_LIMITS.collectable)} is usual).`,
        remedy: 'Ask only for fields that are always filled in, or have them filled in by the request form.',
      });
    for (const [place, other] of agreement.measures.slice(0, index).entries()) {
      const { tickets, coefficient } = tally.together(other.id, id);
      if (tickets < QUALITY_LIMITS.tickets || coefficient === null) continue;
      if (coefficient < QUALITY_LIMITS.correlation) continue;
      findings.push({
        ...frame,
        rule: 'redundant-by-correlation',
        message: `“${name}” tells what “${other.name}” (measures[${place}]) tells: on ${tickets} tickets their times go together with a correlation of ${coefficient.toFixed(2)}.`,
        remedy: 'Keep the one that the customer cares about.',
      });
    }
    return findings;
  });
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
