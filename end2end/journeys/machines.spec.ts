// Applications on machines that a hosting provider has: what is to be prepared on them, and what happens when one is away.
import type { Page } from '@playwright/test';
import { ANNEX, CELLAR, MISTAKEN, WEB, expect, test } from '../machines.ts';
import { ask } from '../panel/ask.ts';
import type { Host } from '../panel/host.ts';
import { Deployment, entries } from '../people/deployment.ts';
import { HomepageForm } from '../people/form.ts';

const LIVE_WITHIN = 30_000;

/** Does on a machine what `check-environment` asks for. */
async function prepare(host: Host, said: string): Promise<void> {
  const key = /MISSING.* Signatures: .*?([\w.-]+:[\w+/]{43}=)/.exec(said)?.[1];
  const lines = [...said.matchAll(/MISSING.*nginx .*“(.*;)”/g)].map(([, line]) => `'${line}'`);
  if (key) await host.run(`echo 'extra-trusted-public-keys = ${key}' >>/etc/nix/nix.conf`);
  const write = `printf '%s\\n' ${lines.join(' ')} >/etc/nginx/conf.d/fediversity.conf`;
  if (lines.length > 0) await host.run(`${write}; systemctl reload nginx`);
}

/** Waits until a web server no longer shows a page: while it reloads, it answers as before. */
async function waitUntilGone(host: Host, site: string, text: string): Promise<void> {
  await expect.poll(async () => (await ask(host.address, site, '/')).text).not.toContain(text);
}

/** Takes a machine down, and waits until it is up again. */
async function reboot(host: Host): Promise<void> {
  const began = () => host.run('systemctl show --property=ActiveEnterTimestampMonotonic --value nginx');
  const before = await began();
  // The connection ends with the machine.
  await host.run('systemctl reboot').catch(() => undefined);
  const hasBegunAgain = async () => ![before, '0'].includes(await began().catch(() => '0'));
  await expect.poll(hasBegunAgain, { timeout: 30_000 }).toBe(true);
}

/** The steps that a finished run shows, with what is said of each to who can't see it. */
function stepsOf(page: Page): Promise<string[]> {
  return page.getByRole('list', { name: 'Steps' }).getByRole('listitem').allTextContents();
}

test('a hosting provider prepares a machine as it is told, and a home page goes live on its web server', async ({
  machines: { web },
  operator: { page },
  open,
  join,
  panel,
  town,
  witness,
}) => {
  test.setTimeout(120_000);
  const form = new HomepageForm(page);
  const heading = page.getByRole('heading', { level: 1 });
  const deploy = page.getByRole('button', { name: 'Deploy Choir of Weidenau' });
  const live = page.getByRole('heading', { name: 'Choir of Weidenau is live' });
  const to = (name: string) => page.getByRole('link', { name, exact: true }).click();
  const site = `choir.${WEB.base}`;
  const address = `http://${site}`;
  witness.knows(site);
  const visitor = await open();

  await test.step('the check says what is missing, with the lines to add', async () => {
    const { code, stdout } = await panel.command('check-environment', WEB.name);
    expect(code).toBe(1);
    expect(stdout).toMatch(/ok +web +Connection: \S+ answers with the pinned host key/);
    expect(stdout).toMatch(/MISSING +web +nginx: .* “include \/var\/www\/fediversity\/\*\/nginx\.conf;”/);
    expect(stdout).toMatch(/MISSING +web +Signatures: .*trusted-public-keys/);
    await prepare(web, stdout);
  });

  await test.step('and is content once they are added', async () => {
    const { code, stdout } = await panel.command('check-environment', WEB.name);
    expect(stdout).not.toContain('MISSING');
    expect(code).toBe(0);
  });

  await test.step('an operator chooses that it runs there', async () => {
    await page.goto(town.path('/applications'));
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Home page' }) });
    await card.getByRole('combobox', { name: 'Where it runs' }).selectOption(WEB.name);
    await card.getByRole('button', { name: 'Set up Home page' }).click();
    await form.name.fill('choir');
    await form.title.fill('Choir of Weidenau');
    await form.tagline.fill('We sing every Thursday.');
    await form.withAccounts.check();
    await form.accounts.fill('social.weidenau.example');
    await form.review.click();
    await expect(heading).toHaveText('Review Choir of Weidenau');
    await expect(page.getByText(`Web pages of Home page at ${address}`)).toBeVisible();
  });

  await test.step('and follows how it is copied there and goes live', async () => {
    await deploy.click();
    await expect(live).toBeVisible({ timeout: LIVE_WITHIN });
    const steps = await stepsOf(page);
    for (const step of ['Copied to its machines: done', 'Handed over secrets: done', 'Made live: done']) {
      expect(steps.filter((text) => text.startsWith(step)), step).toHaveLength(1);
    }
    await expect(page.getByRole('link', { name: address })).toHaveAttribute('href', address);
  });

  await test.step("the machine's own web server shows it", async () => {
    await visitor.goto(address);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Choir of Weidenau');
    await expect(visitor.getByText('We sing every Thursday.')).toBeVisible();
    const query = `?resource=acct:a@${site}`;
    const answer = await ask(web.address, site, `/.well-known/webfinger${query}`);
    expect(answer.status).toBe(301);
    expect(answer.location).toBe(`https://social.weidenau.example/.well-known/webfinger${query}`);
  });

  await test.step('a change goes live', async () => {
    await to('To the deployment');
    await to('Change');
    await form.tagline.fill('We sing every Friday.');
    await form.review.click();
    await deploy.click();
    await expect(live).toBeVisible({ timeout: LIVE_WITHIN });
    await visitor.goto(address);
    await expect(visitor.getByText('We sing every Friday.')).toBeVisible();
  });

  await test.step('going back brings the old page', async () => {
    await to('To the deployment');
    await to('History');
    const first = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Revision 1' }) });
    await first.getByRole('button', { name: 'Return to this' }).click();
    await deploy.click();
    await expect(live).toBeVisible({ timeout: LIVE_WITHIN });
    await visitor.goto(address);
    await expect(visitor.getByText('We sing every Thursday.')).toBeVisible();
  });

  await test.step('unchanged entries would change nothing', async () => {
    await to('To the deployment');
    await to('Configuration');
    await form.review.click();
    await expect(page.getByRole('heading', { name: 'Nothing would change' })).toBeVisible();
    await expect(deploy).toHaveCount(0);
  });

  await test.step('an owner removes it, and the machine no longer answers with it', async () => {
    const { page: owner } = await join(town, 'owner');
    await owner.goto(page.url().replace(/\/review\/.*/, '/remove'));
    await owner.getByRole('textbox', { name: 'To confirm, type: Choir of Weidenau' }).fill('Choir of Weidenau');
    await owner.getByRole('button', { name: 'Remove Choir of Weidenau' }).click();
    await expect(owner.getByRole('heading', { name: 'Choir of Weidenau was removed' })).toBeVisible({ timeout: LIVE_WITHIN });
    await waitUntilGone(web, site, 'Weidenau');
    expect(await web.run('ls /var/www/fediversity')).toBe('');
  });
});

test('a home page goes live as the system of a NixOS machine, which has its own again when it is removed', async ({
  machines: { cellar },
  operator,
  page,
  open,
  join,
  panel,
  town,
  witness,
}) => {
  test.setTimeout(120_000);
  const site = `oak-choir.${CELLAR.base}`;
  const address = `http://${site}`;
  witness.knows(site);
  const visitor = await open();
  const system = () => cellar.run('readlink -f /run/current-system /nix/var/nix/profiles/system');
  const before = await system();

  await test.step('the check asks for trust alone', async () => {
    const { stdout } = await panel.command('check-environment', CELLAR.name);
    expect(stdout).toMatch(/ok +oak +NixOS: it runs/);
    expect(stdout.match(/MISSING.*/g)).toHaveLength(1);
    await prepare(cellar, stdout);
    expect(await panel.command('check-environment', CELLAR.name)).toMatchObject({ code: 0 });
  });

  const deployment = await Deployment.begin(town, operator.functions, CELLAR.name);
  const fields = (tagline: string) => entries('oak-choir', 'Choir in the cellar', { tagline });

  await test.step('it goes live as the whole system of the machine', async () => {
    // On a real NixOS, all of /etc is the system's.
    await cellar.run(`echo 'include /etc/nginx/fediversity/*.conf;' >/etc/nginx/conf.d/system.conf`);
    const revision = await deployment.stage(fields('We sing every Thursday.'));
    await page.goto(deployment.path(`/review/${revision}`));
    await page.getByRole('button', { name: 'Deploy Choir in the cellar' }).click();
    await expect(page.getByRole('heading', { name: 'Choir in the cellar is live' })).toBeVisible({ timeout: LIVE_WITHIN });
    await expect(page.getByRole('link', { name: address })).toHaveAttribute('href', address);
    const [running, next] = (await system()).split('\n');
    expect(running).toMatch(/-nixos-system-/);
    expect(next).toBe(running);
    await visitor.goto(address);
    await expect(visitor.getByText('We sing every Thursday.')).toBeVisible();
  });

  await test.step('a change goes live', async () => {
    await deployment.deploy(fields('We sing every Friday.'));
    await visitor.goto(address);
    await expect(visitor.getByText('We sing every Friday.')).toBeVisible();
  });

  await test.step('the machine starts with it', async () => {
    await reboot(cellar);
    await visitor.goto(address);
    await expect(visitor.getByText('We sing every Friday.')).toBeVisible();
  });

  await test.step('removed, the machine is back on the system that it had, which nobody has collected', async () => {
    await cellar.run('nix-collect-garbage --delete-old --quiet');
    const owner = await join(town, 'owner');
    await deployment.as(owner.functions).remove('Choir in the cellar');
    expect(await system()).toBe(before);
    await waitUntilGone(cellar, site, 'Choir');
    expect((await ask(cellar.address, site, '/')).text).toBe('first');
  });
});

test('a machine that is away, or another one, is said to be, and nothing is lost', async ({
  machines: { annex },
  operator,
  page,
  open,
  panel,
  town,
  witness,
}) => {
  test.setTimeout(120_000);
  const site = `ringers.${ANNEX.base}`;
  witness.knows(site);
  const visitor = await open();
  const failed = page.getByRole('heading', { name: 'Bell ringers was not changed' });
  const main = page.getByRole('main');
  const deploy = page.getByRole('button', { name: 'Deploy Bell ringers' });
  await prepare(annex, (await panel.command('check-environment', ANNEX.name)).stdout);
  const deployment = await Deployment.begin(town, operator.functions, ANNEX.name);
  await deployment.deploy(entries('ringers', 'Bell ringers', { tagline: 'On Sundays.' }));
  const revision = await deployment.stage(entries('ringers', 'Bell ringers', { tagline: 'On Saturdays.' }));

  await test.step('one that nobody can reach: the run says so, and what to do', async () => {
    await annex.unplug();
    await page.goto(deployment.path(`/review/${revision}`));
    await deploy.click();
    await expect(failed).toBeVisible({ timeout: LIVE_WITHIN });
    await expect(main).toContainText('The environment did not answer. Tell your hosting provider');
    await main.getByText('Technical detail', { exact: true }).click();
    await expect(main.getByText("web: it can't be reached")).toBeVisible();
  });

  await test.step('the check says the same', async () => {
    const { code, stdout } = await panel.command('check-environment', ANNEX.name);
    expect(code).toBe(1);
    expect(stdout).toMatch(/MISSING +web +Connection: it can't be reached: /);
  });

  await test.step('once it is back it shows what it did, and the same deployment goes live', async () => {
    await annex.plugIn();
    await visitor.goto(`http://${site}`);
    await expect(visitor.getByText('On Sundays.')).toBeVisible();
    await page.getByRole('link', { name: 'Review and deploy again' }).click();
    await deploy.click();
    await expect(page.getByRole('heading', { name: 'Bell ringers is live' })).toBeVisible({ timeout: LIVE_WITHIN });
    await visitor.reload();
    await expect(visitor.getByText('On Saturdays.')).toBeVisible();
  });

  await test.step('one with another host key is not touched', async () => {
    const other = await Deployment.begin(town, operator.functions, MISTAKEN.name);
    const planned = await other.stage(entries('ringers', 'Bell ringers'));
    await page.goto(other.path(`/review/${planned}`));
    await deploy.click();
    await expect(failed).toBeVisible({ timeout: LIVE_WITHIN });
    await expect(main).toContainText('The environment is not ready for deployments.');
    await main.getByText('Technical detail', { exact: true }).click();
    await expect(main.getByText('web: it has another host key than the one that is pinned')).toBeVisible();
    expect((await ask(annex.address, `ringers.${MISTAKEN.base}`, '/')).text).not.toContain('Bell ringers');
  });
});
