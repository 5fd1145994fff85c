import type { Fault } from '../contract';
import { checkKnown, checkPerson, checkUnique, measureId, representatives } from './checks';
import { checkConsequences, checkResponsibilities } from './consequence-faults';
import { readInstant } from './date-text';
import { effectiveId } from './effective-id';
import { checkEscalations } from './escalation-faults';
import { FaultList } from './fault-list';
import { readDays } from './hours-text';
import { isNamed, listAt, looseAt, textAt, type Loose } from './loose';
import { checkParties } from './party-faults';
import { PRESETS, type PresetId } from './presets';
import type { Path } from './path-text';

/** Faults between the parts of a document: names that must be unique or known, and goals out of reach. */
export function referenceFaults(raw: unknown): readonly Fault[] {
  const faults = new FaultList();
  const calendars = listAt(raw, 'calendars');
  const measures = listAt(raw, 'measures');
  const exclusions = listAt(raw, 'exclusions');
  const calendarIds = calendars.flatMap((calendar) => textAt(calendar, 'id') ?? []);
  const measureIds = measures.map(measureId);
  const known: KnownIds = { calendarIds, measureIds: measureIds.flatMap((id) => id ?? []) };

  checkUnique(
    faults,
    ['calendars'],
    calendars.map((calendar) => textAt(calendar, 'id')),
  );
  checkUnique(faults, ['measures'], measureIds);
  checkUnique(
    faults,
    ['exclusions'],
    exclusions.map((exclusion) => textAt(exclusion, 'id')),
  );
  for (const [index, calendar] of calendars.entries()) checkDays(faults, ['calendars', index], calendar);
  for (const [index, measure] of measures.entries())
    checkMeasure(faults, ['measures', index], measure, known);
  for (const [index, exclusion] of exclusions.entries()) {
    checkExclusion(faults, ['exclusions', index], exclusion, known, raw);
  }
  checkParties(faults, raw);
  checkResponsibilities(faults, raw, known.measureIds);
  checkConsequences(faults, raw, known.measureIds);
  checkEscalations(faults, raw, known.measureIds);
  checkReport(faults, raw);
  return faults.all();
}

interface KnownIds {
  readonly calendarIds: readonly string[];
  readonly measureIds: readonly string[];
}

function checkDays(faults: FaultList, path: Path, calendar: unknown): void {
  const seen = new Map<string, string>();
  for (const line of Object.keys(looseAt(calendar, 'hours'))) {
    const days = readDays(line);
    for (const day of days.ok ? days.value : []) {
      const other = seen.get(day);
      if (other !== undefined) {
        const message = `${day} has hours under "${other}" already`;
        faults.add(
          [...path, 'hours', line],
          message,
          'Write all hours of a day in one line, ranges separated by commas.',
        );
      }
      seen.set(day, line);
    }
  }
}

function checkMeasure(faults: FaultList, path: Path, measure: unknown, { calendarIds }: KnownIds): void {
  if (!isNamed(measure)) return;
  const presetId = textAt(measure, 'preset');
  const preset = presetId === undefined ? undefined : PRESETS[presetId as PresetId];
  if (presetId === undefined) {
    for (const key of ['id', 'name', 'start', 'stop']) {
      if (measure[key] !== undefined) continue;
      faults.add(
        [...path, key],
        'This is missing',
        `Write it, or start from a preset such as preset: time-to-resolution.`,
      );
    }
  }
  if (preset?.needsStates && listAt(measure, 'pauseWhile').length === 0 && measure.runWhile === undefined) {
    const remedy =
      'Add runWhile: { name: Waiting for customer, when: status = "Waiting for customer" }, or pauseWhile.';
    faults.add(path, `The preset ${presetId} does not know in which states its clock runs`, remedy);
  }
  checkKnown(faults, [...path, 'calendar'], 'calendar', measure.calendar, calendarIds);
  checkUnique(faults, [...path, 'pauseWhile'], listAt(measure, 'pauseWhile').map(namedId));
  checkGoals(faults, [...path, 'goals'], listAt(measure, 'goals'), calendarIds);
}

function checkGoals(
  faults: FaultList,
  path: Path,
  goals: readonly unknown[],
  calendarIds: readonly string[],
): void {
  checkUnique(faults, path, goals.map(namedId));
  const catchAll = goals.findIndex((goal) => isNamed(goal) && goal.when === undefined);
  for (const [index, goal] of goals.entries()) {
    if (!isNamed(goal)) continue;
    checkKnown(faults, [...path, index, 'calendar'], 'calendar', goal.calendar, calendarIds);
    const same = goals.findIndex((other) => textAt(other, 'when') === goal.when);
    if (catchAll >= 0 && index > catchAll) {
      const name = textAt(goals[catchAll], 'name') ?? 'the one above';
      const remedy = `Move it above "${name}", give that goal a condition, or take this one out.`;
      faults.add(
        [...path, index],
        `This goal can never match: "${name}" matches every ticket before it`,
        remedy,
      );
    } else if (goal.when !== undefined && same >= 0 && same < index) {
      faults.add(
        [...path, index, 'when'],
        `This goal can never match: goals[${same}] asks the same before it`,
        'Take one of the two out.',
      );
    }
  }
}

function namedId(item: unknown): string | undefined {
  return isNamed(item) && (item.id ?? item.name) !== undefined ? effectiveId(item) : undefined;
}

function checkExclusion(
  faults: FaultList,
  path: Path,
  exclusion: unknown,
  known: KnownIds,
  raw: unknown,
): void {
  if (!isNamed(exclusion)) return;
  checkKnown(faults, [...path, 'during'], 'calendar', exclusion.during, known.calendarIds);
  for (const [index, id] of listAt(exclusion, 'measures').entries()) {
    checkKnown(faults, [...path, 'measures', index], 'measure', id, known.measureIds);
  }
  for (const [index, window] of listAt(exclusion, 'windows').entries()) {
    const from = readInstant(textAt(window, 'from') ?? '');
    const to = readInstant(textAt(window, 'to') ?? '');
    if (from.ok && to.ok && from.value >= to.value) {
      faults.add(
        [...path, 'windows', index],
        'This window ends before it begins',
        'Write an end that is later.',
      );
    }
  }
  for (const party of ['provider', 'customer']) {
    const by = textAt(looseAt(looseAt(exclusion, 'agreed'), party), 'by');
    checkPerson(faults, [...path, 'agreed', party, 'by'], by, representatives(raw, party), `the ${party}`);
  }
}

function checkReport(faults: FaultList, raw: unknown): void {
  const report: Loose = looseAt(raw, 'report');
  const people = [...representatives(raw, 'provider'), ...representatives(raw, 'customer')];
  checkPerson(faults, ['report', 'by'], report.by, people, 'either party');
  for (const [index, name] of listAt(report, 'to').entries()) {
    checkPerson(faults, ['report', 'to', index], name, people, 'either party');
  }
}
