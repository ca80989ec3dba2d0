// Where a server of a test run keeps everything, and the ports that it listens at.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, lives } from './processes.ts';

const PREFIX = 'fediversity-end2end-';

/** A directory of this run; its name says whose it is. */
export function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The server may be another user, who makes nothing here but the state directory.
  chmodSync(directory, 0o755);
  return directory;
}

/** Ends what works with the directory and deletes it. */
export async function giveBack(directory: string): Promise<void> {
  await endAll(directory);
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}

/** Directories of runs that were killed, and so could not clean up. */
export function leftovers(): string[] {
  return readdirSync(tmpdir())
    .filter((entry) => entry.startsWith(PREFIX) && !lives(Number(entry.slice(PREFIX.length).split('-')[0])))
    .map((entry) => join(tmpdir(), entry));
}

/** A port that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}
