import { withQuery } from '../http/addresses.ts';

/** What a list was asked for in its address, and the addresses of the same list asked otherwise. */
export interface ListQuestion {
  /** The filters as typed, '' where not set. */
  readonly values: Readonly<Record<string, string>>;
  readonly sort: string;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  /** True when any filter is set. */
  readonly filtered: boolean;
  /** The address with some filters set or, with null, taken off; always its first page. */
  href(changes?: Readonly<Record<string, string | null>>): string;
  pageHref(page: number): string;
  /** Sorting by a column; turned round when the list is sorted by it already. */
  sortLink(key: string): { readonly href: string; readonly direction?: 'asc' | 'desc' };
  /** What a filter form must carry along. */
  readonly kept: Readonly<Record<string, string>>;
}

export interface ListShape {
  /** Names of the filters, as they stand in the address. */
  readonly filters: readonly string[];
  readonly sorts: readonly string[];
  /** A name of `sorts`, with '-' before it for descending. */
  readonly sort: string;
}

export const sortParameter = 'xep';
export const pageParameter = 'trang';

/** Reads the question of a list from its query; what it does not know is left out. */
export function listQuestion(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  shape: ListShape,
): ListQuestion {
  const values = Object.fromEntries(
    shape.filters.map((name) => [name, (query[name] ?? '').trim().slice(0, 200)]),
  );
  const asked = query[sortParameter] ?? '';
  const order = shape.sorts.includes(asked.replace(/^-/, '')) ? asked : shape.sort;
  const sort = order.replace(/^-/, '');
  const descending = order.startsWith('-');
  const kept: Record<string, string> = order === shape.sort ? {} : { [sortParameter]: order };
  const href = (changes: Readonly<Record<string, string | null>> = {}): string =>
    withQuery(path, { ...values, ...kept, ...changes });
  return {
    values,
    sort,
    descending,
    page: pageNumber(query[pageParameter]),
    filtered: Object.values(values).some((value) => value !== ''),
    href,
    pageHref: (page) => href({ [pageParameter]: page === 1 ? null : String(page) }),
    sortLink: (key) => sortLink(key, sort, descending, href),
    kept,
  };
}

function sortLink(
  key: string,
  sort: string,
  descending: boolean,
  href: ListQuestion['href'],
): ReturnType<ListQuestion['sortLink']> {
  if (key !== sort) return { href: href({ [sortParameter]: key }) };
  return {
    href: href({ [sortParameter]: descending ? key : `-${key}` }),
    direction: descending ? 'desc' : 'asc',
  };
}

function pageNumber(typed: string | undefined): number {
  const page = Number(typed ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}
