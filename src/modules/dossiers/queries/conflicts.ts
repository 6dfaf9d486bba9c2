import { type RawBuilder, sql } from 'kysely';
import { vietnamDay } from '../../../kernel/clock.ts';
import { partialParts } from '../../../kernel/partial-date.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import {
  type AwardLevel,
  type Decision,
  type EditionContent,
  type EntrantKind,
  eligibilityOf,
  fieldMeaning,
  fieldsFor,
  type PastAward,
} from '../../calls/index.ts';
import { dossierRead } from '../policy.ts';
import type { DossierEdition } from '../schema/index.ts';

type Of = Pick<DossierEdition, 'id' | 'content'>;

/** A prize of another dossier that has an author, or the title, of this one. */
export interface EarlierAward {
  readonly dossierId: string;
  readonly level: AwardLevel;
  readonly name: string;
  readonly year: number | null;
  /** Of that dossier; its title is empty where it is another one and not the actor's to read. */
  readonly pid: string;
  readonly title: string;
  readonly edition: string;
  readonly editionKind: string;
  readonly sameAuthor: boolean;
  readonly sameTitle: boolean;
}

interface Row {
  readonly id: string;
  readonly entrant: EntrantKind | null;
  readonly field: string | null;
  readonly title: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly births: readonly (string | null)[];
  readonly submittedAt: Date | null;
}

/** The keys of all fields that mean it: one kind of entrant may be asked another one. */
const keysOf = ({ form }: EditionContent): string[] =>
  form.filter(({ means }) => means === 'made' || means === 'worked').map(({ key }) => key);

/** What the rules look at, of the versions that hold: one query. */
function rowsOf(cx: Cx, { id, content }: Of, ids: readonly string[] | null): Promise<Row[]> {
  const keys = keysOf(content);
  const frozen: RawBuilder<unknown> =
    keys.length === 0
      ? sql`'{}'::jsonb`
      : sql`(select jsonb_object_agg(k, coalesce(v.frozen::jsonb->'answers', d.working->'answers')->k)
          from unnest(${keys}::text[]) k)`;
  return all(
    cx.db,
    sql<Row>`select d.id, d.entrant, d.field, d.title, d.submitted_at as "submittedAt",
        ${frozen} as answers,
        coalesce((select jsonb_agg(a.birth order by a.position) from dossier_author a
          where a.dossier_id = d.id), '[]'::jsonb) as births
      from dossier d left join dossier_version v
        on v.dossier_id = d.id and v.number = d.submitted and ${keys.length > 0}
      where d.edition_id = ${id} and d.submitted > 0
        and (${ids === null} or d.id = any(${ids ?? []}::uuid[]))`,
  );
}

// Titles are paired by these first: few of many then have to be compared in full.
const firstWords = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array_to_string((string_to_array(${text}, ' '))[1:3], ' ')`;

/** Prizes that authors and titles of these dossiers won in other dossiers: one query. */
export async function earlierAwards(
  cx: Cx,
  dossiers: readonly { readonly id: string; readonly title: string }[],
): Promise<EarlierAward[]> {
  const titles = new Map(dossiers.map(({ id, title }) => [id, foldForSearch(title)]));
  // The searched text of a dossier begins with its title; the rest is compared here.
  const found = await all(
    cx.db,
    sql<EarlierAward>`with mine as (
        select d.id, d.source_id, m.title, ${firstWords(sql`m.title`)} as words from dossier d
          join unnest(${[...titles.keys()]}::uuid[], ${[...titles.values()]}::text[]) as m (id, title)
            on m.id = d.id
      ), won as (
        select w.id, w.dossier_id, o.search || ' ' as search, o.source_id,
          ${firstWords(sql`o.search`)} as words
        from dossier_award w join dossier o on o.id = w.dossier_id
      ), titled as (
        select m.id, w.id as award from mine m
          join won w on w.words = m.words and w.search like m.title || ' %'
        where m.title like '% % %'
        union all
        select m.id, w.id from mine m join won w on w.search like m.title || ' %'
        where m.title <> '' and m.title not like '% % %'
      ), authored as (
        select distinct m.id, w.id as award from mine m
          join dossier_author a on a.dossier_id = m.id
          join dossier_author b on b.key = a.key and b.dossier_id <> m.id
          join won w on w.dossier_id = b.dossier_id
      ), paired as (
        select id, award, bool_or(author) as author, bool_or(title) as title
        from (select id, award, true as author, false as title from authored
          union all select id, award, false, true from titled) found
        group by id, award
      )
      select m.id as "dossierId", w.level, w.name, w.year, o.pid,
        case when p.title or ${visible(cx, dossierRead, sql`e.organisation_id`)} then o.title
          else '' end as title,
        e.content->>'name' as edition, e.content->>'kind' as "editionKind",
        p.author as "sameAuthor", p.title as "sameTitle"
      from paired p join mine m on m.id = p.id join dossier_award w on w.id = p.award
        join dossier o on o.id = w.dossier_id join edition e on e.id = o.edition_id
      where o.id <> m.id and o.source_id is distinct from m.id
        and m.source_id is distinct from o.id
      order by w.year nulls last, w.recorded_at, o.pid`,
  );
  return found
    .map((one) => ({
      ...one,
      sameTitle: one.sameTitle && foldForSearch(one.title) === titles.get(one.dossierId),
    }))
    .filter((one) => one.sameAuthor || one.sameTitle);
}

/**
 * The prizes that the rules hold against a dossier: of the same work; in an honour of the same
 * person.
 */
export const heldAgainst = (
  content: Pick<EditionContent, 'kind'>,
  awards: readonly EarlierAward[],
): PastAward[] =>
  awards
    .filter((one) => (content.kind === 'honour' ? one.sameAuthor : one.sameTitle))
    .map(({ level, name, year, edition, editionKind }) => ({
      level,
      year,
      own: editionKind === content.kind,
      name: `${name}, ${edition}`,
    }));

/** What the rules say against dossiers, what is not known too, by the dossier's id: two queries. */
export async function conflictsOf(
  cx: Cx,
  edition: Of,
  ids: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly Decision[]>> {
  const { content } = edition;
  const rows = await rowsOf(cx, edition, ids);
  const excluded = content.eligibility.awarded.length > 0;
  const awards = Map.groupBy(
    excluded ? await earlierAwards(cx, rows) : [],
    ({ dossierId }) => dossierId,
  );
  const found = new Map<string, readonly Decision[]>();
  for (const row of rows) {
    const against = decisions(content, row, heldAgainst(content, awards.get(row.id) ?? []));
    if (against.length > 0) found.set(row.id, against);
  }
  return found;
}

function decisions(content: EditionContent, row: Row, awards: readonly PastAward[]): Decision[] {
  const { entrant } = row;
  if (entrant === null || row.submittedAt === null) return [];
  const form = fieldsFor(content.form, entrant);
  const dateOf = (means: 'made' | 'worked'): string | null => {
    const key = fieldMeaning(form, means)?.key;
    const typed = key === undefined ? undefined : row.answers?.[key];
    return typeof typed === 'string' && partialParts(typed) !== null ? typed : null;
  };
  const workedSince = dateOf('worked');
  const facts = {
    field: row.field,
    entrant,
    authors: row.births.map((birth) => ({ birth, workedSince })),
    made: dateOf('made'),
    awards,
  };
  return eligibilityOf(content, facts, vietnamDay(row.submittedAt)).filter(({ ok }) => ok !== true);
}
