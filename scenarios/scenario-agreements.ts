import { parse } from 'yaml';
import { parseAgreement } from '../src/agreement/parse-agreement';
import type { Agreement, Exclusion } from '../src/engine/agreement';
import type { Scenario } from './scenario';
import { scenarioNames } from './scenario-names';

/** What a scenario's text need not say. */
const frame = {
  accord: 1,
  id: 'scenario',
  name: 'Scenario',
  effectiveFrom: '2000-01-01',
  parties: {
    provider: { name: 'Northwind IT', timeZone: 'Europe/London', representatives: [{ name: 'Ana Ruiz' }] },
    customer: { name: 'Acme Retail', timeZone: 'America/New_York', representatives: [{ name: 'Sam Reed' }] },
  },
};

export interface ScenarioRules {
  readonly agreements: readonly Agreement[];
  readonly exclusions: readonly Exclusion[];
}

/** A text of a scenario as the whole document it stands for. */
export function scenarioDocument(text: string): object {
  return { ...frame, ...(parse(text) as object) };
}

/** Reads the agreement texts of a scenario. Throws an Error that lists the faults of one that is not valid. */
export function scenarioAgreements({ agreement }: Scenario): ScenarioRules {
  const texts = typeof agreement === 'string' ? [agreement] : agreement;
  const read = texts.map((text) => {
    const document = parseAgreement(scenarioDocument(text), scenarioNames);
    if (!document.ok) throw new Error(JSON.stringify(document.faults, null, 2));
    return document;
  });
  return {
    agreements: read.map((each) => each.agreement),
    exclusions: read.flatMap((each) => each.exclusions),
  };
}
