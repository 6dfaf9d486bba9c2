import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { type Deletable, deletion } from '../../../platform/records/deleting.ts';
import { mediaManage } from '../policy.ts';
import { findMedium, liveMedium, mediaHere, twinOf } from '../queries/index.ts';
import { editInput, type MediaUse, type Medium, tagIssues } from '../schema/index.ts';
import { usesOf } from './uses.ts';
import { standingWords, writtenWords } from './words.ts';

interface Edited {
  readonly medium: Medium;
  /** The picture that is to stand for the film; null: none. */
  readonly poster: { readonly id: string; readonly pid: string; readonly kind: string } | null;
}

/** Changes what is said of a medium; every field is given. The file stays. */
export const editMedia = command({
  name: 'media.edit',
  input: editInput,
  permission: mediaManage,
  load: async (cx, input): Promise<Edited> => {
    const medium = await liveMedium(cx, input.pid);
    if (input.poster === null) return { medium, poster: null };
    const [poster] = await mediaHere(cx.db, medium.organisationId, [input.poster]);
    return { medium, poster: poster ?? null };
  },
  at: ({ medium }) => [medium.organisationId],
  version: ({ medium }) => medium.version,
  check: ({ medium, poster }, input) => [
    ...tagIssues(input.tags),
    ...posterIssues(medium, poster, input.poster),
  ],
  run: async (cx, { medium, poster }, input) => {
    const words = writtenWords(input);
    await sql`update medium set title = ${words.title}, alt = ${words.alt},
        caption = ${words.caption}, credit = ${words.credit}, taken_on = ${words.taken_on}::date,
        tags = ${words.tags}::text[], public = ${words.public}, listed = ${words.listed},
        search = ${words.search}, poster_id = ${poster?.id ?? null}, version = version + 1
      where id = ${medium.id}`.execute(cx.db);
    const { search: _, ...told } = words;
    return {
      result: { pid: medium.pid },
      subject: { type: 'media', id: medium.id },
      organisationId: medium.organisationId,
      changes: changesBetween(
        { ...standingWords(medium), poster: medium.poster?.pid ?? null },
        { ...told, poster: poster?.pid ?? null },
      ),
    };
  },
});

function posterIssues(medium: Medium, poster: Edited['poster'], typed: string | null): Issue[] {
  if (typed === null) return [];
  if (medium.kind !== 'video' && medium.kind !== 'audio') return [issue('poster', 'no_poster')];
  return poster?.kind === 'picture' ? [] : [issue('poster', 'poster_unknown')];
}

interface Used extends Medium {
  readonly uses: readonly MediaUse[];
  readonly twin: string | null;
}

const usesTold = 5;

/** Deleting and taking back: what is used stays, and what was sent again is not there twice. */
export const mediaDeletion = deletion<Used & Deletable>({
  type: 'media',
  table: 'medium',
  permission: mediaManage,
  find: async (cx: Cx, pid: string) => {
    const medium = await findMedium(cx, pid);
    if (medium === null) return null;
    const uses = medium.deletedAt === null ? await usesOf(cx.db, [pid]) : [];
    const twin = medium.deletedAt === null ? null : await twinOf(cx.db, medium.id);
    return { ...medium, uses, twin: twin?.title ?? null };
  },
  check: ({ uses }) => (uses.length === 0 ? [] : [usedIssue(uses)]),
  restorable: ({ twin }) => (twin === null ? [] : [issue('', 'twin_there', { title: twin })]),
});

function usedIssue(uses: readonly MediaUse[]): Issue {
  const titles = uses.slice(0, usesTold).map(({ what, title }) => `${what} “${title}”`);
  return issue('', 'media_used', {
    count: uses.length,
    titles: titles.join(', '),
    more: uses.length > usesTold,
  });
}
