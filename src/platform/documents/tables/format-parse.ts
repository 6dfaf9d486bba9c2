import type { DatePiece, DateSection } from './format-date.ts';
import type { NumberSection, Place } from './format-number.ts';

export interface Condition {
  readonly operator: string;
  readonly value: number;
}

export type SectionBody =
  | { readonly kind: 'general'; readonly before: string; readonly after: string }
  | { readonly kind: 'number'; readonly number: NumberSection }
  | { readonly kind: 'date'; readonly date: DateSection }
  | { readonly kind: 'text'; readonly before: string; readonly after: string };

export interface Section {
  readonly condition: Condition | null;
  readonly body: SectionBody;
}

type Piece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'elapsed'; readonly text: string };

const PIECE =
  /"([^"]*)"?|\\(.)|_(?:.)|\*(?:.)|\[([^\]]*)\]|(General)|(AM\/PM|A\/P|SA\/CH)|(E[+-])|([ymdhsgeb])\7*|([0#?.,%@/])|(.)/gisu;
const COLOUR = /^(black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+)$/i;
const VIETNAMESE = /^\$[^-]*-[0-9a-f]*42a$/i;

/** Cuts a format at its semicolons, not at those inside quotes, brackets or behind a backslash. */
export function cutSections(pattern: string): string[] {
  const found = pattern.match(/(?:"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|[^;])+|(?<=;|^)(?=;|$)/gsu);
  return found ?? [''];
}

export function parseSection(source: string): Section {
  let condition: Condition | null = null;
  let vietnamese = false;
  const pieces: Piece[] = [];
  for (const match of source.matchAll(PIECE)) {
    const [all, quoted, escaped, bracket] = match;
    if (quoted !== undefined) pieces.push({ kind: 'literal', text: quoted });
    else if (escaped !== undefined) pieces.push({ kind: 'literal', text: escaped });
    else if (bracket !== undefined) {
      const compared = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(bracket.trim());
      if (compared !== null) {
        condition = { operator: compared[1] ?? '=', value: Number(compared[2]) };
      } else if (/^(h+|m+|s+)$/i.test(bracket)) pieces.push({ kind: 'elapsed', text: bracket });
      else if (bracket.startsWith('$')) {
        if (VIETNAMESE.test(bracket)) vietnamese = true;
        pieces.push({ kind: 'literal', text: bracket.slice(1).split('-')[0] ?? '' });
      } else if (!COLOUR.test(bracket) && !/^(DBNum|ENG|NatNum)/i.test(bracket)) {
        pieces.push({ kind: 'literal', text: '' });
      }
    } else if (all.startsWith('_') || all.startsWith('*')) {
      // Room for alignment, and a letter that fills the column: not part of what is written.
    } else if (match[9] !== undefined) pieces.push({ kind: 'literal', text: all });
    else pieces.push({ kind: 'code', text: all });
  }
  return { condition, body: bodyOf(pieces, vietnamese) };
}

function bodyOf(pieces: readonly Piece[], vietnamese: boolean): SectionBody {
  const has = (test: RegExp): boolean =>
    pieces.some((piece) => piece.kind === 'code' && test.test(piece.text));
  if (has(/^General$/i)) return { kind: 'general', ...around(pieces, /^General$/i) };
  if (has(/^@$/)) return { kind: 'text', ...around(pieces, /^@$/) };
  if (has(/^[ymdhs]/i) || pieces.some((piece) => piece.kind === 'elapsed')) {
    return { kind: 'date', date: dateSection(pieces, vietnamese) };
  }
  // A fraction is shown as the number itself.
  if (has(/^\/$/) && has(/^\?$/)) return { kind: 'general', before: '', after: '' };
  return { kind: 'number', number: numberSection(pieces) };
}

function around(pieces: readonly Piece[], mark: RegExp): { before: string; after: string } {
  const at = pieces.findIndex((piece) => piece.kind === 'code' && mark.test(piece.text));
  const join = (some: readonly Piece[]): string =>
    some
      .map((piece) => (piece.kind === 'code' && mark.test(piece.text) ? '' : piece.text))
      .join('');
  return { before: join(pieces.slice(0, at)), after: join(pieces.slice(at + 1)) };
}

function numberSection(pieces: readonly Piece[]): NumberSection {
  const whole: Place[] = [];
  const decimals: Place[] = [];
  const tail: Place[] = [];
  let point = false;
  let percents = 0;
  let exponent: { places: number; readonly plus: boolean } | null = null;
  let commas = 0;
  let thousands = false;
  for (const { kind, text } of pieces) {
    const group = exponent !== null ? tail : point ? decimals : whole;
    if (kind !== 'code') group.push({ text });
    else if (text === '0' || text === '#' || text === '?') {
      if (exponent !== null) exponent.places++;
      else group.push({ digit: text });
      if (commas > 0 && !point) thousands = true;
      commas = 0;
    } else if (text === ',') commas++;
    else if (text === '.' && !point) point = true;
    else if (/^E[+-]$/i.test(text)) exponent = { places: 0, plus: text[1] === '+' };
    else {
      if (text === '%') percents++;
      group.push({ text });
    }
  }
  return { whole, decimals, tail, point, thousands, percents, scale: commas, exponent };
}

const UNITS: Readonly<Record<string, 'y' | 'm' | 'd' | 'h' | 's'>> = {
  y: 'y',
  e: 'y',
  b: 'y',
  m: 'm',
  d: 'd',
  h: 'h',
  s: 's',
};

function dateSection(pieces: readonly Piece[], vietnamese: boolean): DateSection {
  const result: DatePiece[] = [];
  let decimals = 0;
  for (const piece of pieces) {
    const unit = UNITS[piece.text[0]?.toLowerCase() ?? ''];
    if (piece.kind === 'elapsed') result.push(elapsedPiece(piece.text));
    else if (piece.kind === 'literal') result.push({ kind: 'literal', text: piece.text });
    else if (/^(am\/pm|sa\/ch)$/i.test(piece.text)) result.push({ kind: 'ampm', length: 1 });
    else if (/^a\/p$/i.test(piece.text)) result.push({ kind: 'ap', length: 1 });
    else if (unit !== undefined && !/^E[+-]$/i.test(piece.text)) {
      result.push({ kind: unit, length: piece.text.length });
    } else if (piece.text === '0' && followsPoint(result)) {
      decimals++;
      const last = result.at(-1);
      if (last?.kind === 'fraction') result[result.length - 1] = { ...last, length: decimals };
      else result.push({ kind: 'fraction', length: 1 });
    } else if (piece.text !== '@') result.push({ kind: 'literal', text: piece.text });
  }
  const withMinutes = minutes(result);
  return {
    pieces: withMinutes,
    hasDay: withMinutes.some((piece) => 'ymd'.includes(piece.kind)),
    twelveHours: withMinutes.some((piece) => piece.kind === 'ampm' || piece.kind === 'ap'),
    decimals: withMinutes.every((piece) => 'ymdliteral'.includes(piece.kind)) ? -1 : decimals,
    vietnamese,
  };
}

function elapsedPiece(text: string): DatePiece {
  const unit = text[0]?.toLowerCase();
  return {
    kind: 'elapsed',
    unit: unit === 'm' ? 'n' : unit === 's' ? 's' : 'h',
    length: text.length,
  };
}

function followsPoint(pieces: readonly DatePiece[]): boolean {
  const last = pieces.at(-1);
  return last?.kind === 'fraction' || (last?.kind === 'literal' && last.text.endsWith('.'));
}

// 'm' behind hours or before seconds means minutes.
function minutes(pieces: readonly DatePiece[]): DatePiece[] {
  const timed = (piece: DatePiece): boolean => piece.kind !== 'literal' && piece.kind !== 'ampm';
  return pieces.map((piece, at) => {
    if (piece.kind !== 'm' || piece.length > 2) return piece;
    const before = pieces.slice(0, at).findLast(timed);
    const after = pieces.slice(at + 1).find(timed);
    const isMinute =
      before?.kind === 'h' ||
      (before?.kind === 'elapsed' && before.unit === 'h') ||
      after?.kind === 's' ||
      (after?.kind === 'elapsed' && after.unit === 's');
    return isMinute ? { kind: 'n', length: piece.length } : piece;
  });
}
