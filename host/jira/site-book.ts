import type {
  SiteData,
  SiteOrganization,
  SitePriority,
  SiteProject,
  SiteResolution,
  SiteStatus,
  SiteUser,
} from './site-data';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** By id, else by name without regard to case. */
export function byIdOrName<T extends Named>(list: readonly T[], wanted: string): T | undefined {
  const lower = wanted.toLowerCase();
  return list.find((one) => one.id === wanted) ?? list.find((one) => one.name.toLowerCase() === lower);
}

/** The site with its look-ups. Projects, people and organizations may be added while it runs. */
export class SiteBook {
  readonly siteUrl: string;
  readonly cloudId: string;
  readonly appAccountId: string;
  readonly timeZone: string;
  readonly priorities: readonly SitePriority[];
  readonly resolutions: readonly SiteResolution[];
  private readonly usersById = new Map<string, SiteUser>();
  private readonly usersByName = new Map<string, SiteUser>();
  private readonly projectsById = new Map<string, SiteProject>();
  private readonly statusesById = new Map<string, SiteStatus>();
  private readonly organizationsById = new Map<string, SiteOrganization>();

  constructor(private readonly site: SiteData) {
    this.siteUrl = site.siteUrl;
    this.cloudId = site.cloudId;
    this.appAccountId = site.appAccountId;
    this.timeZone = site.timeZone;
    this.priorities = site.priorities;
    this.resolutions = site.resolutions;
    this.addUsers(site.users);
    this.addOrganizations(site.organizations);
    for (const project of site.projects) this.addProject(project);
    if (this.user(site.appAccountId)?.accountType !== 'app') {
      throw new Error(`The site's appAccountId ${site.appAccountId} is not one of its users of type app.`);
    }
  }

  toJSON(): SiteData {
    return {
      ...this.site,
      users: this.users(),
      projects: this.projects(),
      organizations: this.organizations(),
    };
  }

  get fields(): SiteData['fields'] {
    return this.site.fields;
  }

  get restBase(): string {
    return `https://api.atlassian.com/ex/jira/${this.cloudId}`;
  }

  users(): readonly SiteUser[] {
    return [...this.usersById.values()];
  }

  user(accountId: string): SiteUser | undefined {
    return this.usersById.get(accountId);
  }

  /** By account id, else by display name or mail address. */
  findUser(wanted: string): SiteUser | undefined {
    return this.usersById.get(wanted) ?? this.usersByName.get(wanted.toLowerCase());
  }

  addUsers(users: readonly SiteUser[]): void {
    for (const user of users) {
      this.usersById.set(user.accountId, user);
      this.usersByName.set(user.displayName.toLowerCase(), user);
      if (user.emailAddress) this.usersByName.set(user.emailAddress.toLowerCase(), user);
    }
  }

  organizations(): readonly SiteOrganization[] {
    return [...this.organizationsById.values()];
  }

  organization(id: string): SiteOrganization | undefined {
    return this.organizationsById.get(id);
  }

  addOrganizations(organizations: readonly SiteOrganization[]): void {
    for (const organization of organizations) this.organizationsById.set(organization.id, organization);
  }

  projects(): readonly SiteProject[] {
    return [...this.projectsById.values()];
  }

  /** Keys are case-sensitive, as in Jira. */
  project(idOrKey: string): SiteProject | undefined {
    return this.projectsById.get(idOrKey) ?? this.projects().find((project) => project.key === idOrKey);
  }

  addProject(project: SiteProject): void {
    const other = this.project(project.key);
    if (other && other.id !== project.id)
      throw new Error(`A project with key ${project.key} exists already.`);
    this.projectsById.set(project.id, project);
    for (const status of project.statuses) this.statusesById.set(status.id, status);
  }

  removeProject(id: string): void {
    this.projectsById.delete(id);
  }

  statuses(): readonly SiteStatus[] {
    return [...this.statusesById.values()];
  }

  status(id: string): SiteStatus | undefined {
    return this.statusesById.get(id);
  }

  /** Zone in which `accountId` reads dates; the app reads them in the site's. */
  zoneOf(accountId: string): string {
    return this.user(accountId)?.timeZone ?? this.timeZone;
  }
}
