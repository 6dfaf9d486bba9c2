import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import type { Edition, EditionContent, Phase } from '../../calls/index.ts';
import { nameOn } from '../../organisations/index.ts';
import type { DossierVersion } from '../schema/index.ts';

/** An edition as the public list tells of it. */
export interface PublicEdition extends Pick<EditionContent, 'name' | 'ordinal' | 'years'> {
  readonly pid: string;
  readonly code: string;
  readonly state: 'open' | 'closed';
  readonly phases: readonly Phase[];
  readonly organisation: Edition['organisation'];
}

// Once opened an edition is everybody's to see, whoever asks.
const announced = sql`e.deleted_at is null and e.state <> 'draft'`;
const mostOpen = 100;

/** What was announced by a union, or by all when null: the open ones, and one page of the closed. Three queries. */
export async function publicEditions(
  cx: Cx,
  organisation: string | null,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ open: PublicEdition[]; closed: PublicEdition[]; total: number }> {
  const own = organisation === null ? sql`true` : sql`e.organisation_id = ${organisation}`;
  const rows = (state: 'open' | 'closed', most: number, from: number) =>
    all(
      cx.db,
      sql<PublicEdition>`select e.pid, e.code, e.state, e.content->>'name' as name,
          (e.content->>'ordinal')::integer as ordinal, e.content->'years' as years,
          e.content->'phases' as phases, jsonb_build_object('id', o.id, 'code', o.code,
            'name', coalesce(n.name, o.code)) as organisation
        from edition e join organisation o on o.id = e.organisation_id
          ${nameOn(sql`o.id`, cx.clock.today())}
        where ${announced} and ${own} and e.state = ${state}
        order by (e.content->'years'->>'last')::integer desc, e.opened_at desc, e.pid
        limit ${most} offset ${from}`,
    );
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from edition e
      where ${announced} and ${own} and e.state = 'closed'`,
  );
  return {
    open: await rows('open', mostOpen, 0),
    closed: await rows('closed', size, (page - 1) * size),
    total,
  };
}

/** The announced edition of an address: its code at a union, or its public id anywhere; null when there is none. */
export async function announcedPid(
  cx: Cx,
  organisationId: string,
  address: string,
): Promise<string | null> {
  const found = await maybe(
    cx.db,
    sql<{ pid: string }>`select e.pid from edition e where ${announced}
        and (e.pid = ${address} or (e.organisation_id = ${organisationId} and e.code = ${address}))
      order by e.pid = ${address} limit 1`,
  );
  return found?.pid ?? null;
}

/** A receipt as anybody may check it, without what or whose it is. */
export interface CheckedReceipt
  extends Pick<DossierVersion, 'receipt' | 'signature' | 'keyId' | 'receivedAt'> {
  readonly version: number;
  readonly number: string;
  readonly committee: string;
  readonly organiser: string;
  /** Whether a later version was submitted. */
  readonly newer: boolean;
}

/** The receipt of that number for content of that hash; null when none was given. */
export function receiptOf(cx: Cx, number: string, sha256: string): Promise<CheckedReceipt | null> {
  return maybe(
    cx.db,
    sql<CheckedReceipt>`select v.receipt, v.signature, v.key_id as "keyId",
        v.received_at as "receivedAt", v.number as version, d.number,
        e.content->'committee'->>'name' as committee, coalesce(n.name, o.code) as organiser, d.submitted > v.number as newer
      from dossier_version v join dossier d on d.id = v.dossier_id
        join edition e on e.id = d.edition_id
        join organisation o on o.id = e.organisation_id
          ${nameOn(sql`o.id`, cx.clock.today())}
      where v.sha256 = ${sha256} and d.number = ${number}`,
  );
}
