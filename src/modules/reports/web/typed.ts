import type { Cx, Outcome } from '../../../platform/command.ts';
import { execute } from '../../../platform/command.ts';
import { cellTexts } from '../pages/cells.tsx';
import type { FormAnswer, ReportForm } from '../schema.ts';
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
  const has = (key: string) => values[`version:${key}`] !== undefined;
  const version = (key: string) => values[`version:${key}`] ?? '0';
  const cells = form.sections.flatMap((one) =>
    one.cells.flatMap(({ row: { key } }): TypedCell[] => {
      const [declared = '', reason = '', note = ''] = ['declared', 'reason', 'note'].map(
        (field) => values[`${field}:${key}`],
      );
      const same = fingerprint(declared, reason, note) === values[`was:${key}`];
      return !has(key) || same ? [] : [{ row: key, declared, reason, note, version: version(key) }];
    }),
  );
  const narratives = form.sections.flatMap(({ section: { key }, narrative }): TypedNarrative[] => {
    if (narrative === null || !has(key)) return [];
    const words = plain(values[`words:${key}`]);
    const same = fingerprint(words) === values[`was:${key}`];
    return same ? [] : [{ section: key, words, version: version(key) }];
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

/** The field that an issue of `saveForm` is about: 'cells.3.declared' is 'declared:I.2'. */
export function fieldOf(path: string, typed: Typed): string {
  const [list, at, field = 'declared'] = path.split('.');
  const index = Number(at);
  if (list === 'cells') return `${field}:${typed.cells[index]?.row ?? ''}`;
  if (list === 'narratives') return `words:${typed.narratives[index]?.section ?? ''}`;
  return '';
}
