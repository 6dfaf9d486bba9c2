import type { Cut, OutcomeCut, OutcomeRow, RankChange } from './types.ts';

type Unplaced = Omit<OutcomeRow, 'place' | 'tied' | 'moved'>;

/** The newest change of each dossier that gives it a place, in the order in which they were made. */
export function holding(
  changes: readonly RankChange[],
): { dossier: string; place: number; reason: string }[] {
  const newest = new Map<string, RankChange>();
  for (const change of changes) {
    newest.delete(change.dossier);
    newest.set(change.dossier, change);
  }
  return [...newest.values()].flatMap(({ dossier, place, reason }) =>
    place === null ? [] : [{ dossier, place, reason }],
  );
}

/**
 * Puts a group in its final order: by points, those with equal points by key, then what was moved by hand, one
 * after the other, to the place it was given. Whoever was not moved shares a place with an equal neighbour.
 */
export function placed(rows: readonly Unplaced[], changes: readonly RankChange[]): OutcomeRow[] {
  const ranked = rows.filter(({ standing }) => standing === 'stands').sort(byValue);
  const rest = rows.filter(({ standing }) => standing !== 'stands').sort(byKey);
  const moves = holding(changes).filter(({ dossier }) =>
    ranked.some((row) => row.dossier === dossier),
  );
  for (const { dossier, place } of moves) {
    const [row] = ranked.splice(
      ranked.findIndex((one) => one.dossier === dossier),
      1,
    );
    ranked.splice(Math.min(place, ranked.length + 1) - 1, 0, row!);
  }
  const movedOf = (dossier: string) => moves.find((one) => one.dossier === dossier);
  const shares = (at: number): boolean => {
    const [before, row] = [ranked[at - 1], ranked[at]];
    if (before === undefined || row === undefined || before.value !== row.value) return false;
    return movedOf(before.dossier) === undefined && movedOf(row.dossier) === undefined;
  };
  let place = 0;
  const placedRows = ranked.map((row, at): OutcomeRow => {
    if (!shares(at)) place = at + 1;
    const move = movedOf(row.dossier);
    const moved = move === undefined ? null : { place: move.place, reason: move.reason };
    return { ...row, place, tied: shares(at) || shares(at + 1), moved };
  });
  return [
    ...placedRows,
    ...rest.map((row): OutcomeRow => ({ ...row, place: null, tied: false, moved: null })),
  ];
}

const byKey = (a: Unplaced, b: Unplaced): number => (a.dossier < b.dossier ? -1 : 1);
const byValue = (a: Unplaced, b: Unplaced): number =>
  (b.value ?? 0) - (a.value ?? 0) || byKey(a, b);

/**
 * How many stand above each of the lines of a group, from the first to the last: each dossier in its order takes the
 * first place that is left and whose floor it reaches. Places that nobody reaches are not handed down.
 */
export function aboveLines(rows: readonly OutcomeRow[], cuts: readonly Cut[]): number[] {
  const left = cuts.map(({ places }, at) => places - (cuts[at - 1]?.places ?? 0));
  const taken = cuts.map(() => 0);
  for (const { value, place } of rows) {
    if (place === null || value === null) continue;
    const at = cuts.findIndex(
      ({ floor }, of) => left[of]! > 0 && (floor === null || value >= floor),
    );
    if (at < 0) continue;
    left[at]! -= 1;
    taken[at]! += 1;
  }
  let above = 0;
  return taken.map((many) => {
    above += many;
    return above;
  });
}

/** Whether the line after so many places goes through dossiers that share one. */
export function cutTied(rows: readonly OutcomeRow[], places: number): boolean {
  const [above, below] = [rows[places - 1], rows[places]];
  return above?.place != null && above.place === below?.place;
}

/** Those above a line, as far as points and the council tell it: with a tie at the line those before it. */
export function above(
  rows: readonly OutcomeRow[],
  { above: many, tied }: Pick<OutcomeCut, 'above' | 'tied'>,
) {
  const edge = tied ? rows[many]?.place : null;
  return rows
    .slice(0, many)
    .filter((row) => row.place !== null && row.passes && row.place !== edge);
}
