// Signing in and out, and where one is signed in.
import { PASSWORD, Person } from '../people/person.ts';
import { expect, test } from '../test.ts';

const OVERVIEW = { name: 'Overview', level: 1 };

test('a wrong password is refused in a sentence that does not tell whether the address has an account', async ({
  operator,
  open,
  panel,
}) => {
  const wrong = 'The e-mail address or the password is wrong.';
  const page = await open();

  await new Person(operator.account, page, panel.url).signIn('not the right sentence');
  await expect(page.getByRole('alert')).toContainText(wrong);
  await new Person({ ...operator.account, email: 'nobody@town.example' }, page, panel.url).signIn();
  await expect(page.getByRole('alert')).toContainText(wrong);

  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('somebody who has to sign in comes back to where they were', async ({ operator, open, panel, town }) => {
  const page = await open();
  const person = new Person(operator.account, page, panel.url);
  await page.goto(town.path('/people'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');

  await page.getByRole('textbox', { name: 'E-mail address' }).fill(person.account.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});

test('signing out ends the session, not only in this browser', async ({ operator, open }) => {
  const page = operator.page;
  await page.goto('/');
  await expect(page.getByRole('heading', OVERVIEW)).toBeVisible();
  const cookies = await page.context().cookies();

  await operator.openAccountMenu();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');

  const thief = await open();
  await thief.context().addCookies(cookies);
  await thief.goto('/account');
  await expect(thief.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('sessions are listed, and one that is ended is over at once', async ({ operator, open, panel }) => {
  const other = new Person(operator.account, await open(), panel.url);
  await other.signIn();
  await expect(other.page.getByRole('heading', OVERVIEW)).toBeVisible();
  const rows = operator.page.getByRole('row').filter({ has: operator.page.getByRole('button', { name: 'End session' }) });

  await operator.page.goto('/account');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'this browser' })).toHaveCount(1);
  await rows.filter({ hasNotText: 'this browser' }).getByRole('button', { name: 'End session' }).click();
  await expect(rows).toHaveCount(1);

  await other.page.reload();
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await operator.page.reload();
  await expect(rows).toHaveCount(1);
});

test('the cookie of a session is out of reach for scripts and other sites, and new at each sign-in', async ({
  operator,
  open,
  panel,
}) => {
  const page = await open();
  const person = new Person(operator.account, page, panel.url);
  const session = async () => (await page.context().cookies()).find((cookie) => cookie.name === 'session');
  await person.signIn();
  await expect(page.getByRole('heading', OVERVIEW)).toBeVisible();
  const first = await session();

  await page.goto('/sign-in');
  await person.signIn();
  await expect(page.getByRole('heading', OVERVIEW)).toBeVisible();
  const second = await session();

  expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' });
  expect(second?.value).toBeTruthy();
  expect(second?.value).not.toBe(first?.value);
});

test('too many attempts close an address for a while, also to the right password', async ({ operator, open, panel }) => {
  const page = await open();
  const person = new Person(operator.account, page, panel.url);
  const attempt = { email: operator.account.email, password: 'guessed once more', to: '/' };

  const answers = await Promise.all(Array.from({ length: 10 }, () => person.functions.call('sign-in', attempt)));
  await person.signIn();

  expect(answers.map((answer) => answer.status())).toEqual(Array(10).fill(401));
  await expect(page.getByRole('alert')).toContainText('There were too many attempts.');
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('a write that does not come from one of our own pages is refused', async ({ operator, page, panel }) => {
  for (const headers of [{}, { Origin: 'http://evil.example' }, { Origin: `http://town.localhost:${panel.port}` }]) {
    const answer = await page.request.post(`${panel.url}/api/sign-out`, { form: {}, headers });
    expect(answer.status()).toBe(403);
  }

  await operator.page.goto('/account');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
});

test('a forgotten password is replaced through a link from the hosting provider', async ({ operator, open, panel }) => {
  const { code, stdout } = await panel.command('new-password-link', operator.account.email);
  expect(code).toBe(0);
  const link = stdout.trim();
  const page = await open();
  const sentence = 'the organ plays on Sundays';

  await page.goto(link);
  await expect(page.getByRole('group', { name: operator.account.email })).toBeVisible();
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('That is too short: 5 of at least 15 characters.')).toBeVisible();
  await page.getByLabel('New password').fill(sentence);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await expect(page.getByRole('status')).toContainText('Your new password is set');
  await expect(page.getByRole('status')).toContainText('Sign in with it.');

  await new Person(operator.account, page, panel.url).signIn(sentence);
  await expect(page.getByRole('heading', OVERVIEW)).toBeVisible();
  // All sessions from before are over, and so is the link.
  await operator.page.goto('/account');
  await expect(operator.page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.goto(link);
  await expect(page.getByText('This link is no longer valid')).toBeVisible();
});
