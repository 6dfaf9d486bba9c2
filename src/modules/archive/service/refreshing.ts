import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { writtenChannel } from '../../../platform/audit/record.ts';
import type { Cx } from '../../../platform/cx.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { dossiersOfEdition, dueEntries } from '../queries/index.ts';
import { NO_PRIZE, nextTurn, prizeKey, prizeRank } from '../rules/index.ts';
import { type Judged, judge } from './publicity.ts';
import { shownAuthors, shownSummary } from './showing.ts';

const BATCH = 1000;

/** Writes the row by which the archive finds a dossier, or takes it away. */
export const refreshEntry = (cx: Cx, dossierId: string): Promise<void> =>
  refreshEntries(cx, [dossierId]);

/** The same for many: a constant number of statements for each thousand. */
export async function refreshEntries(cx: Cx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH)
    await refreshBatch(cx, ids.slice(from, from + BATCH));
}

/** Every dossier of an edition: it was opened again, closed or changed. */
export async function refreshEdition(cx: Cx, editionId: string): Promise<void> {
  await refreshEntries(cx, await dossiersOfEdition(cx.db, editionId));
}

/** The daily look: birthdays change what is due. Public pages that were kept are made anew. */
export async function refreshDue(cx: Cx): Promise<number> {
  return inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    const ids = await dueEntries(db, cx.clock.today());
    await refreshEntries(inner, ids);
    if (ids.length > 0) await sql`select pg_notify(${writtenChannel}, '')`.execute(db);
    return ids.length;
  });
}

async function refreshBatch(cx: Cx, ids: readonly string[]): Promise<void> {
  const rows = [...(await judge(cx, ids)).values()].map((one) => entryOf(cx, one));
  const kept = rows.map((row) => row.id);
  await sql`delete from archive_entry where dossier_id = any(${[...ids]}::uuid[])
    and dossier_id <> all(${kept}::uuid[])`.execute(cx.db);
  if (rows.length === 0) return;
  const now = cx.clock.now();
  await sql`insert into archive_entry as x (dossier_id, edition_id, organisation_id, year, field,
      field_name, prizes, prize_names, rank, search, public, changes_on, public_since)
    select u.id, u.edition, u.organisation, u.year, u.field,
      u.field_name, coalesce(string_to_array(nullif(u.prizes, ''), '|'), '{}'),
      coalesce(string_to_array(nullif(u.prize_names, ''), '|'), '{}'),
      u.rank, u.search, u.public, u.changes, case when u.public then ${now}::timestamptz end
    from unnest(${kept}::uuid[], ${rows.map((r) => r.edition)}::uuid[],
      ${rows.map((r) => r.organisation)}::uuid[], ${rows.map((r) => r.year)}::integer[],
      ${rows.map((r) => r.field)}::text[], ${rows.map((r) => r.fieldName)}::text[],
      ${rows.map((r) => r.prizes)}::text[], ${rows.map((r) => r.prizeNames)}::text[],
      ${rows.map((r) => r.rank)}::integer[], ${rows.map((r) => r.search)}::text[],
      ${rows.map((r) => r.isPublic)}::boolean[], ${rows.map((r) => r.changesOn)}::date[])
      u (id, edition, organisation, year, field, field_name, prizes, prize_names, rank, search, public, changes)
    on conflict (dossier_id) do update set edition_id = excluded.edition_id,
      organisation_id = excluded.organisation_id, year = excluded.year, field = excluded.field,
      prizes = excluded.prizes, rank = excluded.rank, search = excluded.search,
      public = excluded.public, changes_on = excluded.changes_on,
      public_since = case when excluded.public
        then coalesce(x.public_since, excluded.public_since) end`.execute(cx.db);
}

function entryOf(cx: Cx, judged: Judged) {
  const { facts, authors, awards, isPublic } = judged;
  const { content } = facts.edition;
  const field = content.fields.find(({ code }) => code === facts.field)?.name ?? '';
  const prizes = new Map(
    awards.map(({ name }) => [prizeKey(name), name.replaceAll('|', ' ')] as const),
  );
  prizes.delete('');
  // What is not public is not searched for either: not even its words are kept here.
  const words = isPublic
    ? [
        facts.title,
        field,
        content.name,
        ...awards.map(({ name }) => name),
        ...shownAuthors(judged).flatMap(({ name, place }) => [name, place ?? '']),
        shownSummary(judged) ?? '',
      ]
    : [];
  return {
    id: facts.id,
    edition: facts.edition.id,
    organisation: facts.organisation.id,
    year: content.years.last,
    field: foldForSearch(field),
    fieldName: field,
    prizes: [...prizes.keys()].join('|'),
    prizeNames: [...prizes.values()].join('|'),
    rank: Math.min(NO_PRIZE, ...awards.map(({ name }) => prizeRank(name))),
    search: foldForSearch(words.join(' ')),
    isPublic,
    changesOn: nextTurn(
      authors.map(({ birth }) => birth),
      cx.clock.today(),
    ),
  };
}
