import Button, { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CrossIcon from '@atlaskit/icon/core/cross';
import EditIcon from '@atlaskit/icon/core/edit';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useRef, useState } from 'react';
import type { FrameEvents } from '../../bridge/bridge-commands';
import type { DashboardView, GadgetPlace, ModuleView } from '../api';
import { ModuleFrame } from './module-frame';
import { WidgetSession } from './widget-session';

interface DashboardGadgetProps {
  readonly board: DashboardView;
  readonly gadget: GadgetPlace;
  /** null = the app no longer has it, or not for this person. */
  readonly module: ModuleView | null;
  readonly events: FrameEvents;
  readonly onConfigured: (configuration: unknown) => Promise<boolean>;
  readonly onRemove: () => void;
}

/** One gadget or widget on a dashboard. One that was never configured opens in its edit view. */
export function DashboardGadget(props: DashboardGadgetProps) {
  const { board, gadget, module, events, onConfigured, onRemove } = props;
  const [editing, setEditing] = useState(module?.editable === true && gadget.configuration === null);
  const [turn, setTurn] = useState(0);
  const holder = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState(() => new WidgetSession(gadget.configuration));
  const edit = (): void => {
    setSession(new WidgetSession(gadget.configuration));
    setEditing(true);
  };
  const title = module?.title ?? 'Gadget';
  const isWidget = board.holds === 'dashboards:widget';
  const submit = async (configuration: unknown): Promise<boolean> => {
    if (!(await onConfigured(configuration))) return false;
    setEditing(false);
    setTurn((count) => count + 1);
    return true;
  };
  const save = async (): Promise<void> => {
    const configuration = await session.toSave();
    if (configuration === null) return setEditing(false);
    if (await submit(configuration)) session.saved(configuration, gadget.id);
    else session.failed('The dashboard could not be saved.');
  };
  const refresh = (): void => {
    if (module?.refreshable) setTurn((count) => count + 1);
    else
      events.emit('JIRA_DASHBOARD_GADGET_REFRESH', {
        origin: 'gadget',
        gadgetId: gadget.id,
      });
  };
  const entry = editing ? ({ entryPoint: 'edit' } as const) : {};
  const width = holder.current?.clientWidth ?? 0;
  const extension = isWidget
    ? ({
        type: 'dashboards:widget',
        config: gadget.configuration ?? undefined,
        context: { dashboardId: board.id, widgetId: gadget.id },
        layout: { width, height: holder.current?.clientHeight ?? 0, columnSpan: 12 / board.columns },
        ...entry,
      } as const)
    : ({
        type: 'jira:dashboardGadget',
        gadgetConfiguration: gadget.configuration ?? {},
        dashboard: { id: board.id },
        gadget: { id: gadget.id },
        ...entry,
      } as const);
  return (
    <section className="panel gadget" aria-labelledby={`gadget-${gadget.id}`} ref={holder}>
      <div className="panel-head" id={`gadget-${gadget.id}`}>
        <Heading size="small" as="h2">
          {title}
        </Heading>
        <div className="spacer" />
        {module && !editing && (
          <>
            <IconButton
              icon={RefreshIcon}
              label={`Refresh ${title}`}
              appearance="subtle"
              spacing="compact"
              onClick={refresh}
            />
            {module.editable && (
              <IconButton
                icon={EditIcon}
                label={`Configure ${title}`}
                appearance="subtle"
                spacing="compact"
                onClick={edit}
              />
            )}
          </>
        )}
        <IconButton
          icon={CrossIcon}
          label={`Remove ${title}`}
          appearance="subtle"
          spacing="compact"
          onClick={onRemove}
        />
      </div>
      {module ? (
        <ModuleFrame
          key={`${editing} ${turn}`}
          module={module}
          extension={extension}
          subject={gadget.id}
          events={events}
          onRefresh={() => setTurn((count) => count + 1)}
          {...(editing
            ? {
                edit: isWidget
                  ? ({ kind: 'widget', api: session.api } as const)
                  : ({ kind: 'gadget', submit } as const),
              }
            : {})}
        />
      ) : (
        <p className="app-frame">The app does not offer this to you.</p>
      )}
      {editing && isWidget && (
        <div className="buttons app-frame">
          <Button appearance="primary" onClick={() => void save()}>
            Save widget
          </Button>
          <Button appearance="subtle" onClick={() => setEditing(false)}>
            Cancel
          </Button>
        </div>
      )}
    </section>
  );
}
