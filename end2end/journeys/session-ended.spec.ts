// A session that ends while somebody fills in a form takes nothing away.
import type { Page } from '@playwright/test';
import { Deployment } from '../people/deployment.ts';
import { HomepageForm } from '../people/form.ts';
import { PASSWORD, Person } from '../people/person.ts';
import { expect, test } from '../test.ts';

const ENDED = 'Your session has ended';

function endSession(page: Page): Promise<void> {
  return page.context().clearCookies({ name: 'session' });
}

test('a form keeps what was typed, and goes through after signing in again in another tab @js', async ({
  operator,
  page,
  panel,
  town,
}) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(page);
  await page.goto(deployment.path('/configuration'));
  // Before the scripts have come, the browser itself would send the form.
  await expect(async () => {
    await form.name.fill('Town Hall');
    await expect(form.name).toHaveAttribute('aria-invalid', 'true', { timeout: 500 });
  }).toPass();
  await form.name.fill(`ended-${town.label}`);
  await form.title.fill('Typed with care');

  await endSession(page);
  await form.keep.click();

  const problem = page.getByRole('alert').filter({ hasText: ENDED });
  await expect(problem).toContainText('Sign in again in another tab, then send this form again.');
  await expect(problem).toBeFocused();
  await expect(page).toHaveURL(deployment.path('/configuration'));
  await expect(form.title).toHaveValue('Typed with care');

  const opened = page.waitForEvent('popup');
  await problem.getByRole('link', { name: 'Sign in in a new tab' }).click();
  const tab = await opened;
  await expect(tab).toHaveURL(/\/sign-in$/);
  await new Person(operator.account, tab, panel.url).signIn();
  await expect(tab.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();

  await form.keep.click();
  await expect(page.getByRole('heading', { name: 'Typed with care', level: 1 })).toBeVisible();
});

test('whoever is signed out while looking around signs in and comes back to where they were going @js', async ({
  operator,
  page,
  town,
}) => {
  await page.goto(town.path());
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();

  await endSession(page);
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await fillIn(page, operator);

  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a form leads to signing in, and that back to the page of the form @js', async ({ operator, page, town }) => {
    const deployment = await Deployment.begin(town, operator.functions);
    await page.goto(deployment.path('/configuration'));

    await endSession(page);
    await new HomepageForm(page).keep.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    await fillIn(page, operator);

    await expect(page).toHaveURL(deployment.path('/configuration'));
    await expect(page.getByRole('heading', { name: 'Set up Home page', level: 1 })).toBeVisible();
  });
});

async function fillIn(page: Page, person: Person): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(person.account.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
