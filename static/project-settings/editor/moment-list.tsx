import { memo, useId, useState } from 'react';
import { Button } from '../../ui/button';
import { ConditionField } from './condition-field';
import { useEditor, useProblems, useSentence, useStore, useValue } from './editor-context';
import { ProblemLines, ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import {
  MOMENT_CHOICES,
  readMomentWords,
  writeMomentWords,
  type MomentChoice,
  type MomentWords,
} from './moment-words';
import { useListEdit } from './use-list-edit';
import { useRowFocus } from './use-row-focus';
import { ValuesSelect } from './values-select';

type WrittenMoment = string | { readonly moment: string; readonly when?: string; readonly flag?: string };

interface ListProps {
  readonly path: string;
  /** "The clock starts when" */
  readonly title: string;
  /** "start" */
  readonly one: string;
  /** Absent moments are the preset's. */
  readonly fromPreset?: boolean;
}

/** Moments, any of which does it. */
export const MomentList = memo(function MomentList({ path, title, one, fromPreset = false }: ListProps) {
  const moments = useValue<readonly WrittenMoment[]>(path);
  const edit = useListEdit(path);
  const [frame, focus] = useRowFocus<HTMLFieldSetElement>();
  const count = moments?.length ?? 0;
  return (
    <fieldset ref={frame} className="group" data-path={path}>
      <legend>{title}</legend>
      {count === 0 &&
        (fromPreset ? (
          <PresetMoments path={path} />
        ) : (
          <p className="subtle">{one === 'reset' ? 'Never.' : 'Nothing yet.'}</p>
        ))}
      <ProblemsAt path={path} />
      {moments?.map((_, index) => (
        <MomentRow
          key={index}
          path={`${path}[${index}]`}
          label={count > 1 ? `${title}, ${index + 1}` : title}
          index={index}
          count={count}
          onRemove={() => {
            edit.remove(index, `${one} ${index + 1}`);
            focus(`remove-${Math.max(0, index - 1)}`);
          }}
        />
      ))}
      <Button
        look="subtle"
        data-mark="add"
        onClick={() => edit.add(one === 'stop' ? 'resolution set' : 'created', `a moment to ${one}`)}
      >
        {count > 0 ? 'Or when' : fromPreset ? `Replace what the preset says` : 'Add a moment'}
        <span className="visually-hidden">: {title}</span>
      </Button>
    </fieldset>
  );
});

/** What the preset says, as the linter reads it; until it has, only that the preset says it. */
function PresetMoments({ path }: { readonly path: string }) {
  const { session } = useEditor();
  // One text, so that it is drawn again only when a word changes.
  const said = useStore(session.check, ({ sentences }) =>
    Array.from({ length: MOST_PRESET_MOMENTS }, (_, index) => sentences[`${path}[${index}]`])
      .filter((sentence) => sentence !== undefined)
      .join('\n'),
  );
  if (said === '') return <p className="subtle">As the preset says.</p>;
  return (
    <ul className="subtle">
      {said.split('\n').map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

const MOST_PRESET_MOMENTS = 10;

interface RowProps {
  readonly path: string;
  readonly label: string;
  readonly index: number;
  readonly count: number;
  readonly onRemove: () => void;
}

const MomentRow = memo(function MomentRow({ path, label, index, count, onRemove }: RowProps) {
  const { session } = useEditor();
  const written = useValue<WrittenMoment>(path);
  const sentence = useSentence(path);
  const own = useProblems(path);
  const inner = useProblems(`${path}.moment`);
  const problems = [...own, ...inner];
  const [asking, setAsking] = useState(false);
  const problemsId = useId();
  if (written === undefined) return null;
  const text = typeof written === 'string' ? written : written.moment;
  const words = readMomentWords(text);
  const change = (next: MomentWords): void => {
    const moment = writeMomentWords(next);
    session.edit(path, typeof written === 'string' ? moment : { ...written, moment });
  };
  const conditional = typeof written !== 'string' && written.when !== undefined;
  const ask = (): void => {
    if (typeof written === 'string') session.edit(path, { moment: written, when: '' });
    else session.edit(`${path}.when`, '');
    setAsking(true);
  };
  return (
    <div className="moment" data-path={path}>
      <div className="moment-row">
        <select
          className="input input-medium"
          aria-label={label}
          aria-describedby={problems.length > 0 ? problemsId : undefined}
          aria-invalid={problems.length > 0 || undefined}
          value={words.kind}
          onChange={({ target }) => change(begun(target.value as MomentChoice, words))}
        >
          {MOMENT_CHOICES.map((choice) => (
            <option key={choice.kind} value={choice.kind}>
              {choice.label}
            </option>
          ))}
        </select>
        <MomentValues words={words} label={label} onChange={change} />
        {!conditional && (
          <Button look="subtle" onClick={ask}>
            Only if…<span className="visually-hidden"> {label}</span>
          </Button>
        )}
        <ListMoves name={`"${label}"`} index={index} count={count} onRemove={onRemove} />
      </div>
      <ProblemLines id={problemsId} problems={problems} />
      {(conditional || asking) && typeof written !== 'string' && (
        <ConditionField
          path={`${path}.when`}
          label={`Only if the ticket then matches: ${label}`}
          none="Every ticket"
        />
      )}
      {sentence !== undefined && <p className="sentence">{sentence}</p>}
    </div>
  );
});

/** A moment of another kind: what still makes sense of the former one is kept. */
function begun(kind: MomentChoice, before: MomentWords): MomentWords {
  const of = (each: MomentChoice) => MOMENT_CHOICES.find((choice) => choice.kind === each)?.values;
  return {
    kind,
    field: before.field,
    values: of(kind) === of(before.kind) ? before.values : [],
    text: before.text,
  };
}

interface ValuesProps {
  readonly words: MomentWords;
  readonly label: string;
  readonly onChange: (next: MomentWords) => void;
}

function MomentValues({ words, label, onChange }: ValuesProps) {
  const { facts } = useEditor();
  const id = useId();
  const control = { id, 'aria-describedby': undefined, 'aria-invalid': undefined };
  const choice = MOMENT_CHOICES.find(({ kind }) => kind === words.kind);
  const fieldNames = facts.fields
    .filter(({ type }) => choice?.values !== 'date' || /^date/.test(type))
    .map(({ name }) => name);
  const field = (
    <select
      className="input input-medium"
      aria-label={`Field, ${label}`}
      value={words.field}
      onChange={({ target }) => onChange({ ...words, field: target.value })}
    >
      {!fieldNames.includes(words.field) && (
        <option value={words.field}>{words.field || 'Choose a field'}</option>
      )}
      {fieldNames.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
  const values = (names: readonly string[]) => (
    <div className="moment-values">
      <ValuesSelect
        control={control}
        label={`Values, ${label}`}
        values={words.values}
        choices={names}
        onChange={(next) => onChange({ ...words, values: next })}
      />
    </div>
  );
  switch (choice?.values) {
    case 'status':
      return values(facts.statuses.map(({ name }) => name));
    case 'priority':
      return values(facts.priorities.map(({ name }) => name));
    case 'field':
    case 'date':
      return field;
    case 'field-value':
      return (
        <>
          {field}
          {values([])}
        </>
      );
    default:
      return words.kind === 'as-written' ? (
        <input
          className="input input-medium input-mono"
          aria-label={`In words of the document, ${label}`}
          value={words.text}
          spellCheck={false}
          onChange={({ target }) => onChange({ ...words, text: target.value })}
        />
      ) : null;
  }
}
