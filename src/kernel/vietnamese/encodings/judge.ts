import { decodeText } from './decode.ts';
import type {
  EncodingCandidate,
  EncodingEvidence,
  EncodingJudge,
  EncodingVerdict,
  FontCount,
} from './judge-types.ts';
import { addCell, LEGACY, type Legacy, newTally, type Tally } from './tally.ts';
import type { TextEncoding } from './types.ts';

// A smaller part of a column is read as legacy only when it is many words of it: the Unicode cells
// beside them are safe, as decoding never rewrites them.
const LEAST_SHARE = 0.1;
const LEAST_CELLS = 2;
const LEAST_WORDS = 3;
const MOST_FONTS = 8;
const MOST_SAMPLES = 5;

/** Judges one column by its cells, in one pass; memory does not grow with the column. */
export function encodingJudge(): EncodingJudge {
  const tally = newTally();
  return {
    add: (text, font) => addCell(tally, text, font),
    verdict: () => verdictOf(tally),
  };
}

function verdictOf(tally: Tally): EncodingVerdict {
  const legacy = bestLegacy(tally);
  const encoding = legacy === null ? unicodeForm(tally) : fontForm(legacy, tally);
  return {
    encoding,
    confidence: legacy === null ? unicodeConfidence(tally) : legacyConfidence(tally, legacy),
    evidence: evidenceOf(tally, encoding, legacy),
    others: othersOf(tally, encoding, legacy),
  };
}

function vietnamese(tally: Tally): number {
  return tally.formless + tally.nfc + tally.nfd + tally.mixed;
}

function sureUnicode(tally: Tally): number {
  return vietnamese(tally) + tally.foreign;
}

function shareOf(tally: Tally, legacy: Legacy): number {
  const { cells, against } = tally.legacy[legacy];
  return cells / (vietnamese(tally) + against + tally.legacyCells);
}

function bestLegacy(tally: Tally): Legacy | null {
  const found = LEGACY.filter((legacy) => tally.legacy[legacy].cells > 0);
  if (found.length === 0) return likelyLegacy(tally);
  const best = found.sort((a, b) => tally.legacy[b].points - tally.legacy[a].points)[0];
  if (best === undefined) return null;
  const { cells, words } = tally.legacy[best];
  const share = shareOf(tally, best);
  const part = share >= LEAST_SHARE && cells >= LEAST_CELLS && words.size >= LEAST_WORDS;
  return share > 0.5 || part ? best : null;
}

/** Short cells may all read both ways; when many read better decoded, and none worse, it shows. */
function likelyLegacy(tally: Tally): Legacy | null {
  if (vietnamese(tally) > 0) return null;
  const likely = LEGACY.filter((legacy) => {
    const { against, gained, likely } = tally.legacy[legacy];
    return against === 0 && gained >= LEAST_WORDS && likely.size >= LEAST_WORDS;
  });
  return likely.sort((a, b) => tally.legacy[b].gained - tally.legacy[a].gained)[0] ?? null;
}

function unicodeForm(tally: Tally): TextEncoding {
  const nfc = tally.nfc + tally.foreign + tally.either;
  if (tally.mixed > 0 || (tally.nfd > 0 && nfc > 0)) return 'mixed';
  return tally.nfd > 0 ? 'nfd' : 'nfc';
}

/** The bytes of '.VnTime' and '.VnTimeH' are the same: only the font tells. */
function fontForm(legacy: Legacy, tally: Tally): TextEncoding {
  if (legacy !== 'tcvn3') return legacy;
  let capitals = 0;
  for (const { cells, encoding } of tally.fonts.values()) {
    if (encoding === 'tcvn3-capitals') capitals += cells;
    if (encoding === 'tcvn3') capitals -= cells;
  }
  return capitals > 0 ? 'tcvn3-capitals' : 'tcvn3';
}

function unicodeConfidence(tally: Tally): number {
  const sure = sureUnicode(tally);
  if (tally.legacyCells === 0) return sure === 0 && tally.either > 0 ? 0.6 : 1;
  return rounded(sure / (sure + tally.legacyCells));
}

function legacyConfidence(tally: Tally, legacy: Legacy): number {
  const best = tally.legacy[legacy].points;
  if (tally.legacyCells === 0) return 0.6;
  const second = Math.max(
    0,
    ...LEGACY.filter((other) => other !== legacy).map((other) => tally.legacy[other].points),
  );
  const margin = best > 0 ? (best - second) / best : 0;
  return rounded(0.5 * shareOf(tally, legacy) + 0.5 * margin);
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

function evidenceOf(tally: Tally, encoding: TextEncoding, legacy: Legacy | null): EncodingEvidence {
  const { legacy: strange, unicode } = tally.samples;
  const first = legacy === null ? [...unicode, ...strange] : [...strange, ...unicode];
  return {
    cells: tally.cells,
    plain: tally.plain,
    unicode: sureUnicode(tally),
    proven: vietnamese(tally),
    legacy: tally.legacyCells,
    fonts: fontsOf(tally),
    samples: first
      .slice(0, MOST_SAMPLES)
      .map((before) => ({ before, after: decodeText(before, encoding) })),
    reason: reasonOf(tally, legacy),
  };
}

function reasonOf(tally: Tally, legacy: Legacy | null): EncodingEvidence['reason'] {
  if (legacy === null) {
    if (tally.cells === tally.plain) return 'all_plain';
    return sureUnicode(tally) > 0 ? 'unicode_letters' : 'reads_both_ways';
  }
  const told = [...tally.fonts.values()].some((font) => font.encoding?.startsWith(legacy));
  return told ? 'words_and_font' : 'words';
}

function fontsOf(tally: Tally): FontCount[] {
  return [...tally.fonts]
    .map(([font, { cells, encoding }]) => ({ font, cells, encoding }))
    .sort((a, b) => b.cells - a.cells)
    .slice(0, MOST_FONTS);
}

function othersOf(
  tally: Tally,
  encoding: TextEncoding,
  legacy: Legacy | null,
): EncodingCandidate[] {
  const others: EncodingCandidate[] = LEGACY.filter((other) => other !== legacy).map((other) => ({
    encoding: other,
    cells: tally.legacy[other].cells,
  }));
  if (legacy !== null) others.push({ encoding: unicodeForm(tally), cells: sureUnicode(tally) });
  return others
    .filter((other) => other.cells > 0 && other.encoding !== encoding)
    .sort((a, b) => b.cells - a.cells);
}
