// Judges given to dossiers: how near to the exact optimum, how well the dossier that is served worst, how long; called
// by the bench. The exact optimum is HiGHS's over all pairs where it is quick enough, else the solver's own, whose
// equality with HiGHS's the smaller sizes show.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import highsModule from 'highs';
import { chooserFromSeed } from '../../src/kernel/random.ts';
import {
  FORBIDDEN,
  loadsOf,
  type Problem,
  solve,
  taskOf,
  totalOf,
} from '../../src/modules/assignments/rules/index.ts';
import { projectRoot } from '../../src/platform/config.ts';
import { exponent, row, shown } from './figures.ts';

const each = 3;
const sizes = [
  [100, 30],
  [500, 150],
  [2_000, 600],
  [5_000, 1_000],
] as const;
/** As many pairs as HiGHS takes whole, compiled to WebAssembly, within some ten seconds. */
const mostWhole = 80_000;
const settings = { seed: 1, share: 0.001, limit: null };

// The package's types speak of its CommonJS face, what is loaded is the other one.
const loadHighs = highsModule as unknown as typeof highsModule.default;

type Choose = ReturnType<typeof chooserFromSeed>;

/**
 * Fields that are not equally sought, three judges in a hundred in conflict. `bids`: judges say of a quarter of the
 * dossiers of their fields how gladly they take them, 3 … 30; all others are 0. `likeness`: every pair has a score by
 * how like their fields are, 0 … 100.
 */
export function madeInstance(dossiers: number, judges: number, kind: 'bids' | 'likeness'): Problem {
  const choose = chooserFromSeed(`assignment ${kind} ${dossiers} ${judges}`);
  const own = Array.from({ length: dossiers }, () => interests(choose, true));
  const theirs = Array.from({ length: judges }, () => interests(choose, false));
  const scores = new Int32Array(dossiers * judges);
  for (let dossier = 0; dossier < dossiers; dossier++) {
    for (let judge = 0; judge < judges; judge++) {
      const pair = dossier * judges + judge;
      const like = likeness(own[dossier]!, theirs[judge]!);
      if (choose.chance(0.03)) scores[pair] = FORBIDDEN;
      else if (kind === 'likeness')
        scores[pair] = Math.max(0, Math.round(100 * like ** 3) - choose.below(10));
      else if (like > 0.3 && choose.chance(0.25))
        scores[pair] = Math.max(1, Math.round(20 * like) + choose.between(-3, 10));
    }
  }
  const most = new Int32Array(judges).fill(Math.ceil(((dossiers * each) / judges) * 1.2));
  return { dossiers, judges, scores, each, most, experts: null, fixed: [] };
}

const FIELDS = 16;

/** How much of each field: a vector of length one. */
function interests(choose: Choose, skewed: boolean): Float64Array {
  const own = Float64Array.from({ length: FIELDS }, () => choose.below(100) / 2_000);
  for (let many = choose.between(1, 4); many > 0; many--) {
    const field = choose.below(FIELDS);
    own[skewed ? Math.min(field, choose.below(FIELDS)) : field]! += 0.3 + choose.below(100) / 100;
  }
  const length = Math.sqrt(own.reduce((sum, part) => sum + part * part, 0));
  return own.map((part) => part / length);
}

const likeness = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, part, field) => sum + part * b[field]!, 0);

export async function measureAssignment(): Promise<void> {
  const highs = await loadHighs();
  const exact = (problem: Problem, even: boolean) => optimumOf(highs, problem, even);
  for (const kind of ['bids', 'likeness'] as const) {
    for (const even of [false, true]) {
      const taken: number[] = [];
      for (const [dossiers, judges] of sizes) {
        const problem = madeInstance(dossiers, judges, kind);
        const best = dossiers * judges <= mostWhole ? exact(problem, even) : null;
        taken.push(tell(problem, kind, even, best));
      }
      const dossiers = sizes.map(([many]) => many);
      row(`– by the number of dossiers`, `exponent ${shown(exponent(dossiers, taken))}`, '');
    }
  }
  command(madeInstance(2_000, 600, 'bids'));
}

/** Solves, twice, and prints what came of it; gives the seconds. */
function tell(
  problem: Problem,
  kind: 'bids' | 'likeness',
  balanced: boolean,
  exact: number | null,
): number {
  const begun = performance.now();
  const answer = solve(problem, { ...settings, balanced });
  const seconds = (performance.now() - begun) / 1000;
  const again = solve(problem, { ...settings, balanced });
  const same = JSON.stringify(again.chosen) === JSON.stringify(answer.chosen);
  if (exact !== null && Math.abs(exact - answer.bound) > 1e-6 * exact)
    throw new Error(`the optimum is ${exact}, not ${answer.bound}`);
  const greatest = solve(problem, { ...settings, share: 0, balanced });
  const { dossiers, judges } = problem;
  row(
    `assignment, ${shown(dossiers)} dossiers × ${shown(judges)} judges, ${each} each, ${kind}, ${balanced ? 'equal loads' : 'caps'}`,
    [
      `${shown((answer.total / answer.bound) * 100)} % of the optimum ${shown(answer.bound)}${exact === null ? '' : ' (HiGHS: the same)'}`,
      `worst ${answer.worst}, at most ${answer.worstBound} (of the greatest sum alone ${greatest.worst})`,
      shown(seconds, ' s'),
      `violations ${wrongIn(problem, answer.chosen, balanced)}`,
      same ? 'again the same' : 'ANOTHER ANSWER',
    ].join('; '),
    dossiers === 2_000 ? '≥ 99.9 %; ≤ 10 s; 0' : '≥ 99.9 %; 0',
  );
  return seconds;
}

/** Conflicts, judges twice, dossiers without all judges, loads above the cap or not equal; counted apart. */
function wrongIn(
  problem: Problem,
  chosen: readonly (readonly number[])[],
  balanced: boolean,
): number {
  let wrong = 0;
  chosen.forEach((list, dossier) => {
    if (new Set(list).size !== each) wrong++;
    for (const judge of list)
      if (problem.scores[dossier * problem.judges + judge]! === FORBIDDEN) wrong++;
  });
  const loads = loadsOf(taskOf(problem), chosen);
  loads.forEach((load, judge) => {
    if (load > problem.most[judge]!) wrong++;
  });
  if (balanced && Math.max(...loads) - Math.min(...loads) > 1) wrong++;
  if (totalOf(taskOf(problem), chosen) < 0) wrong++;
  return wrong;
}

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** The greatest sum over all pairs, by HiGHS. */
function optimumOf(highs: Highs, problem: Problem, even: boolean): number {
  const { dossiers, judges, scores, most } = problem;
  const pairs = [...scores.keys()].filter((pair) => scores[pair]! !== FORBIDDEN);
  const needed = dossiers * each;
  const indices = new Int32Array(pairs.length * 2);
  pairs.forEach((pair, at) => {
    indices[2 * at] = Math.floor(pair / judges);
    indices[2 * at + 1] = dossiers + (pair % judges);
  });
  const numRows = dossiers + judges;
  const lower = new Float64Array(numRows).fill(each);
  const upper = new Float64Array(numRows).fill(each);
  for (let judge = 0; judge < judges; judge++) {
    lower[dossiers + judge] = even ? Math.floor(needed / judges) : 0;
    upper[dossiers + judge] = even ? Math.ceil(needed / judges) : most[judge]!;
  }
  const numCols = pairs.length;
  const data = {
    ...{ numCols, numRows, rowLower: lower, rowUpper: upper },
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(pairs, (pair) => scores[pair]!),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    matrix: {
      ...{ format: 'csc' as const, numRows, numCols, indices },
      starts: Int32Array.from({ length: numCols + 1 }, (_, at) => 2 * at),
      values: new Float64Array(2 * numCols).fill(1),
    },
  };
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false });
    model.run();
    return model.getObjectiveValue();
  });
}

/** The command as somebody types it: start, reading the files, the answer, writing it. */
function command({ dossiers, judges, scores, most }: Problem): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-assignment-'));
  const write = (file: string, lines: readonly string[]) =>
    writeFileSync(path.join(folder, file), `${lines.join('\n')}\n`);
  try {
    const ids = (letter: string, many: number) =>
      Array.from({ length: many }, (_, at) => `${letter}${at}`);
    write('papers.csv', ['id', ...ids('p', dossiers)]);
    write('reviewers.csv', [
      'id,max_load',
      ...ids('r', judges).map((id, at) => `${id},${most[at]}`),
    ]);
    const preferences = ['paper,reviewer,score'];
    const conflicts = ['paper,reviewer'];
    scores.forEach((score, pair) => {
      const ids = `p${Math.floor(pair / judges)},r${pair % judges}`;
      if (score === FORBIDDEN) conflicts.push(ids);
      else if (score > 0) preferences.push(`${ids},${score}`);
    });
    write('preferences.csv', preferences);
    write('conflicts.csv', conflicts);
    const out = path.join(folder, 'out.csv');
    const args = ['assign', folder, '--reviews', String(each), '--out', out, '--json'];
    const begun = performance.now();
    const done = spawnSync(process.execPath, [path.join(projectRoot, 'bin/lientri'), ...args], {
      encoding: 'utf8',
    });
    const seconds = (performance.now() - begun) / 1000;
    if (done.status !== 0) throw new Error(done.stderr);
    row(
      `– \`lientri assign\` of ${shown(dossiers)} × ${shown(judges)} with ${shown(preferences.length - 1)} bids, from start to end`,
      shown(seconds, ' s'),
      '≤ 10 s',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
