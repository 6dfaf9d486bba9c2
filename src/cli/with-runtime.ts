import type { IssueWords } from '../kernel/issue.ts';
import type { Outcome } from '../platform/command.ts';
import { type Config, StartError } from '../platform/config.ts';
import { wordsOf } from '../platform/forms/words.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { cliWords as words } from './vi.ts';

/**
 * Opens the data folder, does the work and closes it again; a server that was started for it is
 * stopped. Throws StartError when the folder was never set up.
 */
export async function withRuntime<T>(
  config: Config,
  work: (runtime: Runtime) => Promise<T>,
): Promise<T> {
  const runtime = await openRuntime(config, { poolSize: 4 });
  try {
    if (runtime.installation === null) throw new StartError(words.notInstalled);
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

/** A command's value; its issues become the one line that the person reads. */
export function valueOrFail<T>(outcome: Outcome<T>, own: IssueWords = {}): T {
  if (outcome.ok) return outcome.value;
  throw new StartError(
    words.refused(outcome.issues.map((i) => `${i.path}: ${wordsOf(i, own)}`).join(' ')),
  );
}
