import type { Agreement, Exclusion, Goal, Measure, PauseCondition } from '../engine/agreement';
import type { CalendarSpec, LocalRange } from '../engine/calendar-spec';
import type { Instant, Interval } from '../engine/instant';
import { mergeIntervals } from '../engine/interval';
import type { Moment } from '../engine/moment';
import { ALWAYS, type Predicate } from '../engine/predicate';
import { instantOf } from '../engine/time-zone';
import { compileConsequences } from './compile-consequences';
import { compileEscalations } from './compile-escalations';
import { readInstant } from './date-text';
import type { AgreementDocument, CalendarDocument, MeasureDocument } from './document';
import { readDuration } from './duration-text';
import { effectiveId } from './effective-id';
import { readRanges, weeklyHours } from './hours-text';
import { readMoment } from './moment-text';
import { resolveMomentValues } from './moment-values';
import type { Names } from './names';
import { PRESETS } from './presets';
import type { Reading } from './problem';
import { readShare } from './share-text';

export interface CompiledAgreement {
  readonly agreement: Agreement;
  /** Only those that both parties have signed. */
  readonly exclusions: readonly Exclusion[];
}

/** Makes a document that has no faults ready to evaluate. Throws an Error on one that has. */
export function compileAgreement(document: AgreementDocument, names: Names): CompiledAgreement {
  const predicate = predicateReader(names);
  const calendars = document.calendars.map(calendarSpec);
  const defaultCalendar = calendars[0]?.id ?? '';
  const consequences = compileConsequences(document);
  const escalations = compileEscalations(document, names);
  const agreement: Agreement = {
    id: document.id,
    version: document.version,
    name: document.name,
    kind: document.kind,
    effectiveFrom: effectiveFrom(document),
    scope: predicate(document.scope),
    ...(document.scope === undefined ? {} : { scopeText: document.scope }),
    calendars,
    measures: document.measures.map((measure) => compileMeasure(measure, defaultCalendar, names, predicate)),
    ...(consequences === undefined ? {} : { consequences }),
    ...(escalations === undefined ? {} : { escalations }),
  };
  // Without signatures of its own a clause is agreed by the signatures under the whole agreement.
  const signed = document.exclusions.filter(
    ({ agreed }) => agreed === undefined || (agreed.provider && agreed.customer),
  );
  const exclusions = signed.map((exclusion): Exclusion => {
    const windows = exclusion.windows?.map(({ from, to }): Interval => ({
      start: valueOf(readInstant(from)),
      end: valueOf(readInstant(to)),
    }));
    return {
      id: exclusion.id,
      clause: exclusion.clause,
      agreementId: document.id,
      effect: exclusion.effect,
      measures: exclusion.measures,
      windows: windows ? mergeIntervals(windows) : null,
      during: calendars.find(({ id }) => id === exclusion.during) ?? null,
      when: predicate(exclusion.when),
    };
  });
  return { agreement, exclusions };
}

type PredicateOf = (jql: string | undefined) => Predicate;

function predicateReader(names: Names): PredicateOf {
  return (jql) => {
    if (jql === undefined) return ALWAYS;
    const reading = names.parseJql(jql);
    if (!reading.ok) throw new Error(`unchecked JQL: ${jql}`);
    return reading.predicate;
  };
}

function effectiveFrom({ effectiveFrom: text, parties }: AgreementDocument): Instant {
  return text.includes('T') ? valueOf(readInstant(text)) : instantOf(parties.provider.timeZone, text, 0);
}

export function calendarSpec({
  id,
  name,
  timeZone,
  hours,
  dates,
  breaks,
  holidays,
}: CalendarDocument): CalendarSpec {
  return {
    id,
    name,
    timeZone,
    weekly: weeklyHours(hours),
    dates: byDate(dates),
    breaks: byDate(breaks),
    holidays,
  };
}

function byDate(lines: Readonly<Record<string, string>>): Record<string, readonly LocalRange[]> {
  return Object.fromEntries(Object.entries(lines).map(([date, text]) => [date, valueOf(readRanges(text))]));
}

function compileMeasure(
  measure: MeasureDocument,
  defaultCalendar: string,
  names: Names,
  predicate: PredicateOf,
): Measure {
  const preset = measure.preset === undefined ? undefined : PRESETS[measure.preset];
  const calendar = measure.calendar ?? defaultCalendar;
  const moments = (list: MeasureDocument['start']) =>
    list?.map((moment) => compileMoment(moment, names, predicate));
  return {
    id: measure.id ?? measure.preset ?? '',
    name: measure.name ?? preset?.name ?? '',
    start: moments(measure.start) ?? preset?.start ?? [],
    stop: moments(measure.stop) ?? preset?.stop ?? [],
    reset: moments(measure.resetOn) ?? [],
    pauseWhile: compilePauses(measure, predicate, preset?.idle),
    cancelWhile: measure.cancelWhile === undefined ? null : predicate(measure.cancelWhile),
    ...(measure.cancelWhile === undefined ? {} : { cancelText: measure.cancelWhile }),
    reopen: measure.reopen ?? preset?.reopen ?? 'new-cycle',
    startFrom: measure.startFrom,
    goals: measure.goals.map((goal): Goal => ({
      id: effectiveId(goal),
      name: goal.name,
      when: predicate(goal.when),
      durationMs: valueOf(readDuration(goal.within)),
      calendar: goal.calendar ?? calendar,
    })),
    calendar,
    atRiskShare: valueOf(readShare(measure.atRisk)),
  };
}

function compilePauses(
  { pauseWhile, runWhile }: MeasureDocument,
  predicate: PredicateOf,
  idle: string | undefined,
): PauseCondition[] {
  const pauses = pauseWhile.map((state) => ({
    id: effectiveId(state),
    name: state.name,
    when: predicate(state.when),
  }));
  if (runWhile) {
    const when: Predicate = { op: 'not', of: predicate(runWhile.when) };
    pauses.push({ id: `not-${effectiveId(runWhile)}`, name: idle ?? `Not “${runWhile.name}”`, when });
  }
  return pauses;
}

function compileMoment(
  written: NonNullable<MeasureDocument['start']>[number],
  names: Names,
  predicate: PredicateOf,
): Moment {
  if (typeof written === 'string') return momentOf(written, names);
  const { moment, when, flag } = written;
  return {
    ...momentOf(moment, names),
    ...(when === undefined ? {} : { when: predicate(when) }),
    ...(flag === undefined ? {} : { flag }),
  };
}

function momentOf(text: string, names: Names): Moment {
  const resolved = resolveMomentValues(valueOf(readMoment(text, names.fieldId)), names);
  if (!resolved.ok) throw new Error(`unchecked moment: ${text}`);
  return resolved.moment;
}

function valueOf<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(`unchecked document: ${reading.problem.message}`);
  return reading.value;
}
