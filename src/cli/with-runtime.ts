import { existsSync } from 'node:fs';
import path from 'node:path';
import type { IssueWords } from '../kernel/issue.ts';
import type { Outcome } from '../platform/command.ts';
import { type Config, StartError } from '../platform/config.ts';
import { wordsOf } from '../platform/forms/words.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { cliWords as words } from './vi.ts';

/**
 * A mistyped folder is not made into a new one by looking into it.
 * @throws StartError when nothing was ever set up there
 */
export function requireFolder({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl === null && !existsSync(path.join(dataDir, 'pg')))
    throw new StartError(words.notInstalled);
}

/**
 * Opens the data folder, does the work and closes it again; a server that was started for it is
 * stopped. Throws StartError when the folder was never set up.
 */
export async function withRuntime<T>(
  config: Config,
  work: (runtime: Runtime) => Promise<T>,
): Promise<T> {
  requireFolder(config);
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
    words.refused(
      outcome.issues
        .map((i) =>
          i.path === '' || i.path === 'file' ? wordsOf(i, own) : `${i.path}: ${wordsOf(i, own)}`,
        )
        .join(' '),
    ),
  );
}
