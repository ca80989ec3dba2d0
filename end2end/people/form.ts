// The form of a home page, by the words that stand on it.
import type { Locator, Page } from '@playwright/test';

export interface Link {
  label: string;
  url: string;
}

export class HomepageForm {
  readonly name: Locator;
  readonly title: Locator;
  readonly tagline: Locator;
  readonly about: Locator;
  readonly email: Locator;
  readonly legalNotice: Locator;
  readonly privacy: Locator;
  readonly withAccounts: Locator;
  readonly accounts: Locator;
  readonly links: Locator;
  readonly review: Locator;
  readonly keep: Locator;

  constructor(page: Page) {
    const who = page.getByRole('group', { name: 'Who you are' });
    this.name = page.getByRole('textbox', { name: 'Short name' });
    this.title = who.getByRole('textbox', { name: 'Name of your community' });
    this.tagline = who.getByRole('textbox', { name: 'In one sentence' });
    this.about = who.getByRole('textbox', { name: 'About you' });
    this.email = page.getByRole('textbox', { name: 'E-mail address' });
    this.legalNotice = page.getByRole('textbox', { name: 'Legal notice' });
    this.privacy = page.getByRole('textbox', { name: 'Privacy' });
    this.withAccounts = page.getByRole('switch', { name: 'Accounts' });
    this.accounts = page.getByRole('textbox', { name: 'Where the accounts are' });
    this.links = page.getByRole('group', { name: 'Links', exact: true });
    this.review = page.getByRole('button', { name: 'Review', exact: true });
    this.keep = page.getByRole('button', { name: 'Keep as draft' });
  }

  /** A row of the links, counted from 1. */
  link(number: number): { row: Locator; label: Locator; url: Locator; remove: Locator } {
    const row = this.links.getByRole('listitem').nth(number - 1);
    return {
      row,
      label: row.getByRole('textbox', { name: 'Name' }),
      url: row.getByRole('textbox', { name: 'Address' }),
      remove: row.getByRole('button', { name: `Remove row ${number}` }),
    };
  }

  async addLink({ label, url }: Link): Promise<void> {
    const before = await this.links.getByRole('listitem').count();
    await this.links.getByRole('button', { name: 'Add to “Links”' }).click();
    const link = this.link(before + 1);
    await link.label.fill(label);
    await link.url.fill(url);
  }
}
