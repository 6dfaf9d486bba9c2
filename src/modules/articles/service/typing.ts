import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { articleWrite } from '../policy.ts';
import { liveArticle } from '../queries/index.ts';
import { typingInput, typingKey } from '../schema/index.ts';
import { accountOf, nameOf } from './shared.ts';
import { forget } from './writing.ts';

interface Key {
  readonly organisation: string;
  readonly pid?: string | null | undefined;
}

async function placeOf(cx: Cx, { organisation: code, pid }: Key) {
  if (accountOf(cx) === null) throw new Forbidden(articleWrite.name);
  const organisation = await findOrganisation(cx.db, code, cx.clock.today());
  const article = pid ? await liveArticle(cx, pid) : null;
  return { organisation, article };
}
type Place = Awaited<ReturnType<typeof placeOf>>;

const at = ({ organisation, article }: Place) =>
  article !== null ? [article.organisationId] : organisation === null ? [] : [organisation.id];
const known = ({ organisation }: Place, { organisation: code }: Key) =>
  organisation === null ? [issue('organisation', 'unknown', { code })] : [];

const subjectOf = ({ organisation, article }: Place) => {
  const organisationId = article?.organisationId ?? organisation?.id ?? '';
  return {
    result: {},
    subject: { type: 'article_typing', id: article?.id ?? organisationId },
    organisationId,
  };
};

/** Keeps what is typed at an article, whatever it is worth: it is nobody's version until it is saved. */
export const keepTyping = command({
  name: 'article.keep',
  input: typingInput,
  permission: articleWrite,
  load: placeOf,
  at,
  check: known,
  run: async (cx, place, { typed, base }) => {
    const done = subjectOf(place);
    const kept = { ...typed, _who: nameOf(cx) };
    await sql`insert into article_typing (account_id, organisation_id, article_id, typed, base, at)
      values (${accountOf(cx)}, ${done.organisationId}, ${place.article?.id ?? null}, ${JSON.stringify(kept)}::jsonb,
        ${base}, ${cx.clock.now()})
      on conflict (account_id, organisation_id, article_id)
        do update set typed = excluded.typed, base = excluded.base, at = excluded.at`.execute(
      cx.db,
    );
    // What is typed on the way is nobody's business but the writer's: the log has when, not what.
    return { ...done, changes: {} };
  },
});

/** Throws away what was typed and not saved. */
export const dropTyping = command({
  name: 'article.drop_typing',
  input: typingKey,
  permission: articleWrite,
  load: placeOf,
  at,
  check: known,
  run: async (cx, place) => {
    const done = subjectOf(place);
    await forget(cx, done.organisationId, place.article?.id ?? null);
    return { ...done, changes: {} };
  },
});
