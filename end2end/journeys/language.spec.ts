// Every screen speaks German as well.
import { Deployment, entries } from '../people/deployment.ts';
import { expect, test } from '../test.ts';

test('the language is switched by a menu, and stays', async ({ operator, page, town }) => {
  await page.goto(town.path('/people'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');

  await page.getByText('Language: English').click();
  await page.getByRole('button', { name: 'Deutsch' }).click();

  await expect(page).toHaveURL(new RegExp(`${town.path('/people')}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Personen');
  await page.getByRole('link', { name: 'Anwendungen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anwendungen');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anwendungen');
  expect(operator.page).toBe(page);
});

test.describe('in a browser that asks for German', () => {
  test.use({ locale: 'de-DE' });

  test('the whole journey is in German', async ({ operator, page, town }) => {
    const name = `de-${town.label}`;
    const title = page.getByRole('heading', { level: 1 });
    const part = (of: string) => page.getByRole('navigation', { name: 'Installation' }).getByRole('link', { name: of });
    await (await Deployment.begin(town, operator.functions)).deploy(entries(name, 'Chor'));

    await page.goto('/sign-in');
    await expect(title).toHaveText('Anmelden');
    await page.goto('/account');
    await expect(title).toHaveText('Ihr Konto');
    await page.goto(town.path());
    await expect(title).toHaveText('Übersicht');
    await page.getByRole('link', { name: 'Personen' }).click();
    await expect(title).toHaveText('Personen');
    await page.getByRole('link', { name: 'Anwendungen' }).click();
    await expect(title).toHaveText('Anwendungen');
    await page.getByRole('button', { name: 'Startseite einrichten' }).click();
    await expect(title).toHaveText('Startseite einrichten');

    await page.getByRole('textbox', { name: 'Kurzname' }).fill(`${name}-2`);
    await page.getByRole('group', { name: 'Wer Sie sind' }).getByRole('textbox', { name: 'Name Ihrer Gemeinschaft' }).fill('Chor Weidenau');
    await page.getByRole('button', { name: 'Prüfen', exact: true }).click();
    await expect(title).toHaveText('Chor Weidenau prüfen');
    await page.getByRole('button', { name: 'Chor Weidenau veröffentlichen' }).click();
    await expect(title).toHaveText('Chor Weidenau ist live', { timeout: 30_000 });
    await page.getByRole('link', { name: 'Zur Installation' }).click();
    await expect(title).toHaveText('Chor Weidenau');
    await part('Konfiguration').click();
    await expect(title).toHaveText('Chor Weidenau ändern');
    await part('Verlauf').click();
    await expect(title).toHaveText('Verlauf von Chor Weidenau');
    await part('Entfernen').click();
    await expect(title).toHaveText('Chor Weidenau entfernen');
    await page.goto('/nirgends');
    await expect(title).toHaveText('Diese Seite gibt es nicht');
    await expect(page.getByRole('link', { name: 'Zum Anfang' })).toBeVisible();
  });
});
