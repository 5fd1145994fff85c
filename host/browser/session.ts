import type { Browser, BrowserContext, Page } from 'playwright-core';
import { KeptPages } from '../../static/gallery/kept-pages';

/** A page asks and listens by several connections, and a session has six. */
const PAGES = 3;

/** A user in the browser. */
export class Session {
  private constructor(
    private readonly context: BrowserContext,
    private readonly pages: KeptPages,
    private readonly address: string,
    readonly user: string | undefined,
  ) {}

  /** Of a user by account id; undefined = whom the shell starts with. */
  static async begin(browser: Browser, address: string, user: string | undefined): Promise<Session> {
    const context = await browser.newContext();
    // A machine that does three things at once may take its time; what never comes is found all the same.
    context.setDefaultTimeout(90_000);
    return new Session(context, await KeptPages.of(context, `${address}/frame/clock.js`), address, user);
  }

  get hasRoom(): boolean {
    return this.pages.open.length < PAGES;
  }

  async newPage(): Promise<Page> {
    if (this.pages.open.length === 0) await this.beginAnew();
    return this.pages.newPage();
  }

  async closePages(): Promise<void> {
    await this.pages.closeAll();
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  /** What an earlier page has kept or changed, the user too, is not there any more. */
  private async beginAnew(): Promise<void> {
    await this.pages.forget();
    await this.context.clearCookies();
    if (this.user === undefined) return;
    const value = encodeURIComponent(this.user);
    await this.context.addCookies([{ name: 'local-jira-user', value, url: this.address }]);
  }
}
