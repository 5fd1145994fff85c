import { useState } from 'react';
import type { Failure } from '../../src/contract';
import type { Approval, ProjectSettings } from '../../src/contract/agreement';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { flag } from '../ui/flag';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { ProblemList } from '../ui/problem-list';
import { Refused, type RefusalWords } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { Page } from './page';
import { PortalVisibility } from './portal-visibility';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: { title: 'Settings are for project admins', text: 'Ask one of them.' },
  failed: 'The settings could not be loaded',
};

/** How agreements of this project are approved, and what customers see. */
export function SettingsPage() {
  const { answer, again, put } = useAnswer('readSettings', undefined);
  return (
    <Page title="Settings">
      {answer.kind === 'loading' && <Loading label="Loading settings" />}
      {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
      {answer.kind === 'shown' && <SettingsForm settings={answer.value} onSaved={put} />}
    </Page>
  );
}

const approvals: readonly (readonly [Approval, string, string])[] = [
  [
    'both',
    'Both parties sign',
    'A version is in force once a representative of the provider and one of the customer have signed it. Exclusions need both, too. Each side has to name at least one representative with an account.',
  ],
  [
    'provider',
    'The provider’s approval is enough',
    'The provider alone puts versions and exclusions in force; the customer signs nothing. Agreements that the customer has signed go on taking both signatures. Agreements, the portal and reports say so plainly. Where the provider has no representative, a project admin approves.',
  ],
];

/** The same settings in another order are the same. */
const same = (a: ProjectSettings, b: ProjectSettings): boolean =>
  a.approval === b.approval && [...a.hiddenInPortal].sort().join() === [...b.hiddenInPortal].sort().join();

interface FormProps {
  readonly settings: ProjectSettings;
  readonly onSaved: (settings: ProjectSettings) => void;
}

function SettingsForm({ settings, onSaved }: FormProps) {
  const [edited, setEdited] = useState(settings);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** What somebody else has saved meanwhile. */
  const [theirs, setTheirs] = useState<ProjectSettings | null>(null);
  const changed = !same(edited, settings);
  const show = (saved: ProjectSettings): void => {
    setEdited(saved);
    setTheirs(null);
    onSaved(saved);
  };

  const save = async (next: ProjectSettings, undoable: ProjectSettings | null): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setTheirs(null);
    const result = await call('saveSettings', { settings: next });
    if (!result.ok && result.code === 'conflict') {
      const read = await call('readSettings', undefined);
      setBusy(false);
      if (read.ok) setTheirs(read.value);
      else setFailure(read);
      return;
    }
    setBusy(false);
    if (!result.ok) return setFailure(result);
    const { rowVersion } = result.value;
    flag('Settings saved', {
      undo: undoable
        ? () =>
            void call('saveSettings', { settings: { ...undoable, rowVersion } }).then((undone) => {
              if (undone.ok) show(undone.value);
              else flag('The settings could not be put back', { type: 'error', description: undone.message });
            })
        : undefined,
    });
    show(result.value);
  };

  return (
    <form
      className="form settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && changed) void save(edited, settings);
      }}
    >
      <fieldset className="settings-group">
        <legend>
          <h2>Approval</h2>
        </legend>
        {approvals.map(([approval, title, text]) => (
          <label key={approval} className="approval">
            <input
              type="radio"
              name="approval"
              checked={edited.approval === approval}
              onChange={() => setEdited({ ...edited, approval })}
            />
            <span>
              <strong>{title}</strong>
              <span className="subtle">{text}</span>
            </span>
          </label>
        ))}
        {edited.approval !== settings.approval && (
          <Notice tone="warning">
            It holds for what is proposed from now on. What is signed or proposed already keeps the way it was
            proposed under.
          </Notice>
        )}
      </fieldset>
      <PortalVisibility
        hidden={edited.hiddenInPortal}
        onChange={(hiddenInPortal) => setEdited({ ...edited, hiddenInPortal })}
      />
      {theirs && (
        <div role="alert" className="problems">
          <Notice tone="warning">
            Somebody else has saved other settings meanwhile; nothing was overwritten. Theirs:{' '}
            {approvals.find(([approval]) => approval === theirs.approval)?.[1].toLowerCase()},{' '}
            {theirs.hiddenInPortal.length} hidden in the portal.
          </Notice>
          <div className="row">
            <Button onClick={() => show(theirs)}>Take theirs</Button>
            <Button onClick={() => void save({ ...edited, rowVersion: theirs.rowVersion }, theirs)}>
              Save mine over theirs
            </Button>
          </div>
        </div>
      )}
      {failure && <ProblemList failure={failure} lead="The settings could not be saved." />}
      <div className="row">
        <Button type="submit" look="primary" aria-disabled={busy || !changed}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
        {changed && !busy && (
          <Button look="subtle" onClick={() => setEdited(settings)}>
            Cancel
          </Button>
        )}
        <span role="status" className="subtle">
          {changed ? 'Not saved yet' : ''}
        </span>
      </div>
    </form>
  );
}
