import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import { setRules } from './service/place.ts';
import { publishArticle } from './service/publishing.ts';
import { createSection } from './service/sections.ts';
import { createArticle } from './service/writing.ts';

// What the tests of this module and of later ones share: sections and articles.

async function must<T>(
  outcome: Promise<{ ok: true; value: T } | { ok: false; issues: unknown }>,
): Promise<T> {
  const settled = await outcome;
  if (settled.ok) return settled.value;
  throw new Error(JSON.stringify(settled.issues));
}

/** A section of an organisation (its code), below another (its pid) where told. */
export function section(
  cx: Cx,
  name: string,
  more: { readonly organisation?: string; readonly parent?: string; readonly slug?: string } = {},
): Promise<{ pid: string; id: string; slug: string }> {
  return must(execute(cx, createSection, { organisation: 'sonla', name, ...more }));
}

/** A body of one paragraph for each line. */
export const bodyOf = (...lines: readonly string[]) => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** What an article says when a test does not care; without section, so it is a notice unless told otherwise. */
export const seminar = {
  organisation: 'sonla',
  kind: 'notice',
  title: 'Hội thảo phục hồi đất dốc',
  lead: 'Hai trăm nhà khoa học và nông dân bàn cách giữ đất.',
  body: bodyOf('Sáng nay, hội thảo khai mạc tại Sơn La.', 'Nhiều giải pháp được nêu ra.'),
};

/** A draft, changed as told. */
export const written = (cx: Cx, input: object = {}): Promise<{ pid: string; id: string }> =>
  must(execute(cx, createArticle, { ...seminar, ...input }));

/** An article that the public reads; nobody has to edit or approve it: it comes from elsewhere. */
export async function published(
  cx: Cx,
  input: object = {},
  at?: string,
): Promise<{ pid: string; id: string; slug: string }> {
  const origin = { origin: 'test', origin_id: cx.ids.pid() };
  const { pid, id } = await written(cx, { ...origin, ...input });
  const { slug } = await must(
    execute(cx, publishArticle, { pid, ...(at === undefined ? {} : { at }) }),
  );
  return { pid, id, slug };
}

/** From now on whoever writes may publish at once. */
export const freely = (cx: Cx, organisation = 'sonla') =>
  must(execute(cx, setRules, { organisation, editing: false, approval: false, own: true }));

/** The inner id. */
export const idOfArticle = async (cx: Cx, pid: string): Promise<string> =>
  (await one(cx.db, sql<{ id: string }>`select id from article where pid = ${pid}`)).id;
