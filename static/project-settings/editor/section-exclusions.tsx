import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import { useEditor, useList, useStore } from './editor-context';
import { ExclusionCard } from './exclusion-card';
import { newId } from './new-id';
import { SectionFrame } from './section-frame';
import { useListEdit } from './use-list-edit';
import { useRowFocus } from './use-row-focus';

export type ExclusionDraft = NonNullable<AgreementDraft['exclusions']>[number];

/** What does not count, as standing clauses. */
export function SectionExclusions() {
  const list = useList<ExclusionDraft>('exclusions');
  const { view } = useEditor();
  const open = useStore(view, (state) => state.open.exclusions ?? null);
  const edit = useListEdit('exclusions');
  const [frame, focus] = useRowFocus<HTMLDivElement>();
  const unfold = (index: number | null): void =>
    view.set({ ...view.get(), open: { ...view.get().open, exclusions: index } });
  const add = (): void => {
    const id = newId(
      'clause',
      list.map((each) => each.id),
    );
    unfold(edit.add({ id, clause: '', effect: 'time' }, 'a clause'));
  };
  return (
    <SectionFrame
      id="exclusions"
      about="Time or whole cycles that do not count because both parties sign it here. Single events can be proposed later, beside the agreement."
    >
      <div ref={frame} className="stack">
        {list.map((exclusion, index) => (
          <ExclusionCard
            key={index}
            index={index}
            count={list.length}
            open={open === index}
            onToggle={() => unfold(open === index ? null : index)}
            onMove={(to) => {
              edit.move(index, to, exclusion.clause || 'the clause');
              if (open === index) unfold(to);
              else if (open === to) unfold(index);
              focus(`${to < index ? 'up' : 'down'}-${to}`);
            }}
            onRemove={() => {
              edit.remove(index, exclusion.clause || 'the clause');
              unfold(null);
              focus(`remove-${Math.max(0, index - 1)}`);
            }}
          />
        ))}
        <Button data-mark="add" onClick={add}>
          Add a clause
        </Button>
      </div>
    </SectionFrame>
  );
}
