import { parseNumberWords } from '../../../../kernel/vietnamese/number-words.ts';
import { lexicon } from '../../vi/lexicon.ts';
import type { Read } from './mentions.ts';
import type { Finding } from './parts.ts';

const COUNTED =
  /^\s*(\p{L}[\p{L}&/-]*(?: \p{L}[\p{L}&/-]*){0,13}) *(?:,? *(?:bao gom|gom co|gom|la)\b *:?|:) */u;
const NAMED_UNITS =
  /^(?:don vi|hoi|lien hiep|tinh|huyen|xa|phuong|linh vuc|cum|to chuc|co quan|thanh vien|so|truong|vien|trung tam|doan|giai thuong|nguoi|ong|dong chi|mon|nganh)\b/;
const GOES_ON = /(?:\.\.\.|…|\bv\.?v\.?|\bkhac|\bvan van)\s*$/;

/** 'gồm 5 đơn vị: A, B, C, D' names four. */
export function namedCounts(read: Read): Finding[] {
  return read.mentions.flatMap((mention) => {
    const after = read.plain.slice(mention.end).replace(/^\)/, ' ');
    const head = COUNTED.exec(after);
    const wanted = mention.value;
    if (head === null || mention.about !== null || !Number.isInteger(wanted)) return [];
    if (wanted < 2 || wanted > 200) return [];
    const from = mention.end + head[0].length;
    const end = /[.!?](?=\s|$)|\n|$/.exec(read.plain.slice(from))?.index ?? 0;
    const list = read.text.slice(from, from + end);
    const items = itemsOf(list);
    if (items === null || !areNames(items.texts, head[1] ?? '')) return [];
    if (wanted >= items.least && wanted <= items.most) return [];
    return [
      {
        code: 'text_count',
        start: mention.start,
        end: mention.end,
        stated: wanted,
        computed: items.likely,
        data: { noun: read.text.slice(mention.end, mention.end + (head[1]?.length ?? 0)).trim() },
      },
    ];
  });
}

interface Items {
  readonly texts: readonly string[];
  /** "Khoa học và Kỹ thuật" is one name, "A và B" are two. */
  readonly least: number;
  readonly most: number;
  readonly likely: number;
}

function itemsOf(list: string): Items | null {
  const flat = list.replace(/\([^()]*\)/g, '');
  if (GOES_ON.test(flat.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''))) return null;
  const mark = flat.includes(';') ? ';' : ',';
  const texts = flat
    .split(mark)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (texts.length < 2 || texts.some((text) => /^\d/.test(text) || text.split(/\s+/).length > 14)) {
    return null;
  }
  const ands = texts.reduce((sum, text) => sum + text.split(lexicon.and).length - 1, 0);
  const last = lexicon.and.test(texts.at(-1) ?? '') ? 1 : 0;
  return { texts, least: texts.length, most: texts.length + ands, likely: texts.length + last };
}

/** Clauses after a colon are also cut by commas: only names are counted. */
function areNames(texts: readonly string[], noun: string): boolean {
  const capital = texts.filter((text) => /^\p{Lu}/u.test(text)).length;
  return capital >= texts.length * 0.8 || NAMED_UNITS.test(noun);
}

/** 'Mười (10)', '10 (mười)', 'bằng chữ': the words and the digits say the same. */
export function wordedNumbers(read: Read): Finding[] {
  const { text } = read;
  const found: Finding[] = [];
  for (const match of text.matchAll(/\((\d{1,3}(?:\.\d{3})+|\d+)\)/g)) {
    const words = trailingWords(text.slice(0, match.index));
    check(found, match.index + 1, match[1]!, words);
  }
  for (const match of text.matchAll(
    /(?<![\d.,/])(\d{1,3}(?:\.\d{3})+|\d+)[^\d().;]{0,24}\(([^()\d]+)\)/g,
  )) {
    const said = (match[2] ?? '').replace(lexicon.inWords, '');
    check(found, match.index, match[1]!, leadingWords(said));
  }
  return found;
}

function check(found: Finding[], start: number, digits: string, words: string): void {
  const said = words === '' ? null : parseNumberWords(words);
  const value = Number(digits.replaceAll('.', ''));
  if (said === null || said === value) return;
  found.push({
    code: 'text_number',
    start,
    end: start + digits.length,
    stated: value,
    computed: said,
    data: { words },
  });
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);
const isNumberWord = (word: string): boolean => lexicon.numberWord.test(word.toLowerCase());

function trailingWords(text: string): string {
  const words = wordsOf(text);
  const from = words.findLastIndex((word) => !isNumberWord(word)) + 1;
  return words.slice(from).join(' ');
}

function leadingWords(text: string): string {
  const words = wordsOf(text);
  const to = words.findIndex((word) => !isNumberWord(word));
  return (to < 0 ? words : words.slice(0, to)).join(' ');
}
