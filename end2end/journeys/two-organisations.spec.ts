// Nothing of one organisation is seen, counted or changed by another.
import { Deployment, entries } from '../people/deployment.ts';
import type { Fields } from '../people/functions.ts';
import { Organisation } from '../people/organisation.ts';
import { expect, test } from '../test.ts';

const NOTHING = 'There is nothing here, or it is not yours to see.';

test('an operator of another organisation finds nothing at any address of the first', async ({
  operator,
  join,
  provider,
  town,
}) => {
  const village = await Organisation.make(provider);
  const stranger = await join(village, 'owner');
  const deployment = await Deployment.begin(town, operator.functions);
  const { revision, run } = await deployment.deploy(entries(`ours-${town.label}`, 'Bell ringers'));
  const pages = ['', '/people', '/applications', `/runs/${run}`];
  const parts = ['', '/configuration', `/review/${revision}`, '/history', '/remove'];

  for (const path of [...pages.map((rest) => town.path(rest)), ...parts.map((rest) => deployment.path(rest))]) {
    for (const asked of [path, path.replace(town.path(), village.path())]) {
      // At their own organisation's addresses, what has no id in it is theirs.
      if (asked !== path && !/[0-9a-f]{8}-/.test(asked)) continue;
      const answer = await stranger.page.goto(asked);
      expect(answer?.status(), asked).toBe(404);
      await expect(stranger.page.getByText(NOTHING), asked).toBeVisible();
      await expect(stranger.page.getByText('Bell ringers'), asked).toHaveCount(0);
    }
  }
  for (const organisation of [town, village]) {
    const events = await stranger.page.request.get(organisation.path(`/runs/${run}/events`));
    expect(events.status()).toBe(404);
  }
});

test('no server function tells or changes anything of another organisation @js', async ({ operator, join, provider, town }) => {
  const village = await Organisation.make(provider);
  const stranger = await join(village, 'owner');
  const deployment = await Deployment.begin(town, operator.functions);
  const { revision, run } = await deployment.deploy(entries(`kept-${town.label}`, 'Kept'));
  const invitation = await town.invite('guest@town.example', 'viewer');
  const { members, invitations } = await operator.functions.read<People>('people', { organisation: town.label });
  const before = await everything();

  interface People {
    members: { person: string }[];
    invitations: { id: string }[];
  }
  async function everything(): Promise<unknown> {
    const organisation = town.label;
    const query = { organisation, page: '1', search: '', state: '', sort: 'changed' };
    return [
      await operator.functions.read('deployments', query),
      await operator.functions.read('deployment', { organisation, deployment: deployment.id }),
      await operator.functions.read('history', { organisation, deployment: deployment.id }),
      await operator.functions.read('people', { organisation }),
    ];
  }

  const ids: Fields = { deployment: deployment.id, revision, run };
  const person = members[0]?.person ?? '';
  const catalogue = await stranger.functions.read<{ environments: { environment: { id: string } }[] }>('catalogue', { organisation: village.label });
  const environment = catalogue.environments[0]?.environment.id ?? '';
  const reads: [string, Fields][] = [
    ['deployment', ids],
    ['form', ids],
    ['history', ids],
    ['removal', ids],
    ['review', ids],
    ['run', ids],
  ];
  const writes: [string, Fields][] = [
    ['save-draft', { ...ids, intent: 'keep', ...entries('stolen', 'Stolen') }],
    ['discard-draft', ids],
    ['deploy', ids],
    ['return-to-revision', ids],
    ['remove', { ...ids, title: 'Kept' }],
    ['cancel-run', ids],
    ['change-role', { person, role: 'viewer' }],
    ['end-membership', { person }],
    ['withdraw-invitation', { invitation: invitations[0]?.id ?? '' }],
  ];
  const readsOfTown: [string, Fields][] = [
    ['deployments', { page: '1', search: '', state: '', sort: 'changed' }],
    ['people', {}],
    ['catalogue', {}],
  ];
  const writesOfTown: [string, Fields][] = [
    ['begin-deployment', { application: 'homepage', environment }],
    ['invite', { email: 'spy@village.example', role: 'owner' }],
  ];

  for (const organisation of [town.label, village.label]) {
    for (const [name, fields] of organisation === town.label ? [...reads, ...readsOfTown] : reads) {
      const answer = await stranger.functions.ask(name, { organisation, ...fields });
      expect.soft(answer.status(), `${name} as ${organisation}`).toBe(404);
      expect.soft(await answer.text(), name).not.toContain('Kept');
    }
    for (const [name, fields] of organisation === town.label ? [...writes, ...writesOfTown] : writes) {
      const answer = await stranger.functions.call(name, { organisation, ...fields });
      expect.soft(answer.status(), `${name} as ${organisation}`).toBe(404);
    }
  }

  expect(invitation).toBeTruthy();
  expect(await everything()).toEqual(before);
});
