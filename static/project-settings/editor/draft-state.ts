import type { AgreementDraft } from '../../../src/contract/document';
import type { DraftView } from '../../../src/contract/draft';
import type { Instant } from '../../../src/engine/instant';
import { parsePath, withValue } from './draft-path';
import { sameContent } from './same-content';

/** What is edited: the form's document, or the text itself. */
export type DraftForm =
  | { readonly kind: 'document'; readonly document: AgreementDraft }
  | { readonly kind: 'text'; readonly text: string };

/** One working text in the hands of one person. */
export interface DraftState {
  readonly content: DraftForm;
  readonly past: readonly DraftForm[];
  readonly future: readonly DraftForm[];
  /** The last edit, so that a word typed is one step of undoing and not five. */
  readonly lastEdit: { readonly path: string; readonly at: Instant } | null;
  /** What the store holds, as far as it is known here. */
  readonly saved: {
    readonly view: DraftView;
    /** What was on the screen when it was saved. */
    readonly content: DraftForm;
  };
  /** On its way to the store. */
  readonly saving: DraftForm | null;
  /** Why the last saving failed, in words. */
  readonly problem: string | null;
  /** What somebody else has saved meanwhile: nothing is written until the viewer decides. */
  readonly conflict: DraftView | null;
}

export type DraftEvent =
  | { readonly type: 'edited'; readonly path: string; readonly value: unknown }
  | { readonly type: 'text-edited'; readonly text: string }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  /** Changes between form and text; the text is the saved one, so save before. */
  | { readonly type: 'shown-as'; readonly kind: DraftForm['kind'] }
  | { readonly type: 'saving-began' }
  | { readonly type: 'saved'; readonly view: DraftView }
  | { readonly type: 'saving-failed'; readonly message: string }
  | { readonly type: 'conflict-found'; readonly theirs: DraftView }
  | { readonly type: 'took-theirs' }
  | { readonly type: 'kept-mine' };

/** Steps that can be undone. */
const MOST_STEPS = 100;
/** Edits of one place within this time are one step. */
const ONE_STEP_MS = 1_000;

/** The form where the document can be shown in it, else the text. */
function formOf(view: DraftView): DraftForm {
  return view.document === null
    ? { kind: 'text', text: view.text }
    : { kind: 'document', document: view.document };
}

/** A working text as it was read from the store. */
export function openDraft(view: DraftView): DraftState {
  const content = formOf(view);
  return {
    content,
    past: [],
    future: [],
    lastEdit: null,
    saved: { view, content },
    saving: null,
    problem: null,
    conflict: null,
  };
}

/** Is there anything on the screen that the store does not hold? */
export function isDirty({ content, saved }: DraftState): boolean {
  return content !== saved.content && !sameContent(content, saved.content);
}

/** May it be saved now? Not while another saving is under way, and not over the work of somebody else. */
export function maySave(state: DraftState): boolean {
  return state.saving === null && state.conflict === null && isDirty(state);
}

/** The state after an event. Events that do not fit the state change nothing. */
export function afterEvent(state: DraftState, event: DraftEvent, now: Instant): DraftState {
  switch (event.type) {
    case 'edited': {
      if (state.content.kind !== 'document') return state;
      const document = withValue(state.content.document, parsePath(event.path), event.value);
      if (sameContent(document, state.content.document)) return state;
      return edited(state, { kind: 'document', document: document as AgreementDraft }, event.path, now);
    }
    case 'text-edited':
      if (state.content.kind !== 'text' || state.content.text === event.text) return state;
      return edited(state, { kind: 'text', text: event.text }, 'text', now);
    case 'undone': {
      const content = state.past.at(-1);
      if (!content) return state;
      const future = [state.content, ...state.future];
      return { ...state, content, past: state.past.slice(0, -1), future, lastEdit: null };
    }
    case 'redone': {
      const [content, ...future] = state.future;
      if (!content) return state;
      return { ...state, content, past: [...state.past, state.content], future, lastEdit: null };
    }
    case 'shown-as':
      return shownAs(state, event.kind);
    case 'saving-began':
      return maySave(state) ? { ...state, saving: state.content } : state;
    case 'saved': {
      const content = state.saving ?? state.content;
      return { ...state, saved: { view: event.view, content }, saving: null, problem: null };
    }
    case 'saving-failed':
      return { ...state, saving: null, problem: event.message };
    case 'conflict-found':
      return { ...state, saving: null, problem: null, conflict: event.theirs };
    case 'took-theirs': {
      if (!state.conflict) return state;
      const content = formOf(state.conflict);
      const saved = { view: state.conflict, content };
      // Undoing brings back what was typed here.
      const past = [...state.past, state.content].slice(-MOST_STEPS);
      return { ...state, content, past, future: [], lastEdit: null, saved, conflict: null };
    }
    case 'kept-mine': {
      if (!state.conflict) return state;
      const saved = { view: state.conflict, content: formOf(state.conflict) };
      return { ...state, saved, conflict: null };
    }
  }
}

function edited(state: DraftState, content: DraftForm, path: string, now: Instant): DraftState {
  const { lastEdit } = state;
  const goesOn = lastEdit !== null && lastEdit.path === path && now - lastEdit.at < ONE_STEP_MS;
  const past = goesOn ? state.past : [...state.past, state.content].slice(-MOST_STEPS);
  return { ...state, content, past, future: [], lastEdit: { path, at: now } };
}

function shownAs(state: DraftState, kind: DraftForm['kind']): DraftState {
  if (state.content.kind === kind || isDirty(state)) return state;
  const { view } = state.saved;
  if (kind === 'document' && view.document === null) return state;
  const content: DraftForm =
    kind === 'text' || view.document === null
      ? { kind: 'text', text: view.text }
      : { kind: 'document', document: view.document };
  return { ...state, content, saved: { view, content }, lastEdit: null };
}
