// Before a run: a run that was killed leaves its server behind; this one ends it.
import { giveBack, leftovers } from './place.ts';

export default async function clean(): Promise<void> {
  for (const directory of leftovers()) await giveBack(directory);
}
