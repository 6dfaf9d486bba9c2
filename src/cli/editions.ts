import { stat } from 'node:fs/promises';
import path from 'node:path';
import {
  archiveIssues,
  importEdition,
  type ReadPast,
  readPastFile,
  tryImport,
} from '../modules/archive/index.ts';
import { checkWords } from '../modules/checks/index.ts';
import { findOrganisation } from '../modules/organisations/index.ts';
import { execute } from '../platform/command.ts';
import { StartError } from '../platform/config.ts';
import { NotFound } from '../platform/errors.ts';
import { wordsOf } from '../platform/forms/words.ts';
import type { Answer, CliCommand, Typed } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';
import { valueOrFail, withRuntime } from './with-runtime.ts';

const usage = 'import edition FILE --org CODE [--dry-run]';

export const importEditionCommand: CliCommand = {
  name: 'import edition',
  usage,
  summary: words.summaries.importEdition,
  options: { org: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  rest: 1,
  run: importPastEdition,
};

async function importPastEdition(typed: Typed): Promise<Answer> {
  const [file] = typed.rest;
  if (file === undefined) throw new UsageError(words.usage(usage));
  const organisation = typed.need('org');
  await readable(file);
  return withRuntime(typed.config, async (runtime) => {
    const cx = runtime.cx('cli');
    const found = await findOrganisation(cx.db, organisation, cx.clock.today());
    if (found === null) throw new NotFound('organisation');
    const read = await readOrFail(file);
    const outcome =
      typed.values['dry-run'] === true
        ? await tryImport(cx, found.code, read)
        : await execute(cx, importEdition(read), { organisation: found.code });
    const { state, ...done } = valueOrFail(outcome, archiveIssues);
    const problems = done.problems.map(({ words: _, ...problem }) => problem);
    return {
      json: { ...done, problems, state },
      lines: [
        ...done.problems.map((one) => `${one.path}: ${one.words}`),
        ...words.importedEdition(read.edition.name, { ...done, state, problems: problems.length }),
      ],
    };
  });
}

async function readOrFail(file: string): Promise<ReadPast> {
  const read = await readPastFile(path.resolve(file), path.basename(file));
  if (read.ok) return read.value;
  const said = read.issues.map((one) => wordsOf(one, { ...checkWords, ...archiveIssues }));
  throw new StartError(words.refusedFile(said.join(' ')));
}

async function readable(file: string): Promise<void> {
  try {
    await stat(path.resolve(file));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartError(words.cannotUseFile(file, code));
  }
}
