import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Folder,
  readFolder,
  type Solved,
  sayFault,
  sayMoreFaults,
  sayShortage,
  solveFolder,
} from '../modules/assignments/index.ts';
import { StartError } from '../platform/config.ts';
import type { Answer, CliCommand, Typed } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';

const usage =
  'assign DIR --reviews N --out FILE [--balanced] [--seed N] [--share 0.001] [--limit P]';

/** Needs no data folder: it reads four files and writes one. */
export const assignCommand: CliCommand = {
  name: 'assign',
  usage,
  summary: words.summaries.assign,
  options: {
    reviews: { type: 'string' },
    out: { type: 'string' },
    balanced: { type: 'boolean' },
    seed: { type: 'string' },
    share: { type: 'string' },
    limit: { type: 'string' },
  },
  rest: 1,
  run: assign,
};

async function assign(typed: Typed): Promise<Answer> {
  const [folder] = typed.rest;
  if (folder === undefined) throw new UsageError(words.usage(usage));
  const each = numberFor(typed, 'reviews', typed.need('reviews'), { whole: true, from: 1 });
  const out = path.resolve(typed.need('out'));
  const settings = {
    each,
    balanced: typed.values.balanced === true,
    seed: numberFor(typed, 'seed', typed.text('seed') ?? '1', { whole: true, from: 0 }),
    share: numberFor(typed, 'share', typed.text('share') ?? '0.001', { from: 0, to: 1 }),
    limit: limitOf(typed),
  };
  const read = await readOrFail(folder);
  const begun = performance.now();
  const solved = solveFolder(read, settings);
  const seconds = Math.round(performance.now() - begun) / 1000;
  await write(out, solved);
  return told(read, solved, seconds, out);
}

function limitOf(typed: Typed): number | null {
  const text = typed.text('limit');
  return text === null ? null : numberFor(typed, 'limit', text, { from: 0.0001, to: 1 });
}

interface Range {
  readonly from: number;
  readonly to?: number;
  readonly whole?: boolean;
}

function numberFor(_typed: Typed, name: string, text: string, range: Range): number {
  const { from, to = 2 ** 31, whole = false } = range;
  const value = Number(text);
  const right = /^\d+(\.\d+)?$/.test(text) && (!whole || Number.isInteger(value));
  if (!right || value < from || value > to)
    throw new UsageError(words.notANumber(name, text, whole, from, to, usage));
  return value;
}

async function readOrFail(folder: string): Promise<Folder> {
  const found = await stat(path.resolve(folder)).catch(() => null);
  if (found === null || !found.isDirectory()) throw new StartError(words.noFolder(folder));
  const read = await readFolder(path.resolve(folder));
  if (!('told' in read)) return read;
  const lines = read.told.map(sayFault);
  throw new StartError([...lines, ...(read.more > 0 ? [sayMoreFaults(read.more)] : [])].join('\n'));
}

async function write(file: string, { pairs }: Solved): Promise<void> {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = pairs.map(([paper, reviewer]) => `${cell(paper)},${cell(reviewer)}\n`);
  try {
    await writeFile(file, `paper,reviewer\n${lines.join('')}`);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartError(words.cannotUseFile(file, code));
  }
}

/** Papers without all their reviewers are told first; then the command did not do all that it should. */
function told({ papers }: Folder, solved: Solved, seconds: number, out: string): Answer {
  const { pairs, short, loads, ...figures } = solved;
  return {
    json: { ...figures, seconds, pairs: pairs.length, loads, short },
    lines: [
      ...short.map((one) => `${one.paper}: ${sayShortage(one, words.reviewer)}`),
      words.assigned(pairs.length, papers.length, out),
      words.assignedSum(figures.total, figures.bound, figures.worst, seconds),
      words.assignedLoads(loads.least, loads.most),
    ],
    ...(short.length > 0 ? { exitCode: 1 as const } : {}),
  };
}
