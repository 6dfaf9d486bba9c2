import { type RawBuilder, sql } from 'kysely';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import type { Cx } from '../command.ts';
import { type Permission, visible } from '../policy.ts';

// Parts of the queries of a list of records: rows of a table with organisation_id, search and
// deleted_at, joined with their organisation.

export interface RecordFilter {
  /** At or below this organisation today; everything that the actor may see when null. */
  readonly under: string | null;
  /** Code: the organisation's own records only. */
  readonly organisation?: string | null;
  /** Words in any order, with or without dấu. */
  readonly q?: string;
}

export interface RecordOrder<Sort extends string> {
  readonly sort: Sort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** Conditions on live records that the actor may see; `table` and `organisation` are aliases. */
export function recordConditions(
  cx: Cx,
  read: Permission,
  filter: RecordFilter,
  table: string,
  organisation = 'o',
): RawBuilder<unknown>[] {
  const owner = sql.ref(`${table}.organisation_id`);
  const parts = [sql`${sql.ref(`${table}.deleted_at`)} is null`, sql`${visible(cx, read, owner)}`];
  if (filter.under !== null) {
    parts.push(sql`${owner} in (${cx.coverage.below([filter.under], cx.clock.today())})`);
  }
  if (filter.organisation) {
    parts.push(sql`${sql.ref(`${organisation}.code`)} = ${filter.organisation}`);
  }
  for (const word of searchWords(filter.q ?? '')) {
    parts.push(sql`${sql.ref(`${table}.search`)} like ${`%${word}%`}`);
  }
  return parts;
}

/** All of the conditions. */
export const allOf = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql.join(conditions, sql` and `);

/** The words that a search looks for: folded, so nothing in them has a meaning of its own in LIKE. */
export function searchWords(typed: string): readonly string[] {
  return foldForSearch(typed).split(' ').filter(Boolean).slice(0, 10);
}

export const directionOf = (list: { readonly descending: boolean }): RawBuilder<unknown> =>
  sql.raw(list.descending ? 'desc' : 'asc');

/** The rows of one page. */
export const pageRows = (list: RecordOrder<string>): RawBuilder<unknown> =>
  sql`limit ${list.size} offset ${(list.page - 1) * list.size}`;
