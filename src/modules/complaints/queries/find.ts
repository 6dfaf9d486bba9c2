import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { complaintRead } from '../policy.ts';
import type { Complaint, NamedDossier, Step } from '../schema/index.ts';

export const numberOf = sql`'KN-' || lpad(k.number::text, greatest(4, length(k.number::text)), '0')`;

const named = (alias: string): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`case when ${column('id')} is null then null else jsonb_build_object('id', ${column('id')},
    'pid', ${column('pid')}, 'number', ${column('number')}, 'title', ${column('title')}) end`;
};

export const columns = sql`k.id, k.pid, jsonb_build_object('id', e.id, 'pid', e.pid,
    'name', e.content->>'name', 'organisationId', e.organisation_id) as edition,
  ${numberOf} as number, k.origin, ${named('d')} as dossier, k.topic, k.about_text as "aboutText",
  ${named('a')} as about, k.complainant, k.address, k.phone, k.email, k.body, k.asks,
  k.received_at as "receivedAt", k.received_on as "receivedOn", k.in_time as "inTime", k.rules,
  k.accept_by as "acceptBy", k.accepted_on as "acceptedOn", k.answer_by as "answerBy", k.extended,
  k.state, k.refusal, k.handler, k.outcome, k.answer, k.document, k.answered_on as "answeredOn",
  k.sha256, k.version`;

export const from = sql`from complaint k join edition e on e.id = k.edition_id
  left join dossier d on d.id = k.dossier_id left join dossier a on a.id = k.about_id`;

export const seen = (cx: Cx): RawBuilder<boolean> =>
  visible(cx, complaintRead, sql`e.organisation_id`);

/** A complaint that the actor may see. 'held': nobody else changes it until the end. @throws NotFound */
export async function complaintByPid(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<Complaint> {
  const found = await maybe(
    cx.db,
    sql<Complaint>`select ${columns} ${from} where k.pid = ${pid} and ${seen(cx)}
      ${how === 'held' ? sql`for update of k` : sql``}`,
  );
  if (found === null) throw new NotFound('complaint');
  return found;
}

/** A complaint by its id, whoever asks: for the machine. */
export const complaintById = (db: Db, id: string): Promise<Complaint | null> =>
  maybe(db, sql<Complaint>`select ${columns} ${from} where k.id = ${id}`);

/** What was written behind the link of a dossier, the newest first. */
export const complaintsOfDossier = (db: Db, dossierId: string): Promise<Complaint[]> =>
  all(
    db,
    sql<Complaint>`select ${columns} ${from} where k.dossier_id = ${dossierId}
      order by k.number desc`,
  );

/** One of them. @throws NotFound */
export async function ownComplaint(
  db: Db,
  dossierId: string,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<Complaint> {
  const found = await maybe(
    db,
    sql<Complaint>`select ${columns} ${from} where k.dossier_id = ${dossierId} and k.pid = ${pid}
      ${how === 'held' ? sql`for update of k` : sql``}`,
  );
  if (found === null) throw new NotFound('complaint');
  return found;
}

/** All that was sent, as the text whose hash is told. */
export async function frozenOf(db: Db, id: string): Promise<string> {
  const found = await maybe(
    db,
    sql<{ frozen: string }>`select frozen from complaint where id = ${id}`,
  );
  if (found === null) throw new NotFound('complaint');
  return found.frozen;
}

/** Who did what with it, in its order. */
export const stepsOf = (db: Db, id: string): Promise<Step[]> =>
  all(
    db,
    sql<Step>`select act, state, at, case when by_id is not null then by_name end as by,
        by_id is null and by_name is not null as machine, reason, reopens from complaint_step
      where complaint_id = ${id} order by position`,
  );

/** A submitted dossier of an edition by the number of its receipt, however it is typed. */
export function dossierNumbered(
  db: Db,
  editionId: string,
  typed: string,
): Promise<NamedDossier | null> {
  return maybe(
    db,
    sql<NamedDossier>`select id, pid, number, title from dossier
      where edition_id = ${editionId} and number = ${typed.trim().toUpperCase()}`,
  );
}
