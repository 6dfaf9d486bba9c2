import { vietnamTime } from '../../../../kernel/clock.ts';
import type { Issue } from '../../../../kernel/issue.ts';
import { type Cx, execute, type Outcome } from '../../../../platform/command.ts';
import { inTransaction } from '../../../../platform/database/query.ts';
import {
  articleDeletion,
  articleOfOrigin,
  placeArticle,
  publishTakenIn,
  scheduleArticle,
  takeInArticle,
  unscheduleArticle,
} from '../../../articles/index.ts';
import {
  knownOf,
  type Standing,
  stagedAfter,
  stagedCount,
  standingOf,
} from '../../queries/index.ts';
import { type Fate, fateOf, fingerprintOf, type NewArticle, shortened } from '../../rules/index.ts';
import type { Known } from '../../schema.ts';
import { type Around, note } from './around.ts';
import { contentOf, lastDay, type Taken } from './content.ts';
import type { SectionsHere } from './sections.ts';

/** Of an article that was taken away again with its import. */
export const UNDONE = 'undone';
const atOnce = 20;

/** Takes the articles and pages in, one transaction each. */
export async function bringArticles(around: Around, sections: SectionsHere): Promise<void> {
  const { cx, batch } = around;
  const total = await stagedCount(cx.db, batch, ['article']);
  let [after, done] = [-1, 0];
  for (;;) {
    const rows = await stagedAfter(cx.db, batch, 'article', after, atOnce);
    const ids = rows.map(({ one }) => shortened(one.originId));
    const known = await knownOf(cx.db, around.whose, 'article', ids);
    for (const { one, slug } of rows) {
      await around.step(done, total, 'articles');
      await oneArticle(around, sections, one, slug, known.get(shortened(one.originId)) ?? null);
      done += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}

async function oneArticle(
  around: Around,
  sections: SectionsHere,
  article: NewArticle,
  slug: string | null,
  known: Known | null,
): Promise<void> {
  const fate = fateOf(article, around.cx.clock.now());
  if (fate.act === 'leave') {
    around.problems.add('left_trash', {}, article.title);
    return;
  }
  const taken = await contentOf(around, sections, article, slug);
  if (fate.act === 'keep') around.problems.add(fate.why, {}, taken.title);
  else if (taken.section === null && article.kind === 'article')
    around.problems.add('without_section', {}, taken.title);
  // Not what becomes of it: that changes by the clock.
  const { state, publishedAt, changedAt, until, pinned, comments } = article;
  const at = publishedAt ?? changedAt;
  const fingerprint = fingerprintOf({ ...taken, state, at, until, pinned, comments });
  if (known?.fingerprint === fingerprint) return;
  const before = known === null ? null : await standingOf(around.cx.db, known.pid);
  const touched = known === null ? null : touchedBy(known, before);
  if (touched !== null) {
    around.problems.add(touched, {}, taken.title);
    return;
  }
  const outcome = await written(around, article, taken, fate, fingerprint, before);
  if (outcome.ok) around.counts[article.kind === 'page' ? 'pages' : 'articles'] += 1;
  else
    around.problems.add(
      'article_refused',
      { why: outcome.issues[0]?.code ?? '', path: outcome.issues[0]?.path ?? '' },
      taken.title,
    );
}

/** What the office has done with an article since it came; null: nothing. */
function touchedBy(known: Known, now: Standing | null): string | null {
  if (known.state === UNDONE) return null;
  if (now === null || now.deleted) return 'removed_here';
  if (now.newest !== known.newest) return 'changed_here';
  // The clock publishes what was scheduled.
  const same =
    now.state === known.state || (known.state === 'scheduled' && now.state === 'published');
  return same ? null : 'moved_here';
}

class Refusal extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('refused');
    this.issues = issues;
  }
}

async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (settled.ok) return settled.value;
  throw new Refusal(settled.issues);
}

/** All of an article or nothing of it. */
async function written(
  around: Around,
  article: NewArticle,
  taken: Taken,
  fate: Fate,
  fingerprint: string,
  before: Standing | null,
): Promise<Outcome<null>> {
  try {
    await inTransaction(around.cx.db, async (db) => {
      const cx = { ...around.cx, db };
      await takenBack(around, cx, taken);
      if (before?.state === 'scheduled')
        await must(execute(cx, unscheduleArticle, { pid: before.pid }));
      const { pid } = await must(takeInArticle(cx, taken));
      await place(cx, pid, article, fate);
      await settle(around, cx, pid, taken.title, fate);
      const now = await standingOf(db, pid);
      await note(around, db, {
        kind: 'article',
        originId: shortened(article.originId),
        pid,
        fingerprint,
        newest: now!.newest,
        state: now!.state,
      });
    });
    around.cx.committed?.('at_once');
    return { ok: true, value: null };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, issues: error.issues };
    throw error;
  }
}

/** What an undone import took away comes back under its old name. */
async function takenBack(around: Around, cx: Cx, { origin, origin_id }: Taken): Promise<void> {
  const there = await articleOfOrigin(cx.db, around.whose.organisationId, origin, origin_id);
  if (there === null || there.deletedAt === null) return;
  await must(execute(cx, articleDeletion.restore, { pid: there.pid }));
}

/** Comments, and the last day; unless told comments are open and there is no last day. */
async function place(cx: Cx, pid: string, article: NewArticle, fate: Fate): Promise<void> {
  const until = fate.act === 'keep' ? null : lastDay(article.until);
  if (article.comments && until === null) return;
  await must(execute(cx, placeArticle, { pid, pinned: null, comments: article.comments, until }));
}

async function settle(
  around: Around,
  cx: Cx,
  pid: string,
  title: string,
  fate: Fate,
): Promise<void> {
  const { state, live } = (await standingOf(cx.db, pid))!;
  if (fate.act === 'keep') {
    // Nobody there reads it any more; whether nobody here shall, somebody decides.
    if (live) around.problems.add('still_public', {}, title);
  } else if (fate.act === 'publish') {
    const at = fate.at === null ? null : new Date(fate.at);
    if (state !== 'published') await must(execute(cx, publishTakenIn, { pid, at }));
  } else if (fate.act === 'schedule') {
    const { day, hour, minute } = vietnamTime(new Date(fate.at.getTime() + 59_999));
    const time = `${hour}:${String(minute).padStart(2, '0')}`;
    await must(execute(cx, scheduleArticle, { pid, on: day, time }));
  }
}
