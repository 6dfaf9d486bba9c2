import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { numberedSlug, slugOf } from '../../../kernel/slug.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { articlePublish, articleWrite } from '../policy.ts';
import { sectionsOf, versionNumbered } from '../queries/index.ts';
import { instantOf, mediaIn, publishIssues, readTime } from '../rules/index.ts';
import {
  type Article,
  byVersion,
  publishInput,
  scheduleInput,
  withReason,
} from '../schema/index.ts';
import { atTime } from './clock.ts';
import { addVersion, putOn, takeOff } from './content.ts';
import { knownMedia } from './media.ts';
import { tellChanged } from './shared.ts';
import { simpleIssues, step } from './steps.ts';
import { loaded } from './writing.ts';

/** What is still to be mended before the newest version may be public. What comes from elsewhere is taken as it is. */
export async function completeness(cx: Cx, article: Article): Promise<Issue[]> {
  if (article.origin !== null && article.lastLive === null) return [];
  const sections = await sectionsOf(cx.db, article.organisationId);
  return publishIssues(article.content, {
    kind: article.kind,
    sections: new Set(sections.map(({ pid }) => pid)),
    media: await knownMedia(cx.db, mediaIn(article.content)),
  });
}

const pastIssues = (cx: Cx, at: Date | null): Issue[] =>
  at !== null && at > cx.clock.now() ? [issue('at', 'not_past')] : [];

/** Makes the newest version public. Input: `publishInput`. */
export const publishArticle = command({
  name: 'article.publish',
  input: publishInput,
  permission: articlePublish,
  load: (cx, { pid }) => loaded(cx, pid),
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: async (found, { at }, cx) => [
    ...simpleIssues(cx, 'publish', found),
    ...pastIssues(cx, at),
    ...(await completeness(cx, found.article)),
  ],
  run: async (cx, found, { at }) => {
    const { article } = found;
    const now = cx.clock.now();
    const slug = await addressOf(cx, article);
    const first = article.publishedAt === null;
    const set = sql`live_version = newest, last_live = newest, slug = ${slug},
      published_at = coalesce(${at}::timestamptz, published_at, ${now}::timestamptz),
      updated_at = ${first ? (at ?? now) : now}`;
    const done = await step(cx, found, 'publish', { set });
    await putOn(cx, article.id, article.content);
    await tellChanged(cx, article);
    return {
      ...done,
      result: { pid: article.pid, slug },
      changes: {
        ...done.changes,
        live_version: { old: article.liveVersion, new: article.newest },
        slug: { old: article.slug, new: slug },
      },
    };
  },
});

/**
 * The same for what was changed where it came from: like the first time it is taken as it is, whatever somebody here
 * would still mend.
 */
export const publishTakenIn: typeof publishArticle = {
  ...publishArticle,
  check: (found, input, cx) =>
    found.article.origin === null
      ? (publishArticle.check?.(found, input, cx) ?? [])
      : [...simpleIssues(cx, 'publish', found), ...pastIssues(cx, input.at)],
};

/** The address from now on: the wanted one, the one that it has, or one from its title; noted with the earlier ones. */
async function addressOf(cx: Cx, article: Article): Promise<string> {
  const { organisationId, id, content } = article;
  const wanted = content.slug ?? article.slug ?? slugOf(content.title);
  for (let number = 1; ; number += 1) {
    const slug = numberedSlug(wanted, number);
    const owner = await maybe(
      cx.db,
      sql<{ id: string }>`insert into article_slug (organisation_id, slug, article_id, at)
        values (${organisationId}, ${slug}, ${id}, ${cx.clock.now()})
        on conflict (organisation_id, slug) do update set slug = excluded.slug
        returning article_id as id`,
    );
    if (owner?.id === id) return slug;
  }
}

/** Public from a minute on. Input: `scheduleInput`. */
export const scheduleArticle = command({
  name: 'article.schedule',
  input: scheduleInput,
  permission: articlePublish,
  load: (cx, { pid }) => loaded(cx, pid),
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: async (found, { on, time }, cx) => {
    const at = momentOf(on, time);
    return [
      ...simpleIssues(cx, 'schedule', found),
      ...(at <= cx.clock.now() ? [issue('on', 'not_future')] : []),
      ...(await completeness(cx, found.article)),
    ];
  },
  run: async (cx, found, { on, time }) => {
    const dueAt = momentOf(on, time);
    const done = await step(cx, found, 'schedule', { dueAt });
    await atTime(cx, found.article.id, 'publish', dueAt);
    return {
      ...done,
      changes: {
        ...done.changes,
        scheduled_at: { old: found.article.scheduledAt, new: dueAt },
      },
    };
  },
});

const momentOf = (on: string, time: string | null): Date =>
  instantOf(on, readTime(time ?? '') ?? { hour: 0, minute: 0 });

export const unscheduleArticle = command({
  name: 'article.unschedule',
  input: byVersion,
  permission: articlePublish,
  load: (cx, { pid }) => loaded(cx, pid),
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: (found, _input, cx) => simpleIssues(cx, 'unschedule', found),
  run: async (cx, found) => {
    const done = await step(cx, found, 'unschedule');
    const scheduled_at = { old: found.article.scheduledAt, new: null };
    return { ...done, changes: { ...done.changes, scheduled_at } };
  },
});

/** Takes it off the public site; its address says that it is gone. */
export const withdrawArticle = command({
  name: 'article.withdraw',
  input: withReason,
  permission: articlePublish,
  load: (cx, { pid }) => loaded(cx, pid),
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: (found, _input, cx) => simpleIssues(cx, 'withdraw', found),
  run: async (cx, found, { reason }) => {
    const { article } = found;
    const set = sql`live_version = null, pinned = null, withdraw_at = null`;
    const done = await step(cx, found, 'withdraw', { reason, set });
    await takeOff(cx, article.id);
    await tellChanged(cx, article);
    const live_version = { old: article.liveVersion, new: null };
    return { ...done, changes: { ...done.changes, live_version } };
  },
});

/** Drops the change that was begun beside the public version: what the public reads is the newest again. */
export const discardChange = command({
  name: 'article.discard',
  input: byVersion,
  permission: articleWrite,
  load: async (cx, { pid }) => loaded(cx, pid),
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: (found, _input, cx) => simpleIssues(cx, 'discard', found),
  run: async (cx, found) => {
    const { article } = found;
    const live = article.liveVersion ?? article.newest;
    const number = article.newest + 1;
    const { content } = await versionNumbered(cx.db, article.id, live);
    await addVersion(cx, article, number, content, live);
    const newest = { old: article.newest, new: number };
    const set = sql`live_version = ${number}::integer, last_live = ${number}::integer`;
    const now = { ...found, article: { ...article, newest: number } };
    const done = await step(cx, now, 'discard', { set });
    return { ...done, changes: { ...done.changes, newest } };
  },
});
