import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type Brought,
  bringFromHere,
  folderShelf,
  type Program,
  problemText,
  type Source,
  Unreadable,
  unreadableText,
  unwatched,
  type Watch,
} from '../modules/newcomers/index.ts';
import { StartError } from '../platform/config.ts';
import type { Answer, CliCommand, Typed } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';
import { withRuntime } from './with-runtime.ts';

const usages: Readonly<Record<Program, string>> = {
  wordpress: 'import wordpress FILE --org CODE [--uploads DIR]',
  joomla: 'import joomla FILE --org CODE [--uploads DIR] [--address URL]',
  rss: 'import rss FILE --org CODE [--uploads DIR]',
  html: 'import html DIR --org CODE [--address URL]',
};

const siteCommand = (program: Program): CliCommand => ({
  name: `import ${program}`,
  usage: usages[program],
  summary: words.summaries.importSite[program],
  options: {
    org: { type: 'string' },
    address: { type: 'string' },
    ...(program === 'html' ? {} : { uploads: { type: 'string' } }),
  },
  rest: 1,
  run: (typed) => importSite(program, typed),
});

/** An old site, by the program that made it. */
export const importSiteCommands: readonly CliCommand[] = [
  siteCommand('wordpress'),
  siteCommand('joomla'),
  siteCommand('rss'),
  siteCommand('html'),
];

async function importSite(program: Program, typed: Typed): Promise<Answer> {
  const [given] = typed.rest;
  if (given === undefined) throw new UsageError(words.usage(usages[program]));
  const organisation = typed.need('org');
  const file = path.resolve(given);
  const uploads = program === 'html' ? file : typed.text('uploads');
  await mustBe(program === 'html' ? 'folder' : 'file', given);
  if (uploads !== null) await mustBe('folder', uploads);
  return withRuntime(typed.config, async (runtime) => {
    const shelf = uploads === null ? null : await folderShelf(path.resolve(uploads));
    const source: Source =
      program === 'html'
        ? { program, folder: shelf! }
        : { program, bytes: async () => createReadStream(file, { highWaterMark: 262_144 }) };
    const address = typed.text('address') ?? '';
    const from = { organisation, source, address, shelf, fileName: path.basename(file) };
    return answerOf(await readable(() => bringFromHere(runtime.cx('cli'), from, watching())));
  });
}

async function mustBe(what: 'file' | 'folder', given: string): Promise<void> {
  let found: Awaited<ReturnType<typeof stat>>;
  try {
    found = await stat(path.resolve(given));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartError(words.cannotUseFile(given, code));
  }
  if (what === 'file' ? !found.isFile() : !found.isDirectory())
    throw new StartError(words.cannotUseFile(given, what === 'file' ? 'EISDIR' : 'ENOTDIR'));
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new StartError(words.refusedFile(unreadableText(error.code, error.data)));
  }
}

function answerOf({ counts, problems }: Brought): Answer {
  if (process.stderr.isTTY === true) process.stderr.write('\r\x1b[K');
  const told = problems.map((one) => ({
    code: one.code,
    text: problemText(one),
    count: one.count,
    ...one.data,
  }));
  return {
    json: { ...counts, problems: told },
    lines: [...told.map(({ text }) => text), ...words.importedSite(counts)],
  };
}

/** Says on a terminal how far it is. */
function watching(): Watch {
  if (process.stderr.isTTY !== true) return unwatched;
  let last = 0;
  return {
    ...unwatched,
    async progress(done, total, what) {
      if (performance.now() - last < 250) return;
      last = performance.now();
      process.stderr.write(`\r${words.siteProgress(done, total, what ?? '')}\x1b[K`);
    },
  };
}
