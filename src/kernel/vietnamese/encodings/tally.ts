import { readCell } from './cell.ts';
import { encodingOfFont } from './fonts.ts';
import type { FontCount } from './judge-types.ts';
import { SEEN, scan } from './scan.ts';
import { cleaned } from './unicode.ts';
import { readViqr } from './viqr.ts';

export type Legacy = 'tcvn3' | 'vni' | 'windows-1258' | 'viqr';
export const LEGACY: readonly Legacy[] = ['tcvn3', 'vni', 'windows-1258', 'viqr'];
const BYTES = ['tcvn3', 'vni', 'windows-1258'] as const;

/** By how much a cell must read better decoded than as found, to be surely not Unicode. */
const CLEAR = 1.5;
const ALL_WEIGHED = 3000;
const ONE_IN = 16;
const MOST_WORDS = 50;
const MOST_FONTS = 100;
const MOST_SAMPLES = 5;
const MOST_LETTERS = 400;

interface LegacyCount {
  cells: number;
  points: number;
  /** Unicode cells of windows-1252 letters that read worse so. */
  against: number;
  /** Of cells that read both ways: how much better they read so, and their words. */
  gained: number;
  readonly likely: Set<string>;
  /** Different words that speak for it, up to a limit. */
  readonly words: Set<string>;
}

/** What was seen in a column; does not grow with it. */
export interface Tally {
  cells: number;
  plain: number;
  /** Unicode with đ only, which has one form. */
  formless: number;
  nfc: number;
  nfd: number;
  mixed: number;
  /** Letters of windows-1252 only, and better as found: Unicode too. */
  foreign: number;
  /** The like, but reads both ways. */
  either: number;
  legacyCells: number;
  turn: number;
  readonly legacy: Readonly<Record<Legacy, LegacyCount>>;
  readonly fonts: Map<string, { cells: number; readonly encoding: FontCount['encoding'] }>;
  readonly samples: { readonly legacy: string[]; readonly unicode: string[] };
}

export function newTally(): Tally {
  const count = (): LegacyCount => ({
    cells: 0,
    points: 0,
    against: 0,
    gained: 0,
    likely: new Set(),
    words: new Set(),
  });
  return {
    cells: 0,
    plain: 0,
    formless: 0,
    nfc: 0,
    nfd: 0,
    mixed: 0,
    foreign: 0,
    either: 0,
    legacyCells: 0,
    turn: 0,
    legacy: { tcvn3: count(), vni: count(), 'windows-1258': count(), viqr: count() },
    fonts: new Map(),
    samples: { legacy: [], unicode: [] },
  };
}

export function addCell(tally: Tally, cell: string, font: string | undefined): void {
  const text = cell.length > MOST_LETTERS ? cell.slice(0, MOST_LETTERS) : cell;
  const seen = scan(text);
  if (seen === 0 && text.trim() === '') return;
  tally.cells++;
  const made = font === undefined ? null : addFont(tally, font);
  if (seen & SEEN.vietnamese) addUnicode(tally, text, seen);
  else if (seen & SEEN.letter || (seen !== 0 && hasSymbols(text))) addBytes(tally, text, made);
  else addPlain(tally, text);
}

// Symbols that are letters elsewhere (© ª ® in TCVN3), not what stands between words anyway.
function hasSymbols(text: string): boolean {
  return /[\u00a1-\u00bf\u00d7\u00f7]/.test(text);
}

function addFont(tally: Tally, font: string): FontCount['encoding'] {
  const known = tally.fonts.get(font);
  if (known !== undefined) {
    known.cells++;
    return known.encoding;
  }
  const encoding = encodingOfFont(font);
  if (tally.fonts.size < MOST_FONTS) tally.fonts.set(font, { cells: 1, encoding });
  return encoding;
}

function addUnicode(tally: Tally, text: string, seen: number): void {
  keep(tally.samples.unicode, text);
  if (!(seen & (SEEN.composable | SEEN.composed))) tally.formless++;
  else if (!(seen & SEEN.composable) || text === text.normalize('NFC')) tally.nfc++;
  else if (text === text.normalize('NFD')) tally.nfd++;
  else tally.mixed++;
}

function addPlain(tally: Tally, text: string): void {
  const reading = readViqr(text);
  if (reading.sure === 0) {
    tally.plain++;
    return;
  }
  keep(tally.samples.legacy, text);
  tally.legacyCells++;
  addLegacy(tally.legacy.viqr, text, 3 * reading.sure, /\S*[`?~'.^(+*dD]\S*/g);
}

function addBytes(tally: Tally, text: string, made: FontCount['encoding']): void {
  // Weighing costs; of a long column a part of the cells is enough, each counting for many.
  tally.turn++;
  if (tally.turn > ALL_WEIGHED && tally.turn % ONE_IN !== 0) return;
  const weight = tally.turn > ALL_WEIGHED ? ONE_IN : 1;
  const told = made === 'tcvn3-capitals' ? 'tcvn3' : made;
  const readings = BYTES.map((encoding) => {
    const { points, found, changed } = readCell(text, encoding);
    const gain = points - found;
    const byFont = encoding === told && changed && gain >= 0;
    const clear = byFont || gain >= CLEAR;
    return { encoding, gain, changed, clear, points: byFont ? points + 1 : points };
  });
  if (!readings.some((reading) => reading.clear)) {
    keep(tally.samples.unicode, cleaned(text));
    const either = readings.some((reading) => reading.changed && reading.gain >= 0);
    if (either) tally.either += weight;
    else tally.foreign += weight;
    for (const { encoding, gain } of readings) {
      const count = tally.legacy[encoding];
      if (gain < 0 && text.length > 1) count.against += weight;
      if (gain > 0) count.gained += weight * gain;
      if (gain > 0 && count.likely.size < MOST_WORDS) count.likely.add(text);
    }
    return;
  }
  keep(tally.samples.legacy, text);
  tally.legacyCells += weight;
  const most = Math.max(...readings.map((reading) => (reading.clear ? reading.points : -1)));
  for (const { encoding, clear, points } of readings) {
    const count = tally.legacy[encoding];
    count.points += weight * points;
    if (clear && points === most) addLegacy(count, text, 0, /\S*[^\s\u0020-\u007e]\S*/g, weight);
  }
}

function addLegacy(
  count: LegacyCount,
  text: string,
  points: number,
  telling: RegExp,
  weight = 1,
): void {
  count.cells += weight;
  count.points += points;
  if (count.words.size >= MOST_WORDS) return;
  for (const word of text.match(telling) ?? []) count.words.add(word);
}

function keep(samples: string[], text: string): void {
  if (samples.length < MOST_SAMPLES && !samples.includes(text)) samples.push(text);
}
