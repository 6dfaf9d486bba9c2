import { sql } from 'kysely';
import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { command } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { linkFiles } from '../../../platform/files.ts';
import { cardRead } from '../policy.ts';

const input = z.object({
  organisationId: z.uuid(),
  kind: z.enum(['cards', 'labels']),
  files: z.array(z.string()),
  printed: z.int().min(0),
  leftOut: z.int().min(0),
});

/** Notes what was set for printing, with its files. Names and addresses leave the house: it is logged. */
export const recordPrinting = command({
  name: 'card.print',
  input,
  permission: cardRead,
  load: async () => null,
  at: (_loaded, { organisationId }) => [organisationId],
  run: async (cx, _loaded, { organisationId, kind, files, printed, leftOut }) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    await sql`insert into card_printing (id, pid, organisation_id, kind, printed, left_out, made_at, made_by)
      values (${id}, ${pid}, ${organisationId}, ${kind}, ${printed}, ${leftOut}, ${cx.clock.now()},
        ${cx.actor.kind === 'account' ? cx.actor.personId : null})`.execute(cx.db);
    const linked = await linkFiles(cx, { type: 'card_printing', id, organisationId }, files);
    return {
      result: { pid },
      subject: { type: 'card_printing', id },
      organisationId,
      changes: { kind: { new: kind }, printed: { new: printed }, files: linked },
    };
  },
});

const keptDays = 30;

/** Lets go of the files of what was printed more than a month ago; they can be made again. */
export async function dropOldPrintings(cx: Cx): Promise<number> {
  const before = new Date(cx.clock.now().getTime() - keptDays * 86_400_000);
  const gone = await all(
    cx.db,
    sql<object>`delete from file_link l using card_printing g
      where l.subject_type = 'card_printing' and l.subject_id = g.id and g.made_at < ${before}
      returning 1`,
  );
  return gone.length;
}
