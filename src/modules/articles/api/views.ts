import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { findSection, liveArticle, sectionsOf, transitionsOf } from '../queries/index.ts';
import {
  articleKinds,
  articleLanguages,
  articleStates,
  authorRoles,
  type Content,
} from '../rules/index.ts';
import {
  type Article,
  fieldsOfContent,
  type ListedArticle,
  type ListedVersion,
  type Section,
  type Transition,
} from '../schema/index.ts';
import { completeness } from '../service/index.ts';

const organisation = z.object({ code: z.string(), name: z.string() });
const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export const contentShape = z.object({
  title: z.string(),
  lead: z.string(),
  body: z.object({ type: z.literal('doc'), content: z.array(z.unknown()) }),
  cover: z.string().nullable(),
  cover_alt: z.string().nullable(),
  cover_caption: z.string().nullable(),
  cover_credit: z.string().nullable(),
  section: z.string().nullable(),
  sections: z.array(z.string()),
  tags: z.array(z.string()),
  authors: z.array(
    z.object({
      name: z.string(),
      role: z.enum(authorRoles),
      person: z.string().nullable(),
      consent: z.boolean(),
    }),
  ),
  source_name: z.string().nullable(),
  source_href: z.string().nullable(),
  number: z.string().nullable(),
  due_on: z.string().nullable(),
  language: z.enum(articleLanguages),
  translation_of: z.string().nullable(),
  slug: z.string().nullable(),
});

export const articleShape = z.object({
  pid: z.string(),
  organisation,
  kind: z.enum(articleKinds),
  state: z.enum(articleStates),
  title: z.string(),
  language: z.enum(articleLanguages),
  section: z.string().nullable().describe('Name of the main section'),
  authors: z.string(),
  newest_version: z.number().int(),
  public_version: z.number().int().nullable().describe('What the public reads; null: nothing'),
  slug: z.string().nullable(),
  published_at: z.iso.datetime().nullable(),
  updated_at: z.iso.datetime().nullable(),
  scheduled_at: z.iso.datetime().nullable(),
  schedule_failed: z.string().nullable(),
  withdraw_at: z.iso.datetime().nullable(),
  pinned: z.number().int().nullable(),
  comments: z.boolean(),
  origin: z.string().nullable(),
  origin_id: z.string().nullable(),
  created_at: z.iso.datetime(),
  created_by: z.string(),
  changed_at: z.iso.datetime(),
  changed_by: z.string(),
  version: z.number().int(),
});

const issueShape = z.object({ path: z.string(), code: z.string(), data: z.unknown().optional() });

/** One article alone also says what is written and what still keeps it from being public. */
export const oneArticleShape = articleShape.extend({
  content: contentShape,
  lacks: z.array(issueShape),
});

export const versionShape = z.object({
  number: z.number().int(),
  title: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  restores: z.number().int().nullable(),
});
export const oneVersionShape = versionShape.extend({ content: contentShape });

export const transitionShape = z.object({
  act: z.string(),
  state: z.enum(articleStates),
  version: z.number().int(),
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string().nullable(),
  due_at: z.iso.datetime().nullable(),
});

export const sectionShape = z.object({
  pid: z.string(),
  parent: z.string().nullable(),
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  position: z.number().int(),
  version: z.number().int(),
});

export function articleView(row: ListedArticle) {
  return {
    pid: row.pid,
    organisation: { code: row.organisationCode, name: row.organisationName },
    kind: row.kind,
    state: row.state,
    title: row.title,
    language: row.language,
    section: row.section,
    authors: row.authors,
    newest_version: row.newest,
    public_version: row.liveVersion,
    slug: row.slug,
    published_at: instant(row.publishedAt),
    updated_at: instant(row.updatedAt),
    scheduled_at: instant(row.scheduledAt),
    schedule_failed: row.scheduleFailed,
    withdraw_at: instant(row.withdrawAt),
    pinned: row.pinned,
    comments: row.comments,
    origin: row.origin,
    origin_id: row.originId,
    created_at: row.createdAt.toISOString(),
    created_by: row.createdName,
    changed_at: row.changedAt.toISOString(),
    changed_by: row.changedName,
    version: row.version,
  };
}

export const contentView = (content: Content) => fieldsOfContent(content);

/** One article as REST answers with it. @throws NotFound */
export async function answer(cx: Cx, pid: string): Promise<unknown> {
  const article: Article = await liveArticle(cx, pid);
  return {
    ...articleView(article),
    content: contentView(article.content),
    lacks: await completeness(cx, article),
  };
}

export const versionView = ({ number, title, at, byName, restores }: ListedVersion) => ({
  number,
  title,
  at: at.toISOString(),
  by: byName,
  restores,
});

const transitionView = ({ act, state, version, at, byName, reason, dueAt }: Transition) => ({
  act,
  state,
  version,
  at: at.toISOString(),
  by: byName,
  reason,
  due_at: instant(dueAt),
});

export const transitionsAnswer = async (cx: Cx, id: string) =>
  (await transitionsOf(cx.db, id)).map(transitionView);

export function sectionView(section: Section, all: readonly Section[]) {
  const { pid, name, slug, description, position, version } = section;
  const parent = all.find(({ id }) => id === section.parentId)?.pid ?? null;
  return { pid, parent, name, slug, description, position, version };
}

export async function sectionAnswer(cx: Cx, pid: string): Promise<unknown> {
  const section = await findSection(cx, pid);
  if (section === null) return null;
  return sectionView(section, await sectionsOf(cx.db, section.organisationId));
}
