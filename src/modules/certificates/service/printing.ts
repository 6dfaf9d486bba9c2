import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { linkFiles } from '../../../platform/files.ts';
import { editionByPid } from '../../calls/index.ts';
import { certificateRead } from '../policy.ts';

const input = z.object({
  edition: z.string(),
  files: z.array(z.string()),
  printed: z.int().min(0),
});

/** Notes what was set for printing, with its files. Names leave the house: it is logged. */
export const recordPrinting = command({
  name: 'certificate.print',
  input,
  permission: certificateRead,
  load: (cx, { edition }) => editionByPid(cx, edition),
  at: ({ organisation }) => [organisation.id],
  run: async (cx, edition, { files, printed }) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    const organisationId = edition.organisation.id;
    await sql`insert into certificate_printing (id, pid, edition_id, organisation_id, printed, made_at,
        made_by)
      values (${id}, ${pid}, ${edition.id}, ${organisationId}, ${printed}, ${cx.clock.now()},
        ${cx.actor.kind === 'account' ? cx.actor.personId : null})`.execute(cx.db);
    const subject = { type: 'certificate_printing', id, organisationId };
    const linked = await linkFiles(cx, subject, files);
    return {
      result: { pid },
      subject: { type: 'certificate_printing', id },
      organisationId,
      changes: { printed: { new: printed }, files: linked },
    };
  },
});

const keptDays = 30;

/** Lets go of the files of what was printed more than a month ago; they can be made again. */
export async function dropOldPrintings(cx: Cx): Promise<number> {
  const before = new Date(cx.clock.now().getTime() - keptDays * 86_400_000);
  const gone = await all(
    cx.db,
    sql<object>`delete from file_link l using certificate_printing g
      where l.subject_type = 'certificate_printing' and l.subject_id = g.id
        and g.made_at < ${before}
      returning 1`,
  );
  return gone.length;
}
