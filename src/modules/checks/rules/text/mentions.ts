import { lexicon } from '../../vi/lexicon.ts';
import { plain } from '../plain.ts';

/** A number that a sentence says of something. */
export interface Mention {
  readonly value: number;
  /** As it is written: '1,8 vạn', '07'. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly percent: boolean;
  /** 'Hơn 30' is at least that, 'gần 2 vạn' less, 'khoảng 20' about. */
  readonly about: 'more' | 'less' | 'about' | null;
}

/** A text with its words without dấu, place for place, and the numbers in it. */
export interface Read {
  readonly text: string;
  readonly plain: string;
  readonly mentions: readonly Mention[];
}

const NUMBER =
  /(?<![\p{L}\p{N}./,:–-])(?:(\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+)(?:([.,])(\d+))?)(?![\p{N}])(?!\s*[/:]\s*\d)(?!\s*[-–]\s*\d)(?!\/|[-–]\p{L}|\p{L})(?:\s*(%|van\b|nghin\b|ngan\b|trieu\b|ty\b))?/gu;
const SCALE: Readonly<Record<string, number>> = {
  van: 1e4,
  nghin: 1e3,
  ngan: 1e3,
  trieu: 1e6,
  ty: 1e9,
};
const MORE = /(?:hon|tren|qua|it nhat|toi thieu)\s*$/;
const LESS = /(?:gan|duoi|chua den|toi da|khong qua)\s*$/;
const ABOUT = /(?:khoang|xap xi|uoc|uoc tinh|chung)\s*$/;
/** After these a number names something and counts nothing. */
const NAMES =
  /(?:\b(?:lan|lan thu|thu|so|dieu|khoan|muc|chuong|quy|thang|ngay|khoa|nhiem ky|phu luc|bieu|bang|mau|cum|hang|dk|doan cong tac so|nghi quyet|chi thi|quyet dinh|thong tu|nghi dinh|ket luan|ke hoach|luat|trang|lo|so nha|tu|nam|giai doan|den nam|tu nam|mua|dot|ky)|[(/.–-])\s*$/;

/** Letters that are read together: some long sentences. */
const LONGEST = 2000;

/**
 * Reads a text, paragraph by paragraph: which numbers count something. Years, dates, numbers of
 * documents are left out.
 */
export function readTexts(text: string): Read[] {
  return piecesOf(text.normalize('NFC')).map(readText);
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const paragraph of text.split(/\n\s*\n|\r/)) {
    let rest = paragraph;
    while (rest.length > LONGEST) {
      const end = rest.lastIndexOf('. ', LONGEST);
      const at = end > 0 ? end + 2 : LONGEST;
      pieces.push(rest.slice(0, at));
      rest = rest.slice(at);
    }
    pieces.push(rest);
  }
  return pieces.filter((piece) => /\d/.test(piece));
}

/** Reads one piece of text, which is not long. */
export function readText(text: string): Read {
  const shown = text.normalize('NFC');
  const bare = plain(shown);
  const mentions = [...bare.matchAll(NUMBER)].flatMap((match) => mentionOf(match, shown, bare));
  return { text: shown, plain: bare, mentions };
}

function mentionOf(match: RegExpMatchArray, shown: string, bare: string): Mention[] {
  const start = match.index ?? 0;
  const end = start + match[0].trimEnd().length;
  const before = bare.slice(Math.max(0, start - 24), start);
  const [, whole = '', mark, fraction, after] = match;
  if (isName(whole, before, shown.slice(Math.max(0, start - 24), start), bare.slice(end), after))
    return [];
  const grouped = mark === '.' && fraction?.length === 3;
  const digits = whole.replace(/[. ]/g, '') + (grouped ? fraction : '');
  const number = Number(fraction === undefined || grouped ? digits : `${digits}.${fraction}`);
  const value = after === undefined ? number : number * (SCALE[after] ?? 1);
  const about = MORE.test(before)
    ? 'more'
    : LESS.test(before)
      ? 'less'
      : ABOUT.test(before)
        ? 'about'
        : null;
  const text = shown.slice(start, end).trim();
  return [{ value: clean(value), text, start, end, percent: after === '%', about }];
}

function isName(
  whole: string,
  before: string,
  shownBefore: string,
  rest: string,
  unit: string | undefined,
): boolean {
  if (unit !== undefined) return false;
  const word = /(\p{L}+)\s*$/u.exec(shownBefore)?.[1]?.toLowerCase();
  if (word === lexicon.year) return true;
  const isYear = /^(?:19|20)\d\d$/.test(whole);
  if (isYear && !/^\s+\p{L}/u.test(rest)) return true;
  if (!NAMES.test(before)) return false;
  // 'so' is also 'số' of 'Tổng số 12 hội'; 'tu' also 'từ'; a bracket opens lists of parts.
  if (/\(\s*$/.test(before)) return isYear;
  if (/\b(?:tong|tong so|dat|so luong)\s*$/.test(before)) return false;
  return word !== lexicon.male || /\bnam\s*$/.test(before) === false;
}

/** Takes back what binary multiplication added: 1.8 vạn is 18000. */
export function clean(value: number): number {
  return Number(value.toPrecision(14));
}

/** Whether a number in words may stand for that value. */
export function agrees(mention: Mention, value: number): boolean {
  const { about, value: said } = mention;
  if (about === 'more') return value >= said && value <= said * 1.5 + 5;
  if (about === 'less') return value <= said && value >= said * 0.7 - 5;
  if (about === 'about') return Math.abs(value - said) <= Math.max(1, said * 0.15);
  if (value === said) return true;
  // '1,8 vạn' says a number that was rounded at its last printed place.
  const scaled = /[a-z%]/.test(plain(mention.text)) || mention.text.includes(',');
  return scaled && Math.abs(value - said) <= lastPlace(mention) / 2 + 1e-9;
}

function lastPlace({ text, value }: Mention): number {
  const bare = plain(text);
  const unit = /(van|nghin|ngan|trieu|ty)$/.exec(bare)?.[1];
  const places = /,(\d+)/.exec(bare)?.[1]?.length ?? 0;
  return value === 0 ? 0 : (SCALE[unit ?? ''] ?? 1) / 10 ** places;
}
