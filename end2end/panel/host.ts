// A host of this machine that a server deploys to (see `peers/host`), with its hosting provider at the keyboard.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TARGET } from './panel.ts';
import { giveBack, makeDirectory } from './place.ts';

const PROGRAM = join(TARGET, 'peer-host');
const READY_WITHIN = 60_000;
/** Of memory, as far as it is filled; what is deployed to has to have some room. */
const DISK_MIB = 1024;
const ANSWERS_WITHIN = 30_000;
/** Whom the server runs as when root starts it (`.ci/setup/launch.sh`). */
const SERVER_USER = 'fediversity';

const run = promisify(execFile);

/** Where a host is, and by what it is known. */
interface Place {
  address: string;
  port: number;
  /** The public key by which it is known, such as `ssh-ed25519 AAAA…`. */
  hostKey: string;
}

export class Host {
  private constructor(
    private readonly place: Place,
    private readonly directory: string,
    private readonly process: ChildProcess,
  ) {}

  /** Starts one and gives it once it has booted; `nixos` lets it pass for a NixOS host. */
  static async start(system: 'debian' | 'nixos' = 'debian'): Promise<Host> {
    if (process.getuid?.() !== 0) throw new Error('hosts are made of namespaces, mounts and network interfaces: run this as root');
    const directory = makeDirectory();
    try {
      const key = makeKey(directory);
      const words = ['start', '--disk', `${DISK_MIB}`, '--authorized-key', `${key}.pub`, ...(system === 'nixos' ? ['--nixos'] : [])];
      const child = spawn(PROGRAM, words, { stdio: ['pipe', 'pipe', 'pipe'] });
      const place = await said(child);
      writeFileSync(join(directory, 'known'), `${place.address} ${place.hostKey}\n`);
      return new Host(place, directory, child);
    } catch (error) {
      await giveBack(directory);
      throw error;
    }
  }

  get address(): string {
    return this.place.address;
  }

  get port(): number {
    return this.place.port;
  }

  get hostKey(): string {
    return this.place.hostKey;
  }

  /** The file of a private key that root may sign in with. The server can read it. */
  get keyFile(): string {
    return join(this.directory, 'key');
  }

  /** Its public half, such as `ssh-ed25519 AAAA…`. */
  get publicKey(): string {
    return readFileSync(`${this.keyFile}.pub`, 'utf8').trim();
  }

  /** Runs a script of `sh` there as root, as its hosting provider does; gives what it writes. */
  async run(script: string): Promise<string> {
    const options = [
      ['-F', 'none', '-i', this.keyFile, '-p', `${this.port}`],
      ['-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes', '-o', 'StrictHostKeyChecking=yes', '-o', 'LogLevel=ERROR'],
      ['-o', `UserKnownHostsFile=${join(this.directory, 'known')}`, '-o', 'GlobalKnownHostsFile=none'],
    ].flat();
    const { stdout } = await run('ssh', [...options, `root@${this.address}`, script], { timeout: ANSWERS_WITHIN });
    return stdout.trim();
  }

  /** Takes it off the network: nobody answers at its address. */
  async unplug(): Promise<void> {
    const [, network, nobody] = /dev (\S+) src (\S+)/.exec(await ip('route', 'get', this.address)) ?? [];
    if (!network || !nobody) throw new Error(`no network leads to ${this.address}`);
    // By way of an address that none of its network has, which is soon known; it ends with the network.
    const nowhere = nobody.replace(/\d+$/, (last) => `${Number(last) + 61}`);
    writeFileSync(`/proc/sys/net/ipv4/neigh/${network}/retrans_time_ms`, '100');
    await ip('route', 'add', this.address, 'via', nowhere, 'dev', network);
  }

  async plugIn(): Promise<void> {
    await ip('route', 'del', this.address);
  }

  /** Ends it with all that is on it. */
  async stop(): Promise<void> {
    const ended = new Promise((end) => this.process.once('exit', end));
    if (this.process.exitCode === null) {
      this.process.stdin?.end();
      await ended;
    }
    await giveBack(this.directory);
  }
}

async function ip(...words: string[]): Promise<string> {
  return (await run('ip', words)).stdout;
}

function makeKey(directory: string): string {
  const key = join(directory, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
  execFileSync('chown', [SERVER_USER, key]);
  return key;
}

/** The line in which it says where it is. */
function said(child: ChildProcess): Promise<Place> {
  return new Promise((told, failed) => {
    let [output, complaint] = ['', ''];
    const fail = (why: string) => failed(new Error(`${PROGRAM} ${why}\n${complaint}`));
    const timer = setTimeout(() => {
      child.kill();
      fail('does not start a host in time');
    }, READY_WITHIN);
    child.once('error', (error) => fail(`can't be run: ${error.message}`));
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString();
      if (!output.includes('\n')) return;
      clearTimeout(timer);
      told(JSON.parse(output) as Place);
    });
  });
}
