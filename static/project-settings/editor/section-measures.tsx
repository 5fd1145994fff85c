import { useId } from 'react';
import { Button } from '../../ui/button';
import { useEditor, useList, useStore } from './editor-context';
import { MeasureCard, type MeasureDraft } from './measure-card';
import { newId } from './new-id';
import { isPreset, measureId, measureName, PRESET_WORDS, type PresetId } from './preset-list';
import { SectionFrame } from './section-frame';
import { useListEdit } from './use-list-edit';
import { useRowFocus } from './use-row-focus';

/** What is clocked, and how long it may take. */
export function SectionMeasures() {
  const measures = useList<MeasureDraft>('measures');
  const { view } = useEditor();
  const open = useStore(view, (state) => state.open.measures ?? null);
  const edit = useListEdit('measures', false);
  const [frame, focus] = useRowFocus<HTMLDivElement>();
  const unfold = (index: number | null): void =>
    view.set({ ...view.get(), open: { ...view.get().open, measures: index } });
  return (
    <SectionFrame
      id="measures"
      about="What is clocked: when each clock starts, stops and pauses, and how long it may take. Two or three measures are enough for most agreements."
    >
      <div ref={frame} className="stack">
        {measures.map((measure, index) => (
          <MeasureCard
            key={index}
            index={index}
            count={measures.length}
            open={open === index}
            onToggle={() => unfold(open === index ? null : index)}
            onMove={(to) => {
              edit.move(index, to, measureName(measure));
              if (open === index) unfold(to);
              else if (open === to) unfold(index);
              focus(`${to < index ? 'up' : 'down'}-${to}`);
            }}
            onCopy={() => {
              const ids = measures.map(measureId);
              const name = `${measureName(measure)}, copy`;
              edit.copy(
                index,
                (item: MeasureDraft) => ({ ...item, id: newId(name, ids), name }),
                measureName(measure),
              );
              unfold(index + 1);
            }}
            onRemove={() => {
              edit.remove(index, measureName(measure));
              unfold(null);
              focus(`remove-${Math.max(0, index - 1)}`);
            }}
          />
        ))}
        <AddMeasure
          taken={measures.map(measureId)}
          onAdd={(measure) => unfold(edit.add(measure, measureName(measure)))}
        />
      </div>
    </SectionFrame>
  );
}

interface AddProps {
  readonly taken: readonly string[];
  readonly onAdd: (measure: MeasureDraft) => void;
}

function AddMeasure({ taken, onAdd }: AddProps) {
  const headingId = useId();
  const add = (preset: PresetId): void => {
    const goals = [{ id: 'all', name: 'All tickets', within: '8h' }];
    const again = taken.includes(preset);
    const { name } = PRESET_WORDS[preset];
    onAdd({ preset, ...(again ? { id: newId(name, taken), name: `${name}, another` } : {}), goals });
  };
  return (
    <div className="add-measure">
      <h3 id={headingId}>Add a measure</h3>
      <ul className="preset-list" aria-labelledby={headingId}>
        {Object.entries(PRESET_WORDS).map(([preset, { name, about }]) => (
          <li key={preset}>
            <Button
              data-mark={preset === 'time-to-first-response' ? 'add' : undefined}
              onClick={() => isPreset(preset) && add(preset)}
            >
              {name}
            </Button>
            <span className="subtle">{about}</span>
          </li>
        ))}
        <li>
          <Button
            onClick={() =>
              onAdd({
                id: newId('own-measure', taken),
                name: 'Own measure',
                start: ['created'],
                stop: ['resolution set'],
                goals: [{ id: 'all', name: 'All tickets', within: '8h' }],
              })
            }
          >
            Own measure
          </Button>
          <span className="subtle">Say yourself what starts, stops and pauses the clock.</span>
        </li>
      </ul>
    </div>
  );
}
