// The form of Mastodon, by the words that stand on it.
import type { Locator, Page } from '@playwright/test';

export class MastodonForm {
  readonly sizes: Locator;
  readonly recognised: Locator;
  readonly title: Locator;
  readonly domain: Locator;
  readonly pagesElsewhere: Locator;
  readonly answersThere: Locator;
  readonly userName: Locator;
  readonly email: Locator;
  readonly sender: Locator;
  readonly ownMail: Locator;
  readonly mailServer: Locator;
  readonly mailPort: Locator;
  readonly messagesADay: Locator;
  readonly inBucket: Locator;
  readonly onHost: Locator;
  readonly mediaDomain: Locator;
  readonly cores: Locator;
  readonly review: Locator;
  readonly keep: Locator;

  constructor(page: Page) {
    const section = (name: string) => page.getByRole('group', { name, exact: true });
    const account = section('First administrator');
    const mail = section('E-mail');
    this.sizes = page.getByRole('region', { name: 'How many people will use Mastodon?' });
    this.recognised = this.sizes.getByRole('status');
    this.title = page.getByRole('textbox', { name: 'Name of your network' });
    this.domain = page.getByRole('textbox', { name: 'Domain of the accounts' });
    this.pagesElsewhere = page.getByRole('textbox', { name: 'Domain of the pages, if it is another one' });
    this.answersThere = page.getByRole('group', { name: 'What answers at the domain of the accounts' });
    this.userName = account.getByRole('textbox', { name: 'User name' });
    this.email = account.getByRole('textbox', { name: 'E-mail address' });
    this.sender = mail.getByRole('textbox', { name: 'Sender' });
    this.ownMail = mail.getByRole('switch', { name: 'Mail server of your own' });
    this.mailServer = mail.getByRole('textbox', { name: 'Server' });
    this.mailPort = mail.getByRole('spinbutton', { name: 'Port' });
    this.messagesADay = mail.getByRole('spinbutton', { name: 'Messages a day' });
    this.inBucket = page.getByRole('radio', { name: 'In object storage, under a name of their own' });
    this.onHost = page.getByRole('radio', { name: 'On the disk of the host' });
    this.mediaDomain = page.getByRole('textbox', { name: 'Domain of the files' });
    this.cores = page.getByRole('spinbutton', { name: 'Processor cores' });
    this.review = page.getByRole('button', { name: 'Review', exact: true });
    this.keep = page.getByRole('button', { name: 'Keep as draft' });
  }

  /** The button for so many people, as it stands there: `1,000`. */
  size(people: string): Locator {
    return this.sizes.getByRole('button', { name: `Up to ${people} people` });
  }
}
