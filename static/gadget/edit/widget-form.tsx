import { useEffect, useRef, useState } from 'react';
import type { GadgetChoices } from '../../../src/contract/gadget';
import type { GadgetContext } from '../gadget-context';
import { ConfigurationFields } from './configuration-fields';
import { firstDraft, toKeep, type Draft } from './draft';
import { widgetEdit } from './widget-edit';

interface Props {
  readonly gadget: GadgetContext;
  readonly choices: GadgetChoices;
}

/** The configuration of a widget: its Save is the dashboard's, which asks what to keep. */
export function WidgetForm({ gadget: { kind, configuration }, choices }: Props) {
  const [draft, setDraft] = useState<Draft>(() => firstDraft(kind, configuration, choices));
  const [asked, setAsked] = useState(false);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
    const kept = toKeep(kind, draft);
    if (kept) widgetEdit.updateConfig(kept);
  }, [kind, draft]);
  useEffect(() => {
    widgetEdit.onProductSave(() => {
      setAsked(true);
      return toKeep(kind, latest.current);
    });
  }, [kind]);
  return (
    <div className="gadget-form">
      <h1>What it shows</h1>
      <ConfigurationFields kind={kind} choices={choices} draft={draft} asked={asked} onChange={setDraft} />
    </div>
  );
}
