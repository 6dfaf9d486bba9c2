import type { Read } from './mentions.ts';
import type { Finding } from './parts.ts';

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const CHANGE = new RegExp(
  String.raw`\btu (${NUMBER})[^.;\d]{0,40}?\b(?:len|len den|xuong|xuong con|con) (${NUMBER})[^.;\d]{0,40}?\b(tang|giam)(?: them)? (${NUMBER})\s*(%)?`,
  'g',
);
const SHARE = new RegExp(
  String.raw`(?<![\d/.,])(\d+)\/(\d+)(?![\d/])[^.;\d]{0,40}?(?:\(|\b(?:dat|chiem|bang|ty le|ti le|ung voi)(?: ty le| ti le)?)\s*(${NUMBER})\s*%`,
  'g',
);
const AGES =
  /(\d{1,2})\s*(?:den|[-–])\s*(\d{1,2}) tuoi[^.]{0,80}?(\d{1,2})\/(\d{1,2})\/(\d{4})\s*(?:den|[-–])[^.\d]{0,20}?(\d{1,2})\/(\d{1,2})\/(\d{4})/g;

const numberOf = (text: string): number =>
  Number(text.replace(/\.(?=\d{3})/g, '').replace(',', '.'));
const placesOf = (text: string): number => text.split(',')[1]?.length ?? 0;

/** Whether a figure is what was computed, rounded at its own last place. */
const fits = (text: string, computed: number): boolean =>
  Math.abs(numberOf(text) - computed) <= 0.5 / 10 ** placesOf(text) + 1e-9;

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** 'từ 20 lên 25, tăng 25%', '93/156 hội, chiếm 59,6%'. */
export function relations(read: Read): Finding[] {
  const changes = [...read.plain.matchAll(CHANGE)].flatMap((match) => changeOf(match));
  const shares = [...read.plain.matchAll(SHARE)].flatMap((match) => shareOf(match));
  return [...changes, ...shares, ...equations(read), ...ageWindows(read)];
}

function changeOf(match: RegExpMatchArray): Finding[] {
  const [all, first = '', last = '', way, said = '', percent] = match;
  const [before, now] = [numberOf(first), numberOf(last)];
  const difference = way === 'tang' ? now - before : before - now;
  if (percent !== undefined && before === 0) return [];
  const computed = percent === undefined ? difference : (difference / before) * 100;
  if (fits(said, computed)) return [];
  const end = (match.index ?? 0) + all.length;
  return [
    {
      code: percent === undefined ? 'text_difference' : 'growth',
      start: end - said.length - (percent === undefined ? 0 : 1),
      end,
      stated: numberOf(said),
      computed: rounded(computed, placesOf(said)),
      data: { before, now, decimals: placesOf(said) },
    },
  ];
}

function shareOf(match: RegExpMatchArray): Finding[] {
  const [all, part = '', whole = '', said = ''] = match;
  if (Number(whole) === 0) return [];
  const computed = (Number(part) / Number(whole)) * 100;
  if (Math.abs(numberOf(said) - computed) < 10 ** -placesOf(said)) return [];
  const end = (match.index ?? 0) + all.length;
  return [
    {
      code: 'ratio',
      start: end - said.length - 1,
      end,
      stated: numberOf(said),
      computed: rounded(computed, placesOf(said)),
      data: { part: Number(part), whole: Number(whole), decimals: placesOf(said) },
    },
  ];
}

/** '142 = 79 + 63'. */
function equations(read: Read): Finding[] {
  const pattern = new RegExp(
    String.raw`(?<![\d.,/+=-]\s?)(${NUMBER})(?: \p{L}+){0,4} ?= ?((?:${NUMBER})(?: \p{L}+){0,4}(?: ?\+ ?(?:${NUMBER})(?: \p{L}+){0,4})+)`,
    'gu',
  );
  return [...read.plain.matchAll(pattern)].flatMap((match) => {
    const whole = numberOf(match[1]!);
    const parts = (match[2]!.match(new RegExp(NUMBER, 'g')) ?? []).map(numberOf);
    const sum = Number(parts.reduce((a, b) => a + b, 0).toPrecision(14));
    // A part that was not understood stands behind: the sum is not known.
    const goesOn = /^[^.;\n]{0,60}\+/.test(read.plain.slice(match.index + match[0].length));
    if (sum === whole || goesOn) return [];
    const data = { whole: match[1], parts: parts.map(String) };
    const start = match.index;
    const end = start + match[1]!.length;
    return [{ code: 'text_sum' as const, start, end, stated: whole, computed: sum, data }];
  });
}

/** 'từ 6 đến 19 tuổi (sinh từ 31/7/1996 đến 31/7/2009)': the two windows are as long as each other. */
function ageWindows(read: Read): Finding[] {
  return [...read.plain.matchAll(AGES)].flatMap((match) => {
    const [low, high, d1, m1, y1, d2, m2, y2] = match.slice(1).map(Number) as number[];
    const days = Date.UTC(y2!, m2! - 1, d2) - Date.UTC(y1!, m1! - 1, d1);
    const years = days / 86_400_000 / 365.2425;
    const wanted = high! - low!;
    // Whoever is 19 is so until the day before his twentieth birthday: one year more is right too.
    if (years > wanted - 0.02 && years < wanted + 1.02) return [];
    const start = match.index;
    return [
      {
        code: 'age_window' as const,
        start,
        end: start + match[0].length,
        stated: wanted,
        computed: Math.round(years),
        data: { low, high },
      },
    ];
  });
}
