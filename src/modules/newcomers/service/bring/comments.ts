import { parseEmail } from '../../../../kernel/email.ts';
import { keptText } from '../../../../kernel/text.ts';
import { inTransaction } from '../../../../platform/database/query.ts';
import { importComment } from '../../../discussions/index.ts';
import {
  knownOf,
  stagedAbout,
  stagedByIds,
  stagedCount,
  standingOf,
  subjectsAfter,
} from '../../queries/index.ts';
import {
  inThreads,
  type NewComment,
  originId,
  shortened,
  type Threaded,
} from '../../rules/index.ts';
import { someReader } from '../../vi/index.ts';
import { type Around, note } from './around.ts';

const atOnce = 200;
const longest = 20_000;

/** Takes the comments in, article by article; those that were thrown away there stay there. */
export async function bringComments(around: Around): Promise<void> {
  const { cx, batch } = around;
  const total = await stagedCount(cx.db, batch, ['comment']);
  let [after, done] = ['', 0];
  for (;;) {
    const subjects = await subjectsAfter(cx.db, batch, 'comment', after, atOnce);
    for (const about of subjects) {
      await around.step(done, total, 'comments');
      done += await commentsOf(around, about);
    }
    const last = subjects.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function commentsOf(around: Around, about: string): Promise<number> {
  const { cx, batch, whose } = around;
  const all = await stagedAbout(cx.db, batch, 'comment', about);
  const threads = inThreads(all);
  const left = all.length - threads.length;
  if (left > 0) around.problems.add('left_comments', {}, '', left);
  const known = (await knownOf(cx.db, whose, 'article', [about])).get(about);
  const staged = (await stagedByIds(cx.db, batch, 'article', [about])).get(about);
  const standing = known === undefined ? null : await standingOf(cx.db, known.pid);
  if (standing === null || !standing.live) {
    if (threads.length > 0)
      around.problems.add('comments_without_article', {}, staged?.one.title ?? '', threads.length);
    return all.length;
  }
  const ids = threads.map(({ comment }) => shortened(comment.originId));
  const here = await knownOf(cx.db, whose, 'comment', ids);
  const fresh = threads.filter(({ comment }) => !here.has(shortened(comment.originId)));
  const lost = new Map<string, string | null>();
  const of = { pid: standing.pid, about, at: staged?.one.publishedAt ?? null, lost };
  for (let from = 0; from < fresh.length; from += atOnce)
    await someComments(around, fresh.slice(from, from + atOnce), of);
  return all.length;
}

interface Of {
  readonly pid: string;
  readonly about: string;
  /** When the article was published, for comments that do not say when they were written. */
  readonly at: string | null;
  /** Comments that were refused, with what they answered: that is what is answered instead. */
  readonly lost: Map<string, string | null>;
}

async function someComments(around: Around, threads: readonly Threaded[], of: Of): Promise<void> {
  let brought = 0;
  await inTransaction(around.cx.db, async (db) => {
    for (const { comment, parent: answered } of threads) {
      const gone = answered !== null && of.lost.has(answered);
      const parent = gone ? (of.lost.get(answered) ?? null) : answered;
      const said = inputOf(around, comment, parent, of);
      const outcome = said === null ? null : await importComment({ ...around.cx, db }, said);
      if (outcome?.ok !== true) {
        const why = outcome?.issues[0]?.code ?? 'empty';
        around.problems.add('comment_refused', { why }, oneLine(comment.name, 60));
        of.lost.set(comment.originId, parent);
        continue;
      }
      await note(around, db, {
        kind: 'comment',
        originId: shortened(comment.originId),
        pid: outcome.value.pid,
        about: of.about,
        made: outcome.value.state === 'added',
      });
      if (outcome.value.state === 'added') brought += 1;
    }
  });
  around.counts.comments += brought;
  if (brought > 0) around.cx.committed?.('at_once');
}

const oneLine = (text: string, most: number): string =>
  keptText(text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '))
    .slice(0, most)
    .trim();

function inputOf(around: Around, comment: NewComment, parent: string | null, of: Of) {
  const body = keptText(comment.text);
  if (body === '') return null;
  if (body.length > longest) around.problems.add('comment_cut', { most: longest });
  const { key } = around.site;
  const email = parseEmail(comment.email?.trim() ?? '');
  return {
    kind: 'article',
    subject: of.pid,
    origin: around.program,
    origin_id: originId(key, comment.originId),
    parent_origin_id: parent === null ? null : originId(key, parent),
    name: oneLine(comment.name, 100) || someReader,
    email: 'ok' in email ? email.ok : null,
    body: body.slice(0, longest),
    posted_at: comment.at ?? of.at ?? around.cx.clock.now().toISOString(),
    state: comment.state === 'waiting' ? 'held' : 'published',
  };
}
