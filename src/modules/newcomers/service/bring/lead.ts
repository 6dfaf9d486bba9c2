import { execute } from '../../../../platform/command.ts';
import { placeArticle } from '../../../articles/index.ts';
import { hasLead, leadersOf } from '../../queries/index.ts';
import type { Around } from './around.ts';

const most = 9;

/** Puts what led the old home before everything else here, where nothing leads yet: the newest first. */
export async function bringLead(around: Around): Promise<void> {
  const { cx, whose, batch } = around;
  const id = around.begun();
  const wanted = id === null ? [] : await leadersOf(cx.db, batch, id);
  if (wanted.length === 0 || (await hasLead(cx.db, whose.organisationId))) return;
  if (wanted.length > most) around.problems.add('lead_left', { most }, '', wanted.length - most);
  for (const [at, { pid, comments }] of wanted.slice(0, most).entries())
    await execute(cx, placeArticle, { pid, pinned: at + 1, comments, until: null });
}
