// Every screen there is, with something on it.
import type { Page } from '@playwright/test';
import type { Panel } from '../panel/panel.ts';
import { Deployment, entries } from './deployment.ts';
import { Organisation } from './organisation.ts';
import { Functions } from './functions.ts';
import { PASSWORD, type Person } from './person.ts';

export interface Screen {
  name: string;
  path: string;
  /** Who looks. */
  page: Page;
}

const LONG = 'Gesangverein-Liederkranz-Weidenau-an-der-Sieg';

const FULL = {
  tagline: 'We sing every Thursday, and you are welcome.',
  description: 'We began in 1911.\n\nAnd we go on.',
  'links.0.label': 'Our videos',
  'links.0.url': 'https://video.weidenau.example/with/a/long/path/that/does/not/fit/anywhere',
  'links.0.description': 'Every concert since 2011.',
  'links.0.kind': 'video',
  'links.1.label': LONG,
  'links.1.url': 'https://photos.weidenau.example/',
  'links.1.kind': 'photos',
  contactText: 'Town hall\nMarket 1',
  contactEmail: 'hello@weidenau.example',
  legalNotice: 'https://weidenau.example/legal',
  privacy: 'https://weidenau.example/privacy',
  rules: 'https://weidenau.example/rules',
  'translations.0.language': 'de',
  'translations.0.title': LONG,
  'translations.0.tagline': 'Jeden Donnerstag.',
  'accounts.host': 'social.weidenau.example',
};

/** Fills an organisation and gives all its screens, those before signing in, and those of the hosting provider. */
export async function screens(
  owner: Person,
  provider: Page,
  visitor: Page,
  town: Organisation,
  functions: Functions,
  panel: Panel,
): Promise<Screen[]> {
  const name = `seen-${town.label}`;
  const live = await Deployment.begin(town, owner.functions);
  const { address, run } = await live.deploy(entries(name, 'Choir of Weidenau', FULL));
  const changed = { ...FULL, tagline: 'We sing every Friday.', 'links.1.url': 'https://pictures.weidenau.example/' };
  const revision = await live.stage(entries(name, 'Choir of Weidenau', changed));
  const wrong = await Deployment.begin(town, owner.functions);
  await wrong.save(entries('Not A Name', '', { 'links.0.label': LONG, 'links.0.url': 'nonsense' }), 'review');
  const removed = await Deployment.begin(town, owner.functions);
  await removed.deploy(entries(`${name}-2`, LONG));
  const gone = await Deployment.begin(town, owner.functions);
  const { revision: lost } = await gone.deploy(entries(`${name}-3`, 'Gone with the wind band'));
  const removal = await gone.remove('Gone with the wind band');
  const newPassword = new URL((await panel.command('new-password-link', owner.account.email)).stdout.trim());
  const invitation = await town.invite('guest@town.example', 'viewer');
  const empty = await Organisation.make(functions);
  await owner.functions.lead('accept', { token: await empty.invite(owner.account.email, 'viewer') });

  // With a second owner the first can be spared.
  const second = { token: await town.invite('second@town.example', 'owner'), name: 'Second Owner', password: PASSWORD };
  const somebody = new Functions(visitor.request, panel.url);
  await somebody.lead('accept-as-new', second);
  await somebody.lead('sign-out', {});

  const screen = (page: Page) => (name: string, path: string) => ({ name, path, page });
  const [of, to, by] = [screen(owner.page), screen(visitor), screen(provider)];
  return [
    to('sign-in', '/sign-in'),
    to('sign-in-password-set', '/sign-in?password=set'),
    to('sign-in-account-deleted', '/sign-in?account=deleted'),
    to('first-account-over', '/first-account?token=none'),
    to('new-password', newPassword.pathname + newPassword.search),
    to('new-password-over', '/new-password?token=none'),
    to('invitation', `/invitation?token=${invitation}`),
    to('invitation-over', '/invitation?token=none'),
    to('no-such-page', '/nowhere/at/all'),
    by('organisations', '/organisations'),
    of('choose', '/'),
    of('account', '/account'),
    of('account-delete', '/account/delete'),
    by('account-needed', '/account/delete'),
    of('overview', town.path()),
    of('overview-table', town.path('?state=live')),
    of('overview-nothing-found', town.path('?search=nothing')),
    of('overview-empty', empty.path()),
    of('overview-not-theirs', '/o/somebody-elses'),
    of('people', town.path('/people')),
    of('catalogue', town.path('/applications')),
    of('form', live.path('/configuration')),
    of('form-wrong', wrong.path('/configuration')),
    of('review', live.path(`/review/${revision}`)),
    of('run', town.path(`/runs/${run}`)),
    of('summary', live.path()),
    of('history', live.path('/history')),
    of('remove', live.path('/remove')),
    of('review-outdated', live.path(`/review/${revision}?outdated`)),
    of('removed-summary', gone.path()),
    of('removed-configuration', gone.path('/configuration')),
    of('removed-history', gone.path('/history')),
    of('removed-review', gone.path(`/review/${lost}`)),
    of('removed-remove', gone.path('/remove')),
    of('removed-run', town.path(`/runs/${removal}`)),
    to('homepage', address),
    to('homepage-de', `${address}/de/`),
    to('homepage-not-found', `${address}/nowhere`),
  ];
}
