import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { splitName } from '../../../kernel/vietnamese/names.ts';
import { parsePhone } from '../../../kernel/vietnamese/phones.ts';
import type { Answers, FormField, PersonAnswer } from '../../calls/index.ts';

export const foundKinds = ['person', 'unit', 'phone', 'email'] as const;
/** What of an entrant a text names. */
export type FoundKind = (typeof foundKinds)[number];

/** What of an entrant stands where it should not. */
export interface Found {
  readonly what: FoundKind;
  /** Key of the field of the form. */
  readonly field: string;
  /** As the entrant wrote it among the people. */
  readonly words: string;
}

/** What is looked for: as it was written, and as it is compared. */
export interface Sought {
  readonly what: FoundKind;
  readonly words: string;
  /** Folded words, digits of a number, or an address. */
  readonly keys: readonly string[];
}

/** Shorter ones are found everywhere: 'Lan', 'Nông dân', 'Sở Y tế' is long enough. */
const leastWords: Readonly<Record<'person' | 'unit', number>> = { person: 2, unit: 3 };
const unitColumns = ['school', 'workplace'] as const;
const phoneColumns = ['phone', 'representative_phone'] as const;
const emailColumns = ['email', 'representative_email'] as const;

/**
 * What tells who the entrant is: names of all people and of those who stand for them, where they learn or
 * work, their numbers and addresses, and what was answered in fields that tell who somebody is.
 */
export function soughtOf(
  form: readonly FormField[],
  answers: Answers,
  email: string | null = null,
): Sought[] {
  const found = form.flatMap((field): Sought[] => {
    const answer = answers[field.key];
    if (field.kind === 'people' && Array.isArray(answer)) {
      return (answer as readonly PersonAnswer[]).flatMap(ofPerson);
    }
    return field.identifies && field.kind === 'text' ? unit(answer) : [];
  });
  return unlike([...found, ...address(email)]);
}

function ofPerson(person: PersonAnswer): Sought[] {
  return [
    ...name(person.name),
    ...name(person.representative),
    ...unitColumns.flatMap((column) => unit(person[column])),
    ...phoneColumns.flatMap((column) => number(person[column])),
    ...emailColumns.flatMap((column) => address(person[column])),
  ];
}

type Typed = Answers[string] | null | undefined;
const textIn = (value: Typed): string => (typeof value === 'string' ? value.trim() : '');

function name(value: Typed): Sought[] {
  const { family, middle, given } = splitName(textIn(value));
  return words('person', textIn(value), [family, middle, given].join(' '));
}

const unit = (value: Typed): Sought[] => {
  const text = textIn(value);
  const whole = folded(text);
  // Whoever writes the name of a school may leave out that it is one.
  const short = whole.replace(/^truong /, '');
  const keys = [whole, short].filter((key) => key.split(' ').length >= leastWords.unit);
  return keys.length === 0 ? [] : [{ what: 'unit', words: text, keys: [...new Set(keys)] }];
};

function words(what: 'person' | 'unit', text: string, compared: string): Sought[] {
  const key = folded(compared);
  return key.split(' ').length < leastWords[what] ? [] : [{ what, words: text, keys: [key] }];
}

function number(value: Typed): Sought[] {
  const text = textIn(value);
  const phone = text === '' ? null : parsePhone(text);
  return phone !== null && 'ok' in phone
    ? [{ what: 'phone', words: text, keys: [phone.ok.replace(/\D/g, '')] }]
    : [];
}

function address(value: Typed): Sought[] {
  const text = textIn(value).toLowerCase();
  return text.includes('@') ? [{ what: 'email', words: text, keys: [text] }] : [];
}

function unlike(all: readonly Sought[]): Sought[] {
  const same = (a: Sought, b: Sought) => a.what === b.what && a.keys.join() === b.keys.join();
  return all.filter((one, at) => all.findIndex((other) => same(one, other)) === at);
}

const folded = (text: string): string =>
  foldForSearch(text)
    .replace(/\btrung hoc co so\b/g, 'thcs')
    .replace(/\btrung hoc pho thong\b/g, 'thpt');

/** Which of those a text names: in whole words, whatever marks and case they are written with. */
export function namedIn(text: string, sought: readonly Sought[], field: string): Found[] {
  if (text === '' || sought.length === 0) return [];
  const plain = ` ${folded(text)} `;
  const small = text.toLowerCase();
  const numbers = new Set(
    [...text.matchAll(/\+?\d[\d\s.()-]{6,18}\d/g)].flatMap(([found]) => {
      const digits = found.replace(/\D/g, '');
      return [digits, digits.replace(/^84/, '0')];
    }),
  );
  const names = ({ what, keys }: Sought): boolean => {
    if (what === 'phone') return keys.some((key) => numbers.has(key));
    if (what === 'email') return keys.some((key) => small.includes(key));
    return keys.some((key) => plain.includes(` ${key} `));
  };
  return sought.filter(names).map(({ what, words: said }) => ({ what, field, words: said }));
}

/** What answers that are shown name, by field; fields that tell who somebody is are not shown. */
export function namedInAnswers(
  shown: readonly FormField[],
  answers: Answers,
  sought: readonly Sought[],
): Found[] {
  return shown.flatMap(({ key }) => namedIn(textsIn(answers[key]), sought, key));
}

function textsIn(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  if (typeof answer !== 'object' || answer === null) return '';
  return Object.values(answer).map(textsIn).join('\n');
}
