import { keptText } from '../../../../kernel/text.ts';
import { parseVietnameseDecimal } from '../../../../kernel/vietnamese/numbers.ts';
import type { BandsPart, Rubric, RubricPart } from '../content/index.ts';
import { hundredths, type Mark, type Marks } from './types.ts';

// The names under which a sheet posts what a judge fills in.
export const markName = (key: string): string => `mark-${key}`;
export const bandName = (key: string): string => `band-${key}`;
export const commentName = (key: string): string => `comment-${key}`;
export const gateName = (key: string): string => `gate-${key}`;
export const noteName = (key: string): string => `note-${key}`;

/** A sheet as its form sends it, for `readMarks`: texts by part. Names of other forms are left alone. */
export function sentMarks(
  rubric: Rubric,
  values: Readonly<Record<string, string>>,
): Record<string, Record<string, string>> {
  const sent = rubric.parts.map(({ key }) => {
    const typed = {
      points: values[markName(key)],
      band: values[bandName(key)],
      answer: values[gateName(key)],
      comment: values[commentName(key)],
      note: values[noteName(key)],
    };
    return [key, Object.fromEntries(Object.entries(typed).filter(([, one]) => one !== undefined))];
  });
  return Object.fromEntries(sent);
}

type Loose = Readonly<Record<string, unknown>>;
const looseOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? keptText(String(value)) : '';

/** Points as typed: '27,5', also '27.5', which can be nothing else. Text stays where it is no number. */
function readPoints(value: unknown): number | string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const typed = textOf(value);
  if (typed === '') return null;
  const decimal = /^\d{1,6}\.\d{1,2}$/.test(typed) ? typed : parseVietnameseDecimal(typed);
  return decimal === null || decimal.replace(/\D/g, '').length > 15 ? typed : Number(decimal);
}

const yes: readonly unknown[] = [true, 'yes', 'true', '1'];
const no: readonly unknown[] = [false, 'no', 'false', '0'];

function readBand({ bands }: BandsPart, value: unknown): number | null {
  const typed = textOf(value);
  return /^\d{1,3}$/.test(typed) && Number(typed) < bands.length ? Number(typed) : null;
}

const isIn = (points: number, { from, to }: { from: number; to: number }): boolean =>
  hundredths(points) >= hundredths(from) && hundredths(points) <= hundredths(to);

// Bands do not overlap: points alone say the band, and a band of a single figure says the points.
function banded(part: BandsPart, value: Loose): Pick<Mark, 'points' | 'band'> {
  const points = readPoints(value.points);
  const chosen = readBand(part, value.band);
  if (points === null && chosen !== null) {
    const { from, to } = part.bands[chosen]!;
    return from === to ? { band: chosen, points: from } : { band: chosen };
  }
  const found = typeof points === 'number' ? part.bands.findIndex((one) => isIn(points, one)) : -1;
  const band = chosen ?? (found < 0 ? null : found);
  return { ...(points === null ? {} : { points }), ...(band === null ? {} : { band }) };
}

function readMark(part: RubricPart, value: Loose): Mark {
  const comment = textOf(value.comment);
  const said = comment === '' ? {} : { comment };
  switch (part.kind) {
    case 'points': {
      const points = readPoints(value.points);
      return { ...(points === null ? {} : { points }), ...said };
    }
    case 'bands':
      return { ...banded(part, value), ...said };
    case 'gate':
      if (yes.includes(value.answer)) return { answer: true, ...said };
      return no.includes(value.answer) ? { answer: false, ...said } : said;
    case 'note': {
      const note = textOf(value.note);
      return note === '' ? {} : { note };
    }
    case 'votes':
      return {};
  }
}

/**
 * A sheet as it is kept, from what was typed (`sentMarks`), sent as JSON, or kept: text in NFC, numbers
 * read, what cannot be read left as it was typed, parts in the order of the rubric. What the rubric does
 * not have is left out. Reading what is kept gives the same again.
 */
export function readMarks(rubric: Rubric, typed: unknown): Marks {
  const sent = looseOf(typed);
  return Object.fromEntries(
    rubric.parts.flatMap((part) => {
      const mark = readMark(part, looseOf(sent[part.key]));
      return Object.keys(mark).length === 0 ? [] : [[part.key, mark]];
    }),
  );
}
