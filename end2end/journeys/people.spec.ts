// The people of an organisation: roles change at once, and what takes something away asks first.
import { expect, test } from '../test.ts';

test('a role is changed', async ({ join, town }) => {
  const owner = await join(town, 'owner');
  const member = await join(town, 'operator', 'Berta Bell');
  const row = owner.page.getByRole('row').filter({ hasText: 'Berta Bell' });
  const role = row.getByRole('combobox', { name: 'Role: Berta Bell' });
  await owner.page.goto(town.path('/people'));
  await expect(role).toHaveValue('operator');

  await role.selectOption('Viewer');
  await row.getByRole('button', { name: 'Change role' }).click();

  await member.page.goto(town.path('/people'));
  await expect(member.page.getByRole('row').filter({ hasText: 'Berta Bell' })).toContainText('Viewer');
  await owner.page.reload();
  await expect(role).toHaveValue('viewer');
});

test('a role that was refused does not stay chosen', async ({ join, town }) => {
  const { account, page } = await join(town, 'owner', 'Olga Only');
  const row = page.getByRole('row').filter({ hasText: account.email });
  const role = row.getByRole('combobox', { name: 'Role: Olga Only' });
  await page.goto(town.path('/people'));

  await role.selectOption('Viewer');
  await row.getByRole('button', { name: 'Change role' }).click();

  await expect(page.getByRole('alert')).toContainText('An organisation needs an owner.');
  await expect(role).toHaveValue('owner');
});

test('removing a member and withdrawing an invitation ask first', async ({ join, town }) => {
  const owner = await join(town, 'owner');
  const member = await join(town, 'operator', 'Conrad Choir');
  await town.invite('guest@town.example', 'viewer');
  const page = owner.page;
  const conrad = page.getByRole('row').filter({ hasText: 'Conrad Choir' });
  const guest = page.getByRole('row').filter({ hasText: 'guest@town.example' });
  await page.goto(town.path('/people'));

  const remove = conrad.getByRole('button', { name: 'Remove Conrad Choir from the organisation' });
  await expect(remove).toBeHidden();
  await conrad.getByText('Remove Conrad Choir', { exact: true }).click();
  await expect(conrad.getByText('Conrad Choir will no longer see or change anything here.')).toBeVisible();
  await remove.click();
  await expect(conrad).toHaveCount(0);
  const answer = await member.page.goto(town.path());
  expect(answer?.status()).toBe(404);

  const withdraw = guest.getByRole('button', { name: 'Withdraw the invitation' });
  await expect(withdraw).toBeHidden();
  await guest.getByText('Withdraw guest@town.example', { exact: true }).click();
  await expect(guest.getByText('The link for guest@town.example will no longer work.')).toBeVisible();
  await withdraw.click();
  await expect(guest).toHaveCount(0);
});
