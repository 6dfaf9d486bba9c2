import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { wordsOf } from '../../../kernel/similarity/index.ts';
import { command } from '../../../platform/command.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { organisationId } from '../../organisations/index.ts';
import { likenessDecide } from '../policy.ts';
import { importedBefore, importedByPid } from '../queries/index.ts';
import { readableText } from '../rules/index.ts';
import { forgetInput, importInput } from '../schema.ts';
import { keepText, lockLikenesses, wordsHash } from './keep.ts';
import { compareJob, queue } from './later.ts';

/** A text of fewer words is like too many others. */
export const leastWords = 50;

/**
 * Keeps a text of earlier years, from a file or from another program; it is compared by a job. One of
 * the same words is not kept twice, whoever brings it. Input: `importInput`.
 */
export const importText = command({
  name: 'likeness.import',
  input: importInput,
  permission: likenessDecide,
  load: (cx, input) => organisationId(cx, input.organisation),
  at: (organisation) => [organisation],
  check: async (_organisation, input, cx): Promise<Issue[]> => {
    const { count } = wordsOf(input.text);
    if (count < leastWords)
      return [issue('text', 'likeness_text_short', { words: count, least: leastWords })];
    await lockLikenesses(cx.db);
    const known = await importedBefore(cx.db, wordsHash(input.text));
    return known ? [issue('text', 'likeness_text_known')] : [];
  },
  run: async (cx, organisation, input) => {
    const { text, year } = input;
    const [title, authors, origin] = [input.title, input.authors ?? '', input.origin ?? ''].map(
      readableText,
    );
    const id = await keepText(cx, {
      dossierId: null,
      organisationId: organisation,
      title: title!,
      authors: authors || null,
      year,
      origin: origin!,
      body: text,
    });
    await addJob(cx.db, compareJob, { text: id }, { queue });
    return {
      result: { words: wordsOf(text).count },
      subject: { type: 'organisation', id: organisation },
      organisationId: organisation,
      changes: {
        text_title: { old: null, new: title },
        text_authors: { old: null, new: authors || null },
        text_year: { old: null, new: year },
      },
    };
  },
});

/** Forgets a text that came from a file, and what was found with it. Input: `forgetInput`. */
export const forgetText = command({
  name: 'likeness.forget',
  input: forgetInput,
  permission: likenessDecide,
  load: (cx, { pid }) => importedByPid(cx, pid),
  at: ({ organisation }) => [organisation.id],
  run: async (cx, { pid, title, organisation }) => {
    // One that is compared meanwhile takes its findings and texts in another order: each would wait for the other.
    await lockLikenesses(cx.db);
    await sql`delete from likeness_text where pid = ${pid} and dossier_id is null`.execute(cx.db);
    return {
      result: { pid },
      subject: { type: 'organisation', id: organisation.id },
      organisationId: organisation.id,
      changes: { text_title: { old: title, new: null } },
    };
  },
});
