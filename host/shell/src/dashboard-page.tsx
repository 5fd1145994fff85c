import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { useEffect, useMemo, useState } from 'react';
import { gadgetsIn } from '../../dashboard-book';
import type { DashboardChange, DashboardView, GadgetPlace } from '../api';
import { AddGadget } from './add-gadget';
import { DashboardGadget } from './dashboard-gadget';
import { useFlags } from './flags';
import { createFrameEvents } from './frame-events';
import { Link } from './route';
import { ask, useServer, type Write } from './server';
import { useSession } from './session';
import { Waiting } from './waiting';

const widths = [
  { columns: 1, text: 'One column' },
  { columns: 2, text: 'Two columns' },
  { columns: 3, text: 'Three columns' },
] as const;

/** One dashboard with the app's gadgets, each in its own frame. */
export function DashboardPage({ dashboardId }: { dashboardId: string }) {
  const path = `/dashboards/${encodeURIComponent(dashboardId)}`;
  const { data: board, fault, put } = useServer<DashboardView>(path);
  const { modules } = useSession();
  const flags = useFlags();
  const events = useMemo(createFrameEvents, []);
  const [adding, setAdding] = useState(false);
  const [turn, setTurn] = useState(0);
  const name = board?.name ?? 'Dashboard';
  useEffect(() => {
    document.title = `${name} - Local Jira`;
  }, [name]);
  if (!board) {
    return fault ? (
      <EmptyState headingLevel={1} header="There is no such dashboard" description={fault.message} />
    ) : (
      <Waiting label="Loading the dashboard" />
    );
  }
  const change = async (at: string, write: Write): Promise<boolean> => {
    try {
      put(await ask<DashboardView>(`${path}${at}`, write));
      return true;
    } catch (refused) {
      flags.show({ id: 'dashboard', title: (refused as Error).message, type: 'error' });
      return false;
    }
  };
  const shown = modules[board.holds];
  const one = (gadget: GadgetPlace) => {
    const module = shown.find(({ moduleKey }) => moduleKey === gadget.moduleKey);
    const at = `/gadgets/${encodeURIComponent(gadget.id)}`;
    return (
      <DashboardGadget
        key={`${gadget.id} ${module?.refreshable ? turn : ''}`}
        board={board}
        gadget={gadget}
        module={module ?? null}
        events={events}
        onConfigured={(configuration) => change(at, { method: 'PUT', body: { configuration } })}
        onRemove={() => void change(at, { method: 'DELETE' })}
      />
    );
  };
  return (
    <>
      <div className="page-head dashboard-head">
        <Heading size="large" as="h1">
          {board.name}
        </Heading>
        <Link href="/dashboards">All dashboards</Link>
        <div className="spacer" />
        <div role="group" aria-label="Columns" className="dashboard-columns-choice">
          {widths.map(({ columns, text }) => (
            <Button
              key={columns}
              appearance="subtle"
              isSelected={board.columns === columns}
              onClick={() =>
                void change('', { method: 'PATCH', body: { columns } satisfies DashboardChange })
              }
            >
              {text}
            </Button>
          ))}
        </div>
        <Button
          onClick={() => {
            events.emit('JIRA_DASHBOARD_GADGET_REFRESH', { origin: 'dashboard' });
            setTurn((count) => count + 1);
          }}
        >
          Refresh all
        </Button>
        <Button appearance="primary" onClick={() => setAdding(true)}>
          {board.holds === 'dashboards:widget' ? 'Add widget' : 'Add gadget'}
        </Button>
      </div>
      {board.gadgets.length === 0 && <p className="quiet">Nothing is on this dashboard yet.</p>}
      <div className={`dashboard dashboard-${board.columns}`}>
        {Array.from({ length: board.columns }, (_, column) => (
          <div key={column} className="dashboard-column">
            {gadgetsIn(board, column).map(one)}
          </div>
        ))}
      </div>
      <AddGadget
        modules={shown}
        holds={board.holds}
        isOpen={adding}
        onClose={() => setAdding(false)}
        onAdd={(moduleKey) => {
          setAdding(false);
          void change('/gadgets', { method: 'POST', body: { moduleKey } });
        }}
      />
    </>
  );
}
