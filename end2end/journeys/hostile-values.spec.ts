// Whatever is entered is refused with a sentence, or shown back unchanged as text; nothing of it is ever carried out.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE_FILES } from '../hostile/files.ts';
import { hostileValues, showable } from '../hostile/values.ts';
import { Deployment, entries } from '../people/deployment.ts';
import { HomepageForm } from '../people/form.ts';
import { expect, test } from '../test.ts';

/** As many as the form has places for at once. */
const AT_ONCE = 20;

/** Where a value stands in a text field: line ends are one character there. */
function asText(value: string): string {
  return value.replaceAll('\r\n', '\n');
}

test('two hundred hostile values in the form are refused with a sentence or shown back as they were @js', async ({
  operator,
  page,
  panel,
  town,
}) => {
  const canary = join(panel.directory, 'canary');
  const values = hostileValues(canary);
  expect(new Set(values).size).toBeGreaterThanOrEqual(200);
  const texts = page.getByRole('group', { name: 'Translations', exact: true }).getByRole('textbox', { name: 'About you' });
  const urls = new HomepageForm(page).links.getByRole('textbox', { name: 'Address' });
  const deployment = await Deployment.begin(town, operator.functions);

  for (let first = 0; first < values.length; first += AT_ONCE) {
    const batch = values.slice(first, first + AT_ONCE);
    const rows = batch.flatMap((value, index): [string, string][] => [
      [`translations.${index}.language`, 'de'],
      [`translations.${index}.title`, 'A title, so that the row counts'],
      [`translations.${index}.description`, value],
      [`links.${index}.label`, 'A label, so that the row counts'],
      // No request may be longer than a megabyte.
      [`links.${index}.url`, value.slice(0, 5000)],
    ]);
    await deployment.save(entries('hostile', '', Object.fromEntries(rows)), 'review');
    await page.goto(deployment.path('/configuration'));
    await expect(texts).toHaveCount(batch.length);

    const shown = await texts.evaluateAll((areas) =>
      areas.map((area) => ({ text: (area as HTMLTextAreaElement).value, wrong: area.getAttribute('aria-invalid') })),
    );
    for (const [index, { text, wrong }] of shown.entries()) {
      const value = batch[index] ?? '';
      const kept = text === asText(value) || wrong === 'true';
      expect.soft(kept, `${JSON.stringify(value).slice(0, 100)} is shown as ${JSON.stringify(text).slice(0, 100)}`).toBe(true);
    }
    const addresses = await urls.evaluateAll((fields) => fields.map((field) => field.getAttribute('aria-invalid')));
    for (const [index, wrong] of addresses.entries()) {
      expect.soft(wrong, `${JSON.stringify(batch[index]).slice(0, 100)} is no web address`).toBe('true');
    }
  }
  expect(existsSync(canary)).toBe(false);
});

test('every option refuses them with a sentence, whatever its kind', async ({ operator, page, panel, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(page);
  const hostile = '${builtins.readFile "/etc/passwd"}\'\'"><script>alert(1)</script>';

  await page.goto(deployment.path('/configuration'));
  await form.name.fill(hostile);
  await form.title.fill(hostile);
  await form.about.fill(hostile);
  await form.email.fill(hostile);
  await form.legalNotice.fill(hostile);
  await form.withAccounts.check();
  await form.accounts.fill(hostile);
  await form.addLink({ label: hostile, url: hostile });
  await form.review.click();

  await expect(page.getByRole('alert').getByRole('heading')).toHaveText('6 entries to mend');
  for (const field of [form.name, form.email, form.legalNotice, form.accounts, form.link(1).label, form.link(1).url]) {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(hostile);
  }
  for (const field of [form.title, form.about]) await expect(field).toHaveValue(hostile);
  expect(panel.said).not.toContain('panicked');
});

test('what a page may show, the live page shows as text @js', async ({ operator, open, page, panel, town }) => {
  const canary = join(panel.directory, 'canary');
  const values = showable(hostileValues(canary));
  const title = '${builtins.currentTime}\'\'"><script>alert(1)</script>';
  const visitor = await open();

  for (let first = 0; first < values.length; first += 40) {
    const batch = values.slice(first, first + 40);
    const links = batch.flatMap((value, index): [string, string][] => [
      [`links.${index}.label`, `Link ${index}`],
      [`links.${index}.url`, 'https://town.example/'],
      [`links.${index}.description`, value],
    ]);
    const deployment = await Deployment.begin(town, operator.functions);
    const name = `hostile-${first}-${town.label}`;
    const { address } = await deployment.deploy(entries(name, title, { tagline: title, description: title, ...Object.fromEntries(links) }));

    await visitor.goto(address);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(visitor).toHaveTitle(title);
    const items = visitor.getByRole('region', { name: 'Where to find us' }).getByRole('listitem');
    await expect(items).toHaveCount(batch.length);
    const shown = await items.evaluateAll((all) => all.map((item) => item.textContent));
    for (const [index, value] of batch.entries()) expect.soft(shown[index], `link ${index}`).toContain(value);
    await page.goto(deployment.path());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  expect(existsSync(canary)).toBe(false);
});

test('requests that no form sends are answered, and break nothing @js', async ({ operator, page, panel, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const here = { organisation: town.label, deployment: deployment.id };
  const strange: Record<string, string>[] = [
    ...['_type', '__functor', 'imports', '_module.args', 'outPath', 'links._type', 'links.0.__functor', 'title.x', ''].map((option) => ({
      [`fields[homepage.${option}]`]: 'x',
    })),
    ...['99999999999999999999', '4294967296', '-1', '1e3', ' 1', '0x1'].map((row) => ({ [`fields[homepage.links.${row}.url]`]: 'x' })),
    { 'fields[]': 'x' },
    { fields: 'x' },
    { 'fields[homepage.title][x]': 'x' },
    { [`fields[homepage.${'links.'.repeat(50_000)}]`]: 'x' },
    { [`fields${'[x]'.repeat(200_000)}`]: 'x' },
    ...['add homepage.title', 'add _type.x', 'remove homepage.links.-1', 'remove homepage', `add ${'a.'.repeat(100_000)}`, 'review\0'].map(
      (intent) => ({ intent }),
    ),
  ];

  for (const fields of strange) {
    const answer = await operator.functions.call('save-draft', { ...here, ...fields });
    expect.soft(answer.status(), JSON.stringify(fields).slice(0, 100)).toBeLessThan(500);
    const form = await page.goto(deployment.path('/configuration'));
    expect.soft(form?.status(), `the form after ${JSON.stringify(fields).slice(0, 100)}`).toBe(200);
  }
  const megabyte = await operator.functions.call('save-draft', { ...here, ...entries('x', 'x'.repeat(1024 * 1024)), intent: 'keep' });
  expect.soft(megabyte.status(), 'a megabyte').toBe(413);
  expect.soft((await megabyte.text()).trim(), 'a refusal is a sentence').toMatch(/^[A-Z“].*\.$/s);
  expect(panel.said).not.toContain('panicked');
});

test('files of options that are no options are refused with a sentence on the command line @js', async ({ operator, panel, town }) => {
  test.setTimeout(90_000);
  const path = join(panel.directory, 'options.json');
  const whose = ['--as', operator.account.email, '--organisation', town.label, '--application', 'homepage'];

  for (const [what, content] of Object.entries(HOSTILE_FILES)) {
    writeFileSync(path, content);
    const { code, stderr } = await panel.command('plan', ...whose, path);
    expect.soft(code, what).toBe(1);
    expect.soft(stderr, what).toMatch(/^\S.{10,}/);
    expect.soft(stderr, what).not.toMatch(/panicked|RUST_BACKTRACE|overflow/);
    expect.soft(stderr.length, `${what}: ${stderr.slice(0, 300)}`).toBeLessThan(2000);
  }

  const query = { organisation: town.label, page: '1', search: '', state: '', sort: 'changed' };
  const { page: overview } = await operator.functions.read<{ page: { total: number } }>('deployments', query);
  expect(overview.total).toBe(0);
});
