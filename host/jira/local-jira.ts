import type { JiraRequest } from '../contract';
import { textToAdf } from './adf';
import { addAttachment } from './attachment';
import { EventSender } from './event-sender';
import { FaultQueue } from './fault-queue';
import { FieldCatalog } from './field-catalog';
import { addLink, dropLink, linkType } from './issue-link';
import { IssueStore } from './issue-store';
import { loadHistory } from './load-history';
import type { LocalJira, LocalJiraOptions } from './local-jira-api';
import { moveIssue } from './move-issue';
import { sendProjectDeleted } from './product-events';
import { RateLimits } from './rate-limits';
import { readInputs } from './read-inputs';
import { answer, type Gate } from './rest/router';
import { isSavedState } from './saved-state';
import { SearchIndex } from './search-index';
import { SiteBook } from './site-book';
import type { SiteProject } from './site-data';
import type { StoredComment, StoredIssue } from './stored-issue';
import { findTarget, withResolution } from './workflow';
import { projectOf, type World } from './world';
import { addComment, changeComment, dropComment } from './write-comment';
import { changeIssue, insertIssue, readNewIssue, removeIssue, type Act } from './write-issue';

/** Builds a local Jira out of site data, or wakes a saved one. */
export function createLocalJira(options: LocalJiraOptions): LocalJira {
  const { clock } = options;
  const saved = isSavedState(options.site) ? options.site : null;
  const site = isSavedState(options.site) ? options.site.site : options.site;
  const book = new SiteBook(site);
  const store = new IssueStore();
  const world: World = {
    clock,
    book,
    catalog: new FieldCatalog(book.fields),
    store,
    index: new SearchIndex(store, clock, options.indexLagMs ?? 0),
    sender: new EventSender(clock, options.emit, options.events ?? {}),
    entityProperties: options.entityProperties ?? [],
    mailbox: saved ? [...saved.mailbox] : [],
    listeners: new Set(),
  };
  if (saved) {
    store.load(saved);
    for (const issue of store.all()) world.index.note(issue);
    world.index.refresh();
  }
  const limits = new RateLimits(clock, options.limits ?? {});
  const faults = new FaultQueue();
  const gate: Gate = { world, limits, faults, scopes: options.scopes };
  const serve = (counted: boolean) => (request: JiraRequest) =>
    Promise.resolve(answer(gate, request, counted));

  return {
    fetch: serve(true),
    fetchAsPerson: serve(false),
    save: () => ({
      format: 'local-jira',
      version: 1,
      site: book.toJSON(),
      ...store.save(),
      mailbox: [...world.mailbox],
    }),
    stop: () => world.sender.stop(),
    siteUrl: book.siteUrl,
    cloudId: book.cloudId,
    accounts: () => book.users(),
    projects: () => book.projects(),
    issues: () => store.all(),
    issue: (idOrKey) => known(world, idOrKey),
    mailbox: () => world.mailbox,
    pointsSpent: () => limits.pointsSpent(),
    addUsers: (users) => book.addUsers(users),
    addOrganizations: (organizations) => book.addOrganizations(organizations),
    addProject: (project) => book.addProject(project),
    deleteProject: (idOrKey, by) => deleteProject(world, idOrKey, act(world, by)),
    ...writing(world),
    loadHistory: (issues, given) => loadHistory(world, issues, given?.events ?? false),
    failNext: (fault) => faults.add(fault),
    refreshIndex: () => world.index.refresh(),
    onChange: (listener) => {
      world.listeners.add(listener);
      return () => world.listeners.delete(listener);
    },
  };
}

type Writing = Pick<
  LocalJira,
  | 'createIssue'
  | 'transition'
  | 'edit'
  | 'comment'
  | 'editComment'
  | 'deleteComment'
  | 'link'
  | 'unlink'
  | 'links'
  | 'attach'
  | 'deleteIssue'
  | 'move'
>;

function writing(world: World): Writing {
  return {
    createIssue: (given) => {
      const project = projectNamed(world, given.project);
      const issue = insertIssue(world, project, readNewIssue(world, project, given), act(world, given));
      return { id: String(issue.id), key: issue.key };
    },
    transition: (idOrKey, step) => {
      const issue = known(world, idOrKey);
      const target = findTarget(projectOf(world, issue), step.to);
      if (!target) throw new Error(`${issue.key} has no status and no transition '${step.to}'.`);
      const fields = {
        status: target.status,
        ...(step.resolution === undefined ? {} : { resolution: step.resolution }),
      };
      const values = withResolution(world, issue, readInputs(world, issue, fields), target.transition);
      changeIssue(world, issue, values, act(world, step));
    },
    edit: (idOrKey, step) => {
      const issue = known(world, idOrKey);
      changeIssue(world, issue, readInputs(world, issue, step.fields), act(world, step));
    },
    comment: (idOrKey, step) => {
      const given = { body: textToAdf(step.text), internal: step.internal ?? false };
      return { id: String(addComment(world, known(world, idOrKey), given, act(world, step)).id) };
    },
    editComment: (idOrKey, commentId, step) => {
      const [issue, comment] = knownComment(world, idOrKey, commentId);
      changeComment(world, issue, comment, { body: textToAdf(step.text) }, act(world, step));
    },
    deleteComment: (idOrKey, commentId, step) => {
      const [issue, comment] = knownComment(world, idOrKey, commentId);
      dropComment(world, issue, comment, act(world, step));
    },
    link: (idOrKey, step) => {
      const type = linkType({ name: step.type ?? 'Relates' });
      if (!type) throw new Error(`There is no link type '${step.type}'.`);
      const link = addLink(world, type, known(world, idOrKey), known(world, step.to), act(world, step));
      return { id: String(link.id) };
    },
    unlink: (linkId, step) => {
      const link = world.store.link(Number(linkId));
      if (!link) throw new Error(`There is no link ${linkId}.`);
      dropLink(world, link, act(world, step));
    },
    links: (idOrKey) => world.store.linksOf(known(world, idOrKey).id),
    attach: (idOrKey, step) => ({
      id: String(addAttachment(world, known(world, idOrKey), step, act(world, step)).id),
    }),
    deleteIssue: (idOrKey, step) => removeIssue(world, known(world, idOrKey), act(world, step)),
    move: (idOrKey, step) => {
      const issue = known(world, idOrKey);
      moveIssue(world, issue, projectNamed(world, step.project), step, act(world, step));
      return issue.key;
    },
  };
}

function act(world: World, given: { readonly by: string; readonly at?: number }): Act {
  if (!world.book.user(given.by)) throw new Error(`There is no account '${given.by}'.`);
  return { at: given.at ?? world.clock.now(), by: given.by };
}

function known(world: World, idOrKey: string): StoredIssue {
  const issue = world.store.find(idOrKey);
  if (!issue) throw new Error(`There is no issue ${idOrKey}.`);
  return issue;
}

function knownComment(world: World, idOrKey: string, commentId: string): [StoredIssue, StoredComment] {
  const issue = known(world, idOrKey);
  const comment = issue.comments.find((one) => String(one.id) === commentId);
  if (!comment) throw new Error(`${issue.key} has no comment ${commentId}.`);
  return [issue, comment];
}

function projectNamed(world: World, idOrKey: string): SiteProject {
  const project = world.book.project(idOrKey);
  if (!project) throw new Error(`There is no project '${idOrKey}'.`);
  return project;
}

/** One event for the project; none for the issues that go with it. */
function deleteProject(world: World, idOrKey: string, by: Act): void {
  const project = projectNamed(world, idOrKey);
  for (const issue of world.store.ofProject(project.id)) removeIssue(world, issue, { ...by, quiet: true });
  sendProjectDeleted(world, project, by);
  world.store.forgetProject(project.id);
  world.book.removeProject(project.id);
}
