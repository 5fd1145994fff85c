import { source, type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Axe in a page or frame, which answers to frames of every origin. */
const prepared = `${source}\naxe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });`;

/** Only colours are other ones in the dark. */
export const colours: RunOptions['runOnly'] = { type: 'rule', values: ['color-contrast'] };

export const wcag: RunOptions['runOnly'] = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/**
 * What axe finds wrong on the page and in its frames. The frames hand their results to each other within the
 * browser: carried by way of the test, everything that is right would come along.
 * A frame that does not answer is a finding (`frame-tested`).
 */
export async function axeViolations(
  page: Page,
  runOnly?: RunOptions['runOnly'],
): Promise<AxeResults['violations']> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(prepared);
  }
  const { violations, incomplete } = await page.evaluate(
    (options) => (window as unknown as AxeWindow).axe.run(document, options),
    { resultTypes: ['violations'], pingWaitTime: 30_000, ...(runOnly && { runOnly }) } satisfies RunOptions,
  );
  return [...violations, ...incomplete.filter(({ id }) => id === 'frame-tested')];
}

interface AxeWindow {
  readonly axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}
