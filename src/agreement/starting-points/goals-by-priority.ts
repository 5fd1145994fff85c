import type { AgreementDraft } from '../document';
import type { StarterInput } from './project-outline';
import { quoted } from './quoted';

type Goals = NonNullable<AgreementDraft['measures'][number]['goals']>;

/** What is promised by rank of priority: the highest, the second, the lowest of five or more, the rest. */
export interface Promises {
  readonly highest: string;
  readonly second: string;
  readonly lowest: string;
  readonly rest: string;
}

/** A goal for each rank that the project has and one for everything else; the highest may have its own calendar. */
export function goalsByPriority(
  priorities: StarterInput['priorities'],
  promises: Promises,
  highestCalendar?: string,
): Goals {
  const ranked = [
    [priorities[0], promises.highest],
    [priorities.length > 2 ? priorities[1] : undefined, promises.second],
    [priorities.length > 4 ? priorities.at(-1) : undefined, promises.lowest],
  ] as const;
  const named = ranked.flatMap(([priority, within], index) => {
    if (priority === undefined) return [];
    const { name } = priority;
    const calendar = index === 0 && highestCalendar !== undefined ? { calendar: highestCalendar } : {};
    return [{ id: `rank-${index + 1}`, name, when: `priority = ${quoted(name)}`, within, ...calendar }];
  });
  return [...named, { id: 'rest', name: 'Everything else', within: promises.rest }];
}
