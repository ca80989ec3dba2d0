// A real server, started as `make run` does, with a state directory and ports of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, giveBack, makeDirectory } from './place.ts';
import { tell, until } from './processes.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'fediversity');
/** Where programs are built. */
export const TARGET = join(process.env['CARGO_TARGET_DIR'] || join(CACHE, 'target'), 'debug');
const PROGRAM = join(TARGET, 'fediversity');
const LAUNCH = join(ROOT, '.ci/setup/launch.sh');
const READY_WITHIN = 60_000;

/** How a command ended, and what it wrote. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a server offers beside the environment on this machine. */
export interface Offer {
  /** More of the configuration file. */
  configuration: string;
  /** More words of its command line. */
  words: string[];
}

export class Panel {
  /** What the server wrote to its standard error so far. */
  said = '';

  private constructor(
    readonly directory: string,
    readonly port: number,
    readonly sitesPort: number,
    private readonly process: ChildProcess,
  ) {}

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get pid(): number {
    if (this.process.pid === undefined) throw new Error('the server was not started');
    return this.process.pid;
  }

  private get state(): string {
    return join(this.directory, 'state');
  }

  /** Starts a server and gives it with its one-time link, once it says that it is ready. */
  static async start(offer: Offer = { configuration: '', words: [] }): Promise<{ panel: Panel; link: string }> {
    const directory = makeDirectory();
    try {
      const [port, sitesPort] = [await freePort(), await freePort()];
      writeFileSync(join(directory, 'config.toml'), `[local]\nlisten = "127.0.0.1:${sitesPort}"\n${offer.configuration}`);
      const child = launch(directory, ['serve', '--port', `${port}`, ...settings(directory), ...offer.words]);
      const panel = new Panel(directory, port, sitesPort, child);
      child.stderr?.on('data', (text: Buffer) => (panel.said += text.toString()));
      child.once('exit', (code, signal) => (panel.said += `The server ended: ${signal ?? code}\n`));
      return { panel, link: await panel.ready() };
    } catch (error) {
      await giveBack(directory);
      throw error;
    }
  }

  private ready(): Promise<string> {
    return new Promise((ready, failed) => {
      let told = '';
      const fail = (why: string) => failed(new Error(`the server ${why}\n${told}${this.said}`));
      const timer = setTimeout(() => fail('is not ready in time'), READY_WITHIN);
      this.process.once('error', (error) => fail(error.message));
      this.process.once('exit', (code) => fail(`ended with ${code}`));
      this.process.stdout?.on('data', (text: Buffer) => {
        told += text.toString();
        const link = /ready at[^]*?(http\S+first-account\?token=\S+)\n/.exec(told)?.[1];
        if (!link) return;
        clearTimeout(timer);
        ready(link);
      });
    });
  }

  /** Runs a command of the program beside the server. */
  async command(...words: string[]): Promise<Ended> {
    const child = launch(this.directory, [...words, '--state', this.state, '--log', 'error']);
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout?.on('data', (text: Buffer) => (ended.stdout += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (ended.stderr += text.toString()));
    ended.code = await new Promise((end) => child.once('close', end));
    return ended;
  }

  /** Ends the server, and what it left running on purpose: the local sites. */
  async stop(): Promise<void> {
    tell(this.pid, 'SIGTERM');
    const ended = await until(() => this.process.exitCode !== null || this.process.signalCode !== null, 10_000);
    await this.command('sites', 'stop');
    await giveBack(this.directory);
    if (!ended) throw new Error(`the server did not end when it was told to\n${this.said}`);
  }
}

function launch(directory: string, words: string[]): ChildProcess {
  return spawn(LAUNCH, [join(directory, 'state'), PROGRAM, ...words], { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
}

function settings(directory: string): string[] {
  const tool = (name: string) => realpathSync(join(ROOT, '.tools/bin', name));
  return [
    ['--config', join(directory, 'config.toml')],
    ['--state', join(directory, 'state')],
    ['--assets', join(ROOT, 'frontend/dist')],
    ['--library', join(ROOT, 'nix')],
    ['--nix', tool('nix')],
    ['--busybox', tool('busybox')],
  ].flat();
}
