import { type RawBuilder, sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { all, type Db, inTransaction } from '../../../platform/database/query.ts';

/** What a word of the name may be: any that begins so, or one of these very words. */
export type WantedWord = { readonly begins: string } | { readonly among: readonly string[] };

/** `search` of the alias has a word for each wanted one, in whatever order. */
export function hasWords(alias: string, words: readonly WantedWord[]): RawBuilder<boolean> {
  const query = words.map((word) =>
    'begins' in word ? `${lexeme(word.begins)}:*` : `(${word.among.map(lexeme).join(' | ')})`,
  );
  // As the index `person_words` has it.
  return sql<boolean>`array_to_tsvector(string_to_array(${sql.ref(`${alias}.search`)}, ' ')) @@
    ${query.join(' & ')}::tsquery`;
}

/** What somebody typed stands in the name under the alias: true when nothing was typed. */
export function nameHas(alias: string, typed: string): RawBuilder<boolean> {
  if (typed.trim() === '') return sql<boolean>`true`;
  const words = foldForSearch(typed).split(' ').filter(Boolean).slice(0, 10);
  if (words.length === 0) return sql<boolean>`false`;
  return hasWords(
    alias,
    words.map((begins) => ({ begins })),
  );
}

const mostAmong = 30;

/**
 * The words of names that begin so, for each of the folded ones: whole words are found in a fraction of
 * the time. One that very many begin with stays as it is; null when no name has a word for one of them.
 */
export async function wantedWords(
  db: Db,
  words: readonly string[],
): Promise<readonly WantedWord[] | null> {
  if (words.length === 0) return [];
  const rows = await all(
    db,
    sql<{ begins: string; among: string[] }>`select t.begins, array(
        select distinct k.word from (select word from name_word w
          where w.word collate "C" >= t.begins and w.word collate "C" < t.begins || ${'\uffff'}
          limit ${4 * mostAmong}) k limit ${mostAmong + 1}) as among
      from unnest(${[...words]}::text[]) with ordinality t (begins, place) order by t.place`,
  );
  if (rows.some(({ among }) => among.length === 0)) return null;
  return rows.map(({ begins, among }) => (among.length > mostAmong ? { begins } : { among }));
}

/**
 * Words that no name has any more go, and those that stand twice stand once. Not while somebody writes
 * names: what they count on as known must stay. Throws when the table is not free for a moment.
 */
export async function gatherNameWords(db: Db): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`set local lock_timeout = '300ms'`.execute(trx);
    await sql`lock table name_word in access exclusive mode`.execute(trx);
    await sql`with gone as (delete from name_word returning word)
      insert into name_word select word from (select distinct word from gone) w
      where exists (select from person p
        where array_to_tsvector(string_to_array(p.search, ' ')) @@ quote_literal(w.word)::tsquery)`.execute(
      trx,
    );
  });
}

/** To be called after very many names were written: the next searches are as fast as those before. */
export async function sortInNames(db: Db): Promise<void> {
  await sql`select sort_in_names()`.execute(db);
}

// Folded words hold letters and digits only; between quotes they have no meaning of their own.
const lexeme = (word: string) => `'${word.replace(/['\\]/g, '')}'`;
