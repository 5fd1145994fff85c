import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Axe in a page or frame, which answers to frames of every origin. */
const prepared = `${source}\naxe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });`;

/** Only colours are other ones in the dark. */
export const colours: RunOptions['runOnly'] = { type: 'rule', values: ['color-contrast'] };

export const wcag: RunOptions['runOnly'] = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Style sheets are of use to one experimental rule only, which is not asked. */
const preload: RunOptions['preload'] = { assets: ['media'] };

/**
 * What axe finds wrong on the page and in its frames. The frames hand their results to each other within the
 * browser: carried by way of the test, everything that is right would come along.
 * A frame that does not answer is a finding (`frame-tested`).
 */
export async function axeViolations(
  page: Page,
  runOnly?: RunOptions['runOnly'],
): Promise<AxeResults['violations']> {
  await bringAxe(page);
  const { violations, incomplete } = await page.evaluate(
    (options) => (window as unknown as AxeWindow).axe.run(document, options),
    {
      resultTypes: ['violations'],
      pingWaitTime: 30_000,
      preload,
      ...(runOnly && { runOnly }),
    } satisfies RunOptions,
  );
  return [...violations, ...incomplete.filter(({ id }) => id === 'frame-tested')];
}

/** By the protocol and not by `evaluate`: so it is compiled once for all pages that share a renderer. */
async function bringAxe(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  protocol.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.['isDefault']) worlds.push(context.id);
  });
  await protocol.send('Runtime.enable');
  for (const contextId of worlds) {
    const { result } = await protocol.send('Runtime.evaluate', { expression: "'axe' in window", contextId });
    if (!result.value) await protocol.send('Runtime.evaluate', { expression: prepared, contextId });
  }
  await protocol.detach();
}

interface AxeWindow {
  readonly axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}
