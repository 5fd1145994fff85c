import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import { ChoiceField } from './choice-field';
import { useList } from './editor-context';
import { ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { SectionFrame } from './section-frame';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';
import { useMeasureOptions } from './use-measure-options';
import { useRowFocus } from './use-row-focus';

type Responsibility = NonNullable<AgreementDraft['responsibilities']>[number];

const SIDES = [
  { value: 'provider', label: 'The provider' },
  { value: 'customer', label: 'The customer' },
];

/** What each party must do. */
export function SectionResponsibilities() {
  const path = 'responsibilities';
  const list = useList<Responsibility>(path);
  const measures = useMeasureOptions();
  const edit = useListEdit(path);
  const [frame, focus] = useRowFocus<HTMLDivElement>();
  return (
    <SectionFrame
      id="responsibilities"
      about="What each party must do so that the promise can be kept, one sentence each. Optional."
    >
      <div ref={frame} className="stack">
        {list.map((_, index) => (
          <fieldset key={index} className="group" data-path={`${path}[${index}]`}>
            <legend>Responsibility {index + 1}</legend>
            <div className="row-head">
              <ChoiceField
                path={`${path}[${index}].of`}
                label={`Who, responsibility ${index + 1}`}
                choices={SIDES}
              />
              <ListMoves
                name={`responsibility ${index + 1}`}
                index={index}
                count={list.length}
                onMove={(to) => {
                  edit.move(index, to, `responsibility ${index + 1}`);
                  focus(`${to < index ? 'up' : 'down'}-${to}`);
                }}
                onRemove={() => {
                  edit.remove(index, `responsibility ${index + 1}`);
                  focus(`remove-${Math.max(0, index - 1)}`);
                }}
              />
            </div>
            <TextField
              path={`${path}[${index}].text`}
              label={`What, responsibility ${index + 1}`}
              lines={2}
            />
            <ChoiceField
              path={`${path}[${index}].measure`}
              label={`Measure that tells whether it is kept, responsibility ${index + 1}`}
              choices={measures}
              none="None"
            />
            <ProblemsAt path={`${path}[${index}]`} />
          </fieldset>
        ))}
        <Button data-mark="add" onClick={() => edit.add({ of: 'customer', text: '' }, 'a responsibility')}>
          Add a responsibility
        </Button>
      </div>
    </SectionFrame>
  );
}
