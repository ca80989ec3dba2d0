// What every journey has: a server, people in organisations, and a witness to what no browser may do.
import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';
import { Panel, type Offer } from './panel/panel.ts';
import { Functions } from './people/functions.ts';
import { Organisation } from './people/organisation.ts';
import { PASSWORD, Person, type Account, type Role } from './people/person.ts';
import { Witness } from './witness.ts';

export { expect };

interface PerWorker {
  offer: Offer;
  /** A running server that has its first account. */
  panel: Panel;
  /** The hosting provider, signed in. */
  provider: Functions;
}

interface PerTest {
  witness: Witness;
  /** Opens a browser of somebody new to this server. */
  open: () => Promise<Page>;
  /** Somebody new joins an organisation. */
  join: (organisation: Organisation, role: Role, name?: string) => Promise<Person>;
  town: Organisation;
  /** An operator of the town, at the test's own page. */
  operator: Person;
  log: void;
}

export const PROVIDER: Account = { name: 'Hanna Host', email: 'hanna@provider.example', password: PASSWORD };
let people = 0;

export const test = base.extend<PerTest, PerWorker>({
  offer: [{ configuration: '', words: [] }, { option: true, scope: 'worker' }],

  panel: [
    async ({ offer, playwright }, use) => {
      const { panel, link } = await Panel.start(offer);
      const request = await playwright.request.newContext();
      await makeFirstAccount(request, panel, link);
      await request.dispose();
      await use(panel);
      await panel.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  provider: [
    async ({ panel, playwright }, use) => {
      const request = await playwright.request.newContext();
      const functions = new Functions(request, panel.url);
      await functions.lead('sign-in', { email: PROVIDER.email, password: PASSWORD, to: '/' });
      await use(functions);
      await request.dispose();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ panel }, use) => use(panel.url),

  witness: async ({ panel }, use) => {
    const witness = new Witness(panel);
    await use(witness);
    expect(witness.problems, 'what no browser may do').toEqual([]);
  },

  context: async ({ context, witness }, use) => {
    witness.watch(context);
    await use(context);
  },

  open: async ({ browser, witness }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      witness.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  join: async ({ open, panel }, use) => {
    await use(async (organisation, role, name) => joined(await open(), panel, organisation, role, name));
  },

  town: async ({ provider }, use) => use(await Organisation.make(provider)),

  operator: async ({ page, panel, town }, use) => use(await joined(page, panel, town, 'operator')),

  log: [
    async ({ panel }, use, info) => {
      const before = panel.said.length;
      await use();
      const said = panel.said.slice(before);
      if (info.status !== info.expectedStatus) await info.attach('what the server said', { body: said, contentType: 'text/plain' });
    },
    { auto: true },
  ],
});

async function makeFirstAccount(request: APIRequestContext, panel: Panel, link: string): Promise<void> {
  const token = new URL(link).searchParams.get('token') ?? '';
  await new Functions(request, panel.url).lead('create-first-account', { token, ...PROVIDER });
}

async function joined(page: Page, panel: Panel, organisation: Organisation, role: Role, named?: string): Promise<Person> {
  people += 1;
  const account = { name: named ?? `Ada ${people}`, email: `ada-${people}@town.example`, password: PASSWORD };
  const token = await organisation.invite(account.email, role);
  const person = new Person(account, page, panel.url);
  await person.functions.lead('accept-as-new', { token, name: account.name, password: account.password });
  return person;
}
