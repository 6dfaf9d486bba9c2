import { type Issue, issue } from '../../../kernel/issue.ts';
import { isEmptyProse, legacyOf, linksOf, safeHref } from '../../../kernel/prose/index.ts';
import type { ArticleKind, Content } from './content.ts';

/** Longest title that a list, a phone and a search engine show whole. */
export const TITLE_SHOWN = 150;
export const LEAD_SHOWN = 500;

/** What is known of a medium that the text shows. */
export interface KnownMedium {
  readonly kind: 'picture' | 'video' | 'audio' | 'document';
  readonly title: string;
  readonly alt: string;
}

export interface CheckFacts {
  readonly kind: ArticleKind;
  /** pids of the sections that stand. */
  readonly sections: ReadonlySet<string>;
  /** By pid: what the library can show the public. */
  readonly media: ReadonlyMap<string, KnownMedium>;
}

/**
 * What keeps a version from becoming public; it may be saved all the same. One line for each thing to mend, under
 * the field where it is mended.
 */
export function publishIssues(content: Content, facts: CheckFacts): Issue[] {
  return [
    ...wordIssues(content, facts.kind),
    ...placeIssues(content, facts),
    ...coverIssues(content, facts),
    ...bodyIssues(content, facts),
    ...content.authors
      .filter(({ consent }) => !consent)
      .map(({ name }) => issue('authors', 'author_unasked', { name })),
  ];
}

function wordIssues({ title, lead, body }: Content, kind: ArticleKind): Issue[] {
  const issues: Issue[] = [];
  if (title.length > TITLE_SHOWN)
    issues.push(issue('title', 'title_long', { max: TITLE_SHOWN, length: title.length }));
  if (kind === 'news' && lead === '') issues.push(issue('lead', 'lead_missing'));
  if (lead.length > LEAD_SHOWN)
    issues.push(issue('lead', 'lead_long', { max: LEAD_SHOWN, length: lead.length }));
  if (isEmptyProse(body)) issues.push(issue('body', 'body_empty'));
  for (const [path, words] of [
    ['title', title],
    ['lead', lead],
    ['body', body],
  ] as const) {
    const encoding = legacyOf(words);
    if (encoding !== null) issues.push(issue(path, 'legacy_encoding', { encoding }));
  }
  return issues;
}

function placeIssues({ section, sections }: Content, facts: CheckFacts): Issue[] {
  if (section === null) return facts.kind === 'news' ? [issue('section', 'section_missing')] : [];
  const gone = [section, ...sections].filter((pid) => !facts.sections.has(pid));
  return gone.length > 0 ? [issue('section', 'section_gone')] : [];
}

function coverIssues({ cover }: Content, { media }: CheckFacts): Issue[] {
  if (cover === null) return [];
  const known = media.get(cover.media);
  if (known === undefined) return [issue('cover', 'medium_gone', { title: cover.media })];
  if (known.kind !== 'picture') return [issue('cover', 'cover_no_picture', { title: known.title })];
  return cover.alt === '' && known.alt === '' ? [issue('cover_alt', 'cover_alt_missing')] : [];
}

function bodyIssues({ body, source }: Content, { media }: CheckFacts): Issue[] {
  const issues: Issue[] = [];
  for (const block of body.content) {
    if (
      block.type === 'table' &&
      !block.content[0]?.content.some((cell) => cell.type === 'tableHeader')
    )
      issues.push(issue('body', 'table_headless', { caption: block.attrs?.caption ?? '' }));
    if (!('attrs' in block) || block.attrs === undefined || !('media' in block.attrs)) continue;
    const pid = block.attrs.media;
    const known = media.get(pid);
    if (known === undefined) issues.push(issue('body', 'medium_gone', { title: pid }));
    else if (block.type === 'figure' && !block.attrs.alt && known.alt === '')
      issues.push(issue('body', 'figure_alt_missing', { title: known.title }));
  }
  for (const href of [...linksOf(body), ...(source?.href ? [source.href] : [])])
    if (safeHref(href) === null) issues.push(issue('body', 'link_unsafe', { href }));
  return distinct(issues);
}

const distinct = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((one) => [JSON.stringify(one), one])).values(),
];
