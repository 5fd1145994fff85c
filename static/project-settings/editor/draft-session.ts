import type { Result } from '../../../src/contract';
import type { AgreementText } from '../../../src/contract/agreement';
import type { Definitions } from '../../../src/contract/definitions';
import type { DraftContent, DraftView } from '../../../src/contract/draft';
import {
  afterEvent,
  isDirty,
  maySave,
  openDraft,
  type DraftEvent,
  type DraftForm,
  type DraftState,
} from './draft-state';
import { CLEAN, problemsOf, type Problems } from './problems';
import { createStore, type Store } from './store';

/** How the session speaks to the app; static/ui/call.ts on a screen. */
export type Call = <K extends 'readDraft' | 'saveDraft' | 'checkDraft'>(
  key: K,
  payload: Parameters<Definitions[K]>[0],
) => Promise<ReturnType<Definitions[K]>>;

/** What the linter says of the draft on the screen, or of a moment ago. */
export interface CheckState {
  readonly problems: Problems;
  readonly sentences: Readonly<Record<string, string>>;
  /** In plain language; null while there are errors. */
  readonly text: AgreementText | null;
  readonly checking: boolean;
  /** Why there is no answer, in words. */
  readonly failure: string | null;
}

/** One draft that is edited: its state, its savings and its checks. */
export interface DraftSession {
  readonly draft: Store<DraftState>;
  readonly check: Store<CheckState>;
  readonly edit: (path: string, value: unknown) => void;
  readonly send: (event: DraftEvent) => void;
  /** Saves what is there now. True once nothing is unsaved. */
  readonly flush: () => Promise<boolean>;
  /** Shows the form or the text; saves before, because the one is made from the saved other. */
  readonly show: (kind: DraftForm['kind']) => Promise<void>;
  /** No more savings and checks by themselves. */
  readonly close: () => void;
}

export const SAVE_AFTER_MS = 1_000;
export const CHECK_AFTER_MS = 400;

export const contentOf = (form: DraftForm): DraftContent =>
  form.kind === 'text' ? { text: form.text } : { document: form.document };

/** Opens a draft for editing: saves a second after the last edit, checks while it is typed. */
export function openSession(view: DraftView, call: Call, clock: () => number): DraftSession {
  const { agreementId } = view;
  const draft = createStore(openDraft(view));
  const check = createStore<CheckState>({
    problems: CLEAN,
    sentences: {},
    text: null,
    checking: true,
    failure: null,
  });
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  let asked = 0;
  let closed = false;

  function send(event: DraftEvent): void {
    const before = draft.get();
    const after = afterEvent(before, event, clock());
    draft.set(after);
    if (closed) return;
    if (after.content !== before.content) {
      clearTimeout(checkTimer);
      checkTimer = setTimeout(() => void runCheck(), CHECK_AFTER_MS);
    }
    if (maySave(after) && (after.content !== before.content || event.type === 'kept-mine')) {
      clearTimeout(saveTimer);
      saveTimer = setTimeout(() => void save(), SAVE_AFTER_MS);
    }
  }

  async function runCheck(): Promise<void> {
    const mine = ++asked;
    check.set({ ...check.get(), checking: true });
    const answer = await call('checkDraft', { agreementId, content: contentOf(draft.get().content) });
    // Something newer has been asked since: its answer is the one that counts.
    if (mine !== asked) return;
    const before = check.get();
    if (!answer.ok) return check.set({ ...before, checking: false, failure: answer.message });
    const problems = problemsOf(answer.value, before.problems);
    check.set({
      problems,
      sentences: answer.value.sentences,
      text: answer.value.text,
      checking: false,
      failure: null,
    });
  }

  async function save(): Promise<void> {
    clearTimeout(saveTimer);
    if (saving) await saving;
    if (!maySave(draft.get())) return;
    saving = saveOnce().finally(() => (saving = null));
    await saving;
    const state = draft.get();
    // Typed while it was saved: go on by itself, unless there is a reason not to.
    if (!closed && maySave(state) && state.problem === null) {
      clearTimeout(saveTimer);
      saveTimer = setTimeout(() => void save(), SAVE_AFTER_MS);
    }
  }

  async function saveOnce(): Promise<void> {
    send({ type: 'saving-began' });
    const { content, saved } = draft.get();
    const { revision } = saved.view;
    const answer = await call('saveDraft', { agreementId, revision, content: contentOf(content) });
    if (answer.ok) return send({ type: 'saved', view: answer.value });
    if (answer.code !== 'conflict') return send({ type: 'saving-failed', message: reasonOf(answer) });
    const theirs = await call('readDraft', { agreementId });
    if (theirs.ok) send({ type: 'conflict-found', theirs: theirs.value });
    else send({ type: 'saving-failed', message: theirs.message });
  }

  async function flush(): Promise<boolean> {
    // Whoever left without saving meant it.
    if (closed) return !isDirty(draft.get());
    // Once for what is there, once more for what was typed on the way.
    for (let round = 0; round < 2 && (saving !== null || maySave(draft.get())); round++) await save();
    return !isDirty(draft.get());
  }

  void runCheck();
  return {
    draft,
    check,
    send,
    flush,
    edit: (path, value) => send({ type: 'edited', path, value }),
    show: async (kind) => {
      if (await flush()) send({ type: 'shown-as', kind });
    },
    close: () => {
      closed = true;
      clearTimeout(saveTimer);
      clearTimeout(checkTimer);
    },
  };
}

/** A refusal in words; the first fault says more than "is faulty". */
function reasonOf(failure: Extract<Result<unknown>, { ok: false }>): string {
  const [fault] = failure.faults ?? [];
  return fault ? `${failure.message} ${fault.message}. ${fault.remedy}` : failure.message;
}
