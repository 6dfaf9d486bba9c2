import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import { organisationId } from '../../organisations/index.ts';
import { discussionSet } from '../policy.ts';
import { settingsOf } from '../queries/index.ts';
import { settingsInput } from '../schema/index.ts';

/** The words of a list, one a line; each once. */
export const wordList = (typed: string | null): string[] => [
  ...new Set(
    (typed ?? '')
      .split(/[\n,;]/)
      .map((word) => word.replace(/\s+/gu, ' ').trim().slice(0, 60))
      .filter((word) => word !== ''),
  ),
];

/** How a site takes what readers write. Input: `settingsInput`. */
export const setDiscussions = command({
  name: 'discussion.set',
  input: settingsInput,
  permission: discussionSet,
  load: async (cx, { organisation }) => {
    const id = await organisationId(cx, organisation);
    return { id, before: await settingsOf(cx.db, id) };
  },
  at: ({ id }) => [id],
  version: ({ before }) => before.version,
  run: async (cx, { id, before }, input) => {
    const words = wordList(input.words).slice(0, 500);
    const by = cx.actor.kind === 'account' ? cx.actor.accountId : null;
    await sql`insert into discussion_settings (organisation_id, comments, open_days, promise_days, words,
        feedback, letters, set_at, set_by)
      values (${id}, ${input.comments}, ${input.open_days}, ${input.promise_days}, ${words}::text[],
        ${input.feedback}, ${input.letters}, ${cx.clock.now()}, ${by})
      on conflict (organisation_id) do update set comments = excluded.comments,
        open_days = excluded.open_days, promise_days = excluded.promise_days, words = excluded.words,
        feedback = excluded.feedback, letters = excluded.letters, set_at = excluded.set_at,
        set_by = excluded.set_by, version = discussion_settings.version + 1`.execute(cx.db);
    return {
      result: {},
      subject: { type: 'discussion_settings', id },
      organisationId: id,
      changes: {
        comments: { old: before.comments, new: input.comments },
        open_days: { old: before.openDays, new: input.open_days },
        promise_days: { old: before.promiseDays, new: input.promise_days },
        words: { old: before.words, new: words },
        feedback: { old: before.feedback, new: input.feedback },
        letters: { old: before.letters, new: input.letters },
      },
    };
  },
});
