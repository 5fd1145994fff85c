import type { DraftCheck, DraftView } from '../../../src/contract/draft';
import { CHECK_AFTER_MS, openSession, SAVE_AFTER_MS, type Call } from './draft-session';

const view = (revision: number, name = 'Acme'): DraftView => ({
  agreementId: 'acme',
  revision,
  text: `name: ${name}\n`,
  document: { name } as unknown as DraftView['document'],
  updatedAt: 0,
  updatedBy: 'Ana',
  publishedVersion: null,
});

const clean: DraftCheck = { faults: [], findings: [], sentences: {}, text: null };

/** An app that answers when it is told to. */
function app() {
  const asked: { key: string; payload: unknown; answer: (value: unknown) => void }[] = [];
  const call = ((key: string, payload: unknown) =>
    new Promise((resolve) => asked.push({ key, payload, answer: resolve }))) as unknown as Call;
  const waiting = (key: string) => asked.filter((each) => each.key === key);
  const answer = async (key: string, value: unknown, index = -1): Promise<void> => {
    waiting(key).at(index)?.answer(value);
    await jest.advanceTimersByTimeAsync(0);
  };
  return { call, waiting, answer };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('saves once, a second after the last edit, and names the revision it read', async () => {
  const { call, waiting, answer } = app();
  const session = openSession(view(3), call, Date.now);
  session.edit('name', 'B');
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1);
  session.edit('name', 'Bc');
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1);
  expect(waiting('saveDraft')).toHaveLength(0);
  await jest.advanceTimersByTimeAsync(1);
  expect(waiting('saveDraft').map(({ payload }) => payload)).toEqual([
    { agreementId: 'acme', revision: 3, content: { document: { name: 'Bc' } } },
  ]);
  await answer('saveDraft', { ok: true, value: view(4, 'Bc') });
  session.edit('name', 'D');
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS);
  expect(waiting('saveDraft').at(-1)?.payload).toMatchObject({ revision: 4 });
  session.close();
});

it('never saves twice at once, and saves what was typed on the way', async () => {
  const { call, waiting, answer } = app();
  const session = openSession(view(1), call, Date.now);
  session.edit('name', 'B');
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS);
  session.edit('name', 'C');
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3);
  expect(waiting('saveDraft')).toHaveLength(1);
  await answer('saveDraft', { ok: true, value: view(2, 'B') });
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS);
  expect(waiting('saveDraft')).toHaveLength(2);
  expect(waiting('saveDraft')[1]?.payload).toMatchObject({
    revision: 2,
    content: { document: { name: 'C' } },
  });
  session.close();
});

it('stops at a conflict until the viewer decides, then saves over the revision that was seen', async () => {
  const { call, waiting, answer } = app();
  const session = openSession(view(1), call, Date.now);
  session.edit('name', 'Mine');
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS);
  await answer('saveDraft', { ok: false, code: 'conflict', message: 'Somebody else saved.' });
  await answer('readDraft', { ok: true, value: view(7, 'Theirs') });
  expect(session.draft.get().conflict?.revision).toBe(7);
  session.edit('name', 'Mine too');
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS * 5);
  expect(waiting('saveDraft')).toHaveLength(1);
  session.send({ type: 'kept-mine' });
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS);
  expect(waiting('saveDraft')[1]?.payload).toMatchObject({
    revision: 7,
    content: { document: { name: 'Mine too' } },
  });
  session.close();
});

it('drops answers to questions that were overtaken', async () => {
  const { call, waiting, answer } = app();
  const session = openSession(view(1), call, Date.now);
  session.edit('name', '');
  await jest.advanceTimersByTimeAsync(CHECK_AFTER_MS);
  expect(waiting('checkDraft')).toHaveLength(2);
  const fault = { path: 'name', message: 'This is empty', remedy: 'Write a name.' };
  await answer('checkDraft', { ok: true, value: { ...clean, faults: [fault] } }, 1);
  await answer('checkDraft', { ok: true, value: clean }, 0);
  expect(session.check.get().problems.all.map(({ path }) => path)).toEqual(['name']);
  session.close();
});

it('saves before it changes to the text, and shows the text that was saved', async () => {
  const { call, answer } = app();
  const session = openSession(view(1), call, Date.now);
  session.edit('name', 'B');
  const shown = session.show('text');
  await jest.advanceTimersByTimeAsync(0);
  await answer('saveDraft', { ok: true, value: view(2, 'B') });
  await shown;
  expect(session.draft.get().content).toEqual({ kind: 'text', text: 'name: B\n' });
  session.close();
});

it('saves nothing any more once it is closed', async () => {
  const { call, waiting } = app();
  const session = openSession(view(1), call, Date.now);
  session.edit('name', 'Left behind');
  session.close();
  await expect(session.flush()).resolves.toBe(false);
  await jest.advanceTimersByTimeAsync(SAVE_AFTER_MS * 2);
  expect(waiting('saveDraft')).toHaveLength(0);
});

it('says that something is unsaved when it could not be saved', async () => {
  const { call, answer } = app();
  const session = openSession(view(1), call, Date.now);
  session.edit('name', 'B');
  const flushed = session.flush();
  await jest.advanceTimersByTimeAsync(0);
  const refusal = {
    ok: false,
    code: 'invalid',
    message: 'Too long.',
    faults: [{ path: '', message: 'It is longer than 240 KB', remedy: 'Write less.' }],
  };
  await answer('saveDraft', refusal);
  await answer('saveDraft', refusal);
  await expect(flushed).resolves.toBe(false);
  expect(session.draft.get().problem).toBe('Too long. It is longer than 240 KB. Write less.');
  session.close();
});
