// A site, asked by its name as no browser would: without following, and at an address that its name need not lead to.
import { get } from 'node:http';

export interface Answer {
  status: number | undefined;
  location: string | undefined;
  text: string;
}

/** `site` is a name, with its port where that is not 80. */
export function ask(address: string, site: string, path: string): Promise<Answer> {
  const { port } = new URL(`http://${site}`);
  return new Promise((answered, failed) => {
    get({ host: address, port: port || 80, path, headers: { Host: site }, agent: false }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => {
        const { statusCode: status, headers } = response;
        answered({ status, location: headers.location, text });
      });
    }).on('error', failed);
  });
}
