import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/command.ts';
import type { Obligation } from '../../rounds/index.ts';
import { rowsOf, type TemplateRow } from '../../templates/index.ts';
import { type FormFigures, formFigures, type StoredPlace } from '../queries/index.ts';
import {
  differsFrom,
  isReopened,
  lockIssues,
  type PlaceValue,
  planWriting,
  valueIssues,
  type Writing,
} from '../rules/index.ts';
import { type HeldPlaces, lockPlaces } from './loading.ts';

/** What somebody typed at one place. */
export interface TypedPlace {
  readonly key: string;
  readonly kind: 'cell' | 'narrative';
  /** Where its issues are told, up to and with the last dot: 'cells.3.' or ''. */
  readonly path: string;
  readonly value: PlaceValue;
  /** The version that had been seen. */
  readonly seen: number;
}

export interface Planned extends TypedPlace {
  /** Undefined of a place that the form has not. */
  readonly row: TemplateRow | undefined;
  readonly known: boolean;
  readonly standing: StoredPlace | null;
  readonly writing: Writing;
}

/** A form that is held, with what is to become of what was typed. */
export interface PlannedWrites extends HeldPlaces {
  readonly planned: readonly Planned[];
  /** Of the rows that will change. */
  readonly figures: FormFigures;
}

/** Holds a form and plans what becomes of what was typed. */
export async function planWrites(
  cx: Cx,
  pid: string,
  typed: readonly TypedPlace[],
): Promise<PlannedWrites> {
  const held = await lockPlaces(cx, pid);
  const { content } = held.obligation.round;
  const rows = new Map(rowsOf(content).map((row) => [row.key, row]));
  const sections = new Set(
    content.sections.filter((one) => one.kind === 'narrative').map((one) => one.key),
  );
  const planned = typed.map((place): Planned => {
    const row = place.kind === 'cell' ? rows.get(place.key) : undefined;
    const standing = held.places.get(place.key) ?? null;
    return {
      ...place,
      row,
      known: place.kind === 'cell' ? row !== undefined : sections.has(place.key),
      standing,
      writing: planWriting(standing, place.value, place.seen),
    };
  });
  const changing = planned.flatMap((one) =>
    one.writing === 'saved' && one.row !== undefined ? [one.row] : [],
  );
  return { ...held, planned, figures: await formFigures(cx.db, held.obligation, changing) };
}

/** What keeps a plan from being done; what stays as it is has no issue. */
export function writeIssues(cx: Cx, { obligation, planned, figures }: PlannedWrites): Issue[] {
  const today = cx.clock.today();
  const twice = new Set<string>();
  return planned.flatMap((place) => {
    const { key, path, kind } = place;
    const name = kind === 'cell' ? 'row' : 'section';
    if (!place.known) return [issue(`${path}${name}`, `${name}_unknown`, { typed: key })];
    if (twice.has(key)) return [issue(`${path}${name}`, 'place_twice', { place: key })];
    twice.add(key);
    if (place.writing === 'unchanged') return [];
    const field = `${path}${kind === 'cell' ? 'declared' : 'words'}`;
    const locked = lockIssues(field, obligation, place.standing?.state ?? 'open', today);
    if (locked.length > 0) return locked.map((one) => ({ ...one, data: { place: key } }));
    const { row } = place;
    if (row === undefined) return [];
    const wrong = valueIssues(field, row, place.value.declared);
    return wrong.length > 0 ? wrong : reopenedIssues(cx, obligation, place, row, figures);
  });
}

// Nobody sends a form that was accepted before: what sending asks for is asked at once.
function reopenedIssues(
  cx: Cx,
  obligation: Obligation,
  { key, path, value, writing }: Planned,
  row: TemplateRow,
  figures: FormFigures,
): Issue[] {
  if (writing !== 'saved' || !isReopened(obligation, cx.clock.today())) return [];
  const { label, decimals, required } = row;
  const { declared, reason } = value;
  const derived = figures.derived.get(key) ?? null;
  if (required && declared === null) {
    return [issue(`${path}declared`, 'row_required', { place: key, label })];
  }
  return reason === null && differsFrom(declared, derived, decimals)
    ? [issue(`${path}reason`, 'reason_required', { place: key, label, declared, derived })]
    : [];
}
