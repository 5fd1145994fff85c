import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { independentFigures, type MeasureFigures } from '../scripts/independent/independent-figures';
import type { LogRules } from '../scripts/independent/log-rules';
import { figuresOfLog, type LogFigures } from './figures-of-log';
import { openLocalSite, type LocalSite } from './local-site';
import { importLog } from './seed/import-log';
import { StateFolder } from './state-folder';

const HOUR = 3_600_000;
const ignore = (): void => undefined;

/** What the app says at an instant, and what plain SQL over the raw rows says. */
export interface BothFigures {
  readonly app: LogFigures;
  readonly sql: readonly MeasureFigures[];
}

/**
 * Takes a log in through the whole app, and asks twice: at once, when no day has its roll-ups yet, and an hour
 * later, when sweeps have made them and found what broke meanwhile. `appFolder` = with manifest.yml and the
 * built app.
 */
export async function bothFigures(
  appFolder: string,
  file: string,
  rules: LogRules,
): Promise<{ readonly atOnce: BothFigures; readonly later: BothFigures }> {
  const data = mkdtempSync(join(tmpdir(), 'accord-figures-'));
  try {
    const { settle: _, ...seed } = importLog({ file, mapping: null, agreement: null }, ignore, ignore);
    const site = await openLocalSite({
      appFolder,
      folder: new StateFolder(data),
      sql: null,
      paused: true,
      seed: () => Promise.resolve(seed),
      warn: (sentence) => console.error(sentence),
    });
    const both = async (at: LocalSite): Promise<BothFigures> => ({
      app: await figuresOfLog(at),
      sql: independentFigures(file, rules, at.clock.now()),
    });
    try {
      const atOnce = await both(site);
      await site.clock.advanceBy(HOUR);
      return { atOnce, later: await both(site) };
    } finally {
      await site.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
