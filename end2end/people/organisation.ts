// An organisation, as the hosting provider made it.
import { expect } from '@playwright/test';
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

  /** Invites somebody; gives the token of the link. */
  async invite(email: string, role: Role): Promise<string> {
    const answer = await this.provider.call('invite', { organisation: this.label, email, role });
    expect(answer.ok(), `the invitation answers ${answer.status()}`).toBe(true);
    const link = (await answer.json()) as string;
    return new URL(link).searchParams.get('token') ?? '';
  }

  path(rest = ''): string {
    return `/o/${this.label}${rest}`;
  }
}
