import { type RawBuilder, sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { personRead } from '../policy.ts';
import { soughtName } from '../rules/index.ts';
import type { Member, PersonFilter, PersonSort } from '../schema/index.ts';
import type { Scope } from './conditions.ts';
import { membershipsOf } from './memberships.ts';
import { pageOf } from './pages.ts';
import { keptTotal } from './totals.ts';
import { organisationsInView } from './visible.ts';
import { wantedWords } from './words.ts';

export interface MemberQuestion {
  /** Members of this organisation and of all below it; of all that the actor may see when null. */
  readonly under: string | null;
  readonly filter: PersonFilter;
  readonly sort: PersonSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** `atLeast`: there are more, which nobody counts: more people have the words than anybody reads. */
export interface MemberPage {
  readonly rows: readonly Member[];
  readonly total: number;
  readonly atLeast: boolean;
}

/**
 * A page of members and how many there are in all. With words, the very same names come first, then
 * those that differ in dấu or case, then those with words that begin so; each by the order asked for.
 */
export async function listMembers(cx: Cx, question: MemberQuestion): Promise<MemberPage> {
  const organisations = await organisationsInView(cx, personRead, question.under);
  const scope = await scopeOf(cx, organisations, question.filter);
  const { rows, ...counted } = await pageOf(cx, scope, question);
  const ids = rows.map((row) => row.id);
  const memberships = await membershipsOf(cx, ids, organisations);
  return {
    ...counted,
    rows: rows.map((row) => ({ ...row, memberships: memberships.get(row.id) ?? [] })),
  };
}

/** How many members the question finds. */
export async function countMembers(
  cx: Cx,
  under: string | null,
  filter: PersonFilter,
): Promise<number> {
  const organisations = await organisationsInView(cx, personRead, under);
  return keptTotal(cx, await scopeOf(cx, organisations, filter));
}

/** A filter as the database compares it. */
export async function scopeOf(
  cx: Cx,
  organisations: readonly string[],
  filter: PersonFilter,
): Promise<Scope> {
  const [branches, fields] = [
    await textsWith(cx.db, branchTexts(organisations), filter.branch),
    await textsWith(
      cx.db,
      sql`select distinct field as text from person where field <> ''`,
      filter.field,
    ),
  ];
  const sought = soughtName(filter.q ?? '');
  const wanted = await wantedWords(cx.db, sought?.words ?? []);
  return { organisations, today: cx.clock.today(), filter, sought, wanted, branches, fields };
}

const branchTexts = (organisations: readonly string[]) =>
  sql`select distinct branch as text from membership
    where organisation_id = any(${[...organisations]}::uuid[]) and deleted_at is null and branch <> ''`;

// Few different texts stand in many rows: they are folded here and compared as they are there.
async function textsWith(
  db: Db,
  texts: RawBuilder<unknown>,
  typed: string | undefined,
): Promise<readonly string[] | null> {
  const words = foldForSearch(typed ?? '')
    .split(' ')
    .filter(Boolean);
  if (words.length === 0) return null;
  const rows = await all(db, sql<{ text: string }>`${texts}`);
  return rows
    .map((row) => row.text)
    .filter((text) => {
      const folded = ` ${foldForSearch(text)}`;
      return words.every((word) => folded.includes(` ${word}`));
    });
}
