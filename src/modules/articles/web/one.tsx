import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type FormView, freshForm } from '../../../platform/forms/returned.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { restorableUntil } from '../../../platform/records/doors.ts';
import { offers, saidIn } from '../../../platform/records/section.ts';
import { Alert, DeletedRecord, fieldId, type TimelineItem, uiVi } from '../../../ui/index.ts';
import { ArticleHistory, ArticlePage } from '../pages/one.tsx';
import { articleApprove, articlePublish, articleWrite } from '../policy.ts';
import { rulesOf, transitionsOf, versionsOf } from '../queries/index.ts';
import { type ArticleAct, actsNow, needsAnother, withEditors } from '../rules/index.ts';
import type { Article, StoredRules, Transition } from '../schema/index.ts';
import { completeness, standingOf, UNTIL } from '../service/index.ts';
import { actNames, articleIssues, words } from '../vi/index.ts';
import { formLabels } from './fields.ts';
import { panelsOf } from './ports.ts';
import { articleOf, crumbsTo, pathOf } from './shared.ts';

export function oneDoors(app: Hono<Env>): void {
  app.get('/bai-viet/:pid', async (c) => articlePage(c, await articleOf(c)));
}

/** An article with what it lacks, what may be done, its versions and who did what; with a form that came back. */
export async function articlePage(
  c: WebContext,
  article: Article,
  placeForm: FormView | null = null,
): Promise<Response> {
  if (article.deletedAt !== null) return deletedPage(c, article, article.deletedAt);
  const { cx } = c.var;
  const rules = await rulesOf(cx.db, article.organisationId);
  const issues = await completeness(cx, article);
  const steps = await transitionsOf(cx.db, article.id);
  const said = saidIn(c, words.said);
  const path = pathOf(c, article.pid);
  return c.var.shell.office(c, {
    title: article.title,
    crumbs: crumbsTo(c, { label: article.title }),
    styles: ['article-office'],
    ...(placeForm === null ? {} : { status: 422, error: true }),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body: (
      <ArticlePage
        article={article}
        rules={rules}
        path={path}
        acts={actsOf(c, article, rules)}
        issues={issues.map((one) => ({
          href: `${path}/sua#${fieldAt(one.path)}`,
          label: formLabels[one.path] ?? '',
          text: wordsOf(one, articleIssues),
        }))}
        returned={steps.findLast(({ act }) => act === 'return')?.reason ?? null}
        versions={await versionsOf(cx.db, article.id)}
        place={placeForm ?? freshForm(placeValues(article))}
        mayPlace={offers(c, articlePublish)}
        publicHref={article.liveVersion === null ? null : publicHref(c, article)}
        ownOnly={!rules.own && isMine(c, article) && offers(c, articleApprove)}
        panels={await panelsOf(c, article)}
        listHref={pathOf(c)}
      />
    ),
    aside: <ArticleHistory items={steps.toReversed().map(timed)} />,
  });
}

const fieldAt = (path: string): string => fieldId(path === 'authors' ? 'author_name_0' : path);

const publicHref = (c: WebContext, { kind, slug }: Article): string =>
  site(c.var.place.code, `${kind === 'page' ? 'trang' : 'bai'}/${slug}`);

const isMine = ({ var: { cx } }: WebContext, { createdBy }: Article): boolean =>
  cx.actor.kind === 'account' && createdBy === cx.actor.accountId;

/** What the one who looks may do with it now. */
function actsOf(c: WebContext, article: Article, rules: StoredRules): ReadonlySet<ArticleAct> {
  const mine = isMine(c, article);
  const approves = offers(c, articleApprove);
  const allowed: Readonly<Record<ArticleAct, boolean>> = {
    change: offers(c, articleWrite) && (approves || !withEditors(article.state)),
    submit: offers(c, articleWrite),
    discard: offers(c, articleWrite),
    remove: offers(c, articleWrite),
    return: approves,
    edit: approves && !(mine && needsAnother('edit', rules)),
    approve: approves && !(mine && needsAnother('approve', rules)),
    publish: offers(c, articlePublish),
    schedule: offers(c, articlePublish),
    unschedule: offers(c, articlePublish),
    withdraw: offers(c, articlePublish),
  };
  return new Set(actsNow(standingOf(article), rules).filter((act) => allowed[act]));
}

export const placeValues = ({ pinned, comments, withdrawAt }: Article): Record<string, string> => ({
  pinned: pinned === null ? '' : String(pinned),
  comments: comments ? '1' : '',
  // The instant is the first of the next day.
  until: withdrawAt === null ? '' : formatDate(vietnamDay(new Date(withdrawAt.getTime() - 1))),
});

function timed({ act, at, byName, machine, reason, dueAt }: Transition): TimelineItem {
  const who = machine ? words.one.machine : byName;
  const why = machine && reason === UNTIL ? words.one.until : reason;
  return {
    when: words.moment(at),
    title: actNames[act],
    children: [who, why, dueAt === null ? null : words.one.dueAt(dueAt)].filter(Boolean).join(': '),
    big: act === 'publish' || act === 'withdraw',
  };
}

/** A deleted article: only those who may take it back learn that it was there. */
function deletedPage(c: WebContext, article: Article, deletedAt: Date) {
  const until = restorableUntil(c, deletedAt, articleWrite);
  return c.var.shell.office(c, {
    title: article.title,
    crumbs: crumbsTo(c, { label: article.title }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `${article.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}
