import type { SavedState } from './saved-state';
import type { StoredIssue, StoredLink } from './stored-issue';

type Properties = Readonly<Record<string, unknown>>;

/** The truth: every issue and every entity property as of now, and the counters of ids. */
export class IssueStore {
  private readonly byId = new Map<number, StoredIssue>();
  private readonly idByKey = new Map<string, number>();
  private readonly projectProps = new Map<string, Properties>();
  private readonly lastNumbers = new Map<string, number>();
  private readonly linksById = new Map<number, StoredLink>();
  private issueId = 10_000;
  private historyId = 10_000;
  private commentId = 10_000;
  private linkId = 10_000;
  private attachmentId = 10_000;

  load(saved: SavedState): void {
    this.issueId = saved.nextIssueId;
    this.historyId = saved.nextHistoryId;
    this.commentId = saved.nextCommentId;
    this.linkId = saved.nextLinkId ?? this.linkId;
    this.attachmentId = saved.nextAttachmentId ?? this.attachmentId;
    for (const link of saved.links ?? []) this.insertLink(link);
    for (const [id, last] of Object.entries(saved.lastNumber)) this.lastNumbers.set(id, last);
    for (const [id, properties] of Object.entries(saved.projectProperties))
      this.projectProps.set(id, properties);
    for (const issue of saved.issues) this.insert({ ...issue, histories: [...issue.histories] });
  }

  save(): Omit<SavedState, 'format' | 'version' | 'site' | 'mailbox'> {
    return {
      nextIssueId: this.issueId,
      nextHistoryId: this.historyId,
      nextCommentId: this.commentId,
      nextLinkId: this.linkId,
      nextAttachmentId: this.attachmentId,
      links: [...this.linksById.values()],
      lastNumber: Object.fromEntries(this.lastNumbers),
      projectProperties: Object.fromEntries(this.projectProps),
      issues: this.all().map((issue) => ({ ...issue, histories: [...issue.histories] })),
    };
  }

  nextIssueId(): number {
    return this.issueId++;
  }

  nextHistoryId(): number {
    return this.historyId++;
  }

  nextCommentId(): number {
    return this.commentId++;
  }

  nextLinkId(): number {
    return this.linkId++;
  }

  nextAttachmentId(): number {
    return this.attachmentId++;
  }

  link(id: number): StoredLink | undefined {
    return this.linksById.get(id);
  }

  linksOf(issueId: number): readonly StoredLink[] {
    return [...this.linksById.values()].filter(({ from, to }) => from === issueId || to === issueId);
  }

  insertLink(link: StoredLink): void {
    this.linksById.set(link.id, link);
  }

  removeLink(id: number): void {
    this.linksById.delete(id);
  }

  nextNumber(projectId: string): number {
    const next = (this.lastNumbers.get(projectId) ?? 0) + 1;
    this.lastNumbers.set(projectId, next);
    return next;
  }

  /** Keeps the project's next number above that of a key given from outside. */
  noteKey(projectId: string, key: string): void {
    const number = Number(key.slice(key.lastIndexOf('-') + 1));
    if (number > (this.lastNumbers.get(projectId) ?? 0)) this.lastNumbers.set(projectId, number);
  }

  all(): readonly StoredIssue[] {
    return [...this.byId.values()];
  }

  ofProject(projectId: string): readonly StoredIssue[] {
    return this.all().filter((issue) => issue.projectId === projectId);
  }

  byNumericId(id: number): StoredIssue | undefined {
    return this.byId.get(id);
  }

  /** By id or key, former keys included; keys without regard to case. */
  find(idOrKey: string): StoredIssue | undefined {
    if (/^\d+$/.test(idOrKey)) return this.byId.get(Number(idOrKey));
    const id = this.idByKey.get(idOrKey.toUpperCase());
    return id === undefined ? undefined : this.byId.get(id);
  }

  insert(issue: StoredIssue): void {
    this.byId.set(issue.id, issue);
    for (const key of [issue.key, ...issue.formerKeys]) this.idByKey.set(key.toUpperCase(), issue.id);
  }

  rekey(issue: StoredIssue, key: string): void {
    issue.formerKeys = [...issue.formerKeys, issue.key];
    issue.key = key;
    this.idByKey.set(key.toUpperCase(), issue.id);
  }

  remove(issue: StoredIssue): void {
    this.byId.delete(issue.id);
    for (const { id } of this.linksOf(issue.id)) this.linksById.delete(id);
    for (const key of [issue.key, ...issue.formerKeys]) this.idByKey.delete(key.toUpperCase());
  }

  projectProperties(projectId: string): Properties {
    return this.projectProps.get(projectId) ?? {};
  }

  setProjectProperties(projectId: string, properties: Properties): void {
    this.projectProps.set(projectId, properties);
  }

  forgetProject(projectId: string): void {
    this.projectProps.delete(projectId);
  }
}
