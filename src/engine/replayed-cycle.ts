import type { Cause, Cycle, CycleOutcome, CyclePhase, GoalInForce, Reckoning } from './cycle';
import {
  lastSpan,
  NOT_PAUSED,
  piecesOf,
  STOPPED,
  type CycleTrack,
  type Piece,
  type Span,
  type TrackEntry,
} from './cycle-track';
import { excludedIntervals } from './excluded-time';
import type { Instant, Millis } from './instant';
import { narrateEntry } from './narrate';
import { instantAhead, pausedTime, reckon, type Outlook } from './reckon';
import type { ExclusionPlan } from './rules';

/** A cycle with its sums; keeps the pieces it is the sum of, so that `explain` can show them. */
export class ReplayedCycle implements Cycle {
  readonly number: number;
  readonly startTime: Instant;
  readonly startedBy: Cause;
  readonly stopTime: Instant | null;
  readonly stoppedBy: Cause | null;
  readonly outcome: CycleOutcome;
  readonly phase: CyclePhase | null;
  readonly flag: string | null;
  readonly agreementVersion: number;
  readonly goals: readonly GoalInForce[];
  readonly net: Reckoning;
  readonly gross: Reckoning;
  readonly pausedMs: Millis;
  readonly leftOutBy: string | null;
  readonly atRiskTime: Instant | null;
  readonly atRisk: boolean;
  readonly nextChangeAt: Instant | null;
  readonly #pieces: readonly Piece[];
  readonly #outlook: Outlook;

  constructor(track: CycleTrack, spans: readonly Span[], now: Instant) {
    const ongoing = track.stopTime === null;
    const end = track.stopTime ?? now;
    const span = lastSpan(spans, track.startTime, end, ongoing);
    const pieces = piecesOf(spans, track.startTime, end);
    const outlook: Outlook = {
      end,
      ongoing,
      paused: span.pause !== NOT_PAUSED,
      goal: span.goal,
      excluded: span.excluded,
    };
    this.#pieces = pieces;
    this.#outlook = outlook;
    this.number = track.number;
    this.startTime = track.startTime;
    this.startedBy = causeOf(track.startEntry, track.attached ? attachedText : undefined);
    this.stopTime = track.stopTime;
    this.stoppedBy = track.stopEntry === null ? null : causeOf(track.stopEntry);
    this.flag = track.flag;
    this.agreementVersion = span.plan.agreement.version;
    this.goals = goalsOf(pieces, span, track.startTime);
    this.gross = reckon(pieces, outlook, 'gross');
    this.net =
      pieces.some((p) => p.span.excluded.length > 0) || span.excluded.length > 0
        ? reckon(pieces, outlook, 'net')
        : this.gross;
    this.pausedMs = pausedTime(pieces);
    this.leftOutBy = leftOutBy(pieces);
    this.outcome = outcomeOf(track, this.net);
    const risk = atRisk(this.net, outlook, span.plan.measure.atRiskShare);
    this.atRisk = risk.atRisk;
    this.atRiskTime = risk.at;
    this.phase = ongoing ? phaseAt(outlook, now) : null;
    this.nextChangeAt = ongoing ? nextChange(outlook, this.net, risk.at, now) : null;
  }

  /** The stretches under one rule that make up the cycle, in order. */
  get pieces(): readonly Piece[] {
    return this.#pieces;
  }

  get outlook(): Outlook {
    return this.#outlook;
  }
}

const attachedText = (entry: TrackEntry, text: string): string =>
  entry.kind === 'rules' ? text : `The agreement begins to apply: ${text}`;

/** The cause an entry of Jira, the clock or the rules is. */
export function causeOf(entry: TrackEntry, reword?: (entry: TrackEntry, text: string) => string): Cause {
  const { ref, text } = refAndText(entry);
  return { at: entry.at, ref, text: reword ? reword(entry, text) : text };
}

function refAndText(entry: TrackEntry): { ref: string; text: string } {
  switch (entry.kind) {
    case 'rules':
      return {
        ref: `agreement:${entry.agreementId}@${entry.version}`,
        text: `Version ${entry.version} of the agreement takes effect`,
      };
    case 'date-reached':
      return { ref: 'calendar', text: `The date in ${entry.field} is reached` };
    default:
      return { ref: entry.ref, text: narrateEntry(entry) };
  }
}

function goalsOf(pieces: readonly Piece[], span: Span, start: Instant): GoalInForce[] {
  const goals: GoalInForce[] = [];
  let last: Span | null = null;
  for (let i = 0; i <= pieces.length; i++) {
    const next: Span = i < pieces.length ? (pieces[i] as Piece).span : span;
    if (last !== null && last.goal === next.goal && last.plan.agreement === next.plan.agreement) continue;
    goals.push(goalInForce(i < pieces.length ? (pieces[i] as Piece).start : Math.max(span.at, start), next));
    last = next;
  }
  return goals;
}

function goalInForce(at: Instant, { goal: { goal, spec }, plan }: Span): GoalInForce {
  return {
    at,
    goalId: goal?.id ?? null,
    name: goal?.name ?? 'No goal',
    durationMs: goal?.durationMs ?? null,
    calendarId: spec.id,
    calendarName: spec.name,
    timeZone: spec.timeZone,
    agreementVersion: plan.agreement.version,
  };
}

function outcomeOf({ ending }: CycleTrack, net: Reckoning): CycleOutcome {
  switch (ending) {
    case null:
      return 'ongoing';
    case 'reset':
    case 'cancelled':
      return ending;
    case 'stopped':
      if (net.remainingMs === null) return 'no-goal';
      return net.breached ? 'breached' : 'met';
  }
}

function leftOutBy(pieces: readonly Piece[]): string | null {
  for (const { start, end, span } of pieces) {
    if (span.leftOut.length === 0 || span.pause === STOPPED) continue;
    const hit = excludedIntervals(span.leftOut, start, end)[0];
    if (hit !== undefined) return hit.by.exclusion.clause;
  }
  return null;
}

function atRisk(net: Reckoning, outlook: Outlook, share: number): { atRisk: boolean; at: Instant | null } {
  const durationMs = outlook.goal.goal?.durationMs ?? null;
  if (!outlook.ongoing || durationMs === null || net.remainingMs === null || net.breached) {
    return { atRisk: false, at: null };
  }
  const left = net.remainingMs - Math.floor(durationMs * share);
  return left <= 0 ? { atRisk: true, at: null } : { atRisk: false, at: instantAhead(outlook, left, 'net') };
}

function phaseAt({ paused, goal, excluded }: Outlook, now: Instant): CyclePhase {
  if (paused) return 'paused';
  if (!goal.calendar.isOpen(now)) return 'outside-hours';
  return excludedIntervals(excluded, now, now + 1).length > 0 ? 'excluded' : 'running';
}

function nextChange(outlook: Outlook, net: Reckoning, riskAt: Instant | null, now: Instant): Instant | null {
  if (outlook.paused) return null;
  const candidates = [
    outlook.goal.calendar.nextChange(now),
    riskAt,
    nextExclusionEdge(outlook.excluded, now),
  ];
  if (net.remainingMs !== null && net.remainingMs >= 0) {
    candidates.push(instantAhead(outlook, net.remainingMs + 1, 'net'));
  }
  return earliest(candidates);
}

/** The next instant after `now` at which one of the active exclusions begins or ends. */
function nextExclusionEdge(active: readonly ExclusionPlan[], now: Instant): Instant | null {
  const edges: (Instant | null)[] = [];
  for (const { exclusion, during } of active) {
    for (const { start, end } of exclusion.windows ?? []) edges.push(start, end);
    if (during !== null) edges.push(during.nextChange(now));
  }
  return earliest(edges.filter((edge) => edge !== null && edge > now));
}

/** The least of the given instants; null when there is none. */
export function earliest(instants: readonly (Instant | null)[]): Instant | null {
  let least: Instant | null = null;
  for (const at of instants) if (at !== null && (least === null || at < least)) least = at;
  return least;
}
