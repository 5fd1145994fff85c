import { textToAdf } from './adf';
import type { LoadedIssue, PastIssue, PastStep } from './local-jira-api';
import { readInputs } from './read-inputs';
import type { StoredIssue } from './stored-issue';
import { withResolution } from './workflow';
import type { World } from './world';
import { addComment } from './write-comment';
import { changeIssue, insertIssue, readNewIssue } from './write-issue';

interface Happening {
  readonly at: number;
  readonly order: number;
  run(): void;
}

/**
 * Plays finished histories in order of time across all issues, so that ids ascend as they would have. Steps at
 * one instant keep their order. A step that sets a done status sets a resolution too, unless it says which.
 */
export function loadHistory(
  world: World,
  given: readonly PastIssue[],
  events: boolean,
): readonly LoadedIssue[] {
  const made: (StoredIssue | undefined)[] = [];
  const happenings: Happening[] = [];
  const add = (at: number, run: () => void): void =>
    void happenings.push({ at, order: happenings.length, run });
  given.forEach((past, place) => {
    add(past.at, () => (made[place] = createPast(world, past, events)));
    for (const step of [...past.steps].sort((a, b) => a.at - b.at)) {
      // A log may have steps from before its creation: they are played after it, at their own instant.
      add(Math.max(step.at, past.at), () => {
        const issue = made[place];
        if (issue) playStep(world, issue, step, events);
      });
    }
  });
  happenings.sort((a, b) => a.at - b.at || a.order - b.order);
  for (const happening of happenings) happening.run();
  return made.flatMap((issue) => (issue ? [{ id: String(issue.id), key: issue.key }] : []));
}

function createPast(world: World, past: PastIssue, events: boolean): StoredIssue {
  const project = world.book.project(past.project);
  if (!project) throw new Error(`There is no project '${past.project}'.`);
  if (past.key && world.store.find(past.key)) throw new Error(`There is an issue ${past.key} already.`);
  const values = readNewIssue(world, project, past);
  return insertIssue(world, project, values, { at: past.at, by: past.by, quiet: !events }, past.key);
}

function playStep(world: World, issue: StoredIssue, step: PastStep, events: boolean): void {
  const act = { at: step.at, by: step.by, quiet: !events };
  if ('comment' in step) {
    addComment(world, issue, { body: textToAdf(step.comment), internal: step.internal ?? false }, act);
    return;
  }
  changeIssue(world, issue, withResolution(world, issue, readInputs(world, issue, step.set)), act);
}
