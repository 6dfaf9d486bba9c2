import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, inTransaction } from '../../../platform/database/query.ts';
import { closingInstant, type EditionContent, permits } from '../../calls/index.ts';
import { type } from './shared.ts';

/** For how many days a draft that was never submitted stays after its edition takes nothing more. */
export const draftDays = 90;

interface Over {
  readonly id: string;
  readonly state: string;
  readonly phases: EditionContent['phases'];
  readonly closedAt: Date | null;
}

/** When entrants could write last; null where a phase has no end or none is set. */
function lastWriting(phases: EditionContent['phases']): Date | null {
  const own = phases.filter(
    (phase) => permits(phase, 'entrant', 'save') || permits(phase, 'entrant', 'submit'),
  );
  const ends = own.map(({ closes }) => closingInstant(closes));
  if (ends.length === 0 || ends.includes(null)) return null;
  return new Date(Math.max(...ends.map((end) => (end as Date).getTime())));
}

const isOver = ({ state, phases, closedAt }: Over, cut: Date): boolean => {
  const ends = [lastWriting(phases), state === 'closed' ? closedAt : null];
  return ends.some((end) => end !== null && end < cut);
};

/**
 * Deletes drafts that were never submitted, with their files, links and consents, 90 days after their
 * edition was closed or its last phase of writing ended. Gives how many.
 */
export function purgeDrafts(cx: Cx): Promise<number> {
  const cut = new Date(cx.clock.now().getTime() - draftDays * 86_400_000);
  return inTransaction(cx.db, async (db) => {
    const editions = await all(
      db,
      sql<Over>`select e.id, e.state, e.content->'phases' as phases,
          (select max(at) from event where subject_type = 'edition' and subject_id = e.id
            and action = 'edition.close') as "closedAt"
        from edition e where exists (select from dossier d
          where d.edition_id = e.id and d.state = 'draft' and d.saved_at < ${cut})`,
    );
    const over = editions.filter((edition) => isOver(edition, cut)).map(({ id }) => id);
    const gone = await all(
      db,
      sql<{ id: string }>`delete from dossier d
        where d.edition_id = any(${over}::uuid[]) and d.state = 'draft' and d.submitted = 0
          and d.origin <> 'import' and d.saved_at < ${cut}
          and not exists (select from dossier_leave l
            where l.dossier_id = d.id and l.until > ${cut.toISOString().slice(0, 19)})
        returning d.id`,
    );
    const ids = gone.map(({ id }) => id);
    await sql`delete from file_link where subject_type = ${type}
      and subject_id = any(${ids}::uuid[])`.execute(db);
    return ids.length;
  });
}
