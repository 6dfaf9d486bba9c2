import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { EditionContent } from '../../calls/index.ts';
import { freeCode } from '../rules/index.ts';

/** An edition of the past while it is written. */
export interface Held {
  readonly id: string;
  readonly pid: string;
  readonly content: EditionContent;
}

/** Writes a closed edition with its first revision; its address is made of its name. */
export async function insertEdition(
  cx: Cx,
  organisation: string,
  content: EditionContent,
): Promise<Held> {
  const [id, pid, now] = [cx.ids.uuid(), cx.ids.pid(), cx.clock.now()];
  const taken = await all(
    cx.db,
    sql<{ code: string }>`select code from edition where organisation_id = ${organisation}`,
  );
  const code = freeCode(content.name, new Set(taken.map((one) => one.code)), 50);
  const text = JSON.stringify(content);
  await sql`insert into edition (id, pid, organisation_id, code, content, search, state, revision,
      opened_at, created_at)
    values (${id}, ${pid}, ${organisation}, ${code}, ${text}::jsonb, ${searched(content)}, 'closed', 1,
      ${now}, ${now})`.execute(cx.db);
  await sql`insert into edition_revision (edition_id, number, content, reason, since)
    values (${id}, 1, ${text}::jsonb, null, ${now})`.execute(cx.db);
  return { id, pid, content };
}

/** What another file tells of an edition that was brought in before. */
export async function replaceContent(
  cx: Cx,
  { id, pid }: Pick<Held, 'id' | 'pid'>,
  content: EditionContent,
): Promise<Held> {
  const text = JSON.stringify(content);
  await sql`with changed as (
      update edition set content = ${text}::jsonb, search = ${searched(content)},
        revision = revision + 1, version = version + 1
      where id = ${id} returning revision
    )
    insert into edition_revision (edition_id, number, content, reason, since)
    select ${id}, revision, ${text}::jsonb, null, ${cx.clock.now()} from changed`.execute(cx.db);
  return { id, pid, content };
}

/** Takes a past edition away with all that it brought. */
export async function removeEdition(cx: Cx, id: string): Promise<void> {
  await sql`delete from edition_revision where edition_id = ${id}`.execute(cx.db);
  await sql`update edition set previous_id = null where previous_id = ${id}`.execute(cx.db);
  await sql`delete from edition where id = ${id}`.execute(cx.db);
}

const searched = ({ name, years }: EditionContent): string =>
  foldForSearch(`${name} ${years.first} ${years.last}`);
