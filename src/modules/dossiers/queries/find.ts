import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { tokenHash } from '../../../platform/tokens.ts';
import { nameOn } from '../../organisations/index.ts';
import { dossierKeep, dossierRead } from '../policy.ts';
import type { Dossier, GivenLeave, OpenedLink } from '../schema/index.ts';

const edition = sql`jsonb_build_object('id', e.id, 'pid', e.pid, 'code', e.code, 'state', e.state,
  'revision', e.revision, 'content', e.content, 'organisation',
  jsonb_build_object('id', o.id, 'code', o.code, 'name', coalesce(n.name, o.code)))`;

// The time that was given last; whether it still runs is asked of the rules.
const leave = sql`(select jsonb_build_object('id', l.id, 'reason', l.reason, 'from', l.from_at,
    'until', l.until, 'acts', l.acts, 'words', l.words, 'remarks', l.remarks, 'answered', l.answered)
  from dossier_leave l where l.dossier_id = d.id order by l.from_at desc, l.id desc limit 1)`;

const select = (today: Day): RawBuilder<Row> => sql<Row>`select d.id, d.pid, ${edition} as edition,
    d.origin, d.state, d.email, d.working, d.saved_at as "savedAt", d.entrant, d.field, d.title,
    d.number, d.submitted, d.first_submitted_at as "firstSubmittedAt",
    d.submitted_at as "submittedAt", d.reason, ${leave} as leave, d.version,
    d.created_at as "createdAt"
  from dossier d join edition e on e.id = d.edition_id
    join organisation o on o.id = e.organisation_id ${nameOn(sql`o.id`, today)}`;

type Row = Omit<Dossier, 'leave'> & {
  readonly leave: (Omit<GivenLeave, 'from'> & { readonly from: string }) | null;
};

const read = (row: Row | null): Dossier | null =>
  row === null
    ? null
    : { ...row, leave: row.leave && { ...row.leave, from: new Date(row.leave.from) } };

/** Drafts that entrants write are theirs alone; the office sees what was submitted, and paper. */
const seenByOffice = (cx: Cx): RawBuilder<boolean> =>
  sql<boolean>`(d.submitted > 0 or d.origin <> 'link')
    and ${visible(cx, dossierRead, sql`e.organisation_id`)}`;

/** 'held': nobody else writes it until the transaction ends. */
type Hold = 'read' | 'held';
const hold = (how: Hold) => (how === 'held' ? sql`for update of d` : sql``);

/** A dossier that the actor's office may see; null when there is none. */
export async function findDossier(
  cx: Cx,
  pid: string,
  how: Hold = 'read',
): Promise<Dossier | null> {
  return read(
    await maybe(
      cx.db,
      sql<Row>`${select(cx.clock.today())}
        where d.pid = ${pid} and ${seenByOffice(cx)} ${hold(how)}`,
    ),
  );
}

/** A dossier that the actor's office may see. @throws NotFound */
export async function dossierByPid(cx: Cx, pid: string, how: Hold = 'read'): Promise<Dossier> {
  const dossier = await findDossier(cx, pid, how);
  if (dossier === null) throw new NotFound('dossier');
  return dossier;
}

/**
 * A dossier that the actor may give time: one that the office sees, or a draft that its entrant writes, of
 * which nothing may be shown. @throws NotFound
 */
export async function dossierToGrant(cx: Cx, pid: string): Promise<Dossier> {
  const draft = sql<boolean>`d.state = 'draft' and d.origin = 'link'
    and ${visible(cx, dossierKeep, sql`e.organisation_id`)}`;
  const row = await maybe(
    cx.db,
    sql<Row>`${select(cx.clock.today())}
      where d.pid = ${pid} and ((${seenByOffice(cx)}) or (${draft})) ${hold('held')}`,
  );
  if (row === null) throw new NotFound('dossier');
  return read(row) as Dossier;
}

/** Whatever the link of the secret opens; null when it opens nothing, or no longer. */
export function openedBy(cx: Cx, token: string): Promise<OpenedLink | null> {
  return maybe(
    cx.db,
    sql<OpenedLink>`select dossier_id as "dossierId", email, author, party from dossier_link
      where token_hash = ${tokenHash(token)} and expires_at > ${cx.clock.now()}`,
  );
}

/** A dossier by its id, whoever asks: for links and the machine. @throws NotFound */
export async function dossierById(cx: Cx, id: string, how: Hold = 'read'): Promise<Dossier> {
  const row = await maybe(
    cx.db,
    sql<Row>`${select(cx.clock.today())} where d.id = ${id} ${hold(how)}`,
  );
  if (row === null) throw new NotFound('dossier');
  return read(row) as Dossier;
}

/** The dossier of an entrant's link. @throws NotFound, also for a link that only asks a consent */
export async function dossierByToken(cx: Cx, token: string, how: Hold = 'read'): Promise<Dossier> {
  const link = await openedBy(cx, token);
  if (link === null || link.author !== null) throw new NotFound('dossier');
  return dossierById(cx, link.dossierId, how);
}

/** The dossier that a link is about, whichever it is. @throws NotFound */
export async function dossierOfLink(
  cx: Cx,
  token: string,
): Promise<{ dossier: Dossier; link: OpenedLink }> {
  const link = await openedBy(cx, token);
  if (link === null) throw new NotFound('dossier');
  return { dossier: await dossierById(cx, link.dossierId), link };
}
