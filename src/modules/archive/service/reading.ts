import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { keptText } from '../../../kernel/text.ts';
import {
  type Checked,
  checkJson,
  checkRead,
  type ReadLimits,
  readJson,
  readTables,
  type SourceTable,
  sayProblem,
} from '../../checks/index.ts';
import {
  besides,
  contradictions,
  merged,
  type PastEdition,
  readPastEdition,
  readPastSheet,
} from '../rules/index.ts';
import type { PastProblem, ReadPast } from '../schema.ts';
import { sayContradiction } from '../vi/index.ts';

export type PastFile =
  | { readonly ok: true; readonly value: ReadPast }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A list of all entries of a large contest. */
const limits: ReadLimits = { bytes: 20_000_000, rows: 50_000, columns: 100, cells: 1_000_000 };

const refuse = (...issues: readonly Issue[]): PastFile => ({ ok: false, issues });

/**
 * Reads a past edition from the file at `file`, under the name `sent`: XLSX, CSV or TSV in any
 * letters, JSON. Its figures are told as they stand, with where they contradict each other. Writes
 * nothing. Issues: those of unreadable files, `not_a_past_edition`.
 */
export async function readPastFile(file: string, sent: string): Promise<PastFile> {
  const name = keptText(sent);
  const json = await readJson(file, name);
  if (json !== null && !json.ok) return refuse(...json.issues);
  const sha256 = async () =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  const called = path.basename(name, path.extname(name));
  if (json !== null) return readPastJson(json.value, { sha256: await sha256(), source: name });
  const read = await readTables(file, name, limits);
  if (!read.ok) return refuse(...read.issues);
  const sheets = read.tables.flatMap(
    (table) => readPastSheet(table.rows, nameOf(table, called)) ?? [],
  );
  const edition = merged(sheets);
  if (edition === null) return refuse(issue('file', 'not_a_past_edition'));
  const problems = problemsOf(edition, checkRead(read.tables));
  return { ok: true, value: { edition, problems, sha256: await sha256(), source: name } };
}

/** Reads a past edition from a JSON value. Issue: `not_a_past_edition`. */
export function readPastJson(value: unknown, from?: Pick<ReadPast, 'sha256' | 'source'>): PastFile {
  const read = readPastEdition(value);
  if (read === null) return refuse(issue('file', 'not_a_past_edition'));
  const source = from?.source ?? 'JSON';
  const edition = read.name === '' ? { ...read, name: path.basename(source, '.json') } : read;
  const sha256 = from?.sha256 ?? createHash('sha256').update(JSON.stringify(value)).digest('hex');
  return {
    ok: true,
    value: { edition, problems: problemsOf(edition, checkJson(figuresOf(value))), sha256, source },
  };
}

// The list of dossiers holds no figures; what is told of it is counted by its own rules.
const figuresOf = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== 'dossiers'));

// A sheet that nobody named says nothing of the edition; with several the file does.
const nameOf = ({ name }: SourceTable, file: string): string =>
  /^(?:sheet|trang|bang)[ _]?\d*$/i.test(name) || name.length < 12 ? file : name;

/** Its own contradictions, then what the checks of tables found elsewhere; each place once. */
function problemsOf(edition: PastEdition, checked: Checked): PastProblem[] {
  const own = contradictions(edition);
  const others = checked.ok ? besides(own, checked.problems) : [];
  return [
    ...own.map((one) => problem(one, sayContradiction(one))),
    ...others.map((one) => problem(one, sayProblem(one))),
  ];
}

// What is quoted of the file has to fit into the database.
const storable = <T>(value: T): T =>
  typeof value === 'string' ? (keptText(value) as T & string) : value;

const problem = (found: Omit<PastProblem, 'words'>, words: string): PastProblem => ({
  code: found.code,
  path: storable(found.path),
  stated: storable(found.stated),
  computed: storable(found.computed),
  words: storable(words),
});
