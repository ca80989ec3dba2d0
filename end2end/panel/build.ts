// A run that lasts as long as a test needs: the real process of Nix that builds is stopped, and goes on later.
import { descendants, tell } from './processes.ts';
import type { Panel } from './panel.ts';

const BEGINS_WITHIN = 20_000;

export class PausedBuild {
  constructor(private readonly pid: number) {}

  resume(): void {
    tell(this.pid, 'SIGCONT');
  }
}

/** Waits for the next build of this server and stops it in the middle. Call it before a build is asked for. */
export async function pauseNextBuild(panel: Panel): Promise<PausedBuild> {
  const deadline = Date.now() + BEGINS_WITHIN;
  while (Date.now() < deadline) {
    const nix = descendants(panel.pid).find(({ name, words }) => name === 'nix' && words.includes('build'));
    if (nix) {
      tell(nix.pid, 'SIGSTOP');
      return new PausedBuild(nix.pid);
    }
    await new Promise((go) => setImmediate(go));
  }
  throw new Error('no build began');
}
