import { lazy, Suspense, useEffect, useState } from 'react';
import { Loading } from '../ui/loading';
import { openHistory, type ScreenHistory } from '../ui/screen-history';
import { historyBelow } from './history-below';
import { partOf, COMPLIANCE, type Part } from './part-of';

const Agreements = lazy(async () => ({ default: (await import('./agreements-part')).App }));
const Compliance = lazy(async () => ({ default: (await import('./compliance-part')).App }));

interface Opened {
  readonly whole: ScreenHistory;
  readonly compliance: ScreenHistory;
}

/** The app's one page in a project: Forge gives no second one, so that its parts are told by their address. */
export function ProjectPage() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [part, setPart] = useState<Part>('agreements');
  useEffect(() => {
    void openHistory().then((whole) => {
      const look = () => setPart(partOf(whole.path()));
      whole.listen(look);
      look();
      setOpened({ whole, compliance: historyBelow(whole, COMPLIANCE) });
    });
  }, []);
  const waiting = (
    <main aria-busy="true">
      <h1 className="visually-hidden">Service level agreements</h1>
      <Loading label="Loading the page" />
    </main>
  );
  if (!opened) return waiting;
  return (
    <Suspense fallback={waiting}>
      {part === 'compliance' ? (
        <Compliance history={opened.compliance} />
      ) : (
        <Agreements history={opened.whole} />
      )}
    </Suspense>
  );
}
