// A deployment that was removed: everything can be looked up, and nothing changed any more.
import { Deployment, entries } from '../people/deployment.ts';
import { HomepageForm } from '../people/form.ts';
import { expect, test } from '../test.ts';

test('what was removed can be looked up and not changed', async ({ join, town }) => {
  const owner = await join(town, 'owner');
  const { page } = owner;
  const deployment = await Deployment.begin(town, owner.functions);
  const { address, revision } = await deployment.deploy(entries(`removed-${town.label}`, 'Bell ringers'));
  await deployment.remove('Bell ringers');
  const gone = page.getByText('It was removed. Its history stays here.');
  const main = page.getByRole('main');

  await test.step('the summary says so, and offers nothing', async () => {
    await page.goto(deployment.path());
    await expect(page.getByRole('heading', { name: 'Bell ringers', level: 1 })).toBeVisible();
    await expect(gone).toBeVisible();
    await expect(main.getByText('Removed', { exact: true })).toBeVisible();
    await expect(main.getByText('Address', { exact: true })).toHaveCount(0);
    await expect(main.getByRole('link', { name: address.replace('http://', '') })).toHaveCount(0);
    await expect(main.getByRole('button')).toHaveCount(0);
  });

  await test.step('the form shows what was entered, and takes nothing', async () => {
    const form = new HomepageForm(page);
    await page.goto(deployment.path('/configuration'));
    await expect(form.title).toHaveValue('Bell ringers');
    await expect(form.title).toBeDisabled();
    await expect(gone).toBeVisible();
    await expect(form.review).toHaveCount(0);
    await expect(form.keep).toHaveCount(0);
    await expect(page.getByText('Your address will be')).toHaveCount(0);
  });

  await test.step('the history tells what was live, and leads back to nothing', async () => {
    await page.goto(deployment.path('/history'));
    await expect(main.getByRole('heading', { name: /^Revision 1/ })).toContainText('Was live');
    await expect(main.getByRole('button', { name: 'Return to this' })).toHaveCount(0);
  });

  await test.step('it can be neither deployed nor removed again', async () => {
    await page.goto(deployment.path(`/review/${revision}`));
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Review Bell ringers');
    await expect(gone).toBeVisible();
    await expect(main.getByRole('button', { name: /^Deploy/ })).toHaveCount(0);
    await page.goto(deployment.path('/remove'));
    await expect(gone).toBeVisible();
    await expect(main.getByRole('textbox')).toHaveCount(0);
  });

  await test.step('the overview has it for those who ask', async () => {
    await page.goto(town.path());
    await expect(page.getByRole('link', { name: 'Bell ringers' })).toHaveCount(0);
    await page.goto(town.path('?state=removed'));
    await page.getByRole('link', { name: 'Bell ringers' }).click();
    await expect(gone).toBeVisible();
  });
});
