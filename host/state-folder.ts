import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SavedDashboard } from './dashboard-book';
import type { ForgeState } from './forge/create-forge';
import type { SavedState as JiraState } from './jira/saved-state';

/** The saved state cannot be used; the message says why and how to go on. */
export class StateFault extends Error {
  override readonly name = 'StateFault';
}

export interface SavedClock {
  /** Epoch ms. */
  readonly now: number;
  readonly running: boolean;
}

export interface SavedState {
  readonly clock: SavedClock;
  readonly jira: JiraState;
  readonly forge: ForgeState;
  /** Absent in states saved before there were dashboards. */
  readonly dashboards?: readonly SavedDashboard[];
}

const format = 1;
const stateFile = 'state.json';

/** The folder that keeps a local site between starts: one JSON file, and whatever the store puts beside it. */
export class StateFolder {
  constructor(readonly path: string) {}

  /** A file of the store in this folder. */
  file(name: string): string {
    return join(this.path, name);
  }

  /** Is a site kept here? */
  exists(): boolean {
    return existsSync(this.file(stateFile));
  }

  /** The last saved state; null on the first start. Throws `StateFault`. */
  read(): SavedState | null {
    let text: string;
    try {
      mkdirSync(this.path, { recursive: true });
      text = readFileSync(this.file(stateFile), 'utf8');
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw new StateFault(`The saved state in ${this.path} cannot be read (${(fault as Error).message}).`);
    }
    const state = parsed(text);
    if (state === null) {
      throw new StateFault(
        `The saved state in ${this.path} is damaged or from another version; start with --fresh to begin anew.`,
      );
    }
    return state;
  }

  /** Replaces the saved state as a whole: a crash in the middle leaves the one before. */
  write(state: SavedState): void {
    mkdirSync(this.path, { recursive: true });
    const fresh = this.file(`${stateFile}.new`);
    writeFileSync(fresh, JSON.stringify({ format, ...state }));
    renameSync(fresh, this.file(stateFile));
  }

  /** Removes the files a local site keeps here, and nothing else. */
  reset(storeFiles: readonly string[]): void {
    for (const name of [stateFile, `${stateFile}.new`, ...storeFiles]) {
      rmSync(this.file(name), { force: true, recursive: true });
    }
  }
}

function parsed(text: string): SavedState | null {
  let value: Partial<SavedState & { format: number }> | null;
  try {
    value = JSON.parse(text) as typeof value;
  } catch {
    return null;
  }
  if (value?.format !== format || !value.clock || !value.jira || !value.forge) return null;
  if (!Number.isSafeInteger(value.clock.now) || typeof value.clock.running !== 'boolean') return null;
  const { clock, jira, forge, dashboards } = value;
  return { clock, jira, forge, ...(dashboards ? { dashboards } : {}) };
}
