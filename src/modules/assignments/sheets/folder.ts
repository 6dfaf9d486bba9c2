import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FORBIDDEN, MOST_PAIRS, MOST_SCORE } from '../rules/index.ts';
import { Faults, readRows } from './rows.ts';

/** Papers and reviewers as a folder of CSV files has them. */
export interface Folder {
  readonly papers: readonly string[];
  readonly reviewers: readonly string[];
  /** A row for each paper: the score times `scale`, or FORBIDDEN. */
  readonly scores: Int32Array;
  readonly most: Int32Array;
  /** A power of ten. */
  readonly scale: number;
  /** Scores have more digits than could be kept: each is at most so far off. */
  readonly rounded: number;
  /** Pairs with a conflict. */
  readonly conflicts: number;
}

/** At most so many digits after the point are kept. */
const DIGITS = 6;

/**
 * Reads papers.csv (id), reviewers.csv (id, max_load), and, where they are there, preferences.csv (paper, reviewer,
 * score) and conflicts.csv (paper, reviewer). What is not listed has the score 0.
 */
export async function readFolder(folder: string): Promise<Folder | Faults> {
  const faults = new Faults();
  const read = new Reading(folder, faults);
  const papers = await read.ids('papers.csv', () => {});
  const limits: number[] = [];
  const reviewers = await read.ids('reviewers.csv', (typed, line) =>
    limits.push(loadOf(typed, line, faults)),
  );
  if (faults.any) return faults;
  if (papers.size * reviewers.size > MOST_PAIRS) {
    const data = { papers: papers.size, reviewers: reviewers.size, most: MOST_PAIRS };
    faults.add('papers.csv', null, 'too_many_pairs', data);
    return faults;
  }
  const values = await read.preferences(papers, reviewers);
  const conflicts = await read.conflicts(papers, reviewers);
  if (faults.any) return faults;
  const { scores, scale, rounded } = wholeScores(values);
  for (const pair of conflicts) scores[pair] = FORBIDDEN;
  return {
    papers: [...papers.keys()],
    reviewers: [...reviewers.keys()],
    most: Int32Array.from(limits, (limit) => Math.min(limit, papers.size)),
    ...{ scores, scale, rounded },
    conflicts: conflicts.size,
  };
}

type Places = ReadonlyMap<string, number>;

class Reading {
  readonly #folder: string;
  readonly #faults: Faults;

  constructor(folder: string, faults: Faults) {
    this.#folder = folder;
    this.#faults = faults;
  }

  async #bytes(file: string, must: boolean): Promise<Buffer | null> {
    try {
      return await readFile(path.join(this.#folder, file));
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (must || code !== 'ENOENT') this.#faults.add(file, null, 'file_unreadable', { code });
      return null;
    }
  }

  async ids(file: string, onLoad: (typed: string, line: number) => void): Promise<Places> {
    const places = new Map<string, number>();
    const lines = new Map<string, number>();
    const bytes = await this.#bytes(file, true);
    if (bytes === null) return places;
    const columns = { need: ['id'], may: ['max_load'] };
    readRows(file, bytes, columns, this.#faults, ([id = '', load = ''], line) => {
      const before = lines.get(id);
      if (id === '') this.#faults.add(file, line, 'id_missing');
      else if (before !== undefined) this.#faults.add(file, line, 'id_twice', { id, before });
      else {
        places.set(id, places.size);
        lines.set(id, line);
        onLoad(load, line);
      }
    });
    if (places.size === 0 && !this.#faults.any) this.#faults.add(file, null, 'file_without_rows');
    return places;
  }

  /** The pair of a line; null, and said, where one of both is not listed. */
  #pair(file: string, line: number, ids: readonly string[], papers: Places, reviewers: Places) {
    const [paper = '', reviewer = ''] = ids;
    const row = papers.get(paper);
    const column = reviewers.get(reviewer);
    if (row === undefined) this.#faults.add(file, line, 'paper_unknown', { id: paper });
    if (column === undefined) this.#faults.add(file, line, 'reviewer_unknown', { id: reviewer });
    return row === undefined || column === undefined ? null : row * reviewers.size + column;
  }

  /** The score of each pair as written; NaN where none is. */
  async preferences(papers: Places, reviewers: Places): Promise<Float64Array> {
    const file = 'preferences.csv';
    const values = new Float64Array(papers.size * reviewers.size).fill(Number.NaN);
    const bytes = await this.#bytes(file, false);
    if (bytes === null) return values;
    const columns = { need: ['paper', 'reviewer', 'score'], may: [] };
    readRows(file, bytes, columns, this.#faults, (ids, line) => {
      const pair = this.#pair(file, line, ids, papers, reviewers);
      if (pair === null) return;
      const typed = ids[2] ?? '';
      const value = numberOf(typed);
      if (value === null) this.#faults.add(file, line, 'score_no_number', { typed });
      else if (value < 0) this.#faults.add(file, line, 'score_negative', { typed });
      else if (value > MOST_SCORE)
        this.#faults.add(file, line, 'score_too_large', { typed, most: MOST_SCORE });
      else if (!Number.isNaN(values[pair]!))
        this.#faults.add(file, line, 'pair_twice', { paper: ids[0]!, reviewer: ids[1]! });
      else values[pair] = value;
    });
    return values;
  }

  async conflicts(papers: Places, reviewers: Places): Promise<Set<number>> {
    const file = 'conflicts.csv';
    const pairs = new Set<number>();
    const bytes = await this.#bytes(file, false);
    if (bytes === null) return pairs;
    const columns = { need: ['paper', 'reviewer'], may: [] };
    readRows(file, bytes, columns, this.#faults, (ids, line) => {
      // One that is said twice is one conflict.
      const pair = this.#pair(file, line, ids, papers, reviewers);
      if (pair !== null) pairs.add(pair);
    });
    return pairs;
  }
}

/** Nothing typed: as many as there are. */
function loadOf(typed: string, line: number, faults: Faults): number {
  if (typed === '') return Number.MAX_SAFE_INTEGER;
  if (/^\d{1,9}(\.0+)?$/.test(typed)) return Number(typed);
  faults.add('reviewers.csv', line, 'load_no_number', { typed });
  return 0;
}

/** '7', '0.25', '0,25', '1e-3'; null for anything else. */
function numberOf(typed: string): number | null {
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(typed)) return null;
  const value = Number(typed.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** Scores as whole numbers: in the smallest power of ten that holds them all, as far as there is room. */
function wholeScores(values: Float64Array): Pick<Folder, 'scores' | 'scale' | 'rounded'> {
  let top = 1;
  for (const value of values) if (value > top) top = value;
  let scale = 1;
  for (let digits = 0; digits < DIGITS && top * scale * 10 <= MOST_SCORE; digits++) {
    const whole = scale;
    if (values.every((value) => Number.isNaN(value) || isWhole(value * whole))) break;
    scale *= 10;
  }
  const scores = new Int32Array(values.length);
  let rounded = 0;
  for (let pair = 0; pair < values.length; pair++) {
    const value = values[pair]!;
    if (Number.isNaN(value)) continue;
    scores[pair] = Math.round(value * scale);
    if (!isWhole(value * scale)) rounded = 0.5 / scale;
  }
  return { scores, scale, rounded };
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;
