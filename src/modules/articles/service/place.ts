import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { articlePublish, articleWrite } from '../policy.ts';
import { findArticle, rulesOf } from '../queries/index.ts';
import { actIssues, afterDay } from '../rules/index.ts';
import { type Article, placeInput, rulesInput } from '../schema/index.ts';
import { atTime } from './clock.ts';
import { doneWith, tellChanged } from './shared.ts';
import { loaded, standingOf } from './writing.ts';

/** What holds at once, whatever is being written: its place in the lead of the home, comments, its last day. */
export const placeArticle = command({
  name: 'article.place',
  input: placeInput,
  permission: articlePublish,
  load: (cx, { pid }) => loaded(cx, pid),
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: ({ article }, { pinned, until }, cx) => [
    ...(pinned !== null && article.liveVersion === null
      ? [issue('pinned', 'pinned_not_public')]
      : []),
    ...(until !== null && until < cx.clock.today() ? [issue('until', 'until_past')] : []),
  ],
  run: async (cx, { article }, { pinned, comments, until }) => {
    const withdrawAt = until === null ? null : afterDay(until);
    await sql`update article set pinned = ${pinned}, comments = ${comments}, withdraw_at = ${withdrawAt},
      version = version + 1 where id = ${article.id}`.execute(cx.db);
    if (withdrawAt !== null) await atTime(cx, article.id, 'withdraw', withdrawAt);
    if (article.liveVersion !== null) await tellChanged(cx, article);
    return doneWith(article, {
      pinned: { old: article.pinned, new: pinned },
      comments: { old: article.comments, new: comments },
      withdraw_at: { old: article.withdrawAt, new: withdrawAt },
    });
  },
});

/** What an office asks of its articles before they are public. Input: `rulesInput`. */
export const setRules = command({
  name: 'article_rules.set',
  input: rulesInput,
  permission: articlePublish,
  load: async (cx, { organisation: code }) => {
    const organisation = await findOrganisation(cx.db, code, cx.clock.today());
    return {
      organisation,
      old: await rulesOf(cx.db, organisation?.id ?? '00000000-0000-0000-0000-000000000000'),
    };
  },
  at: ({ organisation }) => (organisation === null ? [] : [organisation.id]),
  check: ({ organisation }, input) =>
    organisation === null ? [issue('organisation', 'unknown', { code: input.organisation })] : [],
  run: async (cx, { organisation, old }, { editing, approval, own, version }) => {
    // The sample has no version: whoever saw it sends none.
    if (version !== null && version !== old.version) throw new Conflict(old.version);
    const id = organisation?.id ?? '';
    await sql`insert into article_rules (organisation_id, editing, approval, own, set_at)
      values (${id}, ${editing}, ${approval}, ${own}, ${cx.clock.now()})
      on conflict (organisation_id) do update set editing = excluded.editing, approval = excluded.approval,
        own = excluded.own, set_at = excluded.set_at, version = article_rules.version + 1`.execute(
      cx.db,
    );
    const before = { editing: old.editing, approval: old.approval, own: old.own };
    return {
      result: { editing, approval, own },
      subject: { type: 'article_rules', id },
      organisationId: id,
      changes: changesBetween(before, { editing, approval, own }),
    };
  },
});

// What the public reads is taken off first, with its reason.
export const articleDeletion = deletion<Article>({
  type: 'article',
  table: 'article',
  permission: articleWrite,
  find: (cx, pid) => findArticle(cx, pid, 'held'),
  check: (article) =>
    actIssues('remove', standingOf(article), { editing: true, approval: true, own: false }),
});
