// A module gets a newer version while its deployments are live: nothing changes until an operator takes it.
import { CONFIGURATION, install } from '../people/sign.ts';
import { expect, test } from '../test.ts';

test.use({ offer: { configuration: CONFIGURATION, words: [] } });

test('a newer version is looked at, taken, reviewed and deployed', async ({ operator, open, page, panel, town }) => {
  test.setTimeout(120_000);
  install(panel, 'first');
  const visitor = await open();
  const title = visitor.getByRole('heading', { level: 1 });
  await operator.page.goto(town.path('/applications'));
  await page.getByRole('listitem').filter({ hasText: 'One line.' }).getByRole('button').click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(`sign-${town.label}`);
  await page.getByRole('textbox', { name: 'Line' }).fill('Welcome');
  await page.getByRole('textbox', { name: 'Ornament' }).fill('***');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Deploy/ }).click();
  await expect(page.getByRole('heading', { name: /is live$/, level: 1 })).toBeVisible({ timeout: 30_000 });
  const address = (await page.getByRole('link', { name: `http://sign-${town.label}.localhost` }).getAttribute('href')) ?? '';
  await visitor.goto(address);
  await expect(title).toHaveText('"Welcome" 1.0.0');

  install(panel, 'second');
  await page.goto(town.path(''));
  await page.getByRole('link', { name: 'Welcome' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'A newer version is ready' })).toBeVisible();
  await page.getByRole('link', { name: 'See what it changes' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'A newer version is ready' });
  await expect(notice).toContainText('Sign 1.0.0 becomes 2.0.0');
  await expect(notice).toContainText('The entry “Ornament” goes away. Plain is nicer.');
  await expect(page.getByRole('textbox', { name: 'Line' })).toHaveValue('Welcome');

  await notice.getByRole('button', { name: 'Go on with the newer version' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'for a newer version than the one that is live' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Headline' })).toHaveValue('Welcome');
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByRole('main')).toContainText('Sign 1.0.0 becomes 2.0.0');
  await expect(page.getByRole('main')).toContainText('The entry “Ornament” goes away. Plain is nicer.');
  await visitor.reload();
  await expect(title).toHaveText('"Welcome" 1.0.0');

  await page.getByRole('button', { name: /^Deploy/ }).click();
  await expect(page.getByRole('heading', { name: /is live$/, level: 1 })).toBeVisible({ timeout: 30_000 });
  await visitor.reload();
  await expect(title).toHaveText('"Welcome" 2.0.0');
  await page.goto(town.path(''));
  await page.getByRole('link', { name: 'Welcome' }).click();
  await expect(page.getByText('A newer version is ready')).toHaveCount(0);
});
