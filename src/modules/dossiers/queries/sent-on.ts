import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may, visible } from '../../../platform/policy.ts';
import type { AwardLevel, DossierState } from '../../calls/index.ts';
import { nameOn } from '../../organisations/index.ts';
import { dossierKeep } from '../policy.ts';
import type { Dossier } from '../schema/index.ts';
import { dossierById, findDossier } from './find.ts';

/** A dossier that an office writes, with the organisation at which the right to do so is asked. */
export interface Written extends Dossier {
  readonly keeper: string;
}

/**
 * A dossier as those meet it who do the work of a secretary: the office of its edition, and as long as
 * one that was sent on is a draft also the office that sent it. @throws NotFound
 */
export async function keptByPid(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<Written> {
  const own = await findDossier(cx, pid, how);
  const home = own?.edition.organisation.id ?? '';
  if (own !== null && (await may(cx, dossierKeep, home))) return { ...own, keeper: home };
  const sender = await senderOf(cx, pid);
  if (sender !== null) return { ...(await dossierById(cx, sender.id, how)), keeper: sender.keeper };
  if (own === null) throw new NotFound('dossier');
  return { ...own, keeper: home };
}

/** Of those only what an office writes itself: on paper, or sent on. @throws NotFound */
export async function writtenByPid(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<Written> {
  const dossier = await keptByPid(cx, pid, how);
  if (dossier.origin === 'paper' || dossier.origin === 'forwarded') return dossier;
  throw new NotFound('dossier');
}

const senderOf = (cx: Cx, pid: string) =>
  maybe(
    cx.db,
    sql<{ id: string; keeper: string }>`select d.id, x.organisation_id as keeper
      from dossier d join dossier s on s.id = d.source_id join edition x on x.id = s.edition_id
      where d.pid = ${pid} and d.origin = 'forwarded' and d.state = 'draft'
        and ${visible(cx, dossierKeep, sql`x.organisation_id`)}`,
  );

/** What was sent on, as those who sent it see it. */
export interface SentOn {
  readonly sourceId: string;
  readonly sourcePid: string;
  readonly title: string;
  readonly number: string | null;
  readonly pid: string;
  readonly state: DossierState;
  readonly targetNumber: string | null;
  readonly edition: string;
  readonly editionPid: string;
  readonly organisation: string;
  readonly awards: readonly {
    readonly name: string;
    readonly level: AwardLevel;
    readonly year: number | null;
  }[];
}

const sentOn = (cx: Cx, where: RawBuilder<unknown>): Promise<SentOn[]> =>
  all(
    cx.db,
    sql<SentOn>`select s.id as "sourceId", s.pid as "sourcePid", s.title, s.number, d.pid, d.state,
        d.number as "targetNumber", e.content->>'name' as edition, e.pid as "editionPid",
        coalesce(n.name, o.code) as organisation,
        coalesce((select jsonb_agg(jsonb_build_object('name', a.name, 'level', a.level,
            'year', a.year) order by a.recorded_at, a.id)
          from dossier_award a where a.dossier_id = d.id), '[]'::jsonb) as awards
      from dossier d join dossier s on s.id = d.source_id
        join edition e on e.id = d.edition_id join organisation o on o.id = e.organisation_id
        ${nameOn(sql`o.id`, cx.clock.today())}
      where d.origin = 'forwarded' and ${where}
      order by s.number nulls last, d.created_at, d.pid`,
  );

/** Where one dossier was sent on. */
export const sentOnOf = (cx: Cx, sourceId: string): Promise<SentOn[]> =>
  sentOn(cx, sql`s.id = ${sourceId}`);

/** All that was sent on from an edition; the caller asked for the right to read it. */
export const sentOnFrom = (cx: Cx, editionId: string): Promise<SentOn[]> =>
  sentOn(cx, sql`s.edition_id = ${editionId}`);

/** Where a dossier came from, by its id; null for others and where that one was deleted. */
export function sourceOf(db: Db, id: string) {
  return maybe(
    db,
    sql<{
      id: string;
      pid: string;
      email: string | null;
      edition: string;
      editionPid: string;
      title: string;
      organisation: string;
    }>`select s.id, s.pid, s.email, s.title, e.content->>'name' as edition, e.pid as "editionPid",
        o.code as organisation
      from dossier d join dossier s on s.id = d.source_id join edition e on e.id = s.edition_id
        join organisation o on o.id = e.organisation_id where d.id = ${id}`,
  );
}

/** Whether a dossier was sent on to an edition before. */
export async function isSentOn(db: Db, sourceId: string, editionId: string): Promise<boolean> {
  const found = await maybe(
    db,
    sql<{ id: string }>`select id from dossier
      where source_id = ${sourceId} and edition_id = ${editionId} and origin = 'forwarded'
        and state <> 'withdrawn'`,
  );
  return found !== null;
}

/** Open editions of the organisations above one, the nearest end first. */
export function editionsAbove(
  cx: Cx,
  organisationId: string,
): Promise<{ pid: string; name: string; organisation: string }[]> {
  const today = cx.clock.today();
  return all(
    cx.db,
    sql<{ pid: string; name: string; organisation: string }>`
      select e.pid, e.content->>'name' as name, coalesce(n.name, o.code) as organisation
      from edition e join organisation o on o.id = e.organisation_id ${nameOn(sql`o.id`, today)}
      where e.state = 'open' and e.deleted_at is null and e.organisation_id <> ${organisationId}
        and e.organisation_id in (select organisation_id
          from organisations_above(${organisationId}, ${today}::date))
      order by e.content->>'name', e.pid limit 50`,
  );
}
