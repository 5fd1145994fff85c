import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A page asks and listens by several connections, and a session has six. */
const PAGES = 3;

/**
 * A user in the browser. A page of its own stays open from test to test: what it has loaded and compiled is there
 * for the others.
 */
export class Session {
  private readonly pages: Page[] = [];

  private constructor(
    private readonly context: BrowserContext,
    private readonly keeper: Page,
    private readonly address: string,
    readonly user: string | undefined,
  ) {}

  /** Of a user by account id; undefined = whom the shell starts with. */
  static async begin(browser: Browser, address: string, user: string | undefined): Promise<Session> {
    const context = await browser.newContext();
    // A machine that does three things at once may take its time; what never comes is found all the same.
    context.setDefaultTimeout(90_000);
    const keeper = await context.newPage();
    await keeper.goto(`${address}/frame/clock.js`);
    return new Session(context, keeper, address, user);
  }

  get hasRoom(): boolean {
    return this.pages.length < PAGES;
  }

  async newPage(): Promise<Page> {
    if (this.pages.length === 0) await this.beginAnew();
    const opened = this.keeper.waitForEvent('popup');
    await this.keeper.evaluate(() => void window.open('about:blank'));
    const page = await opened;
    this.pages.push(page);
    return page;
  }

  /** Those too which pages have opened themselves. */
  async closePages(): Promise<void> {
    this.pages.length = 0;
    for (const page of this.context.pages()) if (page !== this.keeper) await page.close();
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  /** What an earlier page has kept or changed, the user too, is not there any more. */
  private async beginAnew(): Promise<void> {
    await this.keeper.evaluate(() => localStorage.clear());
    await this.context.clearCookies();
    if (this.user === undefined) return;
    const value = encodeURIComponent(this.user);
    await this.context.addCookies([{ name: 'local-jira-user', value, url: this.address }]);
  }
}
