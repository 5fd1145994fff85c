import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { Notice } from '../ui/notice';

interface Props {
  readonly mayAdminister: boolean;
  readonly onInstalled: () => void;
}

/** Nothing is promised in this project yet; who may change that can do so here. */
export function NoAgreement({ mayAdminister, onInstalled }: Props) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  // The button goes when the timers come: who pressed it goes on in the panel, not at the top of the page.
  useLayoutEffect(() => {
    const own = section.current;
    return () => {
      if (own?.contains(document.activeElement)) own.closest('main')?.focus();
    };
  }, []);
  const install = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const result = await call('installStarterAgreement', undefined);
    setBusy(false);
    if (result.ok) onInstalled();
    else
      setTrouble([result.message, ...(result.faults ?? []).map((f) => `${f.path}: ${f.message}`)].join(' '));
  };
  return (
    <section className="blank" ref={section}>
      <h2>No agreement in this project yet</h2>
      {mayAdminister ? (
        <>
          <p>
            The starter agreement measures time to first response and time to resolution in office hours. It
            can be changed at any time.
          </p>
          {/* Not `disabled`: that would drop the keyboard focus while it works. */}
          <Button
            look="primary"
            aria-disabled={busy}
            aria-busy={busy}
            onClick={() => !busy && void install()}
          >
            {busy ? 'Installing…' : 'Install the starter agreement'}
          </Button>
          <div role="alert">
            {trouble && <Notice tone="danger">It could not be installed. {trouble}</Notice>}
          </div>
        </>
      ) : (
        <p>A project admin can add one. Until then no time is promised, and none is measured.</p>
      )}
    </section>
  );
}
