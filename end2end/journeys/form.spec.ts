// The form: it says what is wrong where it is wrong, and loses nothing.
import { Deployment, entries } from '../people/deployment.ts';
import { HomepageForm } from '../people/form.ts';
import { expect, test } from '../test.ts';

const FILL_IN = /Please fill this in/;
const NOT_A_NAME = /Only small letters, digits and hyphens/;
const NOT_A_URL = /A web address begins with https/;

test('what is wrong is said beside the field while it is typed @js', async ({ operator, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(operator.page);
  await operator.page.goto(deployment.path('/configuration'));

  // Before the scripts have come, a key is not heard.
  await expect(async () => {
    await form.name.fill('Town Hall');
    await expect(form.name).toHaveAccessibleDescription(NOT_A_NAME, { timeout: 500 });
  }).toPass();
  await expect(form.title).not.toHaveAccessibleDescription(FILL_IN);
  await form.name.fill('town-hall');
  await form.legalNotice.fill('ftp://x');

  await expect(form.name).not.toHaveAccessibleDescription(NOT_A_NAME);
  await expect(form.legalNotice).toHaveAccessibleDescription(NOT_A_URL);
  await expect(operator.page.getByText('Your address will be town-hall.localhost')).toBeVisible();
});

test('what is wrong is said on top and beside the fields when the form was sent, and nothing is lost', async ({
  operator,
  town,
}) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(operator.page);
  await operator.page.goto(deployment.path('/configuration'));

  await form.name.fill('Town Hall');
  await form.tagline.fill('We meet.');
  await form.about.fill('First.\n\nSecond <b>.');
  await form.addLink({ label: 'Videos', url: 'nonsense' });
  await form.review.click();

  const problems = operator.page.getByRole('alert').filter({ hasText: 'entries to mend' });
  await expect(problems.getByRole('heading')).toHaveText('3 entries to mend');
  await expect(problems.getByRole('link', { name: 'Name of your community: Please fill this in.' })).toBeVisible();
  await expect(form.name).toHaveAccessibleDescription(NOT_A_NAME);
  await expect(form.title).toHaveAccessibleDescription(FILL_IN);
  await expect(form.link(1).url).toHaveAccessibleDescription(NOT_A_URL);
  await expect(form.name).toHaveValue('Town Hall');
  await expect(form.tagline).toHaveValue('We meet.');
  await expect(form.about).toHaveValue('First.\n\nSecond <b>.');
  await expect(form.link(1).label).toHaveValue('Videos');
  await expect(form.link(1).url).toHaveValue('nonsense');

  await problems.getByRole('link', { name: 'Name of your community' }).click();
  await expect(form.title).toBeFocused();
});

test('what is pressed twice is sent one time @js', async ({ operator, page, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(page);
  await page.goto(deployment.path('/configuration'));
  await expect(async () => {
    await form.name.fill('Town Hall');
    await expect(form.name).toHaveAccessibleDescription(NOT_A_NAME, { timeout: 500 });
  }).toPass();
  await form.title.fill('Pressed twice');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
  });

  await form.keep.dblclick();

  await expect(page.getByRole('heading', { name: 'Pressed twice', level: 1 })).toBeVisible();
  expect(sent).toEqual(['/api/save-draft']);
});

test('rows are added and removed, and the others keep what they hold', async ({ operator, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(operator.page);
  await operator.page.goto(deployment.path('/configuration'));

  await form.title.fill('Kept');
  await form.addLink({ label: 'One', url: 'https://one.example' });
  await form.addLink({ label: 'Two', url: 'https://two.example' });
  await form.addLink({ label: 'Three', url: 'https://three.example' });
  await form.link(2).remove.click();

  await expect(form.links.getByRole('listitem')).toHaveCount(2);
  await expect(form.link(1).label).toHaveValue('One');
  await expect(form.link(2).label).toHaveValue('Three');
  await expect(form.link(2).url).toHaveValue('https://three.example');
  await expect(form.title).toHaveValue('Kept');

  await form.keep.click();
  await expect(operator.page.getByRole('heading', { name: 'Kept', level: 1 })).toBeVisible();
  await operator.page.getByRole('link', { name: 'Go on with the form' }).click();
  await expect(form.link(2).label).toHaveValue('Three');
});

test('a name that another community has is refused in a sentence, and what was typed stays', async ({
  operator,
  join,
  town,
}) => {
  const neighbour = await join(town, 'operator');
  const name = `taken-${town.label}`;
  await (await Deployment.begin(town, neighbour.functions)).stage(entries(name, 'Here first'));
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(operator.page);
  await operator.page.goto(deployment.path('/configuration'));

  await form.name.fill(name);
  await form.title.fill('Here second');
  await form.review.click();

  await expect(operator.page.getByText('Another community has this name already. Choose another one.').first()).toBeVisible();
  await expect(form.name).toHaveValue(name);
  await expect(form.title).toHaveValue('Here second');
});

test('what somebody else saved meanwhile is not overwritten', async ({ operator, join, town }) => {
  const neighbour = await join(town, 'operator', 'Nadia Neighbour');
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(operator.page);
  await operator.page.goto(deployment.path('/configuration'));
  await deployment.as(neighbour.functions).save(entries(`both-${town.label}`, 'Theirs'), 'keep');

  await form.title.fill('Mine');
  await form.keep.click();

  await expect(operator.page.getByRole('alert')).toContainText('Nadia Neighbour has changed this since you opened the form');
  await operator.page.goto(deployment.path('/configuration'));
  await expect(form.title).toHaveValue('Theirs');
});

test('the short name is locked once it is live, also for those who ask without the form', async ({ operator, town }) => {
  const name = `locked-${town.label}`;
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(operator.page);
  await operator.page.goto(deployment.path('/configuration'));
  await expect(form.name).toBeEditable();
  await deployment.deploy(entries(name, 'Locked'));

  await operator.page.goto(deployment.path('/configuration'));
  await expect(form.name).not.toBeEditable();
  await expect(form.name).toHaveAccessibleDescription(/This can't be changed any more/);

  const next = await deployment.save(entries('another', 'Locked'), 'review');
  expect(next).not.toContain('/review/');
  await operator.page.goto(deployment.path('/configuration'));
  await expect(form.name).toHaveAccessibleDescription(/This can't be changed after the first deployment/);
});

test('a draft is kept beside what is live until it is thrown away', async ({ operator, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  const form = new HomepageForm(operator.page);
  await deployment.deploy(entries(`draft-${town.label}`, 'As it was'));
  await operator.page.goto(deployment.path('/configuration'));

  await form.tagline.fill('Not yet said');
  await form.keep.click();

  await expect(operator.page.getByRole('region', { name: 'What is not live yet' })).toContainText('Not yet said');
  await operator.page.goto(deployment.path('/configuration'));
  await expect(form.tagline).toHaveValue('Not yet said');
  await operator.page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(operator.page.getByRole('region', { name: 'What is live' })).toBeVisible();
  await expect(operator.page.getByRole('region', { name: 'What is not live yet' })).toHaveCount(0);
});
