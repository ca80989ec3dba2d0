// Something else went live while somebody looked at a plan.
import { Deployment, entries } from '../people/deployment.ts';
import { expect, test } from '../test.ts';

test('an outdated plan is made anew and shown before anything happens', async ({ operator, join, open, page, town }) => {
  const visitor = await open();
  const title = visitor.getByRole('heading', { level: 1 });
  const neighbour = await join(town, 'operator');
  const name = `outdated-${town.label}`;
  const deployment = await Deployment.begin(town, operator.functions);
  const mine = await deployment.stage(entries(name, 'Mine'));
  await page.goto(deployment.path(`/review/${mine}`));
  await expect(page.getByRole('heading', { name: 'Will be created' })).toBeVisible();
  const { address } = await deployment.as(neighbour.functions).deploy(entries(name, 'Theirs'));

  await page.getByRole('button', { name: /^Deploy/ }).click();

  const notice = page.getByRole('status').filter({ hasText: 'Nothing was deployed yet: look again' });
  await expect(notice).toContainText('What is live has changed since you reviewed this.');
  await expect(page.getByRole('heading', { name: 'Will change' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Entries' })).toContainText('Theirs');
  await expect(page).toHaveURL(new RegExp(`${deployment.path('/review/')}.+[?]outdated`));
  await visitor.goto(address);
  await expect(title).toHaveText('Theirs');

  await page.getByRole('button', { name: /^Deploy/ }).click();
  await expect(page.getByRole('heading', { name: /is live$/, level: 1 })).toBeVisible({ timeout: 30_000 });
  await visitor.reload();
  await expect(title).toHaveText('Mine');
});
