import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { personRead, visiblePerson } from '../../people/index.ts';
import type { ArticleLanguage, Content } from '../rules/index.ts';

/** What a content names, found: by pid. */
export interface Named {
  readonly sections: ReadonlyMap<string, string>;
  readonly persons: ReadonlyMap<string, string>;
  readonly translationOf: string | null;
}

interface Whose {
  readonly organisationId: string;
  /** The article itself; null when it is new. */
  readonly id: string | null;
}

type Row = { readonly pid: string; readonly id: string };
const byPid = (rows: readonly Row[]) => new Map(rows.map(({ pid, id }) => [pid, id]));

async function sectionIds(cx: Cx, { organisationId }: Whose, content: Content) {
  const pids = [content.section, ...content.sections].filter((pid) => pid !== null);
  const rows = await all(
    cx.db,
    sql<Row>`select pid, id from section
      where organisation_id = ${organisationId} and deleted_at is null and pid = any(${pids}::text[])`,
  );
  return byPid(rows);
}

// Somebody who stays named is not looked for again: who edits the text need not see that person.
async function personIds(cx: Cx, { id }: Whose, content: Content) {
  const pids = content.authors.flatMap(({ person }) => person ?? []);
  if (pids.length === 0) return new Map<string, string>();
  const rows = await all(
    cx.db,
    sql<Row>`select p.pid, p.id from person p where p.pid = any(${pids}::text[])
      and (${visiblePerson(cx, personRead, 'p')}
        or exists (select from article_author x where x.article_id = ${id}::uuid and x.person_id = p.id))`,
  );
  return byPid(rows);
}

interface Original {
  readonly id: string;
  readonly language: ArticleLanguage;
  readonly translates: boolean;
}

function originalOf(cx: Cx, { organisationId }: Whose, pid: string): Promise<Original | null> {
  return maybe(
    cx.db,
    sql<Original>`select id, language, translation_of is not null as translates from article
      where organisation_id = ${organisationId} and pid = ${pid} and deleted_at is null`,
  );
}

/** Languages of the articles that say in another language what this one says. */
async function translatedInto(cx: Cx, id: string | null): Promise<string[]> {
  if (id === null) return [];
  const rows = await all(
    cx.db,
    sql<{ language: string }>`select language from article where translation_of = ${id}`,
  );
  return rows.map(({ language }) => language);
}

async function slugTaken(cx: Cx, whose: Whose, slug: string): Promise<boolean> {
  const found = await maybe(
    cx.db,
    sql<{ id: string }>`select article_id as id from article_slug
      where organisation_id = ${whose.organisationId} and slug = ${slug}
        and article_id is distinct from ${whose.id}::uuid`,
  );
  return found !== null;
}

/** What keeps a content from being saved: it names what is not there. */
export async function saveIssues(cx: Cx, whose: Whose, content: Content): Promise<Issue[]> {
  const issues: Issue[] = [];
  const sections = await sectionIds(cx, whose, content);
  if (content.section !== null && !sections.has(content.section))
    issues.push(issue('section', 'section_unknown'));
  if (content.sections.some((pid) => !sections.has(pid)))
    issues.push(issue('sections', 'section_unknown'));
  const persons = await personIds(cx, whose, content);
  for (const [at, { person, name }] of content.authors.entries())
    if (person !== null && !persons.has(person))
      issues.push(issue(`authors.${at}.person`, 'person_unknown', { name }));
  const { slug } = content;
  if (slug !== null && (await slugTaken(cx, whose, slug)))
    issues.push(issue('slug', 'slug_taken', { slug }));
  return [...issues, ...(await translationIssues(cx, whose, content))];
}

async function translationIssues(cx: Cx, whose: Whose, content: Content): Promise<Issue[]> {
  const { translation_of: pid, language } = content;
  const into = await translatedInto(cx, whose.id);
  if (into.includes(language)) return [issue('language', 'language_of_translation')];
  if (pid === null) return [];
  const original = await originalOf(cx, whose, pid);
  if (original === null || original.id === whose.id)
    return [issue('translation_of', 'translation_unknown')];
  if (original.translates || into.length > 0)
    return [issue('translation_of', 'translation_of_translation')];
  return original.language === language
    ? [issue('translation_of', 'translation_same_language')]
    : [];
}

export async function named(cx: Cx, whose: Whose, content: Content): Promise<Named> {
  const { translation_of: pid } = content;
  return {
    sections: await sectionIds(cx, whose, content),
    persons: await personIds(cx, whose, content),
    translationOf: pid === null ? null : ((await originalOf(cx, whose, pid))?.id ?? null),
  };
}
