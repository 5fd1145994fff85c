import type { MovableClock } from '../clock';
import type { SavedDashboard } from '../dashboard-book';
import type { LocalForge } from '../forge/create-forge';
import type { LocalJira } from '../jira/local-jira-api';
import type { SiteData } from '../jira/site-data';

/** A new site and how it is filled. */
export interface Seed {
  /** Epoch ms: where its clock starts. Nothing happens in it within `SETTLE_MS` before. */
  readonly now: number;
  readonly site: SiteData;
  /** Absent: one that is empty. */
  readonly dashboards?: readonly SavedDashboard[];
  readonly fill: (parts: SeedParts) => Promise<void>;
  /** Then, to `now`: what the app would do in its first hour is done. Absent: it is still to do. */
  readonly settle?: (parts: SeedParts) => Promise<void>;
}

/** The clock of a site that is being filled is so far behind where it will start: what is written comes to rest. */
export const SETTLE_MS = 60_000;

export interface SeedParts {
  readonly clock: MovableClock;
  readonly jira: LocalJira;
  readonly forge: LocalForge;
}
