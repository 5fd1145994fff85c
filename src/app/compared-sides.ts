import type { Choice } from '../contract/compliance';
import type { Instant, Interval } from '../engine/instant';
import { DAY, parseLocalDay, type LocalDay } from '../engine/local-date';
import { timeZone } from '../engine/time-zone';
import { visibleSecurityLevels } from '../jira/visible-security-levels';
import { browsedProjects, type BrowsedProject } from './browsed-projects';
import { termsInForce, type AgreementTerms } from './terms-in-force';

/** An agreement that the person who asks may see, on one side of a comparison. */
export interface ComparedSide {
  readonly project: BrowsedProject;
  readonly terms: AgreementTerms;
  /** Security levels of its tickets that count for the person. */
  readonly levels: readonly string[];
}

/** Every agreement with a goal that the person who asks may see, by provider and by name. */
export async function comparedSides(now: Instant): Promise<readonly ComparedSide[]> {
  const sides = await Promise.all(
    (await browsedProjects()).map(async (project) => {
      const [terms, levels] = await Promise.all([
        termsInForce(project.projectId, now),
        visibleSecurityLevels(project.projectId),
      ]);
      return terms.map((one): ComparedSide => ({ project, terms: one, levels }));
    }),
  );
  const name = ({ terms }: ComparedSide): string =>
    `${terms.compiled.parties.provider.name}\n${terms.compiled.agreement.name}`;
  return sides
    .flat()
    .filter(({ terms }) => terms.measures.some(({ hasGoal }) => hasGoal))
    .sort((a, b) => name(a).localeCompare(name(b), 'en'));
}

/** Measures with a goal, those that most agreements have first. */
export function comparableMeasures(sides: readonly ComparedSide[]): readonly Choice[] {
  const names = new Map<string, string>();
  const times = new Map<string, number>();
  for (const { measureId, name, hasGoal } of sides.flatMap(({ terms }) => terms.measures)) {
    if (!hasGoal) continue;
    if (!names.has(measureId)) names.set(measureId, name);
    times.set(measureId, (times.get(measureId) ?? 0) + 1);
  }
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0) || a.name.localeCompare(b.name, 'en'));
}

/** A span of local days, both included, and when it is on the provider's clocks. */
export interface ComparedSpan extends Interval {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
}

export function spanOf({ terms }: ComparedSide, from: string, to: string): ComparedSpan {
  const [fromDay, toDay] = [parseLocalDay(from), parseLocalDay(to)];
  const zone = timeZone(terms.compiled.parties.provider.timeZone);
  return {
    fromDay,
    toDay,
    start: zone.instantOf(fromDay * DAY),
    end: zone.instantOf((toDay + 1) * DAY),
  };
}
