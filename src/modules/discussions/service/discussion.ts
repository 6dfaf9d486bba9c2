import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { one } from '../../../platform/database/query.ts';
import type { Subject, SubjectRef } from '../schema/index.ts';

/** The row of what is talked about, made with its first comment; title and address as they are now. */
export async function discussionFor(cx: Cx, ref: SubjectRef, subject: Subject): Promise<string> {
  const { id } = await one(
    cx.db,
    sql<{
      id: string;
    }>`insert into discussion (id, organisation_id, subject_kind, subject_pid, title, href)
      values (${cx.ids.uuid()}, ${subject.organisationId}, ${ref.kind}, ${ref.pid}, ${subject.title},
        ${subject.href})
      on conflict (subject_kind, subject_pid) do update set title = excluded.title,
        href = excluded.href
      returning id`,
  );
  return id;
}

/** Counts what everybody sees of a discussion anew; the row is held until the end. */
export async function recount(cx: Cx, discussionId: string): Promise<void> {
  await sql`select from discussion where id = ${discussionId} for update`.execute(cx.db);
  await sql`update discussion set comments = (select count(*) from comment m
      left join comment p on p.id = m.parent_id
      where m.discussion_id = ${discussionId} and m.state = 'published'
        and (p.id is null or p.state = 'published'))
    where id = ${discussionId}`.execute(cx.db);
}
