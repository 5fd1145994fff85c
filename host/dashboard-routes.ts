import { Router, type Request } from 'express';
import type { UiModule } from './app-manifest';
import {
  dashboardKinds,
  type Columns,
  type DashboardBook,
  type GadgetConfiguration,
  type SavedDashboard,
} from './dashboard-book';
import type { SiteUser } from './jira/site-data';
import { Refusal } from './refusal';
import type { DashboardChange, NewDashboard } from './shell/api';

export interface DashboardParts {
  readonly book: DashboardBook;
  readonly modules: readonly UiModule[];
  /** Throws where nobody is chosen. */
  readonly viewer: (request: Request) => SiteUser;
}

/** Dashboards and what is on them, for those who work in Jira; customers have none. */
export function dashboardRoutes({ book, modules, viewer }: DashboardParts): Router {
  const router = Router();
  router.use((request, _response, next) => {
    if (viewer(request).accountType === 'customer')
      throw new Refusal(403, 'Dashboards are not for customers.');
    next();
  });

  router.get('/', (_request, response) => void response.json(book.all()));
  router.post('/', (request, response) => {
    const { name, holds } = request.body as Partial<NewDashboard>;
    if (typeof name !== 'string' || name.trim() === '') throw new Refusal(400, 'Give the dashboard a name.');
    const kind = dashboardKinds.find((one) => one === holds);
    if (!kind) throw new Refusal(400, 'A dashboard holds gadgets or widgets.');
    response.json(book.create(name.trim(), kind));
  });
  router.get('/:id', (request, response) => void response.json(found(book.find(request.params.id))));
  router.patch('/:id', (request, response) => {
    const { columns } = request.body as Partial<DashboardChange>;
    if (![1, 2, 3].includes(columns ?? 0))
      throw new Refusal(400, 'A dashboard has one, two or three columns.');
    const change = { columns: columns as Columns };
    response.json(found(book.change(request.params.id, (board) => ({ ...board, ...change }))));
  });
  router.delete('/:id', (request, response) => {
    found(book.find(request.params.id));
    book.remove(request.params.id);
    response.json(book.all());
  });

  router.post('/:id/gadgets', (request, response) => {
    const { moduleKey } = request.body as { moduleKey?: unknown };
    const { holds } = found(book.find(request.params.id));
    const module = modules.find(({ key, kind }) => key === moduleKey && kind === holds);
    if (!module) throw new Refusal(400, 'This dashboard cannot hold that.');
    response.json(found(book.add(request.params.id, module.key)));
  });
  router.put('/:id/gadgets/:gadgetId', (request, response) => {
    const { configuration } = request.body as { configuration?: unknown };
    if (!isObject(configuration)) throw new Refusal(400, 'A configuration is an object.');
    response.json(changeGadget(request.params, (gadget) => [{ ...gadget, configuration }]));
  });
  router.delete('/:id/gadgets/:gadgetId', (request, response) => {
    response.json(changeGadget(request.params, () => []));
  });
  return router;

  function changeGadget(
    { id, gadgetId }: { readonly id: string; readonly gadgetId: string },
    to: (gadget: SavedDashboard['gadgets'][number]) => SavedDashboard['gadgets'],
  ): SavedDashboard {
    const board = found(book.find(id));
    if (!board.gadgets.some((gadget) => gadget.id === gadgetId))
      throw new Refusal(404, 'It is no longer on this dashboard.');
    return found(
      book.change(id, ({ gadgets, ...rest }) => ({
        ...rest,
        gadgets: gadgets.flatMap((gadget) => (gadget.id === gadgetId ? to(gadget) : [gadget])),
      })),
    );
  }
}

function found(dashboard: SavedDashboard | null): SavedDashboard {
  if (!dashboard) throw new Refusal(404, 'There is no such dashboard.');
  return dashboard;
}

function isObject(value: unknown): value is GadgetConfiguration {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
