import { type RawBuilder, sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import type { Permission } from '../../../platform/policy.ts';
import { articleApprove, articleWrite } from '../policy.ts';
import { type ArticleAct, actIssues, needsAnother, stateAfter } from '../rules/index.ts';
import { byVersion, withReason } from '../schema/index.ts';
import { accountOf, doneWith, note } from './shared.ts';
import { loaded, standingOf } from './writing.ts';

export type Loaded = Awaited<ReturnType<typeof loaded>>;

const ownIssues = (cx: Cx, act: ArticleAct, { article, rules }: Loaded): Issue[] => {
  const account = accountOf(cx);
  return needsAnother(act, rules) && account !== null && article.createdBy === account
    ? [issue('', 'own_article', { act })]
    : [];
};

export const simpleIssues = (cx: Cx, act: ArticleAct, found: Loaded): readonly Issue[] => [
  ...actIssues(act, standingOf(found.article), found.rules),
  ...ownIssues(cx, act, found),
];

interface More {
  readonly reason?: string | null;
  readonly dueAt?: Date | null;
  /** Other columns that change with the state. */
  readonly set?: RawBuilder<unknown>;
}

/** Puts an article into its next state and notes who did it. */
export async function step(
  cx: Cx,
  { article, rules }: Loaded,
  act: Exclude<ArticleAct, 'remove'>,
  { set, ...more }: More = {},
) {
  const state = stateAfter(act, standingOf(article), rules) ?? article.state;
  const scheduled = act === 'schedule' ? (more.dueAt ?? null) : null;
  await sql`update article set state = ${state}, scheduled_at = ${scheduled}, schedule_failed = null,
    version = version + 1${set === undefined ? sql`` : sql`, ${set}`} where id = ${article.id}`.execute(
    cx.db,
  );
  await note(cx, article.id, { act, state, version: article.newest, ...more });
  return doneWith(article, { state: { old: article.state, new: state } }, more.reason ?? undefined);
}

/** A step of which nothing but the state is known. */
const plain = (act: 'submit' | 'edit' | 'approve', permission: Permission) =>
  command({
    name: `article.${act}`,
    input: byVersion,
    permission,
    load: (cx, { pid }) => loaded(cx, pid),
    at: ({ article }) => [article.organisationId],
    version: ({ article }) => article.version,
    check: (found, _input, cx) => simpleIssues(cx, act, found),
    run: (cx, found) => step(cx, found, act),
  });

/** The writer sends it in. */
export const submitArticle = plain('submit', articleWrite);
/** An editor is through with it. */
export const editArticle = plain('edit', articleApprove);
export const approveArticle = plain('approve', articleApprove);

/** Gives it back to its writer, with what is to be mended. */
export const returnArticle = command({
  name: 'article.return',
  input: withReason,
  permission: articleApprove,
  load: (cx, { pid }) => loaded(cx, pid),
  at: ({ article }) => [article.organisationId],
  version: ({ article }) => article.version,
  check: (found, _input, cx) => simpleIssues(cx, 'return', found),
  run: (cx, found, { reason }) => step(cx, found, 'return', { reason }),
});
