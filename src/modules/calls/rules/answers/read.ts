import {
  type ParsedPartialDate,
  parsePartialDate,
  partialParts,
} from '../../../../kernel/partial-date.ts';
import { keptText } from '../../../../kernel/text.ts';
import { parseMoney, parseVietnameseDecimal } from '../../../../kernel/vietnamese/numbers.ts';
import { type FormField, type PeopleField, personColumns } from '../content/index.ts';
import type { Answer, Answers, MoneyAnswer, PersonAnswer } from './types.ts';

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? keptText(String(value)) : '';

/** Reads a number as typed ('1.234,5') or sent as such; text stays where it is none. */
export function readNumber(value: unknown): number | string {
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  const typed = textOf(value);
  const decimal = parseVietnameseDecimal(typed);
  // More digits than a number holds would come back as others.
  return decimal === null || decimal.replace(/\D/g, '').length > 15 ? typed : Number(decimal);
}

/** Reads đồng: '12.500.000 đồng'; text stays where it is no whole amount. */
export function readAmount(value: unknown): number | string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const typed = textOf(value);
  if (typed === '') return null;
  const amount = parseMoney(typed);
  return amount === null || amount > BigInt(Number.MAX_SAFE_INTEGER) ? typed : Number(amount);
}

/** Reads a date with what is known of it; whether it may be in the future is not asked here. */
export function parseDate(typed: string): ParsedPartialDate {
  return parsePartialDate(typed, { today: '2999-12-31' });
}

/** A partial date, or what was typed where it is none. */
export function readDate(value: unknown): string {
  const typed = textOf(value);
  if (typed === '' || partialParts(typed) !== null) return typed;
  const parsed = parseDate(typed);
  return 'ok' in parsed ? parsed.ok : typed;
}

function readMoney(value: unknown): MoneyAnswer {
  if (!isLoose(value)) return { amount: readAmount(value), words: '' };
  return { amount: readAmount(value.amount), words: textOf(value.words) };
}

function readPerson(field: PeopleField, value: Loose): PersonAnswer {
  const known: Record<string, string | number> = { name: textOf(value.name) };
  for (const column of personColumns) {
    const typed = column === 'birth' ? readDate(value[column]) : textOf(value[column]);
    // A column that is no longer asked keeps what was written.
    if (typed !== '') known[column] = typed;
  }
  if (field.shares || value.share !== undefined) {
    const share = readNumber(value.share);
    if (share !== '') known.share = share;
  }
  return known as unknown as PersonAnswer;
}

const isBlankRow = (person: PersonAnswer): boolean =>
  Object.values(person).every((value) => value === '' || value === undefined);

function readList(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return [...new Set(all.map(textOf).filter((one) => one !== ''))];
}

/** One answer as it is kept. Reading what is kept gives the same again. */
export function readAnswer(field: FormField, value: unknown): Answer {
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return textOf(value);
    case 'number':
      return readNumber(value);
    case 'money':
      return readMoney(value);
    case 'date':
      return readDate(value);
    case 'choice':
      return readList(value);
    case 'people': {
      const rows = Array.isArray(value) ? value.filter(isLoose) : [];
      return rows.map((row) => readPerson(field, row)).filter((person) => !isBlankRow(person));
    }
    case 'files':
      return '';
    case 'declaration':
      return value === true || ['on', '1', 'true', 'yes'].includes(String(value));
  }
}

/**
 * What was typed or sent, as it is kept: NFC, numbers and dates read, what cannot be read left as it
 * was typed. Fields that were not sent, and keys that the form does not know, keep what is in `kept`.
 */
export function readAnswers(
  form: readonly FormField[],
  sent: Readonly<Record<string, unknown>>,
  kept: Answers = {},
): Answers {
  const answers: Record<string, Answer> = { ...kept };
  for (const field of form) {
    if (field.kind === 'files' || !Object.hasOwn(sent, field.key)) continue;
    answers[field.key] = readAnswer(field, sent[field.key]);
  }
  return answers;
}
