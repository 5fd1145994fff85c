import { view } from '@forge/bridge';
import { useState, type FormEvent } from 'react';
import type { GadgetChoices } from '../../../src/contract/gadget';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { GadgetContext } from '../gadget-context';
import { ConfigurationFields } from './configuration-fields';
import { firstDraft, toKeep, type Draft } from './draft';

interface Props {
  readonly gadget: GadgetContext;
  readonly choices: GadgetChoices;
}

/** The configuration of a gadget, which saves itself. */
export function GadgetForm({ gadget: { kind, configuration }, choices }: Props) {
  const [draft, setDraft] = useState<Draft>(() => firstDraft(kind, configuration, choices));
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState(false);
  const kept = toKeep(kind, draft);
  const submit = (what: object): void => {
    setRefused(false);
    view.submit(what).catch(() => setRefused(true));
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (kept) submit(kept);
  };
  return (
    <form className="gadget-form" onSubmit={save} noValidate>
      <h1>What it shows</h1>
      <ConfigurationFields kind={kind} choices={choices} draft={draft} asked={asked} onChange={setDraft} />
      {refused && <Notice tone="danger">The dashboard did not take it. Try again.</Notice>}
      <div className="gadget-buttons">
        <Button look="primary" type="submit">
          Save
        </Button>
        {/* Jira leaves the edit view only when something is submitted. */}
        {configuration !== null && (
          <Button look="subtle" onClick={() => submit(configuration)}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
