import type { MomentKind } from '../engine/moment';
import type { Operand } from '../engine/predicate';
import type { JqlFault, Names } from './names';

/** Fields whose values are lists of the site: a name that is not on it is a mistake. */
const LISTED = new Set(['status', 'priority', 'resolution', 'issuetype']);

export type MomentValues =
  | { readonly ok: true; readonly moment: MomentKind }
  | { readonly ok: false; readonly faults: readonly JqlFault[] };

/**
 * Looks the names in a moment up at the site, as JQL does: statuses, priorities and resolutions get their
 * ids, so that renaming one later changes nothing, and one that does not exist is a fault.
 */
export function resolveMomentValues(moment: MomentKind, names: Names): MomentValues {
  switch (moment.on) {
    case 'entered-status':
    case 'left-status': {
      const looked = lookUp('status', moment.status, names);
      return looked.ok ? { ok: true, moment: { ...moment, status: looked.values } } : looked;
    }
    case 'field': {
      if (!moment.to || !LISTED.has(moment.field)) return { ok: true, moment };
      const looked = lookUp(moment.field, moment.to, names);
      return looked.ok ? { ok: true, moment: { ...moment, to: looked.values } } : looked;
    }
    default:
      return { ok: true, moment };
  }
}

type LookUp =
  | { readonly ok: true; readonly values: readonly Operand[] }
  | { readonly ok: false; readonly faults: readonly JqlFault[] };

function lookUp(field: string, operands: readonly Operand[], names: Names): LookUp {
  const values: Operand[] = [];
  const faults: JqlFault[] = [];
  for (const operand of operands) {
    if (operand.text === undefined) {
      values.push(operand);
      continue;
    }
    const reading = names.parseJql(`${field} = "${operand.text.replace(/[\\"]/g, '\\$&')}"`);
    if (!reading.ok) faults.push(...reading.faults);
    else if (reading.predicate.op === 'in') values.push(...reading.predicate.values);
    else values.push(operand);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, values };
}
