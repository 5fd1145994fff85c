import type { Finding } from '../../contract/draft';
import type { Measure } from '../../engine/agreement';
import type { Moment } from '../../engine/moment';
import { ALWAYS, type Predicate } from '../../engine/predicate';
import { canHold } from '../../engine/predicate-reasoning';
import type { LintSubject } from './lint-subject';
import { ticketInWords } from './ticket-in-words';

/** A measure whose clock stands still for as long as a cycle lasts. */
export function alwaysPaused({ agreement, facts, site }: LintSubject): readonly Finding[] {
  return agreement.measures.flatMap((measure, index): Finding[] => {
    const { name, pauseWhile, cancelWhile } = measure;
    if (pauseWhile.length === 0) return [];
    const counted: Predicate = { op: 'and', of: [agreement.scope, whileItLasts(measure), not(cancelWhile)] };
    const pauses = pauseWhile.map(({ when }) => not(when));
    if (canHold({ op: 'and', of: [counted, ...pauses] }, facts).answer !== 'no') return [];
    const possible = canHold(counted, facts);
    // Never attached or always cancelled: that is told by itself.
    if (possible.answer !== 'yes') return [];
    const named = pauseWhile.map((pause) => `“${pause.name}”`).join(' or ');
    return [
      {
        rule: 'always-paused',
        severity: 'error',
        path: `measures[${index}].pauseWhile`,
        message: `The clock of “${name}” never runs: on every ticket ${named} pauses it.`,
        remedy: 'Leave at least one state in which the provider works on the ticket without a pause.',
        counterExample: `${ticketInWords(possible.example, site)} is paused, and so is every other one.`,
      },
    ];
  });
}

function not(predicate: Predicate | null): Predicate {
  return predicate === null ? ALWAYS : { op: 'not', of: predicate };
}

/** A cycle that only a resolution ends and only a reopening starts anew lasts while there is no resolution. */
function whileItLasts({ start, stop }: Measure): Predicate {
  const isResolution = (moment: Moment) => moment.on === 'field' && moment.field === 'resolution';
  const ends = stop.some((moment) => isResolution(moment) && setsAnything(moment));
  const starts = start.every(
    (moment) => moment.on === 'created' || (isResolution(moment) && changeOf(moment) === 'cleared'),
  );
  return ends && starts ? { op: 'empty', field: 'resolution' } : ALWAYS;
}

function setsAnything(moment: Moment): boolean {
  if (moment.on !== 'field' || moment.when !== undefined) return false;
  return moment.change === 'set' && (moment.to === undefined || moment.to.length === 0);
}

function changeOf(moment: Moment): string | null {
  return moment.on === 'field' ? moment.change : null;
}
