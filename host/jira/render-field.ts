import { isoDate, jiraDate } from './jira-date';
import { renderUser } from './render-user';
import type { FieldInfo } from './field-catalog';
import type { SiteBook } from './site-book';
import type { SitePriority, SiteProject, SiteResolution, SiteSecurityLevel, SiteStatus } from './site-data';
import type { StoredIssue, StoredValue } from './stored-issue';

const CATEGORIES = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

export function renderStatusCategory(
  book: SiteBook,
  category: SiteStatus['category'],
): Record<string, unknown> {
  const shown = CATEGORIES[category];
  return { self: `${book.restBase}/rest/api/3/statuscategory/${shown.id}`, ...shown };
}

export function renderStatus(book: SiteBook, status: SiteStatus): Record<string, unknown> {
  return {
    self: `${book.restBase}/rest/api/3/status/${status.id}`,
    description: status.description ?? '',
    iconUrl: `${book.siteUrl}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: renderStatusCategory(book, status.category),
  };
}

export function renderPriority(book: SiteBook, priority: SitePriority): Record<string, unknown> {
  return {
    self: `${book.restBase}/rest/api/3/priority/${priority.id}`,
    iconUrl: `${book.siteUrl}/images/icons/priorities/${priority.name.toLowerCase()}.svg`,
    name: priority.name,
    id: priority.id,
  };
}

export function renderResolution(book: SiteBook, resolution: SiteResolution): Record<string, unknown> {
  return {
    self: `${book.restBase}/rest/api/3/resolution/${resolution.id}`,
    id: resolution.id,
    description: resolution.description ?? '',
    name: resolution.name,
  };
}

export function renderIssueType(book: SiteBook, project: SiteProject, id: string): Record<string, unknown> {
  const type = project.issueTypes.find((one) => one.id === id);
  return {
    self: `${book.restBase}/rest/api/3/issuetype/${id}`,
    id,
    description: type?.description ?? '',
    iconUrl: `${book.siteUrl}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10300?size=medium`,
    name: type?.name ?? id,
    subtask: type?.subtask ?? false,
    hierarchyLevel: type?.subtask ? -1 : 0,
  };
}

/** The project as it stands inside an issue. */
export function renderProjectRef(book: SiteBook, project: SiteProject): Record<string, unknown> {
  const avatar = `${book.siteUrl}/rest/api/2/universal_avatar/view/type/project/avatar/10400`;
  return {
    self: `${book.restBase}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.type,
    simplified: false,
    avatarUrls: {
      '48x48': avatar,
      '24x24': `${avatar}?size=small`,
      '16x16': `${avatar}?size=xsmall`,
      '32x32': `${avatar}?size=medium`,
    },
  };
}

/** JSM's date: one instant in four forms. `friendly` is text for people, never to be parsed. */
export function renderJsmDate(at: number, zone: string): Record<string, unknown> {
  const jira = jiraDate(at, zone);
  const friendly = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return { iso8601: isoDate(at, zone), jira, friendly: friendly.format(at), epochMillis: at };
}

export function serviceDeskId(project: SiteProject): string {
  return project.serviceDeskId ?? project.id;
}

export function renderRequestStatus(
  book: SiteBook,
  issue: StoredIssue,
  zone: string,
): Record<string, unknown> {
  const status = book.status(String(issue.fields.status));
  return {
    status: status?.name ?? '',
    statusCategory: (status?.category ?? 'undefined').toUpperCase(),
    statusDate: renderJsmDate(issue.statusSince, zone),
  };
}

export function renderRequestType(book: SiteBook, project: SiteProject, id: string): Record<string, unknown> {
  const type = project.requestTypes.find((one) => one.id === id);
  const desk = serviceDeskId(project);
  return {
    _expands: ['field'],
    id,
    _links: { self: `${book.restBase}/rest/servicedeskapi/servicedesk/${desk}/requesttype/${id}` },
    name: type?.name ?? id,
    description: type?.description ?? '',
    helpText: type?.helpText ?? '',
    issueTypeId: type?.issueTypeId ?? '',
    serviceDeskId: desk,
    portalId: desk,
    groupIds: [],
    icon: { id: '10500', _links: { iconUrls: {} } },
  };
}

export function renderSecurityLevel(book: SiteBook, level: SiteSecurityLevel): Record<string, unknown> {
  return {
    self: `${book.restBase}/rest/api/3/securitylevel/${level.id}`,
    id: level.id,
    description: level.description ?? '',
    name: level.name,
  };
}

export interface Viewing {
  readonly book: SiteBook;
  readonly project: SiteProject;
  readonly zone: string;
}

/** A stored value in the form `GET issue` gives it. */
export function renderField(
  field: FieldInfo,
  value: StoredValue,
  issue: StoredIssue,
  { book, project, zone }: Viewing,
): unknown {
  if (value === null) return null;
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  const id = String(value);
  const self = (path: string): string => `${book.restBase}/rest/api/3/${path}`;
  const option = (one: string): unknown => ({
    self: self(`customFieldOption/${one}`),
    value: field.custom?.options?.find((given) => given.id === one)?.value ?? one,
    id: one,
  });
  switch (field.kind) {
    case 'text':
    case 'textarea':
    case 'number':
    case 'date':
    case 'labels':
    case 'project':
      return value;
    case 'datetime':
      return jiraDate(Number(value), zone);
    case 'user':
      return renderUser(book, id);
    case 'multi-user':
    case 'participants':
      return list.map((one) => renderUser(book, one));
    case 'select':
      return option(id);
    case 'multi-select':
      return list.map(option);
    case 'status': {
      const status = book.status(id);
      return status ? renderStatus(book, status) : null;
    }
    case 'priority': {
      const priority = book.priorities.find((one) => one.id === id);
      return priority ? renderPriority(book, priority) : null;
    }
    case 'resolution': {
      const resolution = book.resolutions.find((one) => one.id === id);
      return resolution ? renderResolution(book, resolution) : null;
    }
    case 'issuetype':
      return renderIssueType(book, project, id);
    case 'security': {
      const level = project.securityLevels?.find((one) => one.id === id);
      return level ? renderSecurityLevel(book, level) : null;
    }
    case 'satisfaction':
      return { rating: value };
    case 'components':
      return list.map((one) => ({
        self: self(`component/${one}`),
        id: one,
        name: project.components.find((given) => given.id === one)?.name ?? one,
      }));
    case 'organizations':
      return list.map((one) => ({
        id: one,
        name: book.organization(one)?.name ?? one,
        _links: { self: `${book.restBase}/rest/servicedeskapi/organization/${one}` },
      }));
    case 'request-type':
      return renderCustomerRequest(id, issue, { book, project, zone });
  }
}

function renderCustomerRequest(id: string, issue: StoredIssue, { book, project, zone }: Viewing): unknown {
  const rest = `${book.restBase}/rest/servicedeskapi/request/${issue.id}`;
  const portal = `${book.siteUrl}/servicedesk/customer/portal/${serviceDeskId(project)}/${issue.key}`;
  return {
    _links: {
      jiraRest: `${book.restBase}/rest/api/2/issue/${issue.id}`,
      web: portal,
      self: rest,
      agent: `${book.siteUrl}/browse/${issue.key}`,
    },
    requestType: renderRequestType(book, project, id),
    currentStatus: renderRequestStatus(book, issue, zone),
  };
}
