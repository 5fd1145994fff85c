import EditIcon from '@atlaskit/icon/core/edit';
import type { GadgetConfiguration } from '../../src/contract/gadget';
import { Blank } from '../ui/blank';
import { Loading } from '../ui/loading';
import { Refused, type RefusalWords } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import type { GadgetContext } from './gadget-context';
import { GadgetShown } from './gadget-shown';
import { useRefresh } from './use-refresh';

const refusal: RefusalWords = {
  notFound: {
    title: 'Not shared with you',
    text: 'The project or agreement was deleted, or you may not see it.',
  },
  forbidden: { title: 'Please log in', text: 'Service levels are shown to those who may see the project.' },
  failed: 'This could not be loaded',
};

/** Nothing is asked for before it is known what to show. */
export function GadgetFrame({ gadget }: { readonly gadget: GadgetContext }) {
  const { kind, host, configuration } = gadget;
  if (configuration === null || (kind !== 'providers' && configuration.projectId === undefined)) {
    return (
      <Blank Icon={EditIcon} title="Not set up yet" level={1}>
        {`Configure this ${host} to choose ${kind === 'providers' ? 'the measure that is compared' : 'the project it is about'}.`}
      </Blank>
    );
  }
  return <Asked gadget={gadget} configuration={configuration} />;
}

function Asked({
  gadget,
  configuration: { refresh = 0, ...shown },
}: {
  readonly gadget: GadgetContext;
  readonly configuration: GadgetConfiguration;
}) {
  const { answer, again } = useAnswer('readGadget', { kind: gadget.kind, configuration: shown });
  useRefresh(again, refresh, gadget.gadgetId);
  switch (answer.kind) {
    case 'loading':
      return <Loading label="Loading service levels" pieces={1} />;
    case 'refused':
      return <Refused failure={answer.failure} words={refusal} level={1} onAgain={again} />;
    case 'shown':
      return <GadgetShown view={answer.value} onRefresh={again} />;
  }
}
