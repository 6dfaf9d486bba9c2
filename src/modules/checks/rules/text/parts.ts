import { lexicon } from '../../vi/lexicon.ts';
import { bareWords } from '../plain.ts';
import type { Mention, Read } from './mentions.ts';

/** What is wrong inside one text, by the place of the number that is doubted. */
export interface Finding {
  readonly code:
    | 'text_sum'
    | 'text_count'
    | 'text_number'
    | 'text_difference'
    | 'age_window'
    | 'ratio'
    | 'growth'
    | 'part_exceeds_whole';
  readonly start: number;
  readonly end: number;
  readonly stated: number | string;
  readonly computed: number | string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A list of parts that is longer than these letters is cut. */
const LONGEST_LIST = 500;
const shortened = (list: List): List => ({
  ...list,
  to: Math.min(list.to, list.from + LONGEST_LIST),
});

interface List {
  readonly from: number;
  readonly to: number;
  /** 'whole': the parts make up the whole; 'some': perhaps not all are named. */
  readonly kind: 'whole' | 'some';
  /** Every piece has to be a part, else it is no list of parts. */
  readonly strict: boolean;
}

/** More lists in a few sentences are no prose. */
const MOST_LISTS = 25;
const NEAR_SOME = 0.05;
const NEAR_UNLINKED = 0.1;

/** '93 nhiệm vụ; trong đó 86 cấp tỉnh, 07 cấp quốc gia', '4 giải (2 Khuyến khích, 1 Ba, 1 Nhì)'. */
export function partSums(read: Read): Finding[] {
  const found = listsOf(read.plain)
    .slice(0, MOST_LISTS)
    .map(shortened)
    .flatMap((list) => judge(read, list));
  return found.filter((one, at) => found.findIndex((other) => other.start === one.start) === at);
}

function listsOf(plain: string): List[] {
  const lists: List[] = [];
  for (let at = plain.indexOf('('); at >= 0; at = plain.indexOf('(', at + 1)) {
    const opened = /^\((?:\s*(?:bao gom|gom co|gom|trong do|cu the|co)[:,]?\s)?/.exec(
      plain.slice(at),
    )?.[0];
    lists.push({
      from: at + (opened?.length ?? 1),
      to: closing(plain, at),
      kind: 'whole',
      strict: true,
    });
  }
  for (const match of plain.matchAll(/\b(bao gom|gom co|gom|trong do)(?!\p{L})\s*[:,]?\s*/gu)) {
    const from = match.index + match[0].length;
    const kind = match[1] === 'trong do' ? 'some' : 'whole';
    lists.push({ from, to: sentenceEnd(plain, from), kind, strict: false });
  }
  return lists;
}

function closing(plain: string, open: number): number {
  let depth = 0;
  for (let at = open; at < plain.length; at++) {
    if (plain[at] === '(') depth++;
    else if (plain[at] === ')' && --depth === 0) return at;
    else if (depth === 1 && /[.!?](?:\s|$)/.test(plain.slice(at, at + 2))) return at;
  }
  return plain.length;
}

/** Where the sentence that holds that place ends; ';' and line breaks inside lists go on. */
export function sentenceEnd(plain: string, from: number): number {
  const found = /[.!?](?=\s|$)/.exec(plain.slice(from));
  return found === null ? plain.length : from + found.index;
}

function judge(read: Read, list: List): Finding[] {
  const pieces = piecesOf(read.plain, list);
  const parts = partsOf(read, list, pieces);
  const exact = parts.every((part) => part.about === null && !part.percent);
  if (parts.length === 0 || !exact) return [];
  const wholes = wholesBefore(read, list.from).filter((one) => one.about === null && !one.percent);
  const head = headOf(read, parts[0]!);
  const whole = wholes.find((one) => headOf(read, one) === head) ?? wholes[0];
  if (whole === undefined) return [];
  const sums = [parts, firstOfEach(pieces, parts)].map(total);
  const linked = isLinked(read, whole, list.from, parts);
  if (list.kind === 'some' && linked) {
    const over = parts.find((part) => part.value > whole.value && headOf(read, part) === head);
    if (over !== undefined && headOf(read, whole) === head) return [exceeds(over, whole)];
  }
  if (parts.length < 2 || wholes.some((one) => sums.includes(one.value))) return [];
  const sameHeads = parts.every((part) => headOf(read, part) === head);
  const sum = sameHeads ? sums[0]! : sums[1]!;
  if (!isDoubtful(list, whole.value, sum, linked)) return [];
  const data = { parts: parts.map((part) => part.text), whole: whole.text };
  return [
    {
      code: 'text_sum',
      start: whole.start,
      end: whole.end,
      stated: whole.value,
      computed: sum,
      data,
    },
  ];
}

/** "Trong đó" often names only some parts: doubted where nearly all is named. */
function isDoubtful(list: List, whole: number, sum: number, linked: boolean): boolean {
  const miss = Math.abs(whole - sum);
  if (list.kind === 'some') return linked && miss <= whole * NEAR_SOME;
  return linked || miss <= Math.max(1, whole * NEAR_UNLINKED);
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

function piecesOf(plain: string, list: List): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let from = list.from;
  for (let at = list.from; at <= list.to; at++) {
    if (plain[at] === '(') depth++;
    if (plain[at] === ')') depth--;
    const comma = /[,;\n]/.test(plain[at] ?? '') && !/^,\d/.test(plain.slice(at, at + 2));
    const and = /\s/.test(plain[at] ?? '')
      ? /^\s(?:va|cung)\s/.exec(plain.slice(at, at + 6))
      : null;
    if (at < list.to && (depth > 0 || !(comma || and !== null))) continue;
    pieces.push({ from, to: at });
    from = at + (and?.[0].length ?? 1);
  }
  return pieces.filter(({ from: a, to: b }) => plain.slice(a, b).trim() !== '');
}

function partsOf(read: Read, list: List, pieces: readonly Piece[]): Mention[] {
  const parts: Mention[] = [];
  const near = read.mentions.filter(({ start, end }) => start >= list.from && end <= list.to);
  for (const piece of pieces) {
    const own = near.filter(
      (one) =>
        one.start >= piece.from && one.end <= piece.to && depthAt(read.plain, piece.from, one),
    );
    const lead = read.plain.slice(piece.from, own[0]?.start ?? piece.to).trim();
    const begins = own.length > 0 && /^(?:va|cung|-|\+)?$/.test(lead);
    if (!begins && list.strict) return [];
    if (!begins) break;
    parts.push(...own);
  }
  return parts;
}

const depthAt = (plain: string, from: number, { start }: Mention): boolean => {
  const before = plain.slice(from, start);
  return before.split('(').length === before.split(')').length;
};

function firstOfEach(pieces: readonly Piece[], parts: readonly Mention[]): Mention[] {
  return pieces.flatMap(({ from, to }) => {
    const first = parts.find((part) => part.start >= from && part.end <= to);
    return first === undefined ? [] : [first];
  });
}

/** Numbers of the same sentence before that place, the nearest first. */
function wholesBefore(read: Read, from: number): Mention[] {
  const before = read.plain
    .slice(0, from)
    .replace(/[\s(]*(?:bao gom|gom co|gom|trong do|cu the|co)?[\s:,(]*$/, '');
  const starts = [...before.matchAll(/[.!?](?=\s)/g)].map((match) => match.index);
  const last = before.length === 0 ? 0 : (starts.at(-1) ?? 0);
  return read.mentions.filter((one) => one.start >= last && one.end <= before.length).toReversed();
}

/** The word that is counted: 'giai' of '02 Giải Ba'. */
function headOf(read: Read, mention: Mention): string {
  const head = /^\s*(?:%\s*)?([\p{L}]+(?:\/[\p{L}]+)?)/u.exec(read.plain.slice(mention.end))?.[1];
  return head === undefined ? '' : head.replace('d/c', 'dong');
}

function isLinked(read: Read, whole: Mention, to: number, parts: readonly Mention[]): boolean {
  const between = ` ${bareWords(read.text.slice(whole.end, to).replace(lexicon.comrade, 'dong chi'))} `;
  return parts.some((part) => {
    const head = headOf(read, part);
    return head !== '' && between.includes(` ${head} `);
  });
}

const total = (parts: readonly Mention[]): number =>
  Number(parts.reduce((sum, part) => sum + part.value, 0).toPrecision(14));

function exceeds(part: Mention, whole: Mention): Finding {
  return {
    code: 'part_exceeds_whole',
    start: part.start,
    end: part.end,
    stated: part.value,
    computed: whole.value,
    data: { whole: whole.text, part: part.text },
  };
}
