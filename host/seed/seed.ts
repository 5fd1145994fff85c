import type { SavedDashboard } from '../dashboard-book';
import type { LocalForge } from '../forge/create-forge';
import type { LocalJira } from '../jira/local-jira-api';
import type { SiteData } from '../jira/site-data';

/** A new site and how it is filled. */
export interface Seed {
  /** Epoch ms: where its clock starts. */
  readonly now: number;
  readonly site: SiteData;
  /** Absent: one that is empty. */
  readonly dashboards?: readonly SavedDashboard[];
  readonly fill: (parts: SeedParts) => Promise<void>;
}

export interface SeedParts {
  readonly jira: LocalJira;
  readonly forge: LocalForge;
}
