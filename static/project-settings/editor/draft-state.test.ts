import type { AgreementDraft } from '../../../src/contract/document';
import type { DraftView } from '../../../src/contract/draft';
import { afterEvent, isDirty, maySave, openDraft, type DraftEvent, type DraftState } from './draft-state';

const document = {
  accord: 1,
  id: 'acme',
  name: 'Acme',
  measures: [{ id: 'a', goals: [] }],
} as unknown as AgreementDraft;

const view = (change: Partial<DraftView> = {}): DraftView => ({
  agreementId: 'acme',
  revision: 3,
  text: 'name: Acme\n',
  document,
  updatedAt: 0,
  updatedBy: 'Ana',
  publishedVersion: null,
  ...change,
});

/** Events one after the other, each a minute later than the one before. */
const after = (state: DraftState, ...events: readonly DraftEvent[]): DraftState =>
  events.reduce((now, event, index) => afterEvent(now, event, (index + 1) * 60_000), state);

const rename = (value: string): DraftEvent => ({ type: 'edited', path: 'name', value });
const nameOf = ({ content }: DraftState): unknown =>
  content.kind === 'document' ? content.document.name : content.text;

describe('a draft in the hands of one person', () => {
  it('is not dirty when opened, is when edited, and is not when edited back', () => {
    const edited = after(openDraft(view()), rename('Other'));
    expect([isDirty(openDraft(view())), isDirty(edited)]).toEqual([false, true]);
    expect(isDirty(after(edited, rename('Acme')))).toBe(false);
  });

  it('keeps what is beside an edit the same object', () => {
    const { content } = after(openDraft(view()), rename('Other'));
    expect(content.kind === 'document' && content.document.measures).toBe(document.measures);
  });

  it('undoes and redoes step by step', () => {
    const edited = after(openDraft(view()), rename('One'), rename('Two'));
    const undone = after(edited, { type: 'undone' });
    expect([nameOf(undone), nameOf(after(undone, { type: 'undone' }))]).toEqual(['One', 'Acme']);
    expect(nameOf(after(undone, { type: 'redone' }))).toBe('Two');
    expect(after(undone, rename('Three')).future).toEqual([]);
  });

  it('takes edits of one place within a second as one step, and of two places as two', () => {
    const typed = ['A', 'Ab', 'Abc'].reduce(
      (state, text, index) => afterEvent(state, rename(text), index * 400),
      openDraft(view()),
    );
    expect(typed.past).toHaveLength(1);
    const elsewhere = afterEvent(typed, { type: 'edited', path: 'kind', value: 'ola' }, 900);
    expect(elsewhere.past).toHaveLength(2);
  });

  it('forgets nothing that was typed while it was saved', () => {
    const saving = after(openDraft(view()), rename('One'), { type: 'saving-began' });
    expect(maySave(saving)).toBe(false);
    const saved = after(saving, rename('Two'), { type: 'saved', view: view({ revision: 4 }) });
    expect([nameOf(saved), isDirty(saved), saved.saved.view.revision]).toEqual(['Two', true, 4]);
    expect(maySave(saved)).toBe(true);
  });

  it('stays dirty when saving failed, and says why', () => {
    const failed = after(
      openDraft(view()),
      rename('One'),
      { type: 'saving-began' },
      {
        type: 'saving-failed',
        message: 'Accord could not be reached.',
      },
    );
    expect([isDirty(failed), failed.problem]).toEqual([true, 'Accord could not be reached.']);
  });
});

describe('two people at once', () => {
  const theirs = view({ revision: 9, document: { ...document, name: 'Theirs' }, updatedBy: 'Ben' });
  const conflict = after(
    openDraft(view()),
    rename('Mine'),
    { type: 'saving-began' },
    { type: 'conflict-found', theirs },
  );

  it('saves nothing while the conflict is open', () => {
    expect([maySave(conflict), maySave(after(conflict, rename('More')))]).toEqual([false, false]);
  });

  it('takes theirs, and undoing brings mine back', () => {
    const taken = after(conflict, { type: 'took-theirs' });
    expect([nameOf(taken), isDirty(taken), taken.saved.view.revision]).toEqual(['Theirs', false, 9]);
    expect(nameOf(after(taken, { type: 'undone' }))).toBe('Mine');
  });

  it('keeps mine, to be saved over what is known to be there', () => {
    const kept = after(conflict, { type: 'kept-mine' });
    expect([nameOf(kept), maySave(kept), kept.saved.view.revision]).toEqual(['Mine', true, 9]);
  });
});

describe('form and text', () => {
  it('opens a text that no form can show as text', () => {
    const { content } = openDraft(view({ document: null, text: ': :' }));
    expect(content).toEqual({ kind: 'text', text: ': :' });
  });

  it('changes the view without a step to undo, but not over unsaved edits', () => {
    const text = after(openDraft(view()), { type: 'shown-as', kind: 'text' });
    expect([text.content, text.past, isDirty(text)]).toEqual([
      { kind: 'text', text: 'name: Acme\n' },
      [],
      false,
    ]);
    const edited = after(openDraft(view()), rename('Mine'));
    expect(after(edited, { type: 'shown-as', kind: 'text' })).toBe(edited);
  });

  it('edits the text as text', () => {
    const text = after(
      openDraft(view()),
      { type: 'shown-as', kind: 'text' },
      { type: 'text-edited', text: 'name: B' },
    );
    expect([nameOf(text), isDirty(text)]).toEqual(['name: B', true]);
    expect(after(text, rename('No form here'))).toBe(text);
  });
});
