import { maySeeIssue } from '../permissions';
import type { StoredIssue } from '../stored-issue';
import { objectBody, textList, type Call, type Route } from './call';
import { renderIssue } from './issue-bean';
import { ok, Refusal, type Reply } from './reply';

const HEAVY = [
  'changelog',
  'editmeta',
  'operations',
  'renderedFields',
  'transitions',
  'versionedRepresentations',
];

/** Issues by id or key, those missing or out of sight left out, without doubles, ascending by id. */
export function visibleIssues(call: Call, idsOrKeys: readonly string[]): readonly StoredIssue[] {
  const { world, viewer } = call;
  const found = new Set<StoredIssue>();
  for (const idOrKey of idsOrKeys) {
    const issue = world.store.find(idOrKey);
    if (issue && maySeeIssue(world, viewer.accountId, issue)) found.add(issue);
  }
  return [...found].sort((a, b) => a.id - b.id);
}

function bulkFetch(call: Call): Reply {
  const body = objectBody(call);
  const ids = textList(body.issueIdsOrKeys, 'issueIdsOrKeys');
  const fields = textList(body.fields, 'fields') ?? [];
  const expand = textList(body.expand, 'expand') ?? [];
  const properties = textList(body.properties, 'properties') ?? [];
  if (!ids || ids.length === 0) throw new Refusal(400, ['issueIdsOrKeys must not be empty.']);
  if (properties.length > 5) throw new Refusal(400, ['The maximum number of properties is 5.']);
  const light =
    fields.length > 0 &&
    fields.length <= 100 &&
    !fields.some((name) => name.startsWith('*') || name === 'comment') &&
    !expand.some((name) => HEAVY.includes(name));
  const most = light ? 1000 : 100;
  if (ids.length > most)
    throw new Refusal(400, [`You may only fetch ${most} issues by ID or key at a time.`]);
  const issues = visibleIssues(call, ids).map((issue) =>
    renderIssue(call.world, issue, {
      zone: call.zone,
      fields: fields.length === 0 ? ['*navigable'] : fields,
      properties,
      expand,
      historyCap: 40,
      commentCap: 20,
    }),
  );
  return ok({ issues, issueErrors: [] }, { objects: issues.length });
}

export const bulkFetchRoutes: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issue/bulkfetch', scope: 'read:jira-work', handle: bulkFetch },
];
