// A long history, a page at a time.
import { Deployment, entries } from '../people/deployment.ts';
import { expect, test } from '../test.ts';

test('the history stands fifty revisions a page, each with what changed', async ({ operator, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  for (let number = 1; number <= 52; number += 1) {
    await deployment.stage(entries(`long-${town.label}`, `Title ${number}`));
  }
  const page = operator.page;
  const revisions = page.getByRole('main').getByRole('heading', { name: /^Revision/ });

  await page.goto(deployment.path('/history'));
  await expect(revisions).toHaveCount(50);
  await expect(page.getByText('Changes since revision 2', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Older revisions' }).click();

  await expect(revisions).toHaveCount(2);
  await expect(page.getByText('The first revision.')).toBeVisible();
  await page.getByRole('link', { name: 'Newest revisions' }).click();
  await expect(revisions).toHaveCount(50);
});
