import { existsSync } from 'node:fs';
import { Harness, panelFrame } from '../host/browser/harness';
import type { BenchReport } from './report';

export const title = 'First countdown: from the load of the panel’s frame to its first figures, in Chromium';

const ISSUES = [
  'ACME-150',
  'ACME-200',
  'ACME-205',
  'ACME-209',
  'ACME-210',
  'ACME-211',
  'ACME-212',
  'GLBX-87',
];
const TARGET_MS = 500;

/** Opens tickets of the demo one after another, each in a session of its own: nothing comes from a cache. */
export async function run(): Promise<BenchReport> {
  const columns = ['ticket', 'ms'];
  const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(chromium)) return { columns, rows: [], notes: [`SKIPPED: there is no ${chromium}.`] };
  const harness = await Harness.start();
  try {
    const rows: [string, number][] = [];
    for (const key of ISSUES) {
      const page = await harness.openIssue(key);
      const frame = await panelFrame(page, 'Service levels');
      await frame.waitForFunction(() => performance.getEntriesByName('accord:shown').length > 0, undefined, {
        polling: 20,
      });
      const ms = await frame.evaluate(
        () => performance.getEntriesByName('accord:shown')[0]?.startTime ?? NaN,
      );
      rows.push([key, ms]);
      await harness.endSessions();
    }
    const worst = Math.max(...rows.map(([, ms]) => ms));
    return {
      columns,
      rows: rows.map(([key, ms]) => [key, ms.toFixed(0)]),
      notes: ['One invoke each, through the local Forge and the real app.'],
      missed: worst > TARGET_MS ? [`${TARGET_MS} ms (${worst.toFixed(0)} ms)`] : [],
    };
  } finally {
    await harness.close();
  }
}
