import type { Finding } from '../../contract/draft';
import type { Moment } from '../../engine/moment';
import type { Operand, Predicate } from '../../engine/predicate';
import type { LintSubject } from './lint-subject';

interface Asked {
  readonly path: string;
  /** As written, so that what a status category stands for is not taken for a name. */
  readonly text: string;
  readonly statuses: readonly Operand[];
}

/** Statuses of the site that no ticket of this project can be in. */
export function statusNotInWorkflow(subject: LintSubject): readonly Finding[] {
  const { workflowStatuses, valueName } = subject.site;
  if (workflowStatuses === null) return [];
  const known = new Set(workflowStatuses.map(({ id }) => id));
  return asked(subject).flatMap(({ path, text, statuses }) => {
    const missing = new Set(statuses.flatMap(({ id }) => (id === undefined || known.has(id) ? [] : [id])));
    return [...missing].flatMap((id): Finding[] => {
      const name = valueName('status', id) ?? id;
      const written = text.toLowerCase().includes(name.toLowerCase()) || new RegExp(`\\b${id}\\b`).test(text);
      // A name that several statuses share is meant for the one this project has.
      const namesake = workflowStatuses.some((status) => status.name.toLowerCase() === name.toLowerCase());
      if (!written || namesake) return [];
      return [
        {
          rule: 'status-not-in-workflow',
          severity: 'error',
          path,
          message: `No ticket of this project can be in the status “${name}”: it is not in its workflows.`,
          remedy: `Use one of: ${workflowStatuses.map((status) => status.name).join(', ')}.`,
          counterExample: null,
        },
      ];
    });
  });
}

function asked({ document, agreement }: LintSubject): readonly Asked[] {
  const found: Asked[] = [];
  const condition = (path: string, text: string | undefined, predicate: Predicate | null | undefined) => {
    if (text !== undefined && predicate) found.push({ path, text, statuses: statusesOf(predicate) });
  };
  condition('scope', document.scope, agreement.scope);
  for (const [index, measure] of agreement.measures.entries()) {
    const written = document.measures[index];
    const path = `measures[${index}]`;
    for (const [key, list, moments] of [
      ['start', written?.start, measure.start],
      ['stop', written?.stop, measure.stop],
      ['resetOn', written?.resetOn, measure.reset],
    ] as const) {
      for (const [place, each] of (list ?? []).entries()) {
        const at = `${path}.${key}[${place}]`;
        const moment = moments[place] as Moment;
        const text = typeof each === 'string' ? each : each.moment;
        const inWords = typeof each === 'string' ? at : `${at}.moment`;
        if (moment.on === 'entered-status' || moment.on === 'left-status')
          found.push({ path: inWords, text, statuses: moment.status });
        if (typeof each !== 'string') condition(`${at}.when`, each.when, moment.when);
      }
    }
    const pauses = written?.pauseWhile ?? [];
    for (const [place, { when }] of pauses.entries())
      condition(`${path}.pauseWhile[${place}].when`, when, measure.pauseWhile[place]?.when);
    condition(`${path}.runWhile.when`, written?.runWhile?.when, measure.pauseWhile[pauses.length]?.when);
    condition(`${path}.cancelWhile`, written?.cancelWhile, measure.cancelWhile);
    for (const [place, goal] of measure.goals.entries())
      condition(`${path}.goals[${place}].when`, written?.goals[place]?.when, goal.when);
  }
  return found;
}

function statusesOf(predicate: Predicate): readonly Operand[] {
  switch (predicate.op) {
    case 'and':
    case 'or':
      return predicate.of.flatMap(statusesOf);
    case 'not':
      return statusesOf(predicate.of);
    case 'in':
    case 'not-in':
      return predicate.field === 'status' ? predicate.values : [];
    default:
      return [];
  }
}
