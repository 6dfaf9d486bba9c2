import { parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type SetFilter, setFilters } from '../../../platform/records/narrowing.ts';
import {
  type ArticleFilter,
  type ArticleGroup,
  type ArticleSort,
  articleGroups,
} from '../queries/index.ts';
import { articleKinds, articleLanguages, articleStates } from '../rules/index.ts';
import type { Section } from '../schema/index.ts';
import { kindNames, languageNames, stateNames, words } from '../vi/index.ts';
import { pathOf } from './shared.ts';

const filters = [
  'q',
  'buoc',
  'tinh-trang',
  'loai',
  'chuyen-muc',
  'ngon-ngu',
  'nguoi',
  'tu',
  'den',
  'tu-khoa',
  'loi',
];
const sorts: Readonly<Record<string, ArticleSort>> = {
  sua: 'changed',
  dang: 'published',
  ten: 'title',
};

export interface Asked {
  readonly question: ListQuestion;
  readonly filter: ArticleFilter;
  readonly group: ArticleGroup | null;
  readonly errors: Readonly<Record<string, string>>;
}

const among = <V extends string>(values: readonly V[], typed: string | undefined): V | null =>
  values.find((value) => value === typed) ?? null;

/** What the list was asked for in its address. */
export function askedOf(c: WebContext): Asked {
  const question = listQuestion(pathOf(c), c.req.query(), {
    filters,
    sorts: Object.keys(sorts),
    sort: '-sua',
  });
  const { values } = question;
  const group = among(articleGroups, values.buoc);
  const [from, to] = [dayOf(values.tu), dayOf(values.den)];
  return {
    question,
    group,
    filter: {
      under: null,
      organisation: c.var.place.code,
      q: values.q ?? '',
      group,
      state: among(articleStates, values['tinh-trang']),
      kind: among(articleKinds, values.loai),
      language: among(articleLanguages, values['ngon-ngu']),
      section: values['chuyen-muc'] || null,
      author: foldForSearch(values.nguoi ?? '') || null,
      tag: values['tu-khoa'] || null,
      from: from.day,
      to: to.day,
      failed: values.loi === '1',
    },
    errors: { ...(from.error ? { tu: from.error } : {}), ...(to.error ? { den: to.error } : {}) },
  };
}

export const orderOf = ({ sort, descending }: ListQuestion) => ({
  sort: sorts[sort] ?? 'changed',
  descending,
});

function dayOf(typed = ''): { readonly day: string | null; readonly error?: string } {
  if (typed === '') return { day: null };
  const parsed = parseVietnameseDate(typed);
  return 'ok' in parsed ? { day: parsed.ok } : { day: null, error: words.badDay };
}

/** The filters that are set, in words. */
export function chipsOf({ question }: Asked, sections: readonly Section[]): SetFilter[] {
  const named = (names: Readonly<Record<string, string>>) => (value: string) =>
    names[value] ?? value;
  return setFilters(question, {
    q: (value) => value,
    'tinh-trang': named(stateNames),
    loai: named(kindNames),
    'chuyen-muc': (value) => sections.find(({ pid }) => pid === value)?.name ?? value,
    'ngon-ngu': named(languageNames),
    nguoi: (value) => `${words.filters.author}: ${value}`,
    tu: (value) => `${words.filters.from} ${value}`,
    den: (value) => `${words.filters.to} ${value}`,
    'tu-khoa': words.filters.tag,
    loi: () => words.filters.failed,
  });
}
