import type { FrameHistory } from './frame-history';
import type { ColorMode } from './frame-messages';

/** What the commands of the bridge need from the page around the frame. */
export interface FramePage {
  context(): Promise<Readonly<Record<string, unknown>>>;
  invoke(call: { functionKey: string; payload?: unknown }): Promise<unknown>;
  colorMode(): ColorMode;
  showFlag(flag: FlagRequest): void;
  closeFlag(id: string): void;
  /** A path of this site or an address elsewhere. */
  go(url: string, inNewTab: boolean): void;
  /** Draws the page around the frame anew. */
  refresh(): void;
  /** Loads the frame anew. */
  reload(): void;
  setTitle(title: string): void;
  openModal(request: ModalRequest): void;
  /** Closes the modal this frame stands in; false when it stands in none. */
  closeModal(payload: unknown): boolean;
  /** Takes what the edit view of a gadget submits; false when this frame is none. */
  submit(payload: unknown): Promise<boolean>;
  /** What the edit view of a widget talks to; null when this frame is none. */
  widgetEdit(): WidgetEdit | null;
  /** Runs `callback` when the modal this frame stands in is closed; false when it stands in none. */
  onClose(callback: () => Promise<void>): boolean;
  /** The steps within the frame's own page; null where Jira gives a module no address of its own. */
  openHistory(): FrameHistory | null;
  /** Events of the app between its frames, and Jira's own. */
  readonly events: FrameEvents;
  readonly frameId: string;
}

export interface FrameEvents {
  emit(event: string, payload: unknown): void;
  /** Returns the way to stop. */
  on(event: string, callback: (payload: unknown) => void): () => void;
}

/** The saving of a widget is the dashboard's; the app says what is saved. */
export interface WidgetEdit {
  updateConfig(configuration: unknown): void;
  /** Asked before it is saved: what is to be saved, or null to save nothing. */
  onProductSave(callback: (configuration: unknown) => unknown): void;
  onSave(callback: (configuration: unknown, widgetId: string) => unknown): void;
  onSaveError(callback: (error: { readonly message: string }) => unknown): void;
}

export interface FlagRequest {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss?: boolean;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
}

export interface ModalRequest {
  /** Key of a resource in the manifest; null = the frame's own. */
  readonly resource: string | null;
  readonly onClose: (payload?: unknown) => void;
  readonly size: string | { readonly width: string; readonly height?: string };
  readonly context: Readonly<Record<string, unknown>>;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly title: string;
}

interface ProductRequest {
  readonly product: string;
  readonly restPath: string;
  readonly fetchRequestInit: {
    readonly method?: string;
    readonly body?: BodyInit | null;
    readonly headers?: [string, string][];
  };
}

interface Place {
  readonly url?: string;
  readonly target?: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
  readonly moduleKey?: string;
  /** Within the page of a module. */
  readonly path?: string;
  readonly dashboardId?: string;
  readonly type?: 'same-tab' | 'new-tab';
}

/** Answers one call of `@forge/bridge` as Jira does; rejects for a command this host does not have. */
export async function answerCommand(page: FramePage, command: string, data: unknown): Promise<unknown> {
  switch (command) {
    case 'invoke':
      return invoke(
        page,
        data as Parameters<FramePage['invoke']>[0] & { invokeType?: string; metadata?: object },
      );
    case 'getContext':
      return page.context();
    case 'fetchProduct':
      return fetchProduct(data as ProductRequest);
    case 'enableTheming':
      return page.colorMode();
    case 'showFlag':
      return page.showFlag(data as FlagRequest);
    case 'closeFlag':
      return page.closeFlag((data as { id: string }).id);
    case 'navigate':
      return page.go(addressOf(data as Place), (data as Place).type === 'new-tab');
    case 'getUrl':
      return new URL(addressOf(data as Place), location.origin).href;
    case 'openModal':
      return page.openModal(data as ModalRequest);
    case 'close':
      return page.closeModal(data);
    case 'submit':
      return (await page.submit(data)) || page.closeModal(data);
    case 'getWidgetEditApi': {
      const edit = page.widgetEdit();
      if (!edit) throw new Error('Only the edit view of a widget has an edit API.');
      return edit;
    }
    case 'onClose':
      return page.onClose(data as () => Promise<void>);
    // Opens what a module shows only on demand; none of those here does.
    case 'open':
      return false;
    case 'createHistory': {
      const history = page.openHistory();
      if (!history) throw new Error('Only a page of an app has a history, not a module on a page of Jira.');
      return history;
    }
    case 'refresh':
    case 'refreshIssueView':
      return page.refresh();
    case 'reload':
      return page.reload();
    case 'changeWindowTitle':
      return page.setTitle(data as string);
    case 'emit':
    case 'emitPublic':
      return page.events.emit((data as { event: string }).event, (data as { payload?: unknown }).payload);
    case 'on':
    case 'onPublic': {
      const { event, callback } = data as { event: string; callback: (payload: unknown) => void };
      return { unsubscribe: page.events.on(event, callback) };
    }
    case 'getFrameId':
      return page.frameId;
    case 'emitReadyEvent':
      return undefined;
    case 'isRovoEnabled':
      return false;
    default:
      throw new Error(`The local Jira has no bridge command "${command}".`);
  }
}

async function invoke(
  page: FramePage,
  {
    functionKey,
    payload,
    invokeType,
    metadata,
  }: Parameters<FramePage['invoke']>[0] & { invokeType?: string; metadata?: object },
): Promise<unknown> {
  if (invokeType !== undefined) throw new Error('The local Jira calls no remotes: the app has none.');
  const body = await page.invoke({ functionKey, payload });
  return metadata === undefined ? body : { body, metadata: { rateLimitProperties: {} } };
}

async function fetchProduct({ product, restPath, fetchRequestInit: init }: ProductRequest): Promise<unknown> {
  if (product !== 'jira') throw new Error(`The local site has no product "${product}", only jira.`);
  if (!restPath.startsWith('/rest/')) throw new Error(`requestJira reaches /rest/ only, not ${restPath}.`);
  const response = await fetch(restPath, {
    method: init.method ?? 'GET',
    body: init.body ?? null,
    headers: init.headers ?? [],
  });
  return {
    body: await response.text(),
    headers: Object.fromEntries(response.headers),
    status: response.status,
    statusText: response.statusText,
  };
}

function addressOf(place: Place): string {
  if (place.url !== undefined) return place.url;
  if (place.target === 'issue' && place.issueKey) return `/browse/${encodeURIComponent(place.issueKey)}`;
  if (place.target === 'projectSettingsDetails' && place.projectKey) {
    return `/projects/${encodeURIComponent(place.projectKey)}/settings`;
  }
  if (place.target === 'module' && place.projectKey && place.moduleKey) {
    const page = `/projects/${encodeURIComponent(place.projectKey)}/apps/${encodeURIComponent(place.moduleKey)}`;
    return `${page}${place.path ?? ''}`;
  }
  if (place.target === 'dashboard' && place.dashboardId) {
    return `/dashboards/${encodeURIComponent(place.dashboardId)}`;
  }
  throw new Error(`The local Jira cannot navigate to the target "${place.target}".`);
}
