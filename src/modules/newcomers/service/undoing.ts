import { sql } from 'kysely';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { articleDeletion, sectionDeletion, withdrawArticle } from '../../articles/index.ts';
import { albumDeletion, mediaDeletion } from '../../media/index.ts';
import { menuCommands, redirectDeletion } from '../../sites/index.ts';
import { broughtBy, standingOf } from '../queries/index.ts';
import type { SiteImport } from '../schema.ts';
import { undoReason } from '../vi/index.ts';
import { UNDONE } from './bring/articles.ts';
import { Stopped, type Watch } from './watch.ts';

/** How much was taken away, and how much stays because somebody has changed or used it since. */
export interface Undone {
  readonly removed: number;
  readonly kept: number;
}

type Remove = (cx: Cx, pid: string) => Promise<Outcome<unknown>>;

// What names others goes before what it names.
const order: readonly (readonly [kind: string, remove: Remove])[] = [
  ['menu_item', (cx, pid) => execute(cx, menuCommands.deletion.remove, { pid })],
  ['redirect', (cx, pid) => execute(cx, redirectDeletion.remove, { pid })],
  ['album', (cx, pid) => execute(cx, albumDeletion.remove, { pid })],
  ['media', (cx, pid) => execute(cx, mediaDeletion.remove, { pid })],
  ['section', (cx, pid) => execute(cx, sectionDeletion.remove, { pid })],
];

/** The same for the run of the office, which then says how much it was. */
export async function takeAwayAll(cx: Cx, of: SiteImport, watch: Watch): Promise<void> {
  const { removed, kept } = await takeAway(cx, of, undoReason, watch);
  await sql`update site_import set state = 'undone', undone_at = ${cx.clock.now()},
      counts = counts || ${JSON.stringify({ removed, kept })}::jsonb, version = version + 1
    where id = ${of.id}`.execute(cx.db);
}

/** Takes away what an import brought and nobody has touched since; what was changed stays. */
export async function takeAway(
  cx: Cx,
  of: SiteImport,
  reason: string,
  watch: Watch,
): Promise<Undone> {
  const articles = await takeArticles(cx, of, reason, watch);
  let { removed, kept } = articles;
  for (const [kind, remove] of order) {
    // Entries of the menu stand below each other: those below go first.
    const rows = (await broughtBy(cx.db, of.id, kind)).reverse();
    for (const again of [rows, kind === 'menu_item' || kind === 'section' ? rows : []]) {
      for (const { pid } of again) {
        if (watch.cancelled()) throw new Stopped();
        if (!(await gone(() => remove(cx, pid)))) continue;
        await forget(cx, of, kind, pid);
        removed += 1;
      }
    }
    kept += (await broughtBy(cx.db, of.id, kind)).length;
  }
  return { removed, kept };
}

async function takeArticles(cx: Cx, of: SiteImport, reason: string, watch: Watch): Promise<Undone> {
  let [removed, kept, done] = [0, 0, 0];
  const rows = await broughtBy(cx.db, of.id, 'article');
  for (const { pid, newest, state } of rows) {
    if (watch.cancelled()) throw new Stopped();
    await watch.progress(done, rows.length, 'articles');
    done += 1;
    if (state === UNDONE) continue;
    const now = await standingOf(cx.db, pid);
    if (now === null || now.deleted) continue;
    const touched = now.newest !== newest || (now.state !== state && state !== 'scheduled');
    if (touched) {
      kept += 1;
      continue;
    }
    if (now.live) await execute(cx, withdrawArticle, { pid, reason });
    if (!(await gone(() => execute(cx, articleDeletion.remove, { pid })))) {
      kept += 1;
      continue;
    }
    await sql`update site_brought set state = ${UNDONE}, fingerprint = ''
      where organisation_id = ${of.organisationId} and kind = 'article' and pid = ${pid}`.execute(
      cx.db,
    );
    removed += 1;
  }
  // Comments went out of sight with their articles, and come back with them.
  return { removed, kept };
}

/** True when it is not there any more. */
async function gone(remove: () => Promise<Outcome<unknown>>): Promise<boolean> {
  try {
    return (await remove()).ok;
  } catch (error) {
    if (error instanceof NotFound) return true;
    throw error;
  }
}

async function forget(cx: Cx, of: SiteImport, kind: string, pid: string): Promise<void> {
  await sql`delete from site_brought where organisation_id = ${of.organisationId} and kind = ${kind}
    and pid = ${pid} and import_id = ${of.id}`.execute(cx.db);
}
