/** One signed sheet: of each judge of a dossier the last one that counts. */
export interface Scored {
  readonly dossier: string;
  readonly judge: string;
  /** Whole hundredths of a point. */
  readonly points: number;
  /** 1 first, 2 after the discussion …; told, not used: who calls has chosen. */
  readonly round: number;
}

/** Whose judges are the same: what all these dossiers have in common is computed once. */
export interface JudgeSet {
  /** Ascending. */
  readonly judges: Int32Array;
  /** How many dossiers have these judges. */
  readonly dossiers: number;
  /** What each of the judges gave to all of these dossiers together. */
  readonly totals: Float64Array;
}

/**
 * The sheets by number instead of by key, always in the same order however they came: dossiers and
 * judges by their keys (as code units, no language), the sheets of a dossier by judge. Sums in this
 * order give the same last bit on every machine.
 */
export interface Sheets {
  readonly dossiers: readonly string[];
  readonly judges: readonly string[];
  /** The sheets of dossier d stand from `start[d]` to before `start[d + 1]`. */
  readonly start: Int32Array;
  readonly judge: Int32Array;
  readonly points: Float64Array;
  readonly sets: readonly JudgeSet[];
  readonly setOf: Int32Array;
}

/** @throws RangeError for points that are not whole, and for two sheets of a judge for a dossier */
export function indexed(scored: readonly Scored[]): Sheets {
  const dossiers = numbered(scored, ({ dossier }) => dossier);
  const judges = numbered(scored, ({ judge }) => judge);
  const byJudge = sorted(null, judges).order;
  const { order, start } = sorted(byJudge, dossiers);
  const judge = new Int32Array(order.length);
  const points = new Float64Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    judge[at] = judges.numbers[order[at]!]!;
    points[at] = whole(scored[order[at]!]!);
  }
  for (let dossier = 0; dossier < dossiers.keys.length; dossier += 1)
    for (let at = start[dossier]! + 1; at < start[dossier + 1]!; at += 1)
      if (judge[at] === judge[at - 1])
        throw new RangeError(
          `two sheets of judge ${judges.keys[judge[at]!]} for dossier ${dossiers.keys[dossier]}`,
        );
  const sets = setsOf(start, judge, points);
  return { dossiers: dossiers.keys, judges: judges.keys, start, judge, points, ...sets };
}

function whole({ points, dossier }: Scored): number {
  if (!Number.isSafeInteger(points))
    throw new RangeError(`not whole hundredths of a point, dossier ${dossier}: ${points}`);
  return points;
}

interface Numbered {
  /** Ascending. */
  readonly keys: readonly string[];
  /** Of each sheet the number of its key. */
  readonly numbers: Int32Array;
}

function numbered(scored: readonly Scored[], keyOf: (sheet: Scored) => string): Numbered {
  const known = new Map<string, number>();
  const numbers = new Int32Array(scored.length);
  for (let at = 0; at < scored.length; at += 1) {
    const key = keyOf(scored[at]!);
    let number = known.get(key);
    if (number === undefined) {
      number = known.size;
      known.set(key, number);
    }
    numbers[at] = number;
  }
  const keys = [...known.keys()].sort();
  const places = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) places[known.get(keys[at]!)!] = at;
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = places[numbers[at]!]!;
  return { keys, numbers };
}

/** A stable counting sort of the sheets, which come in an order (null: as they are), by their numbers. */
function sorted(
  before: Int32Array | null,
  { keys, numbers }: Numbered,
): { readonly order: Int32Array; readonly start: Int32Array } {
  const start = new Int32Array(keys.length + 1);
  for (let at = 0; at < numbers.length; at += 1) start[numbers[at]! + 1]! += 1;
  for (let at = 1; at <= keys.length; at += 1) start[at]! += start[at - 1]!;
  const next = start.slice();
  const order = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) {
    const sheet = before === null ? at : before[at]!;
    order[next[numbers[sheet]!]!] = sheet;
    next[numbers[sheet]!]! += 1;
  }
  return { order, start };
}

function setsOf(
  start: Int32Array,
  judge: Int32Array,
  points: Float64Array,
): Pick<Sheets, 'sets' | 'setOf'> {
  const setOf = new Int32Array(start.length - 1);
  const numbers = new Map<string, number>();
  const sets: { judges: Int32Array; dossiers: number; totals: Float64Array }[] = [];
  for (let dossier = 0; dossier < setOf.length; dossier += 1) {
    const [from, to] = [start[dossier]!, start[dossier + 1]!];
    const judges = judge.slice(from, to);
    const key = judges.join();
    let number = numbers.get(key);
    if (number === undefined) {
      number = sets.push({ judges, dossiers: 0, totals: new Float64Array(to - from) }) - 1;
      numbers.set(key, number);
    }
    const set = sets[number]!;
    set.dossiers += 1;
    for (let at = from; at < to; at += 1) set.totals[at - from]! += points[at]!;
    setOf[dossier] = number;
  }
  return { sets, setOf };
}
