import { abilitiesOn } from './abilities';
import { adfToText, isAdf } from './jira/adf';
import { FieldCatalog, type FieldInfo } from './jira/field-catalog';
import { passesLevel } from './jira/issue-security';
import type { LocalJira } from './jira/local-jira-api';
import { serviceDeskId } from './jira/render-field';
import { SiteBook } from './jira/site-book';
import type { SiteProject, SiteUser } from './jira/site-data';
import type { StoredIssue, StoredValue } from './jira/stored-issue';
import { LINK_WAYS, wordsOf } from './link-kinds';
import type {
  Abilities,
  CommentView,
  HistoryView,
  IssueRow,
  IssueView,
  LinkView,
  MailView,
  StatusCategory,
  StatusView,
} from './shell/api';
import { slaOf } from './sla-of';

/** Fields that have their own place in the issue view. */
const placed = new Set([
  'summary',
  'description',
  'status',
  'priority',
  'resolution',
  'issuetype',
  'assignee',
  'reporter',
  'labels',
  'components',
  'duedate',
]);

/** Reads issues as a person sees them: names instead of ids, and only what they may see. */
export class IssueReader {
  readonly book: SiteBook;
  private readonly catalog: FieldCatalog;

  constructor(private readonly jira: LocalJira) {
    this.book = new SiteBook(jira.save().site);
    this.catalog = new FieldCatalog(this.book.fields);
  }

  /** null = not for this person. */
  abilities(issue: StoredIssue, user: SiteUser): Abilities | null {
    const project = this.projectOf(issue);
    if (!passesLevel(project, user.accountId, issue)) return null;
    return abilitiesOn(project, user, this.isOwnRequest(issue, user));
  }

  row(issue: StoredIssue, user: SiteUser): IssueRow {
    const priority = this.book.priorities.find(({ id }) => id === issue.fields['priority']);
    return {
      id: String(issue.id),
      key: issue.key,
      summary: this.text(issue, 'summary'),
      issueType: this.text(issue, 'issuetype'),
      requestType: this.textOfKind(issue, 'request-type') || null,
      status: this.status(issue),
      priority: priority ? { id: priority.id, name: priority.name } : null,
      assignee: this.text(issue, 'assignee') || null,
      reporter: this.text(issue, 'reporter') || null,
      created: issue.created,
      updated: issue.updated,
      sla: user.accountType === 'customer' ? null : slaOf(issue),
    };
  }

  category(issue: StoredIssue): StatusCategory {
    return this.status(issue).category;
  }

  view(issue: StoredIssue, user: SiteUser, may: Abilities): IssueView {
    const project = this.projectOf(issue);
    const kinds = ['request-type', 'organizations'];
    return {
      ...this.row(issue, user),
      project: { id: project.id, key: project.key, name: project.name },
      projectType: project.type,
      portalId: Number(serviceDeskId(project)),
      requestTypeId: this.requestTypeId(issue),
      issueTypeId: String(issue.fields['issuetype']),
      description: this.text(issue, 'description'),
      resolution: this.text(issue, 'resolution') || null,
      labels: this.words(issue, 'labels'),
      components: this.words(issue, 'components'),
      organizations: this.words(issue, this.catalog.ofKind('organizations')?.id ?? ''),
      dueDate: this.text(issue, 'duedate') || null,
      fields: this.catalog.stored
        .filter(({ id, kind }) => !placed.has(id) && !kinds.includes(kind))
        .map(({ id, name }) => ({ name, value: this.text(issue, id) }))
        .filter(({ value }) => value !== ''),
      assigneeId: (issue.fields['assignee'] as string | null | undefined) ?? null,
      comments: this.comments(issue, user),
      history: user.accountType === 'customer' ? [] : this.history(issue),
      attachments: (issue.attachments ?? []).map(({ id, fileName, size, author, created }) => ({
        id: String(id),
        fileName,
        size,
        author: this.person(author),
        at: created,
      })),
      mails: user.accountType === 'customer' ? [] : this.mails(issue),
      links: user.accountType === 'customer' ? [] : this.links(issue, user),
      linkKinds: may.edit ? LINK_WAYS.map(({ id, words }) => ({ id, words })) : [],
      may,
      transitions: may.transition ? this.transitions(issue, project) : [],
      priorities: may.edit ? this.book.priorities.map(({ id, name }) => ({ id, name })) : [],
      assignable: may.edit ? this.assignable(project) : [],
    };
  }

  private mails({ key }: StoredIssue): readonly MailView[] {
    return this.jira
      .mailbox()
      .filter(({ issueKey }) => issueKey === key)
      .map(({ at, to, subject, textBody }) => ({
        at,
        to: to.map((id) => this.person(id)),
        subject,
        text: textBody,
      }))
      .reverse();
  }

  projectOf(issue: StoredIssue): SiteProject {
    const project = this.book.project(issue.projectId);
    if (!project)
      throw new Error(`Issue ${issue.key} is in project ${issue.projectId}, which does not exist.`);
    return project;
  }

  /** `context.extension` of an issue panel on this issue. */
  panelExtension(issue: StoredIssue): Readonly<Record<string, unknown>> {
    const project = this.projectOf(issue);
    return {
      type: 'jira:issuePanel',
      issue: {
        id: String(issue.id),
        key: issue.key,
        type: this.text(issue, 'issuetype'),
        typeId: String(issue.fields['issuetype']),
      },
      project: { id: project.id, key: project.key, type: project.type },
      isNewToIssue: false,
      location: `${this.book.siteUrl}/browse/${issue.key}`,
    };
  }

  priorityRank(issue: StoredIssue): number {
    const rank = this.book.priorities.findIndex(({ id }) => id === issue.fields['priority']);
    return rank === -1 ? this.book.priorities.length : rank;
  }

  /** A request of one's own, one takes part in, or one shared with an organization one belongs to. */
  private isOwnRequest(issue: StoredIssue, user: SiteUser): boolean {
    if (issue.fields['reporter'] === user.accountId) return true;
    const ids = (kind: FieldInfo['kind']): readonly string[] =>
      (issue.fields[this.catalog.ofKind(kind)?.id ?? ''] as readonly string[] | null | undefined) ?? [];
    return (
      ids('participants').includes(user.accountId) ||
      ids('organizations').some((id) => this.book.organization(id)?.memberAccountIds.includes(user.accountId))
    );
  }

  private status(issue: StoredIssue): StatusView {
    const status = this.book.status(String(issue.fields['status']));
    if (!status)
      throw new Error(
        `Issue ${issue.key} has the status ${String(issue.fields['status'])}, which does not exist.`,
      );
    return { id: status.id, name: status.name, category: status.category };
  }

  private transitions(issue: StoredIssue, project: SiteProject): IssueView['transitions'] {
    const current = String(issue.fields['status']);
    return project.workflow.transitions
      .filter(({ from, to }) => to !== current && (from === undefined || from.includes(current)))
      .flatMap(({ id, name, to }) => {
        const status = this.book.status(to);
        return status
          ? [{ id, name, to: { id: status.id, name: status.name, category: status.category } }]
          : [];
      });
  }

  private assignable(project: SiteProject): IssueView['assignable'] {
    const people = new Set([...project.roles.agent, ...project.roles.admin]);
    return [...people]
      .map((id) => ({ id, name: this.person(id) }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  private comments(issue: StoredIssue, user: SiteUser): readonly CommentView[] {
    return issue.comments
      .filter(({ internal }) => !internal || user.accountType !== 'customer')
      .map((comment) => ({
        id: String(comment.id),
        author: this.person(comment.author),
        at: comment.created,
        edited: comment.updated > comment.created,
        text: adfToText(comment.body),
        internal: comment.internal,
      }));
  }

  private history(issue: StoredIssue): readonly HistoryView[] {
    return [...issue.histories].reverse().map(({ id, author, at, items }) => ({
      id: String(id),
      author: this.person(author),
      at,
      items: items.map((item) => ({
        field: this.catalog.get(item.fieldId ?? '')?.name ?? item.field,
        from: item.fromString ?? item.from ?? '',
        // `toString` of an item is data, but every object has a function of that name.
        to: (Object.hasOwn(item, 'toString') ? item.toString : item.to) ?? '',
      })),
    }));
  }

  private links(issue: StoredIssue, user: SiteUser): readonly LinkView[] {
    return this.jira.links(issue.key).flatMap(({ id, type, from, to }) => {
      const outward = from === issue.id;
      const other = this.jira.issue(String(outward ? to : from));
      if (!this.abilities(other, user)) return [];
      const { key, summary, status } = this.row(other, user);
      return [{ id: String(id), words: wordsOf(type, outward), issueKey: key, summary, status }];
    });
  }

  private person(accountId: string | null): string {
    if (accountId === null) return 'Anonymous';
    return this.book.user(accountId)?.displayName ?? 'Former user';
  }

  private requestTypeId(issue: StoredIssue): string | null {
    const value = issue.fields[this.catalog.ofKind('request-type')?.id ?? ''];
    return typeof value === 'string' ? value : null;
  }

  private textOfKind(issue: StoredIssue, kind: FieldInfo['kind']): string {
    return this.text(issue, this.catalog.ofKind(kind)?.id ?? '');
  }

  private text(issue: StoredIssue, fieldId: string): string {
    return this.words(issue, fieldId).join(', ');
  }

  private words(issue: StoredIssue, fieldId: string): readonly string[] {
    const field = this.catalog.get(fieldId);
    const value: StoredValue | undefined = issue.fields[fieldId];
    if (!field || value === undefined || value === null) return [];
    if (isAdf(value)) return [adfToText(value)];
    return (Array.isArray(value) ? (value as readonly string[]) : [value as string | number]).map((one) =>
      this.word(issue, field, one),
    );
  }

  private word(issue: StoredIssue, field: FieldInfo, value: string | number): string {
    const named = (list: readonly { id: string; name: string }[]): string =>
      list.find(({ id }) => id === value)?.name ?? String(value);
    const project = this.projectOf(issue);
    switch (field.kind) {
      case 'user':
      case 'multi-user':
      case 'participants':
        return this.person(String(value));
      case 'status':
        return named(project.statuses);
      case 'issuetype':
        return named(project.issueTypes);
      case 'request-type':
        return named(project.requestTypes);
      case 'components':
        return named(project.components);
      case 'priority':
        return named(this.book.priorities);
      case 'resolution':
        return named(this.book.resolutions);
      case 'organizations':
        return named(this.book.organizations());
      case 'select':
      case 'multi-select':
        return field.custom?.options?.find(({ id }) => id === value)?.value ?? String(value);
      case 'datetime':
        return new Date(value).toISOString();
      default:
        return String(value);
    }
  }
}
