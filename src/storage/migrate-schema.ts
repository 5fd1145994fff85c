import { kvs } from '@forge/kvs';
import { sql } from '@forge/sql';
import { MIGRATIONS } from './migrations';
import { markAllDays } from './rollup-dirty';
import { select } from './statement';
import { isDoneAlready, StoreError, storeErrorOf } from './store-error';

const VERSION_KEY = 'schema-version';

/** True when every step has been run. One KVS read. */
export async function schemaIsCurrent(): Promise<boolean> {
  return (await stepsDone()) >= MIGRATIONS.length;
}

/**
 * Runs the steps that have not been run, in order, and ticks each one off in KVS; answers how many. Two runs
 * at once, or a run that died half way, do no harm: each step may be repeated. Not `migrationRunner`: it
 * needs two DDL statements (of 25 a minute) to learn that nothing is due, and stumbles for ever over an
 * index that was created but not ticked off. `missing` = somebody found a table missing: where KVS
 * says they were all made, it is looked whether they are, and they are made anew if not. Throws StoreError.
 */
export async function migrateSchema(missing = false): Promise<number> {
  const done = await stepsDone();
  const first = missing && done >= MIGRATIONS.length && !(await tablesAreThere()) ? 0 : done;
  // What steps make anew is believed by nobody until it is filled.
  if (first > 0 && first < MIGRATIONS.length) await markWhatIsThere();
  for (const [step, statement] of MIGRATIONS.entries()) {
    if (step < first) continue;
    try {
      await sql.executeDDL(statement);
    } catch (error) {
      if (!isDoneAlready(error)) throw storeErrorOf(error);
    }
    if (step === MIGRATIONS.length - 1) await markAllDays();
    await kvs.set(VERSION_KEY, step + 1);
  }
  return Math.max(0, MIGRATIONS.length - first);
}

/** A store that is older than roll-ups has none to mark. */
async function markWhatIsThere(): Promise<void> {
  try {
    await markAllDays();
  } catch (error) {
    if (!(error instanceof StoreError && error.fault === 'not-ready')) throw error;
  }
}

async function tablesAreThere(): Promise<boolean> {
  try {
    await select(`SELECT issue_id FROM issue_refresh LIMIT 1`);
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.fault === 'not-ready') return false;
    throw error;
  }
}

async function stepsDone(): Promise<number> {
  return (await kvs.get<number>(VERSION_KEY)) ?? 0;
}
