import { sql } from 'kysely';
import { recordEvent } from '../../../platform/audit/record.ts';
import type { Cx, Happening } from '../../../platform/cx.ts';
import { maybe } from '../../../platform/database/query.ts';
import { type EditionContent, rubricOf, scoresAlike } from '../../calls/index.ts';
import { signedUnder } from '../queries/index.ts';

/**
 * After an edition was changed: signed sheets whose rubric counts otherwise now are opened again, to be judged and
 * signed by it; what was signed stays. Where the change is taken back before anybody wrote, they are signed as before.
 */
export async function outdateSheets(cx: Cx, editionId: string): Promise<void> {
  const edition = await maybe(
    cx.db,
    sql<Edition>`select e.id, e.organisation_id as organisation, e.content, r.reason
      from edition e left join edition_revision r on r.edition_id = e.id and r.number = e.revision
      where e.id = ${editionId} and e.state = 'open'`,
  );
  if (edition === null) return;
  for (const group of await signedUnder(cx.db, editionId)) {
    const [now, then] = [
      rubricOf(edition.content, group.phase),
      rubricOf(group.content, group.phase),
    ];
    // A phase in which nobody judges any more leaves what was signed as it is.
    if (now === null || then === null) continue;
    const alike = scoresAlike(now, then);
    if (!alike && group.current.length > 0) await outdate(cx, edition, group.phase, group.current);
    if (alike && group.outdated.length > 0)
      await bringBack(cx, edition, group.phase, group.outdated);
  }
}

interface Edition {
  readonly id: string;
  readonly organisation: string;
  readonly content: EditionContent;
  readonly reason: string | null;
}

async function outdate(
  cx: Cx,
  edition: Edition,
  phase: string,
  ids: readonly string[],
): Promise<void> {
  const opened = ids.map(() => cx.ids.uuid());
  await sql`insert into score_reopening (id, assignment_id, number, round, by_party, reason, at)
    select w.id, t.assignment_id, t.signed, t.round, 'edition', ${edition.reason ?? ''},
      ${cx.clock.now()}::timestamptz
    from unnest(${opened}::uuid[], ${ids}::uuid[]) as w (id, assignment)
      join score_sheet t on t.assignment_id = w.assignment
    where t.state = 'signed'`.execute(cx.db);
  await sql`update score_sheet set state = 'reopened', outdated = true, version = version + 1
    where assignment_id = any(${ids}::uuid[])`.execute(cx.db);
  await told(cx, edition, 'sheets.outdate', phase, ids.length);
}

/** One that somebody else had opened before, or that was written on since, stays open. */
async function bringBack(
  cx: Cx,
  edition: Edition,
  phase: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update score_sheet t set outdated = false, version = t.version + 1,
      state = case when w.last = 'edition' and t.working = w.marks then 'signed' else t.state end
    from (select t.assignment_id as id, v.frozen::jsonb->'marks' as marks,
          (select r.by_party from score_reopening r where r.assignment_id = t.assignment_id
            order by r.at desc, r.id desc limit 1) as last
        from score_sheet t join score_version v on v.assignment_id = t.assignment_id
          and v.number = t.signed
        where t.assignment_id = any(${ids}::uuid[])) w
    where t.assignment_id = w.id`.execute(cx.db);
  await told(cx, edition, 'sheets.bring_back', phase, ids.length);
}

const told = (cx: Cx, { id, organisation }: Edition, action: string, phase: string, many: number) =>
  recordEvent(cx, action, {
    result: null,
    subject: { type: 'edition', id },
    organisationId: organisation,
    changes: { phase: { new: phase }, sheets: { new: many } },
  });

/** What happens to editions, in the same transaction. */
export const listening = {
  'edition.edit': (cx: Cx, { subjectId }: Happening): Promise<void> => outdateSheets(cx, subjectId),
} as const;
