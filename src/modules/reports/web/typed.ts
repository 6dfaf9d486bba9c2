import type { Issue } from '../../../kernel/issue.ts';
import { type Cx, execute, type Outcome, once } from '../../../platform/command.ts';
import { cellTexts } from '../pages/cells.tsx';
import type { FormAnswer, ReportForm } from '../schema/index.ts';
import { saveForm } from '../service/index.ts';
import { fingerprint } from '../sheets/index.ts';

type Values = Readonly<Record<string, string>>;

/** Marks of what the fields of each place hold as the page shows them. */
export function marksOf(form: ReportForm): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const { section, narrative, cells } of form.sections) {
    if (narrative !== null) marks[section.key] = fingerprint(plain(narrative.words));
    for (const cell of cells) {
      const { declared = '', reason = '', note = '' } = cellTexts(cell);
      marks[cell.row.key] = fingerprint(declared, reason, note);
    }
  }
  return marks;
}

/** The mark of what the fields of one place hold as they were sent. */
export function markSent(values: Values, key: string): string {
  const words = values[`words:${key}`];
  return words === undefined ? fingerprint(...cellSent(values, key)) : fingerprint(plain(words));
}

// What was declared, why it differs, and the note.
const cellSent = (values: Values, key: string): readonly [string, string, string] => [
  values[`declared:${key}`] ?? '',
  values[`reason:${key}`] ?? '',
  values[`note:${key}`] ?? '',
];

// Browsers send line ends as CR LF.
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n');

export interface TypedCell {
  readonly row: string;
  readonly declared: string | number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly version: string | number;
}
export interface TypedNarrative {
  readonly section: string;
  readonly words: string;
  readonly version: string | number;
}
export interface Typed {
  readonly cells: readonly TypedCell[];
  readonly narratives: readonly TypedNarrative[];
}

/** The places of a form whose fields hold something else than when the page was made. */
export function typedPlaces(form: ReportForm, values: Values): Typed {
  const touched = (key: string) =>
    values[`version:${key}`] !== undefined && markSent(values, key) !== values[`was:${key}`];
  const version = (key: string) => values[`version:${key}`] ?? '0';
  const cells = form.sections.flatMap((one) =>
    one.cells.flatMap(({ row: { key } }): TypedCell[] => {
      if (!touched(key)) return [];
      const [declared, reason, note] = cellSent(values, key);
      return [{ row: key, declared, reason, note, version: version(key) }];
    }),
  );
  const narratives = form.sections.flatMap(({ section: { key }, narrative }): TypedNarrative[] => {
    if (narrative === null || !touched(key)) return [];
    return [{ section: key, words: plain(values[`words:${key}`]), version: version(key) }];
  });
  return { cells, narratives };
}

/** Writes what was typed; null when nothing was. */
export async function saveTyped(
  cx: Cx,
  pid: string,
  typed: Typed,
): Promise<Outcome<FormAnswer> | null> {
  if (typed.cells.length + typed.narratives.length === 0) return null;
  return execute(cx, saveForm, { pid, ...typed });
}

export type SaveAnswer =
  | { readonly issues: readonly Issue[] }
  | { readonly saved: number; readonly conflicts: number };

/** Writes what was typed, once for the form's key, and counts what became of it. */
export function saveOnce(
  cx: Cx,
  key: string | null,
  pid: string,
  typed: Typed,
): Promise<SaveAnswer> {
  return once<SaveAnswer>(cx, key, async (inner) => {
    const outcome = await saveTyped(inner, pid, typed);
    if (outcome === null) return { keep: true, answer: { saved: 0, conflicts: 0 } };
    if (!outcome.ok) return { keep: false, answer: { issues: outcome.issues } };
    const many = (wanted: string) =>
      outcome.value.places.filter((place) => place.outcome === wanted).length;
    return { keep: true, answer: { saved: many('saved'), conflicts: many('conflict') } };
  });
}

/** The field that an issue of `saveForm` is about: 'cells.3.declared' is 'declared:I.2'. */
export function fieldOf(path: string, typed: Typed): string {
  const [list, at, field = 'declared'] = path.split('.');
  const index = Number(at);
  if (list === 'cells') return `${field}:${typed.cells[index]?.row ?? ''}`;
  if (list === 'narratives') return `words:${typed.narratives[index]?.section ?? ''}`;
  return '';
}
