import type { Day } from '../../../kernel/day.ts';
import { momentOf, showDate } from './format-date.ts';
import { roundsToZero, showGeneral, showNumber } from './format-number.ts';
import { type Condition, cutSections, parseSection, type Section } from './format-parse.ts';

/** What a number looks like in a cell. */
export interface Shown {
  readonly text: string;
  /** 'error' is a date that Excel cannot show. */
  readonly kind: 'number' | 'day' | 'error';
  readonly day?: Day;
}

export interface NumberFormat {
  readonly general: boolean;
  show(value: number): Shown;
  /** What a text cell shows; null when it shows the text as it is. */
  readonly showText: ((text: string) => string) | null;
}

const SHORT_DAY = 'dd/mm/yyyy';
const NOT_SHOWN = '########';

// Formats by number that no file writes down (ECMA-376 part 1, 18.8.30). What follows the settings
// of the machine is taken as a Vietnamese office has it.
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0',
  6: '#,##0',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: SHORT_DAY,
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: `${SHORT_DAY} h:mm`,
  32: 'h:mm',
  33: 'h:mm:ss',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;-#,##0;"-"',
  42: '#,##0;-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '#,##0.00;-#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
};

/** The code of a built-in format number; 'General' for those without one. */
export function builtInFormat(id: number): string {
  const east = (id >= 27 && id <= 31) || (id >= 50 && id <= 58) || id === 36;
  return BUILT_IN[id] ?? (east ? SHORT_DAY : 'General');
}

/** Makes a format of an Excel format code, with dates of the 1900 or the 1904 system. */
export function numberFormat(pattern: string, is1904: boolean): NumberFormat {
  const system = /^\[\$-F800\]/i.test(pattern)
    ? SHORT_DAY
    : /^\[\$-F400\]/i.test(pattern)
      ? 'h:mm:ss'
      : pattern;
  const sections = cutSections(system).slice(0, 4).map(parseSection);
  // Hidden by its format: the roster still has it.
  const hidden = /^;+$/.test(pattern.trim());
  const first = sections[0];
  if (hidden || first === undefined || pattern.trim() === '') return GENERAL;
  const general = sections.length === 1 && isPlainGeneral(first);
  return {
    general,
    show: (value) => showBy(sections, value, is1904),
    showText: textOf(sections),
  };
}

const showPlain = (value: number): Shown => ({ text: showGeneral(value), kind: 'number' });

export const GENERAL: NumberFormat = { general: true, show: showPlain, showText: null };

function isPlainGeneral(section: Section): boolean {
  const { body } = section;
  return body.kind === 'general' && body.before === '' && body.after === '';
}

function textOf(sections: readonly Section[]): ((text: string) => string) | null {
  const found = sections.find((section) => section.body.kind === 'text')?.body;
  if (found?.kind !== 'text' || (found.before === '' && found.after === '')) return null;
  return (text) => found.before + text + found.after;
}

function showBy(sections: readonly Section[], value: number, is1904: boolean): Shown {
  const numeric = sections.filter((section) => section.body.kind !== 'text');
  const index = pick(numeric, value);
  const section = numeric[index];
  if (section === undefined) return showPlain(value);
  const { body } = section;
  if (body.kind === 'date') return showDay(body.date, value, is1904);
  // The section for negative numbers writes their sign itself.
  const conditional = numeric.some((one) => one.condition !== null);
  const ownSign = conditional ? isForNegatives(section.condition) : index > 0;
  if (body.kind === 'number') {
    const minus = value < 0 && !ownSign && !roundsToZero(body.number, value) ? '-' : '';
    return { text: minus + showNumber(body.number, value), kind: 'number' };
  }
  if (body.kind === 'text') return showPlain(value);
  const text = showGeneral(ownSign ? Math.abs(value) : value);
  return { text: body.before + text + body.after, kind: 'number' };
}

function showDay(section: Parameters<typeof showDate>[0], value: number, is1904: boolean): Shown {
  const moment = momentOf(value, is1904, section.decimals);
  if (moment === null) return { text: NOT_SHOWN, kind: 'error' };
  const text = showDate(section, moment);
  return section.hasDay && moment.iso !== null
    ? { text, kind: 'day', day: moment.iso }
    : { text, kind: 'number' };
}

function pick(sections: readonly Section[], value: number): number {
  if (sections.some((section) => section.condition !== null)) {
    const found = sections.findIndex((section, at) =>
      section.condition === null
        ? at > 0 || sections.length === 1
        : holds(section.condition, value),
    );
    return found < 0 ? sections.length - 1 : found;
  }
  if (sections.length >= 3 && value === 0) return 2;
  return sections.length >= 2 && value < 0 ? 1 : 0;
}

function isForNegatives(condition: Condition | null): boolean {
  return condition?.operator.startsWith('<') === true && condition.value <= 0;
}

function holds({ operator, value: limit }: Condition, value: number): boolean {
  if (operator === '<') return value < limit;
  if (operator === '<=') return value <= limit;
  if (operator === '>') return value > limit;
  if (operator === '>=') return value >= limit;
  return operator === '=' ? value === limit : value !== limit;
}
