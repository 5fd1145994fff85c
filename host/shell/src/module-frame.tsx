import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useRef, useState } from 'react';
import type { UiKind } from '../../app-manifest';
import type { ModuleView } from '../api';
import type { ModalRequest, WidgetEdit } from '../../bridge/bridge-commands';
import { AppFrame, type FramePageParts } from './app-frame';
import { useFlags } from './flags';
import { go } from './route';
import { ask } from './server';
import { useSession } from './session';
import { useTheme } from './theme';

interface ModuleFrameProps {
  readonly module: ModuleView;
  /** `context.extension`, as Jira gives it to a module of this kind. */
  readonly extension: { readonly type: UiKind } & Readonly<Record<string, unknown>>;
  /** What the module is drawn for (an issue, a project): it makes the frame's `localId`. */
  readonly subject: string;
  readonly events: FramePageParts['events'];
  /** Draws the page around the frame anew. */
  readonly onRefresh: () => void;
  /** Absent: it shows what it has to show. */
  readonly edit?: EditPlace;
  /** The address whose further parts are the frame's own; absent = the module has no page of its own. */
  readonly historyBase?: string;
}

/** The configuration of a gadget or a widget is edited here. */
export type EditPlace =
  | { readonly kind: 'gadget'; readonly submit: (configuration: unknown) => Promise<boolean> }
  | { readonly kind: 'widget'; readonly api: WidgetEdit };

/** A module of the app in its frame, and the modals it opens. */
export function ModuleFrame({
  module,
  extension,
  subject,
  events,
  onRefresh,
  historyBase,
  edit,
}: ModuleFrameProps) {
  const session = useSession();
  const flags = useFlags();
  const { colorMode } = useTheme();
  const [modal, setModal] = useState<ModalRequest | null>(null);
  const closing = useRef<(() => Promise<void>)[]>([]);
  const { moduleKey, title } = module;
  const own = `/${edit ? 'app-edit' : 'app'}/${encodeURIComponent(moduleKey)}/`;

  const pageOf = (
    extra: object,
    modalParts: Pick<FramePageParts, 'closeModal' | 'onClose' | 'submit' | 'widgetEdit'>,
  ): FramePageParts => ({
    context: () =>
      Promise.resolve({
        accountId: session.user.accountId,
        cloudId: session.cloudId,
        environmentId: 'local',
        environmentType: 'DEVELOPMENT',
        extension: { ...extension, location: location.href, ...extra },
        localId: `ari:cloud:ecosystem::extension/local/${moduleKey}/${subject}`,
        locale: 'en-GB',
        moduleKey,
        siteUrl: session.siteUrl,
        theme: {
          colorMode,
          light: 'light',
          dark: 'dark',
          spacing: 'spacing',
          typography: 'typography',
          shape: 'shape',
        },
        surfaceColor: null,
        timezone: session.user.timeZone,
        userAccess: { enabled: false, hasAccess: true },
      }),
    invoke: async ({ functionKey, payload }) => {
      const body = { moduleKey, functionKey, payload, extension: { ...extension, location: location.href } };
      return (await ask<{ value: unknown }>('/invoke', { method: 'POST', body })).value;
    },
    showFlag: flags.show,
    closeFlag: flags.close,
    go: follow,
    refresh: onRefresh,
    setTitle: (text) => (document.title = text),
    openModal: (request) => {
      closing.current = [];
      setModal(request);
    },
    events,
    ...modalParts,
  });
  const close = (payload?: unknown): boolean => {
    for (const callback of closing.current.splice(0)) void callback();
    modal?.onClose(payload);
    setModal(null);
    return true;
  };
  const modalTitle = modal?.title || title;
  return (
    <>
      <AppFrame
        path={own}
        title={title}
        page={pageOf(
          {},
          {
            closeModal: () => false,
            onClose: () => false,
            submit: edit?.kind === 'gadget' ? edit.submit : noEdit.submit,
            widgetEdit: () => (edit?.kind === 'widget' ? edit.api : null),
          },
        )}
        historyBase={historyBase ?? null}
      />
      <ModalTransition>
        {modal && (
          <ModalDialog
            onClose={() => close()}
            width={typeof modal.size === 'string' ? modalWidth(modal.size) : modal.size.width}
            shouldCloseOnEscapePress={modal.closeOnEscape}
            shouldCloseOnOverlayClick={modal.closeOnOverlayClick}
          >
            <ModalHeader hasCloseButton>
              <ModalTitle>{modalTitle}</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <AppFrame
                path={modal.resource === null ? own : `/app-resource/${encodeURIComponent(modal.resource)}/`}
                title={modalTitle}
                page={pageOf(
                  { modal: modal.context },
                  {
                    closeModal: close,
                    onClose: (callback) => closing.current.push(callback) > 0,
                    ...noEdit,
                  },
                )}
              />
            </ModalBody>
          </ModalDialog>
        )}
      </ModalTransition>
    </>
  );
}

const noEdit = { submit: () => Promise.resolve(false), widgetEdit: () => null };

function follow(url: string, inNewTab: boolean): void {
  const target = new URL(url, location.href);
  if (inNewTab) window.open(target, '_blank', 'noopener');
  else if (target.origin !== location.origin) window.open(target, '_self', 'noopener');
  else go(`${target.pathname}${target.search}${target.hash}`);
}

function modalWidth(size: string): string {
  if (size === 'max' || size === 'fullscreen') return '100%';
  return size === 'small' || size === 'large' || size === 'xlarge'
    ? size.replace('xlarge', 'x-large')
    : 'medium';
}
