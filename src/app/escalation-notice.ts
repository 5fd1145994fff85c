import { instantWords } from '../agreement/date-words';
import { durationWords } from '../agreement/duration-words';
import type { Instant } from '../engine/instant';
import type { EscalationOnCycle } from './escalation-state';

/** How the clock stands, in a sentence; the same for a comment and a mail. */
export function standingWords({ result, cycle, agreement }: EscalationOnCycle, now: Instant): string {
  const goal = cycle.goals.at(-1);
  const zone = goal?.timeZone ?? 'UTC';
  const promised =
    goal?.durationMs == null ? '' : ` (goal “${goal.name}”, ${durationWords(goal.durationMs)})`;
  const about = `“${result.measureName}” of “${agreement.name}”${promised}`;
  const { breached, breachTime } = cycle.net;
  if (breached && breachTime !== null) return `${about} was missed on ${instantWords(breachTime, zone)}.`;
  if (breachTime === null) return `${about} is paused.`;
  if (breachTime < now) return `${about} runs out when its hours begin.`;
  return `${about} is missed after ${instantWords(breachTime, zone)} if nothing changes.`;
}

export function subjectWords(issueKey: string, { escalation, result }: EscalationOnCycle): string {
  return `${issueKey}: ${escalation.name} – ${result.measureName}`;
}
