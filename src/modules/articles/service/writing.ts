import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { articleApprove, articlePublish, articleWrite } from '../policy.ts';
import { articleOfOrigin, liveArticle, rulesOf, versionNumbered } from '../queries/index.ts';
import {
  type ArticleRules,
  actIssues,
  type Content,
  type Standing,
  sameContent,
  stateAfter,
  withEditors,
} from '../rules/index.ts';
import {
  type Article,
  articleBody,
  articleEdit,
  contentFrom,
  restoreInput,
} from '../schema/index.ts';
import { addVersion } from './content.ts';
import { saveIssues } from './naming.ts';
import { accountOf, doneWith, nameOf, note } from './shared.ts';

export const standingOf = (article: Article): Standing => ({
  state: article.state,
  live: article.liveVersion !== null,
  unchanged: article.newest === article.lastLive,
  imported: article.origin !== null,
});

/** What the log says of a content: its words stand in the versions. */
const logged = ({ body: _, ...rest }: Content) => ({
  title: rest.title,
  lead: rest.lead,
  cover: rest.cover,
  section: rest.section,
  sections: rest.sections,
  tags: rest.tags,
  authors: rest.authors,
  source: rest.source,
  number: rest.number,
  due_on: rest.due_on,
  language: rest.language,
  translation_of: rest.translation_of,
  slug: rest.slug,
});

/** A new article, as a draft. Input: `articleBody`. */
export const createArticle = command({
  name: 'article.create',
  input: articleBody,
  permission: articleWrite,
  load: (cx, input) => findOrganisation(cx.db, input.organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: async (organisation, input, cx) => {
    if (organisation === null)
      return [issue('organisation', 'unknown', { code: input.organisation })];
    const whose = { organisationId: organisation.id, id: null };
    return [
      ...(await originIssues(cx, organisation.id, input)),
      ...(await saveIssues(cx, whose, contentFrom(input))),
    ];
  },
  run: async (cx, organisation, input) => {
    const [id, pid, organisationId] = [cx.ids.uuid(), cx.ids.pid(), organisation?.id ?? ''];
    const content = contentFrom(input);
    const now = cx.clock.now();
    await sql`insert into article (id, pid, organisation_id, kind, title, language, search, origin, origin_id,
        created_at, created_by, created_name, changed_at)
      values (${id}, ${pid}, ${organisationId}, ${input.kind}, ${content.title}, ${content.language}, '',
        ${input.origin}, ${input.origin_id}, ${now}, ${accountOf(cx)}, ${nameOf(cx)}, ${now})`.execute(
      cx.db,
    );
    const article = { id, pid, organisationId };
    await addVersion(cx, { ...article, state: 'draft' }, 1, content);
    await note(cx, id, { act: 'create', state: 'draft', version: 1 });
    await forget(cx, organisationId, null);
    return {
      ...doneWith(article, changesBetween(null, { kind: input.kind, ...logged(content) })),
      result: { pid, id },
    };
  },
});

interface Origin {
  readonly origin: string | null;
  readonly origin_id: string | null;
}

// What comes from elsewhere is published without being edited here: only who may publish says that it does.
async function originIssues(
  cx: Cx,
  organisationId: string,
  { origin, origin_id }: Origin,
): Promise<Issue[]> {
  if (origin === null && origin_id === null) return [];
  if (!(await may(cx, articlePublish, organisationId))) throw new Forbidden(articlePublish.name);
  if (origin === null || origin_id === null)
    return [issue(origin === null ? 'origin' : 'origin_id', 'required')];
  const known = await articleOfOrigin(cx.db, organisationId, origin, origin_id);
  return known === null ? [] : [issue('origin_id', 'origin_taken', { pid: known.pid })];
}

/** While others go through it, only they change it. */
async function writerIssues(cx: Cx, article: Article): Promise<Issue[]> {
  if (!withEditors(article.state) || (await may(cx, articleApprove, article.organisationId)))
    return [];
  return [issue('', 'with_editors', { state: article.state })];
}

interface Loaded {
  readonly article: Article;
  readonly rules: ArticleRules;
}

export async function loaded(cx: Cx, pid: string): Promise<Loaded> {
  const article = await liveArticle(cx, pid, 'held');
  return { article, rules: await rulesOf(cx.db, article.organisationId) };
}

const changeIssues = async (cx: Cx, { article, rules }: Loaded, content: Content) => [
  ...actIssues('change', standingOf(article), rules),
  ...(await writerIssues(cx, article)),
  ...(await saveIssues(cx, article, content)),
];

/** Changes what is written. What the public reads stays as it is until the change is published. Input: `articleEdit`. */
export const changeArticle = command({
  name: 'article.change',
  input: articleEdit,
  permission: articleWrite,
  load: (cx, { pid }) => loaded(cx, pid),
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: (found, input, cx) => changeIssues(cx, found, contentFrom(input)),
  run: (cx, found, input) => write(cx, found, contentFrom(input), null),
});

async function write(
  cx: Cx,
  { article, rules }: Loaded,
  content: Content,
  restores: number | null,
) {
  await forget(cx, article.organisationId, article.id);
  // A form that is saved as it was is no version.
  if (sameContent(article.content, content)) return doneWith(article, {});
  const number = article.newest + 1;
  const state = stateAfter('change', standingOf(article), rules) ?? article.state;
  await addVersion(cx, { ...article, state }, number, content, restores);
  await sql`update article set version = version + 1 where id = ${article.id}`.execute(cx.db);
  if (state !== article.state)
    await note(cx, article.id, { act: 'change', state, version: number });
  return doneWith(article, {
    newest: { old: article.newest, new: number },
    state: { old: article.state, new: state },
    ...changesBetween(logged(article.content), logged(content)),
  });
}

/** Brings an earlier version back, as a new one. */
export const restoreVersion = command({
  name: 'article.restore_version',
  input: restoreInput,
  permission: articleWrite,
  load: async (cx, { pid, number }) => {
    const found = await loaded(cx, pid);
    return { ...found, earlier: await versionNumbered(cx.db, found.article.id, number) };
  },
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: (found, _input, cx) => changeIssues(cx, found, found.earlier.content),
  run: (cx, found) => write(cx, found, found.earlier.content, found.earlier.number),
});

/** What was typed and not saved is not needed any more. */
export async function forget(
  cx: Cx,
  organisationId: string,
  articleId: string | null,
): Promise<void> {
  const account = accountOf(cx);
  if (account === null) return;
  await sql`delete from article_typing where account_id = ${account} and organisation_id = ${organisationId}
    and article_id is not distinct from ${articleId}::uuid`.execute(cx.db);
}
