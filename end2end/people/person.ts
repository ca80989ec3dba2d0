// Somebody at a browser, signed in or not yet.
import { type Page } from '@playwright/test';
import { Functions } from './functions.ts';

export type Role = 'viewer' | 'operator' | 'owner';

export interface Account {
  name: string;
  email: string;
  password: string;
}

export const PASSWORD = 'the choir sings on Thursdays';

export class Person {
  /** What their browser could ask as well, faster. */
  readonly functions: Functions;

  constructor(
    readonly account: Account,
    readonly page: Page,
    readonly url: string,
  ) {
    this.functions = new Functions(page.request, url);
  }

  /** Signs in by the form. */
  async signIn(password = this.account.password): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByRole('textbox', { name: 'E-mail address' }).fill(this.account.email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Opens the menu with one's own name. */
  async openAccountMenu(): Promise<void> {
    const bar = this.page.getByRole('navigation', { name: 'Language and account' });
    await bar.getByText(this.account.name).click();
  }
}
