import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { albumsOf, mediaOf, type Prose } from '../../../kernel/prose/index.ts';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { mediaFieldData } from '../../media/index.ts';
import { ArticleForm } from '../pages/form.tsx';
import type { FormChoices } from '../pages/form-field.ts';
import { liveArticle, othersTyping, sectionsOf, tagsLike, typingOf } from '../queries/index.ts';
import { type ArticleKind, articleKinds, type Compared, compare } from '../rules/index.ts';
import {
  type Article,
  articleEdit,
  contentFrom,
  type Section,
  type Typing,
} from '../schema/index.ts';
import { changeArticle, createArticle, shownMedia } from '../service/index.ts';
import { articleIssues, kindNames, words } from '../vi/index.ts';
import { authorLines, formLabels, readForm, sentValues, valuesOf } from './fields.ts';
import { below, crumbsTo, liveOf, needs, pathOf } from './shared.ts';
import { typingDoors } from './typing.ts';

export function formDoors(app: Hono<Env>): void {
  app.get('/bai-viet/moi', (c) => fresh(c, { article: null, kind: kindAsked(c) }));
  app.post('/bai-viet/moi', (c) => sent(c, { article: null, kind: kindAsked(c) }));
  app.get('/bai-viet/:pid/sua', async (c) => fresh(c, await subjectOf(c)));
  app.post('/bai-viet/:pid/sua', async (c) => sent(c, await subjectOf(c)));
  typingDoors(app);
}

/** What one form is about: a new article of a kind, or one that stands. */
interface Subject {
  readonly article: Article | null;
  readonly kind: ArticleKind;
}

async function subjectOf(c: WebContext): Promise<Subject> {
  const article = await liveOf(c);
  return { article, kind: article.kind };
}

const kindAsked = (c: WebContext): ArticleKind =>
  articleKinds.find((kind) => kind === c.req.query('loai')) ?? 'news';

async function fresh(c: WebContext, subject: Subject): Promise<Response> {
  needs(c);
  const { cx, place } = c.var;
  const { article } = subject;
  const typing = await typingOf(cx, place.organisationId, article?.id ?? null);
  if (typing !== null)
    return show(c, subject, { form: freshForm(typing.typed), typing, version: typing.base });
  const values =
    article === null
      ? { language: 'vi' }
      : valuesOf(article.content, await originalTitle(cx, article));
  return show(c, subject, { form: freshForm(values), version: article?.version });
}

async function originalTitle(cx: Cx, { content }: Article): Promise<string | null> {
  if (content.translation_of === null) return null;
  const original = await liveArticle(cx, content.translation_of).catch(() => null);
  return original?.title ?? null;
}

/** What the form of this kind does not ask stays as it is. */
function unasked(article: Article | null, values: Readonly<Record<string, string>>) {
  if (article === null || values.number !== undefined) return {};
  const { number, due_on } = article.content;
  return { number, due_on };
}

type Write = (cx: Cx, raw: unknown) => Promise<Outcome<{ pid: string }>>;

// With `organisation: ''` nothing is written: what the form itself found is told first. An article that stands has no
// such field; a title that is missing keeps it from being saved.
const writeOf =
  ({ article }: Subject): Write =>
  (cx, raw) => {
    if (article === null) return execute(cx, createArticle, raw);
    const { organisation, ...rest } = raw as Record<string, unknown>;
    return execute(cx, changeArticle, organisation === '' ? { ...rest, title: '' } : rest);
  };

async function sent(c: WebContext, subject: Subject): Promise<Response> {
  needs(c);
  const form = await formOf(c);
  const values = sentValues(form);
  const { article, kind } = subject;
  const { raw: typed, early, named } = await readForm(c, form);
  const raw: Record<string, unknown> = { ...unasked(article, values), ...typed };
  const whole =
    article === null
      ? { ...raw, organisation: c.var.place.code, kind }
      : { ...raw, pid: article.pid, version: values.version };
  const saved = await saveSent(c.var.cx, form.key, {
    raw: whole,
    early,
    read:
      early.length > 0 && (values.title ?? '').trim() !== ''
        ? ['organisation', 'title']
        : ['organisation'],
    write: writeOf(subject),
  });
  if (saved.ok) return c.redirect(`${pathOf(c, saved.value.pid)}?da-luu=1`, 303);
  const found: readonly Issue[] = named(saved.issues);
  return show(c, subject, {
    form: returnedForm(
      { ...values, cover: String(raw.cover ?? '') },
      found,
      articleIssues,
      formLabels,
    ),
    version: saved.newer ?? values.version,
    both: saved.newer === undefined || article === null ? null : await bothOf(c, article, whole),
  });
}

/** What was typed beside what somebody else saved meanwhile. */
async function bothOf(c: WebContext, { pid }: Article, raw: object) {
  const now = await liveArticle(c.var.cx, pid);
  const typed = articleEdit.safeParse(raw);
  const content = typed.success ? contentFrom(typed.data) : now.content;
  return {
    name: words.one.who(now.changedName),
    at: now.changedAt,
    compared: compare(now.content, content),
  };
}

interface State {
  readonly form: FormView;
  readonly version: string | number | null | undefined;
  readonly typing?: Typing;
  readonly both?: {
    readonly name: string;
    readonly at: Date;
    readonly compared: Compared;
  } | null;
}

/** The form: fresh, as it was typed before, or (with issues) as it was sent. */
async function show(c: WebContext, subject: Subject, state: State): Promise<Response> {
  const { article, kind } = subject;
  const { cx } = c.var;
  const { form, both } = state;
  const bad = form.summary.length > 0;
  const title = article === null ? words.writeTitle[kind] : words.editTitle;
  const backHref = article === null ? pathOf(c) : pathOf(c, article.pid);
  const others = article === null ? null : await othersTyping(cx, article.id);
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: both ? 409 : bad ? 422 : 200,
    crumbs: article === null ? crumbsTo(c, { label: title }) : below(c, article, title),
    islands: ['ui/editor', 'ui/autosave'],
    styles: ['editor', 'media', 'article-office'],
    body: (
      <ArticleForm
        kind={kind}
        state={form}
        returned={bad || state.typing !== undefined}
        body={article?.content.body ?? null}
        choices={await choicesOf(c, form.values, article?.content.body ?? null)}
        action={article === null ? `${c.req.path}?loai=${kind}` : c.req.path}
        hidden={{ _key: cx.ids.pid(), version: state.version }}
        saveHref={pathOf(c, article === null ? 'tu-luu' : `${article.pid}/tu-luu`)}
        dropHref={pathOf(c, article === null ? 'bo-go-do' : `${article.pid}/bo-go-do`)}
        backHref={backHref}
        typedAt={state.typing?.at ?? null}
        others={others}
        both={both ?? null}
        kinds={
          article === null && !bad
            ? articleKinds
                .filter((one) => one !== kind)
                .map((one) => ({ href: `${pathOf(c, 'moi')}?loai=${one}`, label: kindNames[one] }))
            : []
        }
      />
    ),
  });
}

async function choicesOf(
  c: WebContext,
  values: Readonly<Record<string, string>>,
  body: Prose | null,
): Promise<FormChoices> {
  const { cx, place } = c.var;
  const sections = await sectionsOf(cx.db, place.organisationId);
  const shown = body === null ? null : await shownMedia(cx.db, mediaOf(body), albumsOf(body));
  return {
    sections: sections.map(optionOf),
    cover: await mediaFieldData(c, ['picture'], values.cover),
    tags: await tagsLike(cx.db, place.organisationId, '', 12),
    authors: authorLines(values),
    media: [
      ...(shown?.media.values() ?? []),
      ...[...(shown?.albums.values() ?? [])].map(({ pid, title }) => ({
        pid,
        title,
        kind: 'album' as const,
      })),
    ],
    people: pathOf(c, 'nguoi'),
    articles: pathOf(c, 'goi-y'),
    upload: office(place.code, 'thu-vien/tai-len'),
    library: office(place.code, 'thu-vien/goi-y'),
  };
}

export const optionOf = ({ pid, name, parentId }: Section) => ({
  value: pid,
  label: parentId === null ? name : `– ${name}`,
});
