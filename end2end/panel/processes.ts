// Processes of this machine, as /proc tells them.
import { readFileSync, readdirSync } from 'node:fs';

export interface Process {
  pid: number;
  parent: number;
  name: string;
  /** The command line. */
  words: string[];
}

/** All that may be read; those that end meanwhile are left out. */
export function processes(): Process[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
        const words = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
        // The name stands in brackets and may contain any character, a bracket too.
        const end = stat.lastIndexOf(')');
        const parent = Number(stat.slice(end + 1).trim().split(' ')[1]);
        return [{ pid: Number(entry), parent, name: stat.slice(stat.indexOf('(') + 1, end), words }];
      } catch {
        return [];
      }
    });
}

/** Every process that descends from this one. */
export function descendants(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] =>
    all.filter((process) => process.parent === parent).flatMap((process) => [process, ...below(process.pid)]);
  return below(pid);
}

/** Every process whose command line names a place below this directory. */
export function naming(directory: string): Process[] {
  return processes().filter((process) => process.words.some((word) => word.includes(directory)));
}

export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends a signal to a process that may have ended. */
export function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until something is so; says whether it became so in time. */
export async function until(is: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (!is()) {
    if (Date.now() > deadline) return false;
    await new Promise((go) => setTimeout(go, 10));
  }
  return true;
}

/** Ends whatever still works with a directory: kindly first. */
export async function endAll(directory: string): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const { pid } of naming(directory)) tell(pid, signal);
    if (await until(() => naming(directory).length === 0, 5_000)) return;
  }
  throw new Error(`processes that work with ${directory} don't end`);
}
