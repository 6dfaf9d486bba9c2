import { vietnamTime } from '../../../../kernel/clock.ts';
import { legacyOf } from '../../../../kernel/prose/index.ts';
import { keptText } from '../../../../kernel/text.ts';
import { knownOf, stagedAbout, stagedByIds } from '../../queries/index.ts';
import { type NewArticle, originId, shortened } from '../../rules/index.ts';
import { untitled } from '../../vi/index.ts';
import type { Around } from './around.ts';
import { mediaNamed } from './media.ts';
import type { SectionsHere } from './sections.ts';
import { proseOf } from './text.ts';

const mostTags = 20;
const mostSections = 10;
/** Accounts that programs make, and nobody's name. */
const NOBODY = /^(admin(istrator)?\d*|root|webmaster|super ?user|editor|user\d*)$/i;
const VIETNAMESE = /[\u0103\u00e2\u0111\u00ea\u00f4\u01a1\u01b0\u1ea0-\u1ef9]/i;

/** What is to stand here of an article: the input of `takeInArticle`. */
export type Taken = Readonly<Record<string, unknown>> & {
  readonly origin: string;
  readonly origin_id: string;
  readonly title: string;
};

/** An article of the old site as this one keeps it. */
export async function contentOf(
  around: Around,
  sections: SectionsHere,
  article: NewArticle,
  slug: string | null,
): Promise<Taken> {
  const title = await titleOf(article);
  const { prose, problems, issues } = await proseOf(around, sections, article, title);
  for (const { code, what } of problems) around.problems.add(code, {}, `${title}: ${what}`);
  for (const { code } of issues) around.problems.add('text_refused', { why: code }, title);
  const places = article.sections.flatMap((id) => sections.get(id)?.pid ?? []);
  const [main = null, ...others] = [...new Set(places)];
  const lead = oneText(article.lead, 2000);
  if (legacyOf(title) !== null) around.problems.add('old_letters', {}, title);
  return {
    organisation: around.code,
    kind: article.kind === 'page' ? 'page' : 'news',
    title,
    lead: lead === '' ? null : lead,
    body: prose,
    cover: await coverOf(around, article),
    section: main,
    sections: others.slice(0, mostSections),
    tags: await tagsOf(around, article),
    authors: await authorsOf(around, article),
    language: languageOf(around, article, title),
    slug,
    origin: around.program,
    origin_id: originId(around.site.key, article.originId),
  };
}

const oneText = (text: string, most: number): string => keptText(text).slice(0, most).trim();

async function titleOf({ title, html }: NewArticle): Promise<string> {
  const said = oneText(title.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '), 300);
  if (said !== '') return said;
  const words = oneText(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), 80);
  return words === '' ? untitled : words;
}

async function coverOf(around: Around, { cover }: NewArticle): Promise<string | null> {
  if (cover === null) return null;
  if ('originId' in cover) {
    const id = shortened(cover.originId);
    return (await knownOf(around.cx.db, around.whose, 'media', [id])).get(id)?.pid ?? null;
  }
  const { address } = around.site;
  const base = `${address === '' ? 'http://site.invalid' : address}/`;
  if (!URL.canParse(cover.address, base)) return null;
  const whole = new URL(cover.address, base).href;
  return (await mediaNamed(around, [whole])).get(whole) ?? null;
}

async function tagsOf(around: Around, article: NewArticle): Promise<string[]> {
  const { cx, batch } = around;
  const told = await stagedAbout(cx.db, batch, 'tagging', shortened(article.originId));
  const ids = [...article.tags, ...told.map(({ tag }) => tag)];
  const staged = await stagedByIds(
    cx.db,
    batch,
    'tag',
    ids.map((id) => shortened(id)),
  );
  // Pages that are files say their words and no ids.
  const names = ids.map((id) => staged.get(shortened(id))?.one.name ?? id);
  const clean = names.map((name) => oneText(name.replace(/[,;\s]+/g, ' '), 1000)).filter(Boolean);
  const fit = [...new Set(clean)].filter((name) => name.length <= 60);
  if (fit.length > mostTags)
    around.problems.add('too_many_tags', { most: mostTags }, article.title);
  return fit.slice(0, mostTags);
}

async function authorsOf(around: Around, { author }: NewArticle) {
  if (author === null) return [];
  const id = shortened(author);
  const staged = await stagedByIds(around.cx.db, around.batch, 'author', [id]);
  // A number without its name says nothing.
  const said = staged.get(id)?.one.name ?? (/^\d+$/.test(author) ? '' : author);
  const name = oneText(said.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '), 120);
  // Their names stood under what they wrote there.
  return name === '' || NOBODY.test(name)
    ? []
    : [{ name, role: 'author', person: null, consent: true }];
}

function languageOf(around: Around, article: NewArticle, title: string): 'vi' | 'en' {
  if (article.language !== null) return article.language === 'en' ? 'en' : 'vi';
  // Many offices never told their program in which language they write.
  const words = `${title} ${article.html.slice(0, 5_000)}`.normalize('NFC');
  return around.language.startsWith('en') && !VIETNAMESE.test(words) ? 'en' : 'vi';
}

/** The last day on which the public may read it. */
export const lastDay = (until: string | null): string | null =>
  until === null ? null : vietnamTime(new Date(until)).day;
