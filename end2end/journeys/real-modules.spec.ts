// An application as people really use it, set up through its form: what follows from an answer, what is for good, what it
// will be made of. Nothing here deploys to such an environment, and the review says so.
import { join } from 'node:path';
import { ROOT } from '../panel/panel.ts';
import { MastodonForm } from '../people/mastodon.ts';
import { expect, test } from '../test.ts';

const HALL = 'Town hall';

// A relay for mail, and hosts whose names and addresses the hosting provider sees to.
const CONFIGURATION = `
[[environments]]
kind = "proxmox"
name = "${HALL}"
layout = "one-each"
settings = { relay = { server = "mail.provider.example" }, storage = { domain = "storage.provider.example" } }
policies = { tls-certificate = { termsAccepted = true, contact = "host@provider.example" } }
`;

test.use({ offer: { configuration: CONFIGURATION, words: ['--nixpkgs', join(ROOT, 'nix/tests/nixpkgs')] } });

test('an operator sets up Mastodon and is told what will exist, and what is for good', async ({ operator: { page }, town, javaScriptEnabled }) => {
  const form = new MastodonForm(page);
  const heading = page.getByRole('heading', { level: 1 });

  await test.step('chooses where it runs', async () => {
    await page.goto(town.path('/applications'));
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Mastodon' }) });
    await card.getByRole('button', { name: 'Set up Mastodon' }).click();
    await expect(heading).toHaveText('Set up Mastodon');
    await expect(form.review).toBeVisible();
  });

  await test.step('and for how many people: the form fills in what they need, and recognises it', async () => {
    await form.title.fill('Weidenau Social');
    await expect(async () => {
      await form.size('1,000').click();
      await expect(form.recognised).toHaveText('The entries are as for up to 1,000 people.', { timeout: 2000 });
    }).toPass();
    await expect(form.size('1,000')).toHaveAttribute('aria-pressed', 'true');
    await expect(form.size('1,000')).toContainText('8 cores · 16 GiB memory · 100 GiB disk');
    await expect(form.cores).toHaveValue('8');
    await expect(form.title).toHaveValue('Weidenau Social');
  });

  await test.step('says who they are, and is told what follows from it', async () => {
    await expect(page.getByRole('group', { name: 'Address', exact: true })).toContainText("Can't be changed later");
    await form.domain.fill('weidenau.example');
    if (javaScriptEnabled) {
      await expect(form.mediaDomain).toHaveAccessibleDescription(/Left empty, it will be media\.weidenau\.example\./);
      await expect(form.sender).toHaveAttribute('placeholder', 'notifications@weidenau.example');
    }
    await form.userName.fill('otto');
    await form.email.fill('otto@weidenau.example');
  });

  await test.step('asks for a mail server of their own', async () => {
    await expect(form.mailServer).toBeHidden();
    await form.ownMail.check();
    await form.mailServer.fill('Mail Server');
    await form.mailPort.fill('70000');
    await form.cores.fill('4000');
    await form.review.click();
    const problems = page.getByRole('alert').filter({ hasText: 'to mend' });
    await expect(problems).toContainText('Processor cores: This must be at least 1 and at most 512.');
    await expect(problems).toContainText('Mail server of your own, Port: A port is a number from 1 to 65535.');
    await problems.getByRole('link', { name: 'Mail server of your own, Server' }).click();
    await expect(form.mailServer).toBeFocused();
    await form.mailServer.fill('mail.weidenau.example');
    await form.mailPort.fill('465');
    await form.cores.fill('6');
  });

  await test.step('keeps it, and finds it again', async () => {
    await form.keep.click();
    await expect(heading).toHaveText('Weidenau Social');
    await page.getByRole('link', { name: 'Go on with the form' }).click();
    await expect(form.ownMail).toBeChecked();
    await expect(form.mailServer).toHaveValue('mail.weidenau.example');
    await expect(form.inBucket).toBeChecked();
    await expect(form.recognised).toHaveText('The entries are as for up to 1,000 people; one was changed by hand.');
  });

  await test.step('and reviews hosts, names, storage and mail', async () => {
    await form.review.click();
    await expect(heading).toHaveText('Review Weidenau Social');
    const main = page.getByRole('main');
    await expect(main).toContainText('This can be planned, but not deployed');
    await expect(main).toContainText(/A host \S+: \d+ cores/);
    await expect(main).toContainText('The name weidenau.example, which leads to its host');
    await expect(main).toContainText(/Storage \S+ for files of Mastodon, which everybody sees at \S*media\.weidenau\.example/);
    await expect(main).toContainText(/A host \S+-storage: \d+ cores?,/);
    await expect(main).not.toContainText('Mail of Mastodon');
    await expect(page.getByRole('button', { name: /^Deploy/ })).toHaveCount(0);
  });

  await test.step('with every entry that is for good', async () => {
    const final = page.getByRole('region', { name: "What can't be undone" });
    for (const [label, value] of [
      ['Domain of the accounts', 'weidenau.example'],
      ['Domain of the pages, if it is another one', 'nothing'],
      ['Where they are kept', 'In object storage, under a name of their own'],
      ['Domain of the files', 'media.weidenau.example'],
      ['Account, User name', 'otto'],
    ] as const) {
      const term = final.getByRole('term').filter({ hasText: label });
      await expect(term.locator('xpath=following-sibling::dd[1]'), label).toHaveText(value);
    }
  });

  await test.step('or lets mail go through the hosting provider', async () => {
    await page.getByRole('link', { name: 'Back to the form' }).click();
    await form.ownMail.uncheck();
    await expect(form.mailServer).toBeHidden();
    await expect(form.messagesADay).toBeVisible();
    await form.review.click();
    await expect(heading).toHaveText('Review Weidenau Social');
    await expect(page.getByRole('main')).toContainText(
      'Mail of Mastodon from notifications@weidenau.example, through mail.provider.example',
    );
  });
});

test('what does not apply is out of sight, kept with the draft, and not planned', async ({ operator: { page }, town, javaScriptEnabled }) => {
  const form = new MastodonForm(page);
  await page.goto(town.path('/applications'));
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Mastodon' }) });
  await card.getByRole('button', { name: 'Set up Mastodon' }).click();
  await expect(form.review).toBeVisible();

  await form.title.fill('Hidden');
  await form.domain.fill('hidden.example');
  await form.userName.fill('otto');
  await form.email.fill('otto@hidden.example');
  await form.mediaDomain.fill('files.hidden.example');
  await form.onHost.check();

  if (javaScriptEnabled) {
    await expect(async () => {
      await form.inBucket.check();
      await form.onHost.check();
      await expect(form.mediaDomain).toBeHidden({ timeout: 1000 });
    }).toPass();
    await expect(form.answersThere).toBeHidden();
    await form.pagesElsewhere.fill('social.hidden.example');
    await expect(form.answersThere).toBeVisible();
    await form.pagesElsewhere.fill('');
    await expect(form.answersThere).toBeHidden();
  } else {
    await expect(form.answersThere).toBeVisible();
    await expect(page.getByText('Only if “Domain of the pages, if it is another one” is filled in.')).toBeVisible();
    await expect(page.getByText('Only if “Where they are kept” is “In object storage, under a name of their own”.').first()).toBeVisible();
  }

  await form.review.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review Hidden');
  await expect(page.getByRole('main')).not.toContainText('files.hidden.example');
  await page.getByRole('link', { name: 'Back to the form' }).click();
  await form.inBucket.check();
  await expect(form.mediaDomain).toBeVisible();
});
