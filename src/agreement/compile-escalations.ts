import type { Escalation, EscalationAction } from '../engine/escalation';
import type { AgreementDocument, EscalationDocument } from './document';
import type { Names } from './names';
import { readThreshold } from './threshold-text';

type ActionDocument = EscalationDocument['do'][number];

/** Makes checked escalations ready to act on; undefined where there are none. */
export function compileEscalations(
  document: AgreementDocument,
  names: Names,
): readonly Escalation[] | undefined {
  const escalations = document.consequences?.escalations ?? [];
  if (escalations.length === 0) return undefined;
  return escalations.map(({ id, name, measures, when, anyHour, do: actions }) => {
    const threshold = readThreshold(when);
    if (!threshold.ok) throw new Error(`unchecked threshold: ${when}`);
    return {
      id,
      name,
      measures,
      threshold: threshold.value,
      when,
      anyHour,
      actions: actions.map((action) => compileAction(action, document, names)),
    };
  });
}

function compileAction(action: ActionDocument, document: AgreementDocument, names: Names): EscalationAction {
  const { comment, notify, assign, raisePriority, label, transition, set } = action;
  if (comment !== undefined) return { do: 'comment', text: comment };
  if (notify !== undefined) {
    const { roles, subject = null, text = null } = notify;
    return { do: 'notify', people: peopleOf(notify, document), roles, subject, text };
  }
  if (assign !== undefined) return assign === 'lead' ? { do: 'assign-lead' } : { do: 'assign', to: assign };
  if (raisePriority !== undefined)
    return { do: 'raise-priority', to: raisePriority.toLowerCase() === 'next' ? null : raisePriority };
  if (label !== undefined) return { do: 'label', label };
  if (transition !== undefined) return { do: 'transition', name: transition };
  if (set === undefined) throw new Error('unchecked action');
  const field = names.fieldId(set.field);
  if (field === undefined) throw new Error(`unchecked field: ${set.field}`);
  return { do: 'set-field', field, name: set.field, value: String(set.value) };
}

/** Those named, and those who represent a party and can be reached. */
function peopleOf(
  { people, representatives }: NonNullable<ActionDocument['notify']>,
  { parties }: AgreementDocument,
): readonly string[] {
  const spokesmen = representatives.flatMap((side) =>
    parties[side].representatives.flatMap(({ accountId }) => accountId ?? []),
  );
  return [...new Set([...people, ...spokesmen])];
}
