// An organisation, as the hosting provider made it.
import type { Functions } from './functions.ts';
import type { Role } from './person.ts';

let made = 0;

export class Organisation {
  private constructor(
    readonly name: string,
    readonly label: string,
    private readonly provider: Functions,
  ) {}

  static async make(provider: Functions): Promise<Organisation> {
    made += 1;
    const [name, label] = [`Town ${made}`, `town-${made}`];
    await provider.lead('create-organisation', { name, label });
    return new Organisation(name, label, provider);
  }

  /** Invites somebody; gives the token of the link, which the page that follows shows once. */
  async invite(email: string, role: Role): Promise<string> {
    await this.provider.lead('invite', { organisation: this.label, email, role });
    const page = await this.provider.page(this.path('/people'));
    return /\/invitation\?token=([\w-]+)/.exec(page)?.[1] ?? '';
  }

  path(rest = ''): string {
    return `/o/${this.label}${rest}`;
  }
}
