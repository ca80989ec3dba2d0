// The end of an account.
import { PASSWORD, Person } from '../people/person.ts';
import { expect, test } from '../test.ts';

test('somebody deletes their account, and what they deployed says so', async ({ join, open, panel, town }) => {
  const owner = await join(town, 'owner');
  const member = await join(town, 'operator', 'Dora Departing');
  const { account, page } = member;
  const people = owner.page.getByRole('row').filter({ hasText: 'Dora Departing' });
  await page.goto('/account');
  await page.getByRole('link', { name: 'Delete account' }).click();
  await expect(page.getByRole('heading', { name: 'Delete your account', level: 1 })).toBeVisible();

  await page.getByRole('textbox', { name: `To confirm, type: ${account.email}` }).fill('somebody@town.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByText('This is not what stands above.')).toBeVisible();
  await page.getByRole('textbox', { name: `To confirm, type: ${account.email}` }).fill(account.email);
  await page.getByLabel('Password').fill('not the right sentence');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await page.getByRole('textbox', { name: `To confirm, type: ${account.email}` }).fill(account.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Delete my account' }).click();

  await expect(page.getByRole('status')).toContainText('Your account is deleted');
  await owner.page.goto(town.path('/people'));
  await expect(people).toHaveCount(0);
  const again = await open();
  await new Person(account, again, panel.url).signIn();
  await expect(again.getByRole('alert')).toContainText('The e-mail address or the password is wrong.');
});

test('the only owner of an organisation is told to make somebody else owner first', async ({ join, town }) => {
  const { page } = await join(town, 'owner');

  await page.goto('/account/delete');

  await expect(page.getByText(`You are the only owner of ${town.name}. Make somebody else owner there first.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete my account' })).toHaveCount(0);
});
