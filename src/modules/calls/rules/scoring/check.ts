import { type Issue, issue } from '../../../../kernel/issue.ts';
import {
  type Band,
  type BandsPart,
  type GatePart,
  isScored,
  type NotePart,
  type PointsPart,
  type Rubric,
  type ScoredPart,
} from '../content/index.ts';
import { bandName, commentName, gateName, markName, noteName } from './read.ts';
import { hundredths, type Mark, type Marks } from './types.ts';

/** Most characters of one comment or note. */
export const longestWords = 4000;

/**
 * What keeps a sheet from being signed; `path` is the name of the field on it ('mark-noi-dung'). The
 * sentences are in `callsIssues`.
 */
export function checkMarks(rubric: Rubric, marks: Marks): Issue[] {
  return rubric.parts.flatMap((part) => {
    const mark = marks[part.key] ?? {};
    if (isScored(part)) return [...pointsIssues(part, mark), ...commentIssues(part, mark)];
    if (part.kind === 'gate') return gateIssues(part, mark);
    return part.kind === 'note' ? noteIssues(part, mark) : [];
  });
}

function pointsIssues(part: ScoredPart, mark: Mark): Issue[] {
  const { label, step } = part;
  const { points } = mark;
  const at = markName(part.key);
  if (typeof points === 'string')
    return [issue(at, 'mark_unreadable', { label, typed: points, step })];
  if (points === undefined) return missing(part, mark);
  const off = part.kind === 'points' ? outside(part, points) : outsideBand(part, mark, points);
  if (off.length > 0) return off;
  // Figures finer than hundredths fit no step.
  const coarse = Math.abs(points * 100 - hundredths(points)) < 1e-6;
  const fits = coarse && hundredths(points) % hundredths(step) === 0;
  return fits ? [] : [issue(at, 'mark_step', { label, points, step })];
}

function missing(part: ScoredPart, { band }: Mark): Issue[] {
  const { label } = part;
  if (part.kind === 'points')
    return [issue(markName(part.key), 'mark_missing', { label, from: 0, to: part.max })];
  const chosen = band === undefined ? undefined : part.bands[band];
  return [
    chosen === undefined
      ? issue(bandName(part.key), 'band_missing', { label })
      : issue(markName(part.key), 'mark_missing', { label, from: chosen.from, to: chosen.to }),
  ];
}

const isOutside = (points: number, { from, to }: Pick<Band, 'from' | 'to'>): boolean =>
  points < from || points > to;

function outside({ key, label, max }: PointsPart, points: number): Issue[] {
  const range = { from: 0, to: max };
  return isOutside(points, range)
    ? [issue(markName(key), 'mark_outside', { label, points, ...range })]
    : [];
}

function outsideBand({ key, label, bands }: BandsPart, { band }: Mark, points: number): Issue[] {
  const chosen = band === undefined ? undefined : bands[band];
  if (chosen === undefined) return [issue(markName(key), 'mark_in_no_band', { label, points })];
  const { from, to } = chosen;
  return isOutside(points, chosen)
    ? [issue(markName(key), 'mark_outside_band', { label, points, band: chosen.label, from, to })]
    : [];
}

function commentIssues({ key, label, comment }: ScoredPart, mark: Mark): Issue[] {
  const said = mark.comment ?? '';
  if (said === '' && comment === 'required')
    return [issue(commentName(key), 'comment_missing', { label })];
  return tooLong(commentName(key), label, said);
}

// Why is asked of those who say no: a yes needs no words.
function gateIssues({ key, label, comment }: GatePart, mark: Mark): Issue[] {
  const said = mark.comment ?? '';
  if (mark.answer === undefined) return [issue(gateName(key), 'gate_missing', { label })];
  if (!mark.answer && said === '' && comment === 'required')
    return [issue(commentName(key), 'gate_comment_missing', { label })];
  return tooLong(commentName(key), label, said);
}

function noteIssues({ key, label, required }: NotePart, { note = '' }: Mark): Issue[] {
  if (note === '' && required) return [issue(noteName(key), 'note_missing', { label })];
  return tooLong(noteName(key), label, note);
}

const tooLong = (path: string, label: string, text: string): Issue[] =>
  text.length > longestWords ? [issue(path, 'mark_words_long', { label, most: longestWords })] : [];
