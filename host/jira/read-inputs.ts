import type { FieldInputs } from './local-jira-api';
import { readField } from './read-field';
import type { StoredIssue } from './stored-issue';
import { projectOf, type World } from './world';
import type { Values } from './write-issue';

/** Values of an edit in process. Throws on unknown fields and on values they do not take. */
export function readInputs(world: World, issue: StoredIssue, inputs: FieldInputs): Values {
  const place = { book: world.book, project: projectOf(world, issue) };
  return new Map(
    Object.entries(inputs).map(([name, input]) => {
      const field = world.catalog.find(name);
      if (!field) throw new Error(`There is no field '${name}'.`);
      return [field, readField(field, input, place)] as const;
    }),
  );
}
