import { Blank } from '../../ui/blank';
import { Loading } from '../../ui/loading';
import { Refused, type RefusalWords } from '../../ui/refused';
import { useAnswer } from '../../ui/use-answer';
import type { GadgetContext } from '../gadget-context';
import { GadgetForm } from './gadget-form';
import { WidgetForm } from './widget-form';

const refusal: RefusalWords = {
  notFound: { title: 'Nothing to choose from', text: 'You may see no project with agreements.' },
  forbidden: { title: 'Please log in', text: 'Only those who may see a project can show it here.' },
  failed: 'What can be chosen could not be loaded',
};

/** What the gadget is set to show. */
export function GadgetEdit({ gadget }: { readonly gadget: GadgetContext }) {
  const { answer, again } = useAnswer('readGadgetChoices', undefined);
  if (answer.kind === 'loading') return <Loading label="Loading what can be chosen" pieces={1} />;
  if (answer.kind === 'refused')
    return <Refused failure={answer.failure} words={refusal} level={1} onAgain={again} />;
  if (answer.value.projects.length === 0) {
    return (
      <Blank title="No agreement to show" level={1}>
        None of the projects you may see has an agreement in force. An administrator of a project writes one
        in its settings.
      </Blank>
    );
  }
  return gadget.host === 'widget' ? (
    <WidgetForm gadget={gadget} choices={answer.value} />
  ) : (
    <GadgetForm gadget={gadget} choices={answer.value} />
  );
}
