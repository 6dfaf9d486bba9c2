import { sql } from 'kysely';
import type { Cx, Happening } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { addJob } from '../../../platform/jobs/index.ts';

export const cleanJob = 'blinding.clean';

/** What the job is asked: a dossier, or all those of an edition, by its id. */
export type CleanOrder = { readonly dossier: string } | { readonly edition: string };

/** One after the other: files are cleaned one at a time anyway. */
const queue = 'blinding';

const order = (cx: Cx, what: CleanOrder, key: string): Promise<void> =>
  addJob(cx.db, cleanJob, what, { queue, key: `${cleanJob}:${key}` });

/** Has a dossier made ready for judges soon; to be called in the transaction that changed it. */
export const cleanLater = (cx: Cx, dossier: string): Promise<void> =>
  order(cx, { dossier }, dossier);

/** The same for all dossiers of an edition that were submitted. */
export async function cleanEdition(cx: Cx, edition: string): Promise<void> {
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select id from dossier where edition_id = ${edition} and submitted > 0
      and state not in ('withdrawn', 'invalid') order by id`,
  );
  for (const { id } of rows) await cleanLater(cx, id);
}

type After = (cx: Cx, happening: Happening) => Promise<void>;
const dossier: After = (cx, { subjectId }) => cleanLater(cx, subjectId);
// A change may keep back what was open until then.
const edition: After = (cx, { subjectId }) => order(cx, { edition: subjectId }, subjectId);

export const cleanAfter: Readonly<Record<string, After>> = {
  'dossier.submit': dossier,
  'dossier.submit_paper': dossier,
  'dossier.validate': dossier,
  'edition.edit': edition,
};
