// The page of a run: it follows by itself, survives a lost connection, and can be cancelled.
import type { Page } from '@playwright/test';
import { pauseNextBuild } from '../panel/build.ts';
import { Line } from '../panel/line.ts';
import { Deployment, entries } from '../people/deployment.ts';
import { expect, test } from '../test.ts';

/** The numbers of the lines that the page shows, in the order in which it shows them. */
function shownLines(page: Page): Promise<number[]> {
  const lines = page.getByRole('list', { name: 'Log' }).getByRole('listitem');
  return lines.evaluateAll((items) => items.map((item) => (item as HTMLLIElement).value));
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

interface RunContent {
  detail: { lines: { number: number; text: string }[] };
}

test('steps and log follow without loading the page again @js', async ({ operator, page, panel, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const revision = await deployment.stage(entries(`followed-${town.label}`, 'Followed'));
  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await page.goto(deployment.path(`/review/${revision}`));

  const caught = pauseNextBuild(panel);
  await page.getByRole('button', { name: 'Deploy Followed' }).click();
  const build = await caught;
  await expect(page.getByRole('heading', { name: 'Deploying Followed' })).toBeVisible();
  await expect(steps.filter({ hasText: 'Building' })).toHaveAttribute('aria-current', 'step');
  await expect(page.getByText('You can close this page; it goes on.')).toBeVisible();
  let loads = 0;
  page.on('framenavigated', () => (loads += 1));
  build.resume();

  await expect(page.getByRole('heading', { name: 'Followed is live' })).toBeVisible({ timeout: 30_000 });
  await expect(steps).toHaveText([/^Checked.*: done/, /^Worked out.*: done/, /^Built: done/, /^Made live: done/, /answers: done/, /what is live: done/]);
  for (const step of await steps.allTextContents()) expect(step).toMatch(/(under 1|\d\.\d) s$/);
  const run = /runs\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  const { detail } = await operator.functions.read<RunContent>('run', { organisation: town.label, run });
  await expect.poll(() => shownLines(page)).toEqual(upTo(detail.lines.length));
  expect(detail.lines.length).toBeGreaterThan(1);
  expect(loads).toBe(0);
});

test('without scripts, the page of a run shows its end as well', async ({ operator, page, panel, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const revision = await deployment.stage(entries(`looked-at-${town.label}`, 'Looked at'));
  await page.goto(deployment.path(`/review/${revision}`));

  const caught = pauseNextBuild(panel);
  await page.getByRole('button', { name: 'Deploy Looked at' }).click();
  const build = await caught;
  await expect(page.getByRole('heading', { name: 'Deploying Looked at' })).toBeVisible();
  build.resume();

  await expect(page.getByRole('heading', { name: 'Looked at is live' })).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await shownLines(page)).length).toBeGreaterThan(1);
  const shown = await shownLines(page);
  expect(shown).toEqual(upTo(shown.length));
});

test('after a lost connection the log goes on without a gap or a double line @js', async ({
  operator,
  page,
  panel,
  town,
  witness,
}) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const revision = await deployment.stage(entries(`lost-${town.label}`, 'Lost and found'));
  const interrupted = page.getByText('The connection is interrupted.');
  const line = await Line.to(panel.port);
  witness.knows(line.host);
  await page.goto(`${line.url}${deployment.path(`/review/${revision}`)}`);
  const caught = pauseNextBuild(panel);
  await page.getByRole('button', { name: 'Deploy Lost and found' }).click();
  const build = await caught;
  await expect(page.getByRole('heading', { name: 'Deploying Lost and found' })).toBeVisible();
  const run = /runs\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  const before = await shownLines(page);

  witness.lineIsCut = true;
  line.cut();
  await expect.soft(interrupted).toBeVisible();
  build.resume();
  await deployment.finish(run);
  expect(await shownLines(page)).toEqual(before);
  line.mend();

  await expect(page.getByRole('heading', { name: 'Lost and found is live' })).toBeVisible({ timeout: 20_000 });
  await expect(interrupted).toHaveCount(0);
  const { detail } = await operator.functions.read<RunContent>('run', { organisation: town.label, run });
  await expect.poll(() => shownLines(page)).toEqual(upTo(detail.lines.length));
  expect(detail.lines.length).toBeGreaterThan(before.length);
  line.end();
});

test('a run that is cancelled leaves what was live', async ({ operator, open, page, panel, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const name = `cancelled-${town.label}`;
  const { address } = await deployment.deploy(entries(name, 'Kept', { tagline: 'As before' }));
  const revision = await deployment.stage(entries(name, 'Kept', { tagline: 'As after' }));
  const visitor = await open();
  await page.goto(deployment.path(`/review/${revision}`));
  const caught = pauseNextBuild(panel);
  await page.getByRole('button', { name: 'Deploy Kept' }).click();
  await caught;

  await page.getByRole('button', { name: 'Cancel' }).click();

  await expect(page.getByRole('heading', { name: 'Cancelled: Kept' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Somebody cancelled it.')).toBeVisible();
  await visitor.goto(address);
  await expect(visitor.getByText('As before')).toBeVisible();
  await page.goto(deployment.path());
  await expect(page.getByRole('region', { name: 'What is live' })).toContainText('As before');

  await page.goto(deployment.path(`/review/${revision}`));
  await page.getByRole('button', { name: 'Deploy Kept' }).click();
  await expect(page.getByRole('heading', { name: 'Kept is live' })).toBeVisible({ timeout: 30_000 });
});
