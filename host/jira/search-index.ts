import type { Clock } from '../clock';
import type { IssueStore } from './issue-store';
import type { StoredIssue } from './stored-issue';

/** An issue as the index saw it last. */
export type IndexedIssue = Readonly<StoredIssue>;

interface Pending {
  readonly visibleAt: number;
  readonly id: number;
  /** null = deleted. */
  readonly seen: IndexedIssue | null;
}

/** What search knows: the issues as they were `lagMs` ago. */
export class SearchIndex {
  private readonly issues = new Map<number, IndexedIssue>();
  private pending: Pending[] = [];

  constructor(
    private readonly store: IssueStore,
    private readonly clock: Clock,
    private readonly lagMs: number,
  ) {}

  /** Call after each write. */
  note(issue: StoredIssue): void {
    this.take(issue.id, { ...issue });
  }

  noteDeleted(id: number): void {
    this.take(id, null);
  }

  /** Everything visible now, in no particular order. Issues in `reconcile` are read from the truth. */
  read(reconcile: readonly number[] = []): readonly IndexedIssue[] {
    this.catchUp(this.clock.now());
    if (reconcile.length === 0) return [...this.issues.values()];
    const seen = new Map(this.issues);
    for (const id of reconcile) {
      const issue = this.store.byNumericId(id);
      if (issue) seen.set(id, issue);
      else seen.delete(id);
    }
    return [...seen.values()];
  }

  /** Makes all writes visible. */
  refresh(): void {
    this.catchUp(Infinity);
  }

  private take(id: number, seen: IndexedIssue | null): void {
    if (this.lagMs <= 0) this.apply(id, seen);
    else this.pending.push({ visibleAt: this.clock.now() + this.lagMs, id, seen });
  }

  private catchUp(now: number): void {
    let done = 0;
    for (const entry of this.pending) {
      if (entry.visibleAt > now) break;
      this.apply(entry.id, entry.seen);
      done += 1;
    }
    if (done > 0) this.pending = this.pending.slice(done);
  }

  private apply(id: number, seen: IndexedIssue | null): void {
    if (seen) this.issues.set(id, seen);
    else this.issues.delete(id);
  }
}
