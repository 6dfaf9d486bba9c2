import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseDay } from '../kernel/day.ts';
import type { Issue } from '../kernel/issue.ts';
import { archiveIssues, findPastImport, undoImport } from '../modules/archive/index.ts';
import { findOrganisation } from '../modules/organisations/index.ts';
import {
  exportMembers,
  findImport,
  type Imported,
  importFile,
  importWords,
  type LocalFile,
  lookAtFile,
  takeBackImport,
  tryFile,
  unwatched,
  type Watch,
} from '../modules/rosters/index.ts';
import { Refused, type SheetPlan } from '../modules/spreadsheets/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { StartError } from '../platform/config.ts';
import { NotFound } from '../platform/errors.ts';
import type { Runtime } from '../runtime.ts';
import type { Answer, CliCommand, Typed } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';
import { valueOrFail, withRuntime } from './with-runtime.ts';

const importUsage = 'import members FILE --org CODE [--yes] [--dry-run] [--as-of DAY]';

export const importMembersCommand: CliCommand = {
  name: 'import members',
  usage: importUsage,
  summary: words.summaries.importMembers,
  options: {
    org: { type: 'string' },
    yes: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'as-of': { type: 'string' },
  },
  rest: 1,
  run: importMembers,
};

async function importMembers(typed: Typed): Promise<Answer> {
  const file = await fileOf(typed);
  const code = typed.need('org');
  const dry = typed.values['dry-run'] === true;
  const asked = !dry && typed.values.yes !== true;
  const terminal = process.stdin.isTTY === true && process.stderr.isTTY === true;
  if (asked && !terminal) throw new UsageError(words.addYes);
  return withRuntime(typed.config, async (runtime) => {
    const begun = performance.now();
    const cx = runtime.cx('cli');
    const organisation = await findOrganisation(cx.db, code, cx.clock.today());
    if (organisation === null) throw new NotFound('organisation');
    const sheets = await lookAt(cx, organisation.id, file);
    if (asked && !(await agreed(sheets))) throw new StartError(words.notImported);
    const watch = watching();
    const done = await refusing(async () =>
      dry
        ? await tryFile(cx, organisation.id, file, sheets, watch)
        : valueOrFail(await importFile(cx, organisation, file, watch), importWords),
    );
    return answerOf(done, sheets, (performance.now() - begun) / 1000);
  });
}

async function fileOf(typed: Typed): Promise<LocalFile> {
  const [file] = typed.rest;
  if (file === undefined) throw new UsageError(words.usage(importUsage));
  const asOf = typed.text('as-of');
  if (asOf !== null && parseDay(asOf) === null) throw new UsageError(words.notADay(asOf));
  const found = path.resolve(file);
  try {
    await stat(found);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartError(words.cannotUseFile(file, code));
  }
  return { path: found, name: path.basename(found), asOf };
}

async function lookAt(cx: Cx, organisationId: string, file: LocalFile): Promise<SheetPlan[]> {
  const sheets = await refusing(() => lookAtFile(cx, organisationId, file));
  const chosen = sheets.filter((sheet) => sheet.chosen);
  const code = sheets.length === 0 ? 'roster_no_rows' : 'roster_no_names';
  if (chosen.length === 0) throw refusal([{ path: 'file', code }]);
  return sheets;
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refused ? refusal(error.issues) : error;
  }
}

function refusal(issues: readonly Issue[]): StartError {
  const said = issues.map(({ code, data = {} }) => importWords[code]?.(data) ?? code);
  return new StartError(words.refusedFile(said.join(' ')));
}

/** Shows how the columns would be read, and asks. */
async function agreed(sheets: readonly SheetPlan[]): Promise<boolean> {
  const lines = sheets
    .filter(({ chosen }) => chosen)
    .flatMap((sheet) => [
      words.sheetLine(sheet.name, sheet.headerRow),
      ...sheet.columns.map(
        ({ letter, title, field, encoding, samples }) =>
          `  ${letter.padEnd(3)} ${title.padEnd(28)} ${field.padEnd(14)} ${encoding.padEnd(14)} ${samples[0]?.read ?? ''}`,
      ),
    ]);
  process.stderr.write(`${lines.join('\n')}\n`);
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(words.askImport);
  asking.close();
  return words.yesAnswer.test(answer.normalize('NFC').trim());
}

/** Says on a terminal how far the import is. */
function watching(): Watch {
  if (process.stderr.isTTY !== true) return unwatched;
  let last = 0;
  return {
    ...unwatched,
    async progress(done, total, message) {
      if (performance.now() - last < 250) return;
      last = performance.now();
      process.stderr.write(`\r${words.progress(done, total, message ?? null)}\x1b[K`);
    },
  };
}

function answerOf(done: Imported, sheets: readonly SheetPlan[], seconds: number): Answer {
  const { counts, importPid } = done;
  const json = {
    rows: counts.rows,
    created: counts.created,
    updated: counts.updated,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
    duplicates: counts.duplicates,
    encoding: encodingsOf(sheets),
    seconds: Math.round(seconds * 1000) / 1000,
    importId: importPid,
  };
  if (process.stderr.isTTY === true) process.stderr.write('\r\x1b[K');
  return { json, lines: words.imported(counts, importPid) };
}

/** By the title of the column, or its letter; with its letter or sheet where a title tells two things. */
function encodingsOf(sheets: readonly SheetPlan[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const sheet of sheets.filter(({ chosen }) => chosen)) {
    const own = new Set<string>();
    for (const { title, letter, encoding } of sheet.columns) {
      const wide = sheet.bytes?.startsWith('utf-16') === true && encoding === 'nfc';
      const code = wide ? 'utf-16' : encoding;
      const name = title === '' ? letter : title;
      const key = own.has(name) ? `${name} (${letter})` : name;
      own.add(key);
      if (found[key] !== undefined && found[key] !== code) found[`${sheet.name}: ${key}`] = code;
      else found[key] = code;
    }
  }
  return found;
}

export const importUndoCommand: CliCommand = {
  name: 'import undo',
  usage: 'import undo ID',
  summary: words.summaries.importUndo,
  options: {},
  rest: 1,
  run: async (typed) => {
    const [pid] = typed.rest;
    if (pid === undefined) throw new UsageError(words.usage('import undo ID'));
    return withRuntime(typed.config, (runtime) => undo(runtime, pid));
  },
};

async function undo(runtime: Runtime, pid: string): Promise<Answer> {
  const begun = performance.now();
  const cx = runtime.cx('cli');
  const past = await findPastImport(cx, pid);
  if (past !== null) {
    const { dossiers } = valueOrFail(await execute(cx, undoImport, { pid }), archiveIssues);
    return { json: { importId: pid, dossiers }, lines: words.undoneEdition(dossiers) };
  }
  const { id } = await findImport(cx, pid);
  const done = valueOrFail(await execute(cx, takeBackImport(unwatched), { id }), importWords);
  const seconds = Math.round(performance.now() - begun) / 1000;
  return { json: { importId: pid, ...done, seconds }, lines: words.undone(done) };
}

export const exportMembersCommand: CliCommand = {
  name: 'export members',
  usage: 'export members --org CODE [--sensitive]',
  summary: words.summaries.exportMembers,
  options: { org: { type: 'string' }, sensitive: { type: 'boolean' } },
  run: (typed) =>
    withRuntime(typed.config, async (runtime) => {
      await printMembers(runtime.cx('cli'), typed);
      return null;
    }),
};

/** Printed as it is read: a union's members need not lie in memory at once. */
async function printMembers(cx: Cx, typed: Typed): Promise<void> {
  const json = typed.values.json === true;
  let first = true;
  if (json) process.stdout.write('[');
  await exportMembers(cx, typed.need('org'), typed.values.sensitive === true, async (batch) => {
    const texts = batch.map((member) =>
      json
        ? JSON.stringify(member)
        : [
            member.fullName,
            member.birthDate ?? '',
            member.phones.join(', '),
            member.branch ?? '',
          ].join('\t'),
    );
    const text = json ? `${first ? '' : ',\n'}${texts.join(',\n')}` : `${texts.join('\n')}\n`;
    first = false;
    if (!process.stdout.write(text))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  });
  if (json) process.stdout.write(']\n');
}
