import {
  type Calibration,
  calibrate,
  cutLine,
  type Hundredths,
  meansOf,
  ranked,
  sensitivityOf,
  spreadOf,
} from '../../../../kernel/scores/index.ts';
import { aboveLines, cutTied, placed } from './places.ts';
import {
  type Basis,
  type By,
  bases,
  type CountedSheet,
  type Cut,
  type Entry,
  type Outcome,
  type OutcomeCut,
  type OutcomeGroup,
  type OutcomeInput,
  type OutcomeRow,
  type Standing,
} from './types.ts';

type Calibrated = ReadonlyMap<string, Calibration['dossiers'][number]>;
type Unranked = Omit<OutcomeRow, 'ranks' | 'place' | 'tied' | 'moved'>;

/**
 * What a phase comes to: every figure follows from the input alone, so whoever has the input finds the same.
 * Raw means always stand beside the others.
 */
export function reckon(input: OutcomeInput): Outcome {
  const { errorBetween, dossiers, ...calibration } = calibrate(input.sheets);
  const calibrated: Calibrated = new Map(dossiers.map((one) => [one.dossier, one]));
  const sheets = Map.groupBy(input.sheets, ({ dossier }) => dossier);
  const groups = groupsOf(input).map(({ field, entries }) => {
    const rows = entries.map((entry) =>
      rowOf(input, entry, sheets.get(entry.dossier) ?? [], calibrated.get(entry.dossier)),
    );
    return groupOf(input, field, withRanks(rows), { calibrated, errorBetween });
  });
  const { phase, basis, trim } = input;
  const lines = groups.map(({ field, rows, cuts }) => ({
    key: field ?? '',
    dossiers: rows.filter(({ place }) => place !== null).map(({ dossier }) => dossier),
    winners: cuts.at(-1)?.above ?? 1,
  }));
  const without = sensitivityOf(input.sheets, { by: basis, trim, lines });
  return { phase, basis, calibration, groups, without };
}

/** The groups that are ranked by themselves, in the order of the fields; empty ones too. */
function groupsOf({ per, fields, entries }: OutcomeInput): {
  field: string | null;
  entries: readonly Entry[];
}[] {
  if (per === 'overall') return [{ field: null, entries }];
  const of = (field: string) => entries.filter((entry) => entry.field === field);
  return fields.map((field) => ({ field, entries: of(field) }));
}

function rowOf(
  input: OutcomeInput,
  { dossier, number, field, votes }: Entry,
  sheets: readonly CountedSheet[],
  calibrated: Calibration['dossiers'][number] | undefined,
): Unranked {
  const means = meansOf(
    sheets.map(({ points }) => points),
    input.trim,
  );
  const spread = spreadOf(sheets, input.spread);
  const points: By = {
    mean: means?.mean ?? null,
    trimmed: means?.trimmed ?? null,
    calibrated: calibrated?.calibrated ?? null,
  };
  const totals = each((basis) => plus(points[basis], votes));
  const value = totals[input.basis];
  return {
    dossier,
    number,
    field,
    sheets: sheets.length,
    points,
    trim: means?.trim ?? 0,
    votes,
    totals,
    meanError: calibrated?.meanError ?? null,
    error: calibrated?.error ?? null,
    lowest: means?.lowest ?? null,
    highest: means?.highest ?? null,
    range: spread?.range ?? null,
    alarm: spread?.alarm ?? false,
    farthest: spread?.farthest ?? [],
    ...standingOf(input, dossier, sheets),
    passes: value !== null && (input.pass === null || value >= input.pass),
    value,
  };
}

const each = <T>(of: (basis: Basis) => T): Readonly<Record<Basis, T>> => ({
  mean: of('mean'),
  trimmed: of('trimmed'),
  calibrated: of('calibrated'),
});

const plus = (points: Hundredths | null, votes: Hundredths): Hundredths | null =>
  points === null ? null : points + votes;

/**
 * More than half of the sheets fail a dossier; where fewer do the council is asked, and what it says holds,
 * also against the sheets.
 */
function standingOf(
  { fails }: OutcomeInput,
  dossier: string,
  sheets: readonly CountedSheet[],
): { failing: number; asked: boolean; standing: Standing } {
  const failing = sheets.filter(({ failed }) => failed).length;
  const said = fails.findLast((one) => one.dossier === dossier);
  if (sheets.length === 0) return { failing, asked: false, standing: 'unjudged' };
  const most = failing * 2 > sheets.length;
  const failed = said?.fails ?? most;
  return {
    failing,
    asked: failing > 0 && !most && said === undefined,
    standing: failed ? 'failed' : 'stands',
  };
}

function withRanks(rows: readonly Unranked[]): Omit<OutcomeRow, 'place' | 'tied' | 'moved'>[] {
  const standing = rows.filter((row) => row.standing === 'stands');
  const ranks = new Map(
    bases.map((basis) => {
      const values = standing.flatMap(({ dossier, totals }) => {
        const value = totals[basis];
        return value === null ? [] : [{ dossier, value }];
      });
      return [basis, new Map(ranked(values).map(({ dossier, rank }) => [dossier, rank]))];
    }),
  );
  return rows.map((row) => ({
    ...row,
    ranks: each((basis) => ranks.get(basis)?.get(row.dossier) ?? null),
  }));
}

interface Judged {
  readonly calibrated: Calibrated;
  readonly errorBetween: Calibration['errorBetween'];
}

function groupOf(
  input: OutcomeInput,
  field: string | null,
  rows: readonly Omit<OutcomeRow, 'place' | 'tied' | 'moved'>[],
  judged: Judged,
): OutcomeGroup {
  const final = placed(rows, input.changes);
  const linked = new Set(
    rows.flatMap(({ dossier }) => judged.calibrated.get(dossier)?.group ?? []),
  );
  const above = aboveLines(final, input.cuts);
  return {
    field,
    rows: final,
    cuts: input.cuts.map((cut, at) =>
      drawn(input.basis, final, { ...cut, above: above[at]! }, judged),
    ),
    comparable: linked.size < 2,
  };
}

function drawn(
  basis: Basis,
  final: readonly OutcomeRow[],
  cut: Cut & Pick<OutcomeCut, 'above'>,
  { errorBetween }: Judged,
): OutcomeCut {
  const next = final[cut.above]?.value ?? null;
  if (cut.floor !== null && next !== null && next < cut.floor)
    return { ...cut, tied: false, close: [], known: true };
  const values = final.flatMap(({ dossier, value, place }) =>
    value === null || place === null ? [] : [{ dossier, value }],
  );
  const by = basis === 'calibrated' ? 'calibrated' : 'mean';
  const { dossiers, known } = cutLine(values, {
    winners: cut.above,
    errorBetween: (one, other) => errorBetween(one, other, by),
  });
  return {
    ...cut,
    tied: cutTied(final, cut.above),
    close: dossiers.filter(({ close }) => close).map(({ dossier }) => dossier),
    known,
  };
}
