// Looks on at every browser of a test, and notes what none may ever do.
import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';
import type { Panel } from './panel/panel.ts';

/** Chromium's own note on an answer; which answers are wrong is decided on the answer itself. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;
const CUT_OFF = /net::ERR_/;
const PARTS_OF_PAGES = ['stylesheet', 'script', 'image', 'font'];

export class Witness {
  readonly problems: string[] = [];
  /** For a test that cuts the line. */
  lineIsCut = false;

  /** Where pages may come from. */
  private readonly hosts: RegExp[];
  private readonly others = new Set<string>();

  constructor(panel: Panel) {
    this.hosts = [new RegExp(`^localhost:${panel.port}$`), new RegExp(`\\.localhost:${panel.sitesPort}$`)];
  }

  /** For a test whose browser reaches the server in another way as well, or sites on other machines. */
  knows(...hosts: string[]): void {
    for (const host of hosts) this.others.add(host);
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => this.heard(message));
    context.on('weberror', (error) => this.note(`an error in a script: ${error.error().message}`));
    context.on('dialog', async (dialog) => {
      this.note(`a dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    context.on('request', (request) => this.asked(request));
    context.on('response', (response) => this.answered(response));
  }

  private note(problem: string): void {
    this.problems.push(problem);
  }

  /** Violations of the Content-Security-Policy are errors on the console as well. */
  private heard(message: ConsoleMessage): void {
    const text = message.text();
    if (message.type() !== 'error' || REFUSED.test(text) || (this.lineIsCut && CUT_OFF.test(text))) return;
    this.note(`on the console: ${text} (${message.location().url})`);
  }

  /** Pages come from the panel or a local site, and load nothing from anywhere but where they come from. */
  private asked(request: Request): void {
    const to = new URL(request.url());
    if (!to.protocol.startsWith('http')) return;
    const known = this.others.has(to.host) || this.hosts.some((host) => host.test(to.host));
    const from = request.isNavigationRequest() ? to.origin : new URL(request.frame().url()).origin;
    if (!known || from !== to.origin) this.note(`a request of ${from} to ${to.href}`);
  }

  private answered(response: Response): void {
    const kind = response.request().resourceType();
    const what = `${response.status()} from ${response.url()}`;
    if (response.status() >= 500) this.note(what);
    if (response.status() >= 400 && PARTS_OF_PAGES.includes(kind)) this.note(what);
    if (kind === 'document' && !response.headers()['content-security-policy']) {
      this.note(`no Content-Security-Policy: ${what}`);
    }
  }
}
