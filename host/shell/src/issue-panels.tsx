import Heading from '@atlaskit/heading';
import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useEffect, useMemo, useState } from 'react';
import type { IssueView, PanelView } from '../api';
import type { ModalRequest } from '../../bridge/bridge-commands';
import { AppFrame, type FramePageParts } from './app-frame';
import { useFlags } from './flags';
import { createFrameEvents } from './frame-events';
import { go } from './route';
import { onServerEvent } from './server-events';
import { ask } from './server';
import { useSession } from './session';
import { useTheme } from './theme';

/** Every issue panel of the app, each in its own frame. */
export function IssuePanels({ issue, onRefresh }: { issue: IssueView; onRefresh: () => void }) {
  const { panels } = useSession();
  const events = useMemo(createFrameEvents, []);
  const { id, project } = issue;
  useEffect(
    () =>
      onServerEvent('issue', ({ issueId }) => {
        if (issueId !== id) return;
        const changes = [{ changeType: 'updated' }];
        events.emit('JIRA_ISSUE_CHANGED', { issueId, projectId: project.id, changes });
      }),
    [events, id, project.id],
  );
  return panels.map((panel) => (
    <IssuePanel key={panel.moduleKey} panel={panel} issue={issue} events={events} onRefresh={onRefresh} />
  ));
}

interface PanelProps {
  readonly panel: PanelView;
  readonly issue: IssueView;
  readonly events: FramePageParts['events'];
  readonly onRefresh: () => void;
}

function IssuePanel({ panel, issue, events, onRefresh }: PanelProps) {
  const session = useSession();
  const flags = useFlags();
  const { colorMode } = useTheme();
  const [modal, setModal] = useState<ModalRequest | null>(null);
  const extension = {
    type: 'jira:issuePanel',
    issue: { id: issue.id, key: issue.key, type: issue.issueType, typeId: issue.issueTypeId },
    project: { id: issue.project.id, key: issue.project.key, type: issue.projectType },
    isNewToIssue: false,
    location: `${session.siteUrl}/browse/${issue.key}`,
  };
  const pageOf = (extra: object, closeModal: (payload: unknown) => boolean): FramePageParts => ({
    context: () =>
      Promise.resolve({
        accountId: session.user.accountId,
        cloudId: session.cloudId,
        environmentId: 'local',
        environmentType: 'DEVELOPMENT',
        extension: { ...extension, ...extra },
        localId: `ari:cloud:ecosystem::extension/local/${panel.moduleKey}/${issue.id}`,
        locale: 'en-GB',
        moduleKey: panel.moduleKey,
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
      const body = { moduleKey: panel.moduleKey, functionKey, payload, extension };
      return (await ask<{ value: unknown }>('/invoke', { method: 'POST', body })).value;
    },
    showFlag: flags.show,
    closeFlag: flags.close,
    go: (url, inNewTab) => {
      const inside = url.startsWith('/') || url.startsWith(location.origin);
      if (inNewTab || !inside) window.open(url, inNewTab ? '_blank' : '_self', 'noopener');
      else go(url);
    },
    refresh: onRefresh,
    setTitle: (title) => (document.title = title),
    openModal: setModal,
    closeModal,
    events,
  });
  const close = (payload?: unknown): boolean => {
    modal?.onClose(payload);
    setModal(null);
    return true;
  };
  return (
    <section className="panel" aria-labelledby={`panel-${panel.moduleKey}`}>
      <div className="panel-head" id={`panel-${panel.moduleKey}`}>
        {panel.icon && <img src={panel.icon} alt="" width={20} height={20} />}
        <Heading size="small" as="h2">
          {panel.title}
        </Heading>
      </div>
      <AppFrame path={`/app/${panel.moduleKey}/`} title={panel.title} page={pageOf({}, () => false)} />
      <ModalTransition>
        {modal && (
          <ModalDialog
            onClose={() => close()}
            width={typeof modal.size === 'string' ? modalWidth(modal.size) : modal.size.width}
            shouldCloseOnEscapePress={modal.closeOnEscape}
            shouldCloseOnOverlayClick={modal.closeOnOverlayClick}
          >
            <ModalHeader hasCloseButton>
              <ModalTitle>{modal.title || panel.title}</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <AppFrame
                path={
                  modal.resource === null ? `/app/${panel.moduleKey}/` : `/app-resource/${modal.resource}/`
                }
                title={modal.title || panel.title}
                page={pageOf({ modal: modal.context }, close)}
              />
            </ModalBody>
          </ModalDialog>
        )}
      </ModalTransition>
    </section>
  );
}

function modalWidth(size: string): string {
  if (size === 'max' || size === 'fullscreen') return '100%';
  return size === 'small' || size === 'large' || size === 'xlarge'
    ? size.replace('xlarge', 'x-large')
    : 'medium';
}
