// A deployment, set up quickly where a test is about something else.
import { expect } from '@playwright/test';
import type { Fields, Functions } from './functions.ts';
import type { Organisation } from './organisation.ts';

interface Catalogue {
  environments: { environment: { id: string; name: string } }[];
}

interface RunContent {
  detail: { run: { state: string }; addresses: string[]; lines: { number: number }[] };
}

/** The least that the form asks for. */
export function entries(name: string, title: string, more: Fields = {}): Fields {
  const all: Fields = { name, title, language: 'en', colour: '#2f5d50', ...more };
  return Object.fromEntries(Object.entries(all).map(([option, value]) => [`fields[homepage.${option}]`, value]));
}

export class Deployment {
  private constructor(
    readonly id: string,
    private readonly organisation: Organisation,
    private readonly functions: Functions,
  ) {}

  /** Begins one in the environment of this name, or else on the server's own machine. */
  static async begin(organisation: Organisation, functions: Functions, where = 'This machine'): Promise<Deployment> {
    const label = organisation.label;
    const { environments } = await functions.read<Catalogue>('catalogue', { organisation: label });
    const chosen = environments.find(({ environment }) => environment.name === where);
    const fields = { organisation: label, application: 'homepage', environment: chosen?.environment.id ?? '' };
    const form = await functions.lead('begin-deployment', fields);
    return new Deployment(idIn(form, 'deployments'), organisation, functions);
  }

  /** The same deployment, for somebody else of the organisation. */
  as(functions: Functions): Deployment {
    return new Deployment(this.id, this.organisation, functions);
  }

  path(rest = ''): string {
    return this.organisation.path(`/deployments/${this.id}${rest}`);
  }

  private get here(): Fields {
    return { organisation: this.organisation.label, deployment: this.id };
  }

  /** Sends the form; gives where it leads to. */
  save(fields: Fields, intent: 'keep' | 'review'): Promise<string> {
    return this.functions.lead('save-draft', { ...this.here, ...fields, intent });
  }

  /** Plans what is in the form; gives the id of the revision. */
  async stage(fields: Fields): Promise<string> {
    return idIn(await this.save(fields, 'review'), 'review');
  }

  /** Presses the button of the review; gives the id of the run. */
  async request(revision: string): Promise<string> {
    return idIn(await this.functions.lead('deploy', { ...this.here, revision }), 'runs');
  }

  /** Makes entries live; gives the address. */
  async deploy(fields: Fields): Promise<{ address: string; revision: string; run: string }> {
    const revision = await this.stage(fields);
    const run = await this.request(revision);
    const address = await this.finish(run);
    return { address, revision, run };
  }

  /** Removes it; `title` is what lists call it. */
  async remove(title: string): Promise<string> {
    const run = idIn(await this.functions.lead('remove', { ...this.here, title }), 'runs');
    await this.finish(run);
    return run;
  }

  /** Waits until a run has succeeded; gives the address. */
  async finish(run: string): Promise<string> {
    const read = () => this.functions.read<RunContent>('run', { organisation: this.organisation.label, run });
    await expect.poll(async () => (await read()).detail.run.state, { timeout: 30_000, intervals: [50] }).toBe('succeeded');
    return (await read()).detail.addresses[0] ?? '';
  }
}

function idIn(path: string, after: string): string {
  const id = new RegExp(`/${after}/([0-9a-f-]+)`).exec(path)?.[1];
  expect(id, `${path} leads to one of ${after}`).toBeDefined();
  return id ?? '';
}
