// The main job: from the first account to a live address, there and back again.
import { ask } from '../panel/ask.ts';
import { Panel } from '../panel/panel.ts';
import { HomepageForm } from '../people/form.ts';
import { PASSWORD } from '../people/person.ts';
import { expect, test as base } from '../test.ts';

/** A server that nobody has an account of yet. */
const test = base.extend<{ link: string }, { fresh: { panel: Panel; link: string } }>({
  fresh: [
    async ({}, use) => {
      const fresh = await Panel.start();
      await use(fresh);
      await fresh.panel.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  panel: [async ({ fresh }, use) => use(fresh.panel), { scope: 'worker' }],
  link: async ({ fresh }, use) => use(fresh.link),
});

test('somebody sets up a host, invites an operator, and a page goes live, changes, goes back and is removed', async ({
  page: provider,
  open,
  panel,
  link,
}) => {
  test.setTimeout(120_000);
  const [operator, visitor] = [await open(), await open()];
  const form = new HomepageForm(operator);
  const heading = operator.getByRole('heading', { level: 1 });
  const deploy = operator.getByRole('button', { name: 'Deploy Choir of Weidenau' });
  const live = operator.getByRole('heading', { name: 'Choir of Weidenau is live' });
  const entries = operator.getByRole('region', { name: 'Entries' }).getByRole('listitem');
  const part = (name: string) => operator.getByRole('navigation', { name: 'Deployment' }).getByRole('link', { name });
  let address = '';

  /** Makes a link of two weeks for somebody and hands it over. */
  const invite = async (email: string, role: string) => {
    await provider.getByRole('textbox', { name: 'E-mail address' }).fill(email);
    await provider.getByRole('radio', { name: new RegExp(`^${role}`, 'i') }).check();
    await provider.getByRole('button', { name: 'Invite' }).click();
    const shown = provider.getByRole('textbox', { name: 'Link' });
    await expect(provider.getByRole('rowheader', { name: email })).toBeVisible();
    return shown.inputValue();
  };

  await test.step('the first account is made through the one-time link', async () => {
    await provider.goto(link);
    await provider.getByRole('textbox', { name: 'Your name' }).fill('Hanna Host');
    await provider.getByRole('textbox', { name: 'E-mail address' }).fill('hanna@provider.example');
    await provider.getByLabel('Password').fill(PASSWORD);
    await provider.getByRole('button', { name: 'Create account' }).click();
    await expect(provider.getByRole('heading', { name: 'No organisation yet' })).toBeVisible();
  });

  await test.step('the link works once', async () => {
    await visitor.goto(link);
    await expect(visitor.getByText('This link is no longer valid.')).toBeVisible();
  });

  await test.step('the hosting provider makes an organisation', async () => {
    await provider.getByRole('textbox', { name: 'Name', exact: true }).fill('Weidenau');
    await provider.getByRole('textbox', { name: 'Short name' }).fill('weidenau');
    await provider.getByRole('button', { name: 'Create organisation' }).click();
    await expect(provider.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
  });

  const invitation = await test.step('and invites an operator', () => invite('otto@town.example', 'operator'));

  await test.step('the operator accepts in a browser of their own', async () => {
    await operator.goto(invitation);
    await expect(heading).toHaveText('Join Weidenau');
    await operator.getByRole('textbox', { name: 'Your name' }).fill('Otto Operator');
    await operator.getByLabel('Password').fill(PASSWORD);
    await operator.getByRole('button', { name: 'Join' }).click();
    await expect(operator.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  });

  await test.step('chooses an application', async () => {
    await operator.getByRole('link', { name: 'Choose an application' }).click();
    await expect(heading).toHaveText('Applications');
    await operator.getByRole('button', { name: 'Set up Home page' }).click();
    await expect(heading).toHaveText('Set up Home page');
  });

  await test.step('and fills in the form', async () => {
    await form.name.fill('weidenau');
    await form.title.fill('Choir of Weidenau');
    await form.tagline.fill('We sing every Thursday.');
    await form.about.fill('We began in 1911.\n\nAnd we go on.');
    await form.addLink({ label: 'Our videos', url: 'https://video.weidenau.example/' });
    await form.addLink({ label: 'Our photos', url: 'https://photos.weidenau.example/a?b=c&d' });
    await form.email.fill('hello@weidenau.example');
    await form.legalNotice.fill('https://weidenau.example/legal');
    await form.privacy.fill('https://weidenau.example/privacy');
    await form.withAccounts.check();
    await form.accounts.fill('social.weidenau.example');
    await form.review.click();
    await expect(heading).toHaveText('Review Choir of Weidenau');
  });

  await test.step('the review says what will be created', async () => {
    await expect(operator.getByRole('heading', { name: 'Will be created' })).toBeVisible();
    await expect(operator.getByText(`Web pages of Home page at http://weidenau.localhost:${panel.sitesPort}`)).toBeVisible();
    await expect(operator.getByRole('heading', { name: "What can't be undone" })).toBeVisible();
  });

  await test.step('a button makes it live, and the address is told', async () => {
    await deploy.click();
    await expect(live).toBeVisible({ timeout: 30_000 });
    const shown = operator.getByRole('link', { name: 'http://weidenau.localhost' });
    address = (await shown.getAttribute('href')) ?? '';
    expect(address).toBe(`http://weidenau.localhost:${panel.sitesPort}`);
  });

  await test.step('the address shows what was typed', async () => {
    await visitor.goto(address);
    await expect(visitor).toHaveTitle('Choir of Weidenau');
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Choir of Weidenau');
    await expect(visitor.getByText('We sing every Thursday.')).toBeVisible();
    await expect(visitor.getByText('We began in 1911.', { exact: true })).toBeVisible();
    await expect(visitor.getByText('And we go on.', { exact: true })).toBeVisible();
    const leadsTo = async (name: string, to: string) =>
      expect(visitor.getByRole('link', { name })).toHaveAttribute('href', to);
    await leadsTo('Our videos', 'https://video.weidenau.example/');
    await leadsTo('Our photos', 'https://photos.weidenau.example/a?b=c&d');
    await leadsTo('Write to us', 'mailto:hello@weidenau.example');
    await leadsTo('Legal notice', 'https://weidenau.example/legal');
    await leadsTo('Privacy', 'https://weidenau.example/privacy');
  });

  await test.step('who asks there for an account is sent on, with the question', async () => {
    const query = '?resource=acct:a@weidenau.localhost';
    const answer = await ask('127.0.0.1', `weidenau.localhost:${panel.sitesPort}`, `/.well-known/webfinger${query}`);
    expect(answer.status).toBe(301);
    expect(answer.location).toBe(`https://social.weidenau.example/.well-known/webfinger${query}`);
  });

  await test.step('a change is reviewed alone', async () => {
    await operator.getByRole('link', { name: 'To the deployment' }).click();
    await operator.getByRole('link', { name: 'Change', exact: true }).click();
    await expect(form.title).toHaveValue('Choir of Weidenau');
    await form.tagline.fill('We sing every Friday.');
    await form.review.click();
    await expect(heading).toHaveText('Review Choir of Weidenau');
    await expect(operator.getByRole('heading', { name: 'Will change' })).toBeVisible();
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText('In one sentence');
    await expect(entries).toContainText('We sing every Thursday.');
    await expect(entries).toContainText('We sing every Friday.');
  });

  await test.step('and goes live', async () => {
    await visitor.goto(address);
    await expect(visitor.getByText('We sing every Thursday.')).toBeVisible();
    await deploy.click();
    await expect(live).toBeVisible({ timeout: 30_000 });
    await visitor.goto(address);
    await expect(visitor.getByText('We sing every Friday.')).toBeVisible();
  });

  await test.step('the history shows both, with what differs', async () => {
    await operator.getByRole('link', { name: 'To the deployment' }).click();
    await part('History').click();
    await expect(heading).toHaveText('History of Choir of Weidenau');
    const [second, first] = [
      operator.getByRole('listitem').filter({ has: operator.getByRole('heading', { name: 'Revision 2' }) }),
      operator.getByRole('listitem').filter({ has: operator.getByRole('heading', { name: 'Revision 1' }) }),
    ];
    await expect(second).toContainText('Live');
    await expect(second).toContainText('Changes since revision 1');
    await expect(second).toContainText('We sing every Thursday.');
    await expect(second).toContainText('We sing every Friday.');
    await expect(first).toContainText('Was live');
    await first.getByRole('button', { name: 'Return to this' }).click();
    await expect(heading).toHaveText('Review Choir of Weidenau');
    await expect(entries).toHaveCount(1);
  });

  await test.step('going back brings the old page', async () => {
    await deploy.click();
    await expect(live).toBeVisible({ timeout: 30_000 });
    await visitor.goto(address);
    await expect(visitor.getByText('We sing every Thursday.')).toBeVisible();
  });

  await test.step('unchanged entries would change nothing', async () => {
    await operator.getByRole('link', { name: 'To the deployment' }).click();
    await part('Configuration').click();
    await form.review.click();
    await expect(operator.getByRole('heading', { name: 'Nothing would change' })).toBeVisible();
    await expect(deploy).toHaveCount(0);
  });

  await test.step('an operator is told that only an owner removes', async () => {
    await operator.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: 'Choir of Weidenau' }).click();
    await part('Remove').click();
    await expect(operator.getByText('Only an owner of the organisation can remove a deployment.')).toBeVisible();
    await expect(operator.getByRole('button', { name: 'Remove Choir of Weidenau' })).toHaveCount(0);
  });

  await test.step('an owner removes it, by its name', async () => {
    const removal = operator.url();
    const owner = await open();
    await owner.goto(await invite('olga@town.example', 'owner'));
    await owner.getByRole('textbox', { name: 'Your name' }).fill('Olga Owner');
    await owner.getByLabel('Password').fill(PASSWORD);
    await owner.getByRole('button', { name: 'Join' }).click();
    await expect(owner.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();

    await owner.goto(removal);
    const typed = owner.getByRole('textbox', { name: 'To confirm, type: Choir of Weidenau' });
    const remove = owner.getByRole('button', { name: 'Remove Choir of Weidenau' });
    await typed.fill('choir');
    await remove.click();
    await expect(typed).toHaveAccessibleDescription(/This is not what stands above/);
    await typed.fill('Choir of Weidenau');
    await remove.click();
    await expect(owner.getByRole('heading', { name: 'Choir of Weidenau was removed' })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the address no longer answers with it', async () => {
    const answer = await ask('127.0.0.1', `weidenau.localhost:${panel.sitesPort}`, '/');
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('Weidenau');
    await operator.goto('/o/weidenau');
    await expect(operator.getByRole('link', { name: 'Choir of Weidenau' })).toHaveCount(0);
  });
});
