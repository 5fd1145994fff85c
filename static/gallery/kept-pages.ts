import type { BrowserContext, Page } from 'playwright-core';

/**
 * Pages of a context in one renderer. A page of its own stays open from test to test: what it has loaded and compiled
 * is there for the others.
 */
export class KeptPages {
  private constructor(
    private readonly context: BrowserContext,
    private readonly keeper: Page,
  ) {}

  /** `url`: of the site of the pages to come. */
  static async of(context: BrowserContext, url: string): Promise<KeptPages> {
    const keeper = await context.newPage();
    await keeper.goto(url);
    return new KeptPages(context, keeper);
  }

  /** Those open now, also by other pages. */
  get open(): readonly Page[] {
    return this.context.pages().filter((page) => page !== this.keeper);
  }

  async newPage(): Promise<Page> {
    const opened = this.keeper.waitForEvent('popup');
    await this.keeper.evaluate(() => void window.open('about:blank'));
    return opened;
  }

  async closeAll(): Promise<void> {
    for (const page of this.open) await page.close();
  }

  /** What earlier pages have kept is not there any more. */
  async forget(): Promise<void> {
    await this.keeper.evaluate(() => localStorage.clear());
  }
}
