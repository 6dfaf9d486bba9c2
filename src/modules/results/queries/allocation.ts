import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import { resultRead } from '../../ballots/index.ts';
import { type Edition, findEdition } from '../../calls/index.ts';
import type { AllocatedPrize, Allocation, TakenBack } from '../schema/index.ts';

type Row = Omit<Allocation, 'edition' | 'prizes' | 'takenBack'> & {
  readonly takenBack: Kept | null;
};

/** As JSON brings it. */
type Kept = Omit<TakenBack, 'at'> & { readonly at: string };

const columns = sql`a.id, a.pid, a.phase, a.state, a.decision,
  to_char(a.decided_on, 'YYYY-MM-DD') as "decidedOn", a.returned, a.version,
  a.proposed_at as "proposedAt", a.approved_at as "approvedAt", a.published_at as "publishedAt",
  coalesce((select jsonb_agg(jsonb_build_object('prize', w.prize, 'field', nullif(w.field, ''),
      'reason', w.reason) order by w.prize collate "C", w.field collate "C")
    from allocation_withheld w where w.allocation_id = a.id), '[]') as withheld,
  (select jsonb_build_object('decision', t.decision, 'decidedOn', to_char(t.decided_on, 'YYYY-MM-DD'),
      'published', t.published_at is not null, 'reason', t.reason, 'at', t.taken_back_at)
    from decision_taken_back t where t.allocation_id = a.id
    order by t.taken_back_at desc, t.pid desc limit 1) as "takenBack"`;

const whole = async (
  cx: Cx,
  { takenBack, ...row }: Row,
  edition: Edition,
): Promise<Allocation> => ({
  ...row,
  edition,
  takenBack: takenBack === null ? null : { ...takenBack, at: new Date(takenBack.at) },
  prizes: await prizesOf(cx, row.id, edition),
});

/** The prizes of an allocation, from the highest to the lowest of the edition, then by field and number. */
async function prizesOf(cx: Cx, id: string, edition: Edition): Promise<AllocatedPrize[]> {
  const { content } = edition;
  const rows = await all(
    cx.db,
    sql<AllocatedPrize>`select jsonb_build_object('id', d.id, 'pid', d.pid, 'number', d.number,
        'title', d.title, 'field', d.field) as dossier, p.prize, p.reason, p.revoked_at as "revokedAt"
      from allocation_prize p join dossier d on d.id = p.dossier_id
      where p.allocation_id = ${id}
      order by array_position(${content.prizes.prizes.map(({ key }) => key)}::text[], p.prize),
        array_position(${content.fields.map(({ code }) => code)}::text[], d.field), d.number, d.pid`,
  );
  return rows;
}

/** The allocation of an edition; null: none was begun. Ask for the right to read before. Two queries. */
export async function allocationOf(cx: Cx, edition: Edition): Promise<Allocation | null> {
  const row = await maybe(
    cx.db,
    sql<Row>`select ${columns} from allocation a where a.edition_id = ${edition.id}`,
  );
  if (row === null) return null;
  return whole(cx, row, edition);
}

/** An allocation that the actor's office may see, held until the transaction ends where it says so. @throws NotFound */
export async function allocationByPid(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<Allocation> {
  const found = await maybe(
    cx.db,
    sql<Row & { editionPid: string }>`select ${columns}, e.pid as "editionPid"
      from allocation a join edition e on e.id = a.edition_id where a.pid = ${pid}
      ${how === 'held' ? sql`for update of a` : sql``}`,
  );
  const edition = found === null ? null : await findEdition(cx, found.editionPid);
  if (found === null || edition === null || !(await may(cx, resultRead, edition.organisation.id)))
    throw new NotFound('allocation');
  const { editionPid: _, ...row } = found;
  return whole(cx, row, edition);
}

/** Whether the prizes of an edition are proposed or given, so that nothing below them may change. */
export async function isSettled(cx: Cx, editionId: string): Promise<boolean> {
  const row = await maybe(
    cx.db,
    sql<{ state: string }>`select state from allocation
      where edition_id = ${editionId} and state <> 'draft'`,
  );
  return row !== null;
}
