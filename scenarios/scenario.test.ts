import { readdirSync } from 'node:fs';
import { writeDuration } from '../src/agreement/duration-text';
import type { MeasureResult } from '../src/engine/cycle';
import { evaluate } from '../src/engine/evaluate';
import type { IssueHistory } from '../src/engine/issue-history';
import { allScenarios } from './all-scenarios';
import type { Checkpoint, Expectation, Scenario } from './scenario';
import { scenarioAgreements } from './scenario-agreements';
import { instant, scenarioHistory } from './scenario-history';

const duration = (ms: number): string =>
  ms < 0 ? `-${writeDuration(-ms)}` : ms === 0 ? '0m' : writeDuration(ms);
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What came out, in the words of the expectation. */
function observed(result: MeasureResult, number: number | undefined): Expectation {
  const { cycles } = result;
  const cycle = number === undefined ? cycles.at(-1) : cycles.find((each) => each.number === number);
  if (cycle === undefined) return { cycles: cycles.length, notStarted: result.notStarted?.reason };
  const { net, gross } = cycle;
  const goal = cycle.goals.at(-1);
  return {
    cycles: cycles.length,
    started: iso(cycle.startTime) ?? '',
    stopped: iso(cycle.stopTime),
    outcome: cycle.outcome,
    phase: cycle.phase,
    goal: goal === undefined || goal.goalId === null ? null : goal.name,
    elapsed: duration(net.elapsedMs),
    remaining: net.remainingMs === null ? null : duration(net.remainingMs),
    breached: net.breached,
    breachTime: iso(net.breachTime),
    grossElapsed: duration(gross.elapsedMs),
    grossBreached: gross.breached,
    paused: duration(cycle.pausedMs),
    atRisk: cycle.atRisk,
    flag: cycle.flag,
    leftOutBy: cycle.leftOutBy,
    version: cycle.agreementVersion,
  };
}

/** Instants in one form, so that `13:00+01:00` is `12:00Z`. */
function normal(expect: Expectation): Expectation {
  const instants = (['started', 'stopped', 'breachTime'] as const).filter(
    (key) => typeof expect[key] === 'string',
  );
  return {
    ...expect,
    ...Object.fromEntries(instants.map((key) => [key, iso(instant(expect[key] as string))])),
  };
}

function resultAt(scenario: Scenario, history: IssueHistory, { at, measure }: Checkpoint): MeasureResult {
  const { agreements, exclusions } = scenarioAgreements(scenario);
  const result = evaluate(history, agreements, exclusions, instant(at)).find(
    (each) => each.measureId === measure,
  );
  if (result === undefined) throw new Error(`there is no measure ${measure}`);
  return result;
}

const until = (history: IssueHistory, at: number): IssueHistory => ({
  ...history,
  entries: history.entries.filter((entry) => entry.at <= at),
});

it('every file of scenarios is listed', () => {
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.scenario.ts'));
  expect(Object.keys(allScenarios).map((name) => `${name}.scenario.ts`)).toEqual(files.sort());
});

describe.each(Object.entries(allScenarios))('%s', (_file, scenarios) => {
  it('has scenarios, each with something to check', () => {
    expect(scenarios.length).toBeGreaterThan(0);
    expect(scenarios.filter(({ checkpoints }) => checkpoints.length === 0)).toEqual([]);
  });

  describe.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_, scenario) => {
    it.each(scenario.checkpoints.map((point) => [point.at, point.measure, point] as const))(
      'at %s: %s',
      (...args) => {
        const point = args[2];
        const history = scenarioHistory(scenario);
        const result = resultAt(scenario, history, point);
        expect(observed(result, point.cycle)).toMatchObject(normal(point.expect));
        // What happens later cannot change what was true then.
        expect(resultAt(scenario, until(history, instant(point.at)), point)).toEqual(result);
      },
    );
  });
});
