import { holds } from '../permissions';
import { noteWrite } from '../world';
import { countWrite, issueOf, mustHold, projectOfPath, type Call, type Route } from './call';
import { done, ok, Refusal, type Reply } from './reply';

const MOST_CHARACTERS = 32_768;
const MOST_KEY_CHARACTERS = 255;

type Properties = Readonly<Record<string, unknown>>;

/** Where properties of one kind of entity live. */
interface Owner {
  readonly self: string;
  read(): Properties;
  write(properties: Properties): void;
  /** Throws unless the viewer may write. */
  guard(): void;
}

function issueOwner(call: Call): Owner {
  const issue = issueOf(call);
  return {
    self: `${call.world.book.restBase}/rest/api/3/issue/${issue.id}/properties`,
    read: () => issue.properties,
    write: (properties) => {
      issue.properties = properties;
      noteWrite(call.world, issue);
    },
    guard: () => {
      const refusal = new Refusal(403, ['You do not have permission to edit issues in this project.']);
      mustHold(call, 'EDIT_ISSUES', issue, refusal);
      countWrite(call, issue);
    },
  };
}

function projectOwner(call: Call): Owner {
  const project = projectOfPath(call);
  return {
    self: `${call.world.book.restBase}/rest/api/3/project/${project.id}/properties`,
    read: () => call.world.store.projectProperties(project.id),
    write: (properties) => call.world.store.setProjectProperties(project.id, properties),
    guard: () => {
      if (holds(call.world, call.viewer.accountId, 'ADMINISTER_PROJECTS', project)) return;
      throw new Refusal(403, ['You do not have permission to administer this project.']);
    },
  };
}

function keys(owner: Owner): Reply {
  const list = Object.keys(owner.read()).map((key) => ({
    self: `${owner.self}/${encodeURIComponent(key)}`,
    key,
  }));
  return ok({ keys: list });
}

function get(owner: Owner, key: string): Reply {
  const value = owner.read()[key];
  if (value === undefined) throw new Refusal(404, [`The property with key '${key}' does not exist.`]);
  return ok({ key, value });
}

function put(owner: Owner, key: string, call: Call): Reply {
  if (key.length > MOST_KEY_CHARACTERS)
    throw new Refusal(400, ['The property key cannot be longer than 255 characters.']);
  if (call.rawBody.trim() === '' || call.body === undefined)
    throw new Refusal(400, ['The property value must be valid JSON.']);
  if (call.rawBody.length > MOST_CHARACTERS) {
    throw new Refusal(400, [`The property value cannot be longer than ${MOST_CHARACTERS} characters.`]);
  }
  owner.guard();
  const before = owner.read();
  const status = Object.hasOwn(before, key) ? 200 : 201;
  owner.write({ ...before, [key]: call.body });
  return { status };
}

function remove(owner: Owner, key: string): Reply {
  const { [key]: gone, ...rest } = owner.read();
  if (gone === undefined) throw new Refusal(404, [`The property with key '${key}' does not exist.`]);
  owner.guard();
  owner.write(rest);
  return done;
}

function routes(base: string, ownerOf: (call: Call) => Owner, writeScope: string): readonly Route[] {
  const one = `${base}/:key`;
  const key = (call: Call): string => call.params.key ?? '';
  return [
    { method: 'GET', path: base, scope: 'read:jira-work', handle: (call) => keys(ownerOf(call)) },
    { method: 'GET', path: one, scope: 'read:jira-work', handle: (call) => get(ownerOf(call), key(call)) },
    { method: 'PUT', path: one, scope: writeScope, handle: (call) => put(ownerOf(call), key(call), call) },
    { method: 'DELETE', path: one, scope: writeScope, handle: (call) => remove(ownerOf(call), key(call)) },
  ];
}

export const propertyRoutes: readonly Route[] = [
  ...routes('/rest/api/3/issue/:id/properties', issueOwner, 'write:jira-work'),
  ...routes('/rest/api/3/project/:id/properties', projectOwner, 'manage:jira-project'),
];
