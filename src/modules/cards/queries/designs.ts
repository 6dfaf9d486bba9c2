import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { Design } from '../schema.ts';

const columns = sql`d.organisation_id as "organisationId", d.pattern, d.last_number::integer as "lastNumber",
  d.series_year as "seriesYear",
  d.title, d.signer_post as "signerPost", d.signer_name as "signerName", d.note, d.version`;

/** What the organisation has chosen; null when nothing. */
export function findDesign(cx: Cx, organisationId: string): Promise<Design | null> {
  return maybe(
    cx.db,
    sql<Design>`select ${columns} from card_design d where d.organisation_id = ${organisationId}`,
  );
}

/** An organisation that issues cards, as they show it. */
export interface Issuer {
  readonly id: string;
  readonly code: string;
  readonly shortName: string;
  readonly accent: string | null;
  readonly seal: readonly string[] | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly signerPost: string | null;
  readonly signerName: string | null;
  readonly note: string | null;
}

/** Those who issued some cards, in one query. */
export async function issuersById(cx: Cx, ids: readonly string[]): Promise<Map<string, Issuer>> {
  const today = cx.clock.today();
  const rows = await all(
    cx.db,
    sql<Issuer>`select o.id, o.code, coalesce(n.short_name, o.code) as "shortName", o.accent, o.seal,
        f.words ->> 'address' as address, f.words ->> 'phone' as phone,
        d.title, d.signer_post as "signerPost", d.signer_name as "signerName", d.note
      from organisation o ${nameOn(sql`o.id`, today)}
      left join card_design d on d.organisation_id = o.id
      left join lateral (select jsonb_object_agg(x.kind, x.words) as words from organisation_fact x
        where x.organisation_id = o.id and x.deleted_at is null and x.during @> ${today}::date
          and x.kind in ('address', 'phone')) f on true
      where o.id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
