import { useRef, useState } from 'react';
import type { ExclusionProposal } from '../../src/contract/exclusion';
import type { PortalRequestView } from '../../src/contract/portal';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { ExclusionForm } from '../ui/exclusion-form';
import { flag } from '../ui/flag';

interface Props {
  readonly view: PortalRequestView;
  readonly onChanged: () => void;
}

/** Where the customer's representative proposes that something on this request shall not count. */
export function ProposeExclusion({ view, onChanged }: Props) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const own = view.agreements.filter(({ representative }) => representative);
  if (own.length === 0) return null;
  const close = (): void => {
    setOpen(false);
    // The form goes: who was in it goes on where it was opened.
    requestAnimationFrame(() => opener.current?.focus());
  };
  const propose = async (proposal: ExclusionProposal) => {
    const projectId = own.find(({ agreementId }) => agreementId === proposal.agreementId)?.projectId;
    const result = await call('proposeExclusion', {
      ...(projectId === undefined ? {} : { projectId }),
      proposal,
    });
    if (!result.ok) return result;
    flag(`Proposed: ${proposal.clause}`, { description: 'The clock runs until it is agreed.' });
    close();
    onChanged();
    return null;
  };
  if (!open)
    return (
      <div>
        <Button look="subtle" ref={opener} onClick={() => setOpen(true)}>
          Propose an exclusion
        </Button>
      </div>
    );
  return (
    <section aria-labelledby="propose-title">
      <h2 id="propose-title">Propose an exclusion for {view.requestKey}</h2>
      <ExclusionForm
        agreements={own.map((agreement) => ({ ...agreement, calendars: [] }))}
        issueKey={view.requestKey}
        onPropose={propose}
        onCancel={close}
      />
    </section>
  );
}
