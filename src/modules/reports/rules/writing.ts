import { type Issue, issue } from '../../../kernel/issue.ts';
import { asPrinted } from './figures.ts';

/** The content of a place: of a cell the first three, of a narrative its words. */
export interface PlaceValue {
  readonly declared: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly words: string | null;
}

export type Writing = 'saved' | 'unchanged' | 'conflict';

/**
 * What becomes of what somebody typed who had seen version `seen` of a place (0: nothing there), where
 * `standing` stands now. The same value is no conflict, whoever wrote it; nothing at all over nothing
 * neither.
 */
export function planWriting(
  standing: (PlaceValue & { readonly version: number }) | null,
  typed: PlaceValue,
  seen: number,
): Writing {
  if (sameValue(standing ?? nothing, typed)) return 'unchanged';
  return (standing?.version ?? 0) === seen ? 'saved' : 'conflict';
}

export const nothing: PlaceValue = { declared: null, reason: null, note: null, words: null };

/** True when two people typed the same; no words are the same as empty ones. */
export function sameValue(a: PlaceValue, b: PlaceValue): boolean {
  return (
    a.declared === b.declared &&
    a.reason === b.reason &&
    a.note === b.note &&
    (a.words ?? '') === (b.words ?? '')
  );
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly kind: 'number' | 'yes_no';
  readonly decimals: number;
}

/** What keeps a value from being kept in a row. `path` is that of the field. */
export function valueIssues(path: string, row: Row, declared: number | null): Issue[] {
  if (declared === null) return [];
  const { key, label, decimals } = row;
  if (row.kind === 'yes_no') {
    return declared === 0 || declared === 1
      ? []
      : [issue(path, 'yes_or_no', { place: key, label, typed: declared })];
  }
  if (Math.abs(asPrinted(declared, decimals) - declared) > 1e-9) {
    return [issue(path, 'too_precise', { place: key, label, decimals, typed: declared })];
  }
  return [];
}
