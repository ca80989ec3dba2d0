// The overview: what an organisation runs, found again among many.
import { Deployment, entries } from '../people/deployment.ts';
import { expect, test } from '../test.ts';

test('an organisation that runs nothing is told what to do', async ({ operator, page, town }) => {
  await page.goto(town.path());

  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await expect(page.getByText('Choose an application, fill in a form')).toBeVisible();
  await page.getByRole('link', { name: 'Choose an application' }).click();
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
  expect(operator.page).toBe(page);
});

test('who may not begin a deployment is not told to', async ({ join, town }) => {
  const invitation = 'Choose an application';
  const [viewer, operator] = [await join(town, 'viewer'), await join(town, 'operator')];

  await operator.page.goto(town.path());
  await expect(operator.page.getByRole('link', { name: invitation })).toBeVisible();
  await viewer.page.goto(town.path());

  await expect(viewer.page.getByText('Operators and owners of the organisation choose applications.')).toBeVisible();
  await expect(viewer.page.getByText(invitation)).toHaveCount(0);
});

test('sixty deployments are searched, filtered, sorted and shown fifty a page', async ({ operator, page, town }) => {
  const places = Array.from({ length: 60 }, (_, index) => `Choir ${String(index + 1).padStart(2, '0')}`);
  const all: Deployment[] = [];
  for (const place of places) {
    const deployment = await Deployment.begin(town, operator.functions);
    await deployment.save(entries(place.toLowerCase().replace(' ', '-'), place), 'keep');
    all.push(deployment);
  }
  await all[6]?.deploy(entries(`choir-07-${town.label}`, 'Choir 07'));
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  const show = page.getByRole('button', { name: 'Show', exact: true });

  await test.step('fifty a page, the last changed first', async () => {
    await page.goto(town.path());
    await expect(rows).toHaveCount(50);
    await expect(rows.first()).toContainText('Choir 07');
    await expect(page.getByText('1–50 of 60')).toBeVisible();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
    await expect(page.getByText('51–60 of 60')).toBeVisible();
    await expect(rows).toHaveCount(10);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Previous' }).click();
    await expect(rows).toHaveCount(50);
  });

  await test.step('sorted by name', async () => {
    await page.getByRole('combobox', { name: 'Order' }).selectOption('By name');
    await show.click();
    await expect(rows.first()).toContainText('Choir 01');
    await expect(rows.nth(49)).toContainText('Choir 50');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
    await expect(rows.first()).toContainText('Choir 51');
  });

  await test.step('filtered by state', async () => {
    await page.goto(town.path());
    await page.getByRole('combobox', { name: 'State' }).selectOption('Live');
    await show.click();
    await expect(rows).toHaveCount(1);
    await expect(rows.getByRole('link', { name: 'Choir 07' })).toBeVisible();
    await expect(rows.getByRole('link', { name: `choir-07-${town.label}.localhost` })).toBeVisible();
  });

  await test.step('searched by name and by address; what was looked for stands in the address', async () => {
    await page.goto(town.path());
    await page.getByRole('searchbox', { name: 'Search' }).fill('choir 1');
    await show.click();
    await expect(rows).toHaveCount(10);
    await page.reload();
    await expect(rows).toHaveCount(10);
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('choir 1');
    await page.getByRole('searchbox', { name: 'Search' }).fill(`07-${town.label}`);
    await show.click();
    await expect(rows).toHaveCount(1);
  });

  await test.step('signs that mean something to a database mean themselves', async () => {
    for (const sign of ['%', '_', "'", '\\', '"; drop table deployments; --']) {
      await page.goto(`${town.path()}?search=${encodeURIComponent(sign)}`);
      await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
    }
  });

  await test.step('nothing found leads back to all', async () => {
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect(rows).toHaveCount(50);
  });
});
