import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState, type FormEvent } from 'react';
import type { DashboardView, NewDashboard } from '../api';
import { useFlags } from './flags';
import { go, Link } from './route';
import { ask, useServer } from './server';
import { Waiting } from './waiting';

interface Choice {
  readonly label: string;
  readonly value: NewDashboard['holds'];
}

const kinds: readonly Choice[] = [
  { label: 'Gadgets (classic)', value: 'jira:dashboardGadget' },
  { label: 'Widgets (upgraded)', value: 'dashboards:widget' },
];

/** All dashboards of the site, and a form for one more. */
export function DashboardsPage() {
  const boards = useServer<readonly DashboardView[]>('/dashboards');
  useEffect(() => {
    document.title = 'Dashboards - Local Jira';
  }, []);
  return (
    <>
      <div className="page-head">
        <Heading size="large" as="h1">
          Dashboards
        </Heading>
      </div>
      {!boards.data &&
        (boards.fault ? <p>{boards.fault.message}</p> : <Waiting label="Loading the dashboards" />)}
      <ul className="plain-list" aria-label="Dashboards">
        {boards.data?.map(({ id, name, holds, gadgets }) => (
          <li key={id}>
            <Link href={`/dashboards/${id}`}>{name}</Link>
            <span className="quiet">
              {gadgets.length} {holds === 'dashboards:widget' ? 'widgets' : 'gadgets'}
            </span>
          </li>
        ))}
      </ul>
      <NewDashboardForm />
    </>
  );
}

function NewDashboardForm() {
  const flags = useFlags();
  const [name, setName] = useState('');
  const [kind, setKind] = useState(kinds[0]);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!kind) return;
    try {
      const body: NewDashboard = { name, holds: kind.value };
      go(`/dashboards/${(await ask<DashboardView>('/dashboards', { method: 'POST', body })).id}`);
    } catch (fault) {
      flags.show({ id: 'dashboards', title: (fault as Error).message, type: 'error' });
    }
  };
  return (
    <form className="link-form" onSubmit={(event) => void create(event)}>
      <div className="filter">
        <label htmlFor="dashboard-name">Name of a new dashboard</label>
        <Textfield
          id="dashboard-name"
          isCompact
          isRequired
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <div className="filter">
        <label htmlFor="dashboard-kind">It holds</label>
        <Select<Choice>
          inputId="dashboard-kind"
          spacing="compact"
          isSearchable={false}
          options={kinds}
          value={kind}
          onChange={(chosen) => chosen && setKind(chosen)}
        />
      </div>
      <Button type="submit">Create dashboard</Button>
    </form>
  );
}
