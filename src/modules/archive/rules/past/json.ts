import { keptText } from '../../../../kernel/text.ts';
import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import { below, figureOf, isLoose, type Loose } from './figures.ts';
import type { Figure, PastDossier, PastEdition, PastField, PastPrize } from './types.ts';

const nameKeys = ['name', 'field', 'title', 'label', 'prize', 'code', 'ten', 'linh_vuc', 'giai'];
const countKeys = ['entries', 'count', 'value', 'quantity', 'total', 'entries_total', 'so_luong'];
const percentKeys = ['percent', 'share', 'percentage', 'ty_le'];

const textAt = (value: Loose, keys: readonly string[]): string => {
  const key = keys.find((one) => typeof value[one] === 'string' && value[one] !== '');
  return key === undefined ? '' : keptText(String(value[key]));
};

function figureAt(value: Loose, keys: readonly string[], path: string): Figure | null {
  const key = keys.find((one) => Object.hasOwn(value, one));
  return key === undefined ? null : figureOf(value[key], below(path, key));
}

/** Members of an object, or items of a list, with the name of each and where it stands. */
function items(value: unknown, path: string): { name: string; path: string; value: unknown }[] {
  if (Array.isArray(value))
    return value.map((item: unknown, at) => ({
      name: isLoose(item) ? textAt(item, nameKeys) : '',
      path: below(path, at),
      value: item,
    }));
  if (!isLoose(value)) return [];
  return Object.entries(value).map(([key, item]) => ({
    name: keptText(key),
    path: below(path, key),
    value: item,
  }));
}

function prizesAt(value: unknown, path: string): PastPrize[] {
  return items(value, path).flatMap((item): PastPrize[] => {
    if (!isLoose(item.value))
      return [{ name: item.name, path: item.path, count: figureOf(item.value, item.path) }];
    const count = figureAt(item.value, countKeys, item.path);
    return [{ name: item.name, path: item.path, count: count ?? figureOf(null, item.path) }];
  });
}

function fieldAt(item: { name: string; path: string; value: unknown }): PastField {
  const { name, path, value } = item;
  if (!isLoose(value))
    return { name, path, entries: figureOf(value, path), percent: null, prizes: null, byPrize: [] };
  const prizes = value.prizes ?? value.prizes_total;
  const key = Object.hasOwn(value, 'prizes') ? 'prizes' : 'prizes_total';
  const listed = typeof prizes === 'object' && prizes !== null;
  const total = listed
    ? figureAt(value, ['prizes_total'], path)
    : prizes === undefined
      ? null
      : figureOf(prizes, below(path, key));
  return {
    name,
    path,
    entries: figureAt(value, countKeys, path),
    percent: figureAt(value, percentKeys, path),
    prizes: total,
    byPrize: listed ? prizesAt(prizes, below(path, 'prizes')) : [],
  };
}

/** Births of the authors, in their order; those of persons without one are blank. */
function births(value: Loose): string {
  if (!Array.isArray(value.authors)) return textAt(value, ['births', 'birth', 'nam_sinh']);
  const each = value.authors.map((one) => {
    if (!isLoose(one)) return '';
    const year = one.birth ?? one.birth_date ?? one.born;
    return typeof year === 'number' ? String(year) : textAt(one, ['birth', 'birth_date', 'born']);
  });
  return each.some((one) => one !== '') ? each.join('; ') : '';
}

function dossierAt(value: unknown, path: string): PastDossier[] {
  if (!isLoose(value)) return [];
  const authors = Array.isArray(value.authors)
    ? value.authors
        .map((one) => (isLoose(one) ? textAt(one, ['name']) : String(one ?? '').trim()))
        .join('; ')
    : textAt(value, ['authors', 'author', 'tac_gia']);
  const number = (key: string): string =>
    typeof value[key] === 'number' ? String(value[key]) : textAt(value, [key]);
  return [
    {
      path,
      title: textAt(value, ['title', 'name', 'ten']),
      field: textAt(value, ['field', 'linh_vuc']),
      authors: keptText(authors),
      births: births(value),
      place: textAt(value, ['place', 'workplace', 'school', 'unit', 'don_vi']),
      prize: textAt(value, ['prize', 'giai']),
      year: number('year'),
      summary: textAt(value, ['summary', 'text', 'abstract', 'tom_tat']),
    },
  ];
}

/**
 * Reads `{name, entries_total, by_field, prizes, prizes_total}`. `by_field` and `prizes` are objects
 * of numbers (or of objects) or lists of objects with a name; a field may have `percent` and
 * `prizes`; `dossiers` may list the entries. Null when it is no edition at all: no object, or
 * nothing of this in it.
 */
export function readPastEdition(value: unknown, base = ''): PastEdition | null {
  if (!isLoose(value)) return null;
  const known = ['entries_total', 'by_field', 'prizes', 'prizes_total', 'dossiers'];
  if (!known.some((key) => Object.hasOwn(value, key))) return null;
  const at = (key: string): string => below(base, key);
  const dossiers = Array.isArray(value.dossiers) ? value.dossiers : [];
  return {
    name: textAt(value, ['name', 'title', 'ten']),
    entries: figureAt(value, ['entries_total'], base),
    fields: items(value.by_field, at('by_field')).filter(isPart).map(fieldAt),
    prizes: prizesAt(value.prizes, at('prizes')).filter(isPart),
    prizesTotal: figureAt(value, ['prizes_total'], base),
    dossiers: dossiers.flatMap((one: unknown, n) => dossierAt(one, below(at('dossiers'), n))),
  };
}

// A total written among the parts is none of them.
const isPart = ({ name }: { readonly name: string }): boolean =>
  !/^(?:tong|tong so|tong cong|cong|total|sum)$/.test(foldForSearch(name));
