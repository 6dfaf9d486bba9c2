import { stat } from 'node:fs/promises';
import path from 'node:path';
import { checkFile, checkWords, sayProblem } from '../modules/checks/index.ts';
import { StartError } from '../platform/config.ts';
import { wordsOf } from '../platform/forms/words.ts';
import type { CliCommand } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';

const usage = 'check FILE';

/** Needs no data folder: it reads one file and keeps nothing. */
export const checkCommand: CliCommand = {
  name: 'check',
  usage,
  summary: words.summaries.check,
  options: {},
  rest: 1,
  run: async (typed) => {
    const [file] = typed.rest;
    if (file === undefined) throw new UsageError(words.usage(usage));
    await readable(file);
    const found = await checkFile(path.resolve(file), path.basename(file));
    if (!found.ok) {
      const said = found.issues.map((issue) => wordsOf(issue, checkWords));
      throw new StartError(words.notChecked(file, said.join(' ')));
    }
    const problems = found.problems.map(({ code, path: at, stated, computed }) => ({
      code,
      path: at,
      stated,
      computed,
    }));
    return {
      json: { problems },
      lines: [
        ...found.problems.map((one) => `${one.path}: ${sayProblem(one)}`),
        words.checked(problems.length),
      ],
    };
  },
};

async function readable(file: string): Promise<void> {
  try {
    await stat(path.resolve(file));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartError(words.cannotUseFile(file, code));
  }
}
