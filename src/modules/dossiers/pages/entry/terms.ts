import type { Day } from '../../../../kernel/day.ts';
import { formatPartialDate } from '../../../../kernel/partial-date.ts';
import { toRoman } from '../../../../kernel/vietnamese/numbers.ts';
import {
  awardLevelNames,
  consentsDue,
  type EditionContent,
  entrantNames,
  type FormField,
  fileTypeNames,
  organiserRoleNames,
  organiserRoles,
  personColumnNames,
  timingOf,
} from '../../../calls/index.ts';
import { callWords as words } from '../../vi/entry/index.ts';

/** A line of the terms: what it is about, and what holds. */
export interface Term {
  readonly term: string;
  readonly value: string;
}

/** What an edition sets, in words: for its page and for its printed terms. */
export interface Terms {
  readonly title: string;
  readonly occasion: string;
  readonly committee: string;
  readonly who: readonly string[];
  readonly fields: readonly string[];
  readonly prepare: readonly Term[];
  readonly phases: readonly (Term & { readonly now: boolean })[];
  readonly prizes: readonly Term[];
  readonly basis: readonly string[];
  readonly organisers: readonly Term[];
}

/** 'lần thứ VIII, 2025–2026'. */
export const occasionOf = ({ ordinal, years }: Pick<EditionContent, 'ordinal' | 'years'>): string =>
  [ordinal === null ? null : words.ordinal(toRoman(ordinal)), words.years(years.first, years.last)]
    .filter((part) => part !== null)
    .join(', ');

/** The terms of an edition at an instant. */
export function termsOf(content: EditionContent, now: Date, today: Day): Terms {
  return {
    title: content.name,
    occasion: occasionOf(content),
    committee: content.committee.name,
    who: whoMayEnter(content, today),
    fields: content.fields.map(({ name }) => name),
    prepare: content.form.map((field) => ({ term: field.label, value: askedBy(field) })),
    phases: content.phases.map((phase) => ({
      term: phase.name,
      value: words.upper(words.phase(phase.opens, phase.closes)),
      now: timingOf(phase, now) === 'open',
    })),
    prizes: content.prizes.prizes.map(({ name, money, quota, special }) => ({
      term: name,
      value: words.upper(words.prize(money, quota, special ? 'overall' : content.prizes.per)),
    })),
    basis: content.basis.map(({ symbol, title, issued }) =>
      [symbol, title, issued === null ? null : words.issued(formatPartialDate(issued))]
        .filter(Boolean)
        .join(', '),
    ),
    organisers: organiserRoles.flatMap((role) => {
      const names = content.organisers.filter((one) => one.role === role).map(({ name }) => name);
      return names.length === 0
        ? []
        : [{ term: organiserRoleNames[role], value: names.join('; ') }];
    }),
  };
}

function whoMayEnter({ entrants, eligibility }: EditionContent, today: Day): string[] {
  const { born, worked, made, awarded, group, representative } = eligibility;
  const named = entrants.map((one) => entrantNames[one].toLocaleLowerCase('vi'));
  return [
    words.entrants(named),
    ...(born === null || (born.first === null && born.last === null)
      ? []
      : [words.born(born.first, born.last)]),
    ...(group === null ? [] : [words.group(group)]),
    ...(worked === null ? [] : [words.worked(worked)]),
    ...(made === null || (made.from === null && made.to === null)
      ? []
      : [words.made(made.from, made.to)]),
    ...awarded.map(({ level, contests, since }) =>
      words.awarded(awardLevelNames[level], contests === 'own', since),
    ),
    ...minors(born?.last ?? null, worked, today, representative),
  ];
}

// Told where somebody under 18 may enter: the window lets them, or there is none and no years of work.
function minors(last: Day | null, worked: number | null, today: Day, both: boolean): string[] {
  const due = consentsDue(last, today, { representative: both });
  if (due.length === 0 || (last === null && worked !== null)) return [];
  return [words.under7, words.under16, words.under18(both)];
}

function askedBy(field: FormField): string {
  const notes = [
    kindOf(field),
    field.help,
    field.required ? null : words.optional,
    field.for.length === 0 ? null : words.onlyFor(field.for.map((one) => entrantNames[one])),
  ].filter((note) => note !== null && note !== '');
  return words.upper(notes.join('; '));
}

function kindOf(field: FormField): string | null {
  switch (field.kind) {
    case 'long_text':
      return [words.words(field.words), words.characters(field.characters)]
        .filter(Boolean)
        .join('; ');
    case 'text':
      return words.characters({ min: null, max: field.max });
    case 'date':
      return words.precision[field.precision];
    case 'people':
      return words.people(
        field.asks.map((column) => personColumnNames[column]),
        field.count,
      );
    case 'files':
      return words.files(
        field.types.map((type) => fileTypeNames[type]),
        field.size,
        field.count,
      );
    case 'declaration':
      return words.declares(field.words);
    case 'choice':
      return field.options.map(({ label }) => label).join(', ');
    default:
      return null;
  }
}
