import type { EntrantKind } from '../content/index.ts';
import type { AnswerFile, Answers } from './types.ts';

/**
 * The one text of a JSON value: names in the order of their code units, all text in NFC, no blanks,
 * numbers as JSON writes them. What is undefined is left out.
 * @throws RangeError for what JSON has no form for: NaN, bigint, functions, half a surrogate pair, two
 * names that are one in NFC
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object') return objectText(value as Readonly<Record<string, unknown>>);
  throw new RangeError(`no canonical text for a ${typeof value}`);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no canonical text for ${value}`);
  return JSON.stringify(value);
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a character');
  return JSON.stringify(text.normalize('NFC'));
}

function objectText(value: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => [name.normalize('NFC'), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const twice = members.find(([name], at) => members[at + 1]?.[0] === name);
  if (twice !== undefined) throw new RangeError(`a name twice: ${twice[0]}`);
  return `{${members.map(([name, one]) => `${quoted(name)}:${canonicalText(one)}`).join(',')}}`;
}

/** A dossier as it is submitted: what the receipt's hash stands for. */
export interface FrozenVersion {
  /** Public ids. */
  readonly edition: string;
  readonly dossier: string;
  /** Of the edition's content, which the answers belong to. */
  readonly content: number;
  /** 1 for the first time it was submitted. */
  readonly number: number;
  readonly field: string | null;
  readonly entrant: EntrantKind;
  readonly answers: Answers;
  readonly files: readonly AnswerFile[];
}

export const frozenFormat = 'lientri.dossier/1';

/** The text whose SHA-256 (over its UTF-8 bytes) is the content hash. Files stand in it by theirs. */
export function frozenText(version: FrozenVersion): string {
  const { files, ...rest } = version;
  const listed = files
    .map(({ field, name, size, sha256 }) => ({ field, name, size, sha256: sha256.toLowerCase() }))
    .map((file) => ({ file, text: canonicalText(file) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ file }) => file);
  return canonicalText({ format: frozenFormat, ...rest, files: listed });
}

/** What stands in the text of a submitted version, as it was written by `frozenText`. */
export const readFrozen = (text: string): FrozenVersion => JSON.parse(text) as FrozenVersion;
