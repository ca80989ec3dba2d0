// The server functions, asked as the pages' own forms ask them, but without waiting for a page.
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';

export type Fields = Record<string, string>;

export class Functions {
  constructor(
    private readonly request: APIRequestContext,
    private readonly origin: string,
  ) {}

  /** Calls a function that changes something; gives whatever the answer is. */
  call(name: string, fields: Fields): Promise<APIResponse> {
    return this.request.post(`${this.origin}/api/${name}`, {
      form: fields,
      headers: { Origin: this.origin },
      maxRedirects: 0,
    });
  }

  /** Asks a function that changes nothing; gives whatever the answer is. */
  ask(name: string, query: Fields): Promise<APIResponse> {
    return this.request.get(`${this.origin}/api/${name}`, { params: query, maxRedirects: 0 });
  }

  /** Calls a function that must succeed; gives where it leads to. */
  async lead(name: string, fields: Fields): Promise<string> {
    const answer = await this.call(name, fields);
    expect(answer.ok(), `${name} answers ${answer.status()}: ${(await answer.text()).slice(0, 500)}`).toBe(true);
    return answer.headers()['location'] ?? '';
  }

  /** Asks a function that must succeed; gives what it answers. */
  async read<T>(name: string, query: Fields): Promise<T> {
    const answer = await this.ask(name, query);
    expect(answer.ok(), `${name} answers ${answer.status()}`).toBe(true);
    // What a page shows travels as a text that is JSON.
    return JSON.parse((await answer.json()) as string) as T;
  }

  /** The text of a page. */
  async page(path: string): Promise<string> {
    return (await this.request.get(`${this.origin}${path}`)).text();
  }
}
