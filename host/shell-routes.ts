import express, { Router, type Request } from 'express';
import { administers, roleName, seesProject } from './abilities';
import { firstPanel, uiKinds, type AppManifest, type UiKind } from './app-manifest';
import type { ClockControl } from './clock-control';
import type { ForgeHost, ResolverCall } from './contract';
import type { DashboardBook } from './dashboard-book';
import { dashboardRoutes } from './dashboard-routes';
import type { EventStream } from './event-stream';
import { listIssues } from './issue-list';
import type { IssueReader } from './issue-reader';
import type { LocalJira } from './jira/local-jira-api';
import type { SiteUser } from './jira/site-data';
import type { StoredIssue } from './jira/stored-issue';
import { LINK_WAYS } from './link-kinds';
import { nextChangeOf, nextChangeOfAny, type Boundary } from './next-boundary';
import { Refusal, sendFailure } from './refusal';
import { choosePerson, personOf } from './session';
import type {
  Abilities,
  ClockMove,
  ClockMoved,
  IssueEdit,
  IssueSort,
  ModuleView,
  NewAttachment,
  NewLink,
  PersonView,
  SessionView,
  StatusCategory,
} from './shell/api';

export interface ShellParts {
  readonly jira: LocalJira;
  readonly forge: ForgeHost;
  readonly reader: IssueReader;
  readonly manifest: AppManifest;
  readonly dashboards: DashboardBook;
  readonly clock: ClockControl;
  readonly events: EventStream;
}

/** Forge's limit on what a page sends to a resolver. */
const invokeLimit = 500 * 1024;

/** What the shell asks of the server: `host/shell/api.ts` says the shapes. */
export function shellRoutes(parts: ShellParts): Router {
  const { jira, forge, reader, manifest, dashboards, clock, events } = parts;
  const router = Router();
  router.use(express.json({ limit: '6mb' }));
  router.get('/events', events.open);

  router.post('/session', (request, response) => {
    const { accountId } = request.body as { accountId?: string };
    const user = jira.accounts().find((one) => one.accountId === accountId);
    if (!user) throw new Refusal(404, `There is no account ${accountId}.`);
    choosePerson(response, user);
    response.json(sessionOf(user));
  });
  router.get('/session', (request, response) => void response.json(sessionOf(viewer(request))));

  router.get('/clock', (_request, response) => void response.json(clock.view()));
  router.post('/clock', async (request, response) => {
    response.json(await moveClock(request.body as ClockMove, viewer(request)));
  });

  router.get('/issues', (request, response) => {
    const { project, category, text, assignee, sla, sort, page } = request.query as Record<
      string,
      string | undefined
    >;
    response.json(
      listIssues(jira.issues(), reader, viewer(request), {
        project: project ?? null,
        category: (category as StatusCategory | 'open' | undefined) ?? null,
        text: text ?? '',
        assignee: (['me', 'nobody'] as const).find((one) => one === assignee) ?? null,
        sla: sla ?? null,
        sort:
          (['updated', 'priority', 'breach'] as const).find((one) => one === sort) ??
          ('created' satisfies IssueSort),
        page: Number(page) || 1,
      }),
    );
  });
  router.get('/issues/:key', (request, response) => {
    const user = viewer(request);
    const { issue, may } = visible(request, user);
    response.json(reader.view(issue, user, may));
  });
  router.post('/issues/:key/comments', (request, response) => {
    const user = viewer(request);
    const { issue, may } = visible(request, user);
    const { text, internal } = request.body as { text?: unknown; internal?: unknown };
    if (typeof text !== 'string' || text.trim() === '') throw new Refusal(400, 'Write something first.');
    if (internal === true ? !may.commentInternally : !may.comment)
      throw new Refusal(403, 'You may not comment here.');
    jira.comment(issue.key, { by: user.accountId, text: text.trim(), internal: internal === true });
    response.json(reader.view(jira.issue(issue.key), user, may));
  });
  router.post('/issues/:key/transitions', (request, response) => {
    const user = viewer(request);
    const { issue, may } = visible(request, user);
    const { id } = request.body as { id?: string };
    const step = reader.view(issue, user, may).transitions.find((one) => one.id === id);
    if (!step) throw new Refusal(400, 'This step is not open from the present status.');
    const { resolution } =
      reader.projectOf(issue).workflow.transitions.find((one) => one.id === step.id) ?? {};
    jira.transition(issue.key, { by: user.accountId, to: step.to.id, ...(resolution ? { resolution } : {}) });
    response.json(reader.view(jira.issue(issue.key), user, may));
  });
  router.patch('/issues/:key', (request, response) => {
    const user = viewer(request);
    const { issue, may } = visible(request, user);
    if (!may.edit) throw new Refusal(403, 'You may not edit this issue.');
    const { assignee, priority, labels } = request.body as IssueEdit;
    const fields = {
      ...(assignee === undefined ? {} : { assignee }),
      ...(priority === undefined ? {} : { priority }),
      ...(labels === undefined ? {} : { labels }),
    };
    jira.edit(issue.key, { by: user.accountId, fields });
    response.json(reader.view(jira.issue(issue.key), user, may));
  });

  router.post('/issues/:key/links', (request, response) => {
    const user = viewer(request);
    const { issue, may } = visible(request, user);
    if (!may.edit) throw new Refusal(403, 'You may not link this ticket.');
    const { kind, to } = request.body as Partial<NewLink>;
    const way = LINK_WAYS.find(({ id }) => id === kind);
    if (!way) throw new Refusal(400, 'Choose how the tickets are linked.');
    const other = shared(String(to ?? '').trim(), user)?.issue;
    if (!other)
      throw new Refusal(404, `There is no ticket ${String(to ?? '')}, or it is not shared with you.`);
    if (other.id === issue.id) throw new Refusal(400, 'A ticket cannot be linked to itself.');
    const [from, goal] = way.outward ? [issue, other] : [other, issue];
    jira.link(from.key, { by: user.accountId, to: goal.key, type: way.typeName });
    response.json(reader.view(jira.issue(issue.key), user, may));
  });
  router.delete('/issues/:key/links/:id', (request, response) => {
    const user = viewer(request);
    const { issue, may } = visible(request, user);
    if (!may.edit) throw new Refusal(403, 'You may not remove links of this ticket.');
    const id = String(request.params['id']);
    if (!reader.view(issue, user, may).links.some((link) => link.id === id))
      throw new Refusal(404, 'This link is gone already.');
    jira.unlink(id, { by: user.accountId });
    response.json(reader.view(jira.issue(issue.key), user, may));
  });
  router.post('/issues/:key/attachments', (request, response) => {
    const user = viewer(request);
    const { issue, may } = visible(request, user);
    if (!may.attach) throw new Refusal(403, 'You may not attach files here.');
    const { fileName, mimeType, size } = request.body as Partial<NewAttachment>;
    if (typeof fileName !== 'string' || fileName === '') throw new Refusal(400, 'The file has no name.');
    jira.attach(issue.key, {
      by: user.accountId,
      fileName,
      ...(mimeType ? { mimeType } : {}),
      size: typeof size === 'number' && size >= 0 ? size : 0,
    });
    response.json(reader.view(jira.issue(issue.key), user, may));
  });

  router.use('/dashboards', dashboardRoutes({ book: dashboards, modules: manifest.modules, viewer }));

  router.post('/invoke', async (request, response) => {
    const user = viewer(request);
    const { moduleKey, functionKey, payload, extension } = request.body as InvokeBody;
    if (JSON.stringify(payload ?? null).length > invokeLimit) {
      throw new Refusal(413, 'Invoke payload is larger than the limit of 500 KB.');
    }
    const accountType = user.accountType === 'customer' ? 'customer' : 'licensed';
    const call = {
      moduleKey,
      functionKey,
      payload,
      accountId: user.accountId,
      accountType,
      extension,
    } as const;
    response.json({ value: (await forge.invoke(call)) ?? null });
  });
  router.use(
    (request, response) => void response.status(404).json({ message: `Nothing answers ${request.path}.` }),
  );
  router.use(sendFailure);
  return router;

  function viewer(request: Request): SiteUser {
    const user = personOf(request, jira);
    if (!user) throw new Refusal(401, 'Nobody is chosen. Open the start page first.');
    return user;
  }

  /** An issue that does not exist and one that is not for this person look the same. */
  function visible(request: Request, user: SiteUser): { issue: StoredIssue; may: Abilities } {
    const key = String(request.params['key']);
    const found = shared(key, user);
    if (!found) throw new Refusal(404, `There is no issue ${key}, or it is not shared with you.`);
    return found;
  }

  function shared(key: string, user: SiteUser): { issue: StoredIssue; may: Abilities } | null {
    const wanted = key.toUpperCase();
    const issue = jira.issues().find((one) => one.key === wanted || one.formerKeys.includes(wanted));
    const may = issue ? reader.abilities(issue, user) : null;
    return issue && may ? { issue, may } : null;
  }

  function sessionOf(user: SiteUser): SessionView {
    const projects = jira.projects().filter((project) => seesProject(project, user));
    const site = reader.book;
    return {
      siteName: new URL(site.siteUrl).hostname,
      siteUrl: site.siteUrl,
      cloudId: site.cloudId,
      user: personView(user),
      people: jira
        .accounts()
        .filter(({ accountType }) => accountType !== 'app')
        .map(personView)
        .sort(staffFirst),
      projects: projects.map((project) => ({
        id: project.id,
        key: project.key,
        name: project.name,
        type: project.type,
        mayAdminister: administers(project, user),
      })),
      modules: Object.fromEntries(uiKinds.map((kind) => [kind, modulesFor(kind, user)])) as Record<
        UiKind,
        readonly ModuleView[]
      >,
      clock: clock.view(),
    };
  }

  /** Customers get only what the manifest opens to them. */
  function modulesFor(kind: UiKind, user: SiteUser): readonly ModuleView[] {
    const open = manifest.modules.filter(
      (module) =>
        module.kind === kind &&
        (user.accountType !== 'customer' || module.unlicensedAccess.includes('customer')),
    );
    return open.map(({ key, title, description, icon, pages, titled, editResource, refreshable }) => ({
      moduleKey: key,
      title,
      description,
      icon: iconAddress(icon),
      pages,
      titled,
      editable: editResource !== null,
      refreshable,
    }));
  }

  function personView(user: SiteUser): PersonView {
    return {
      accountId: user.accountId,
      name: user.displayName,
      roleName: roleName(user, jira.projects()),
      isCustomer: user.accountType === 'customer',
      projectKeys: jira
        .projects()
        .filter((project) => seesProject(project, user))
        .map(({ key }) => key),
      timeZone: reader.book.zoneOf(user.accountId),
    };
  }

  async function moveClock(move: ClockMove, user: SiteUser): Promise<ClockMoved> {
    const busy = new Refusal(409, 'The clock is being moved already.');
    const jump = async (to: number, issueKey: string | null): Promise<ClockMoved> => {
      if (!(await clock.jumpTo(to))) throw busy;
      return { to, issueKey };
    };
    switch (move.action) {
      case 'run':
      case 'pause':
        if (!clock.setRunning(move.action === 'run')) throw busy;
        return { to: clock.view().now, issueKey: null };
      case 'advance':
        return jump(clock.view().now + advance(move.byMs), null);
      case 'next-boundary': {
        const goal = await boundary(move.issueKey, user);
        return goal ? jump(goal.at, goal.issueKey) : { to: null, issueKey: null };
      }
      default:
        throw new Refusal(400, 'The clock runs, pauses, advances or goes to the next boundary.');
    }
  }

  async function boundary(issueKey: string | undefined, user: SiteUser): Promise<Boundary | null> {
    const { now } = clock.view();
    const panel = firstPanel(manifest);
    if (!panel) return null;
    const callOn = (issue: StoredIssue): ResolverCall => ({
      moduleKey: panel.key,
      functionKey: 'readIssuePanel',
      accountId: askerOn(issue, user),
      accountType: 'licensed',
      extension: reader.panelExtension(issue),
    });
    const shown = jira.issues().filter((issue) => reader.abilities(issue, user) !== null);
    if (issueKey === undefined) return nextChangeOfAny(shown, forge, callOn, now);
    const issue = shown.find(({ key }) => key === issueKey);
    return issue ? nextChangeOf(issue, forge, callOn, now) : null;
  }

  /** The panel answers those who work in Jira: a customer's clock asks it as somebody of the project's staff. */
  function askerOn(issue: StoredIssue, user: SiteUser): string {
    if (user.accountType !== 'customer') return user.accountId;
    const { agent, admin } = reader.projectOf(issue).roles;
    return agent[0] ?? admin[0] ?? user.accountId;
  }
}

interface InvokeBody {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload?: unknown;
  readonly extension: Readonly<Record<string, unknown>>;
}

function advance(byMs: unknown): number {
  if (typeof byMs === 'number' && Number.isInteger(byMs) && byMs >= 0) return byMs;
  throw new Refusal(400, 'The clock moves forward by a whole number of milliseconds.');
}

function staffFirst(a: PersonView, b: PersonView): number {
  return Number(a.isCustomer) - Number(b.isCustomer);
}

/** `resource:icons;accord.svg` -> where that file is served. */
function iconAddress(icon: string | null): string | null {
  const file = /^resource:([^;]+);(.+)$/.exec(icon ?? '');
  return file ? `/app-resource/${file[1]}/${file[2]}` : null;
}
