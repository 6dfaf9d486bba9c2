import { sql } from 'kysely';
import type { PartialDate } from '../../../kernel/partial-date.ts';
import { foldForSearch, matchKey } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { type AwardLevel, authorKey } from '../../calls/index.ts';
import { type PastDossier, pastAuthors, pastKeys, prizeKey } from '../rules/index.ts';
import type { ReadPast } from '../schema.ts';
import type { Held } from './editions.ts';
import { refreshEntries } from './refreshing.ts';

const BATCH = 5000;

/** Writes the dossiers of a past edition with their people and prizes, and what the archive tells of them. */
export async function insertDossiers(
  cx: Cx,
  held: Held,
  { edition }: ReadPast,
  kind: string,
): Promise<void> {
  const rowOf = dossierRow(cx, held);
  for (let from = 0; from < edition.dossiers.length; from += BATCH) {
    const rows = edition.dossiers.slice(from, from + BATCH).map(rowOf);
    await insertRows(cx, held, rows);
    await insertAuthors(cx, rows);
    await insertAwards(cx, rows, levelOf(kind));
    await refreshEntries(
      cx,
      rows.map(({ id }) => id),
    );
  }
}

/** Takes the dossiers of a past edition away; people and prizes go with them. */
export async function removeDossiers(cx: Cx, editionId: string): Promise<void> {
  // Whoever still works with them (`likenesses` compares them) ends first.
  await sql`select from past_figures where edition_id = ${editionId} for update`.execute(cx.db);
  await sql`delete from dossier where edition_id = ${editionId} and origin = 'import'`.execute(
    cx.db,
  );
}

interface Row {
  readonly id: string;
  readonly pid: string;
  readonly title: string;
  readonly field: string | null;
  readonly working: string;
  readonly search: string;
  readonly authors: readonly {
    readonly key: string;
    readonly name: string;
    readonly birth: PartialDate | null;
    readonly details: string;
  }[];
  readonly prize: { readonly key: string | null; readonly name: string } | null;
  readonly year: number;
}

function dossierRow(cx: Cx, { content }: Held): (dossier: PastDossier) => Row {
  const today = cx.clock.today();
  const fields = new Map(content.fields.map(({ name, code }) => [matchKey(name), code]));
  const prizes = new Map(content.prizes.prizes.map(({ name, key }) => [prizeKey(name), key]));
  const placed = content.kind === 'youth_contest' ? 'school' : 'workplace';
  return (dossier) => {
    const { title, place, summary, prize } = dossier;
    const field = fields.get(matchKey(dossier.field)) ?? null;
    const people = pastAuthors(dossier, today);
    const details = place === '' ? {} : { [placed]: place };
    const answers = {
      [pastKeys.title]: title,
      [pastKeys.authors]: people.map(({ name, birth }) => ({
        name,
        ...(birth === null ? {} : { birth }),
        ...details,
      })),
      ...(place === '' ? {} : { [pastKeys.place]: place }),
      ...(summary === '' ? {} : { [pastKeys.summary]: summary }),
    };
    const [year] = /(?:19|20)\d\d/.exec(dossier.year) ?? [];
    return {
      id: cx.ids.uuid(),
      pid: cx.ids.pid(),
      title,
      field,
      working: JSON.stringify({ entrant: null, field, answers }),
      search: foldForSearch([title, ...people.map(({ name }) => name), place].join(' ')),
      authors: people.map(({ name, birth }) => ({
        key: authorKey(name, birth),
        name,
        birth,
        details: JSON.stringify(details),
      })),
      prize: prize === '' ? null : { key: prizes.get(prizeKey(prize)) ?? null, name: prize },
      year: year === undefined ? content.years.last : Number(year),
    };
  };
}

// The level of a prize is that of the union that gave it.
const levelOf = (kind: string): AwardLevel =>
  kind === 'national_union' || kind === 'sector_society' ? 'nation' : 'province';

async function insertRows(cx: Cx, held: Held, rows: readonly Row[]): Promise<void> {
  await sql`insert into dossier (id, pid, edition_id, origin, state, working, saved_at, field, title,
      search, created_at)
    select u.id, u.pid, ${held.id}, 'import', 'valid', u.working, ${cx.clock.now()}, u.field, u.title,
      u.search, ${cx.clock.now()}
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.pid)}::text[],
      ${rows.map((r) => r.working)}::jsonb[], ${rows.map((r) => r.field)}::text[],
      ${rows.map((r) => r.title)}::text[], ${rows.map((r) => r.search)}::text[])
      u (id, pid, working, field, title, search)`.execute(cx.db);
}

async function insertAuthors(cx: Cx, rows: readonly Row[]): Promise<void> {
  const all = rows.flatMap(({ id, authors }) =>
    authors.map((author, at) => ({ ...author, id, place: at + 1 })),
  );
  if (all.length === 0) return;
  await sql`insert into dossier_author (dossier_id, position, key, name, birth, details)
    select * from unnest(${all.map((a) => a.id)}::uuid[], ${all.map((a) => a.place)}::integer[],
      ${all.map((a) => a.key)}::text[], ${all.map((a) => a.name)}::text[],
      ${all.map((a) => a.birth)}::text[], ${all.map((a) => a.details)}::jsonb[])`.execute(cx.db);
}

async function insertAwards(cx: Cx, rows: readonly Row[], level: AwardLevel): Promise<void> {
  const won = rows.flatMap((row) => (row.prize === null ? [] : [{ ...row, ...row.prize }]));
  if (won.length === 0) return;
  await sql`insert into dossier_award (id, dossier_id, level, prize, name, year, recorded_at)
    select u.id, u.dossier, ${level}, u.prize, u.name, u.year, ${cx.clock.now()}
    from unnest(${won.map(() => cx.ids.uuid())}::uuid[], ${won.map((w) => w.id)}::uuid[],
      ${won.map((w) => w.key)}::text[], ${won.map((w) => w.name)}::text[],
      ${won.map((w) => w.year)}::integer[]) u (id, dossier, prize, name, year)`.execute(cx.db);
}
