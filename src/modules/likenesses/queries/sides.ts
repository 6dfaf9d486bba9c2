import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { type Consent, mayBePublic } from '../../calls/index.ts';
import { nameOn } from '../../organisations/index.ts';
import { likenessRead } from '../policy.ts';
import type { Side, SideRow } from '../schema.ts';

const side = (text: RawBuilder<unknown>, as: string, seen: RawBuilder<boolean>, cx: Cx) => sql`
  (select jsonb_build_object('dossierId', t.dossier_id, 'dossier', d.pid, 'title', t.title,
      'number', d.number, 'state', d.state, 'year', t.year, 'writtenAuthors', t.authors,
      'seen', ${seen},
      'organisation', jsonb_build_object('code', o.code, 'name', coalesce(n.name, o.code)),
      'edition', case when e.id is not null then jsonb_build_object('pid', e.pid,
        'name', e.content->>'name', 'state', e.state,
        'representative', coalesce((e.content->'eligibility'->>'representative')::boolean, true)) end)
    from likeness_text t join organisation o on o.id = t.organisation_id
    ${nameOn(sql`o.id`, cx.clock.today())}
    left join dossier d on d.id = t.dossier_id left join edition e on e.id = d.edition_id
    where t.id = ${text}) as ${sql.id(as)}`;

/** Both sides of the finding `f`, the newer one in view already. */
export const sides = (cx: Cx): RawBuilder<unknown> =>
  sql`${side(sql`f.newer_id`, 'newer', sql<boolean>`true`, cx)},
    ${side(sql`f.earlier_id`, 'earlier', visible(cx, likenessRead, sql`t.organisation_id`), cx)}`;

interface Authored {
  readonly dossierId: string;
  readonly key: string;
  readonly name: string;
  readonly birth: string | null;
}

/** Sides as they may be shown: those of other unions in full only where everybody may know them. Two queries. */
export async function shownSides(
  cx: Cx,
  rows: readonly SideRow[],
): Promise<(row: SideRow) => Side> {
  const ids = rows.flatMap(({ dossierId }) => dossierId ?? []);
  const authors = Map.groupBy(
    await all(
      cx.db,
      sql<Authored>`select dossier_id as "dossierId", key, name, birth from dossier_author
        where dossier_id = any(${ids}::uuid[]) order by dossier_id, position`,
    ),
    (row) => row.dossierId,
  );
  const consents = Map.groupBy(
    await all(
      cx.db,
      sql<Consent & { dossierId: string }>`select dossier_id as "dossierId", author, party, purpose,
          given, at
        from dossier_consent where dossier_id = any(${ids}::uuid[])`,
    ),
    (row) => row.dossierId,
  );
  const isPublic = ({ dossierId, state, edition }: SideRow): boolean => {
    if (dossierId === null || edition === null) return false;
    if (state !== 'valid' || edition.state !== 'closed') return false;
    const own = authors.get(dossierId) ?? [];
    const told = consents.get(dossierId) ?? [];
    return own.length > 0 && mayBePublic(own, told, cx.clock.today(), edition).ok;
  };
  return (row) => {
    const open = row.seen || isPublic(row);
    const names = (authors.get(row.dossierId ?? '') ?? []).map(({ name }) => name).join(', ');
    const { pid, name } = row.edition ?? { pid: '', name: '' };
    return {
      organisation: row.organisation,
      year: row.year,
      imported: row.dossierId === null,
      open,
      title: open ? row.title : null,
      number: open ? row.number : null,
      dossier: open ? row.dossier : null,
      edition: open && row.edition !== null ? { pid, name } : null,
      authors: open ? (row.writtenAuthors ?? (names || null)) : null,
    };
  };
}
