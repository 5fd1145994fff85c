import { createSqliteBackend } from '../../host/forge/sql/sqlite-backend';
import { installTestRuntime } from '../../host/forge/test-runtime';
import { select, write } from './statement';

/** Forge SQL lets this many statements through. */
const A_SECOND = 150;

describe('statements beyond what Forge SQL takes in a second', () => {
  const sql = createSqliteBackend();
  const runtime = installTestRuntime({ sql, now: () => Date.now() });

  beforeAll(async () => {
    await sql.execute('CREATE TABLE note (id INT PRIMARY KEY)', [], 'ddl');
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  });
  // The second before is over.
  beforeEach(() => jest.advanceTimersByTimeAsync(1_000));
  afterAll(async () => {
    jest.useRealTimers();
    runtime.restore();
    await sql.close();
  });

  /** Lets time run until the work is done; answers how long it took. */
  async function timeOf(work: () => Promise<unknown>): Promise<number> {
    const start = Date.now();
    let going = true;
    const done = runtime.run(undefined, work).finally(() => (going = false));
    while (going) await jest.advanceTimersByTimeAsync(50);
    await done;
    return Date.now() - start;
  }

  it('wait for the next second, one after the other', async () => {
    const answers: number[] = [];
    const ms = await timeOf(async () => {
      for (let n = 0; n < 3 * A_SECOND; n++)
        answers.push(...(await select('SELECT ? AS n', [n])).map((row) => Number(row['n'])));
    });
    expect(answers).toEqual(Array.from({ length: 3 * A_SECOND }, (_, n) => n));
    expect([ms >= 2_000, ms < 6_000]).toEqual([true, true]);
  });

  it('wait all at once, and each is run once', async () => {
    const ids = Array.from({ length: 3 * A_SECOND }, (_, id) => id);
    await timeOf(() => Promise.all(ids.map((id) => write('INSERT INTO note VALUES (?)', [id]))));
    const { rows } = await sql.execute('SELECT id FROM note ORDER BY id', [], 'dml');
    expect(rows).toEqual(ids.map((id) => ({ id })));
  });

  it('are given up as busy where the rush does not end', async () => {
    const refused: unknown[] = [];
    await timeOf(() =>
      Promise.all(
        Array.from({ length: 14 * A_SECOND }, () =>
          select('SELECT 1 AS one').catch((fault: unknown) => refused.push(fault)),
        ),
      ),
    );
    expect(refused.length).toBeGreaterThan(2 * A_SECOND);
    expect(refused[0]).toMatchObject({ name: 'StoreError', fault: 'busy' });
  });

  it('do not wait for what another try would not mend', async () => {
    const faults: unknown[] = [];
    const note = (fault: unknown) => faults.push(fault);
    const ms = await timeOf(async () => {
      await select('SELECT * FROM nowhere').catch(note);
      await select('SELECT newer FROM note').catch(note);
      await write('INSERT INTO note VALUES (?)', [1]).catch(note);
    });
    expect(faults).toMatchObject([{ fault: 'not-ready' }, { fault: 'not-ready' }, { fault: 'duplicate' }]);
    expect(ms).toBeLessThan(500);
  });
});
