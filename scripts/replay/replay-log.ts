import type { Agreement, Exclusion } from '../../src/engine/agreement';
import { attainmentOf, attainmentShare, type Attainment } from '../../src/engine/attainment';
import type { Cycle } from '../../src/engine/cycle';
import { replay } from '../../src/engine/evaluate';
import { compileRules } from '../../src/engine/rules';
import { logHistory } from '../event-log/log-history';
import type { Mapping } from '../event-log/mapping';
import type { EventLog } from '../event-log/read-log';

export interface ComplianceRow extends Attainment {
  readonly measureId: string;
  readonly measure: string;
  /** null = all priorities together. */
  readonly priority: string | null;
  /** Met of counted, 0..1. */
  readonly attainment: number | null;
  /** Median elapsed working time of completed cycles, ms. */
  readonly medianMs: number | null;
}

export interface ReplayReport {
  readonly cases: number;
  /** The log's last instant: open cases are judged as they stood then. */
  readonly asOf: number;
  readonly rows: readonly ComplianceRow[];
}

/**
 * Evaluates every case of a log at the log's end and counts compliance per measure and per priority (the
 * priority a case ended with). `progress` is told the share done, 0..1.
 */
export function replayLog(
  log: EventLog,
  mapping: Mapping,
  agreement: Agreement,
  exclusions: readonly Exclusion[],
  progress?: (share: number) => void,
): ReplayReport {
  const rules = compileRules([agreement], exclusions);
  const asOf = log.cases.reduce((latest, c) => Math.max(latest, c.rows[c.rows.length - 1]?.at ?? 0), 0);
  const groups = new Map<string, Map<string, Cycle[]>>();
  log.cases.forEach((logCase, i) => {
    const priority =
      logCase.rows.findLast((r) => r.values['priority'] !== undefined)?.values['priority'] ?? 'none';
    for (const { measureId, cycles } of replay(rules, logHistory(logCase, mapping), asOf)) {
      let byPriority = groups.get(measureId);
      if (byPriority === undefined) groups.set(measureId, (byPriority = new Map()));
      const known = byPriority.get(priority);
      if (known) known.push(...cycles);
      else byPriority.set(priority, [...cycles]);
    }
    if (i % 500 === 499) progress?.((i + 1) / log.cases.length);
  });
  progress?.(1);
  const rows = agreement.measures.flatMap(({ id, name }) => {
    const byPriority = [...(groups.get(id) ?? [])].sort(([a], [b]) => a.localeCompare(b));
    const row = (priority: string | null, cycles: readonly Cycle[]): ComplianceRow => {
      const attainment = attainmentOf(cycles);
      return {
        measureId: id,
        measure: name,
        priority,
        ...attainment,
        attainment: attainmentShare(attainment),
        medianMs: medianOf(cycles.filter((c) => c.stopTime !== null).map((c) => c.net.elapsedMs)),
      };
    };
    return [
      row(
        null,
        byPriority.flatMap(([, cycles]) => cycles),
      ),
      ...byPriority.map(([p, cycles]) => row(p, cycles)),
    ];
  });
  return { cases: log.cases.length, asOf, rows };
}

function medianOf(values: number[]): number | null {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  const upper = values[middle] as number;
  return values.length % 2 === 1 ? upper : Math.round(((values[middle - 1] as number) + upper) / 2);
}
