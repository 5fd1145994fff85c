import type { GadgetView } from '../../src/contract/gadget';
import { Button } from '../ui/button';
import { usePlace } from '../ui/place-context';
import { sayDays } from '../ui/say-day';
import { sayInstant } from '../ui/say-instant';
import { AtRisk } from './at-risk';
import { Attainment } from './attainment';
import { PageLink } from './page-link';
import { Providers } from './providers';
import { Trend } from './trend';

interface Props {
  readonly view: GadgetView;
  readonly onRefresh: () => void;
}

/** What a gadget shows, what it is about, and as of when. */
export function GadgetShown({ view, onRefresh }: Props) {
  const { locale } = usePlace();
  const { title, query, kind } = view;
  return (
    <>
      <header className="gadget-head">
        <h1 id="gadget-title" dir="auto">
          {title}
        </h1>
        {kind !== 'at-risk' && (
          <span id="gadget-days" className="subtle">
            {sayDays(query.from, query.to, locale)}
          </span>
        )}
      </header>
      <Body view={view} />
      <Foot view={view} onRefresh={onRefresh} />
    </>
  );
}

function Body({ view }: { readonly view: GadgetView }) {
  switch (view.kind) {
    case 'attainment':
      return <Attainment {...view} />;
    case 'trend':
      return <Trend {...view} />;
    case 'at-risk':
      return <AtRisk {...view} />;
    case 'providers':
      return <Providers {...view} />;
  }
}

function Foot({ view: { asOf, projectKey, query, kind }, onRefresh }: Props) {
  const place = usePlace();
  const tab = kind === 'at-risk' ? 'at-risk' : 'overview';
  return (
    <footer className="gadget-foot">
      {kind !== 'at-risk' && <span className="subtle">Of tickets whose security level you may see</span>}
      <span className="subtle">As of {sayInstant(asOf, asOf, place).replace(/^today at /, '')}</span>
      <Button look="subtle" onClick={onRefresh}>
        Refresh
      </Button>
      {projectKey !== null && (
        <PageLink projectKey={projectKey} tab={tab} query={query}>
          Open compliance
        </PageLink>
      )}
    </footer>
  );
}
