import { makeDay } from '../../../../kernel/day.ts';
import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import { feedTime, timeOf } from '../bytes/times.ts';
import { Problems } from '../problems.ts';
import { type NewArticle, type Newcomers, Unreadable } from '../types.ts';
import { htmlText } from './letters.ts';
import { attribute, type Element, firstOf, htmlOf, mainOf, textOf, treeOf } from './tree.ts';

/** A file of the folder; `path` below it, with slashes. */
export interface FolderFile {
  readonly path: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
}

const largestPage = 10_000_000;
const PAGE = /\.(x?html?|shtml|php|aspx?)$/i;
const MEDIUM = /\.(jpe?g|png|gif|webp|bmp|pdf|docx?|xlsx?|pptx?|mp3|mp4|m4a|webm|ogg|zip|rar)$/i;

/** Reads a folder of pages as they were saved or lay on a server: each page an article, each folder a section. */
export async function* readFolder(
  files: AsyncIterable<FolderFile> | Iterable<FolderFile>,
): Newcomers {
  const problems = new Problems();
  const sections = new Set<string>();
  let pages = 0;
  for await (const file of files) {
    if (MEDIUM.test(file.path)) {
      const title = file.path.split('/').at(-1) ?? file.path;
      const about = { originId: file.path, title, address: file.path, file: file.path };
      yield { kind: 'media', ...about, alt: '', caption: '', parent: null, at: null };
    } else if (!PAGE.test(file.path)) problems.add('other_file', {}, file.path);
    else if (file.size > largestPage)
      problems.add('page_too_large', { most: largestPage }, file.path);
    else {
      pages += 1;
      const article = pageOf(file.path, await file.read());
      if (article === null) {
        problems.add('page_without_words', {}, file.path);
        continue;
      }
      for (const name of article.sections) {
        if (sections.has(name)) continue;
        sections.add(name);
        yield { kind: 'section', originId: name, parent: null, name, slug: name, description: '' };
      }
      if (article.publishedAt === null) problems.add('without_date', {}, file.path);
      yield article;
      const to = { kind: article.kind, originId: article.originId } as const;
      yield { kind: 'redirect', from: encodeURI(`/${file.path}`), to };
    }
  }
  if (pages === 0) throw new Unreadable('no_pages');
  yield* problems.all();
}

/** The article of one page; null when there are no words on it. */
export function pageOf(path: string, bytes: Uint8Array): NewArticle | null {
  const document = treeOf(htmlText(bytes));
  const main = mainOf(document);
  const words = main === null ? '' : textOf(main).trim();
  if (main === null || words === '') return null;
  const meta = (...names: string[]): string => {
    const found = firstOf(
      document,
      (one) =>
        one.tagName === 'meta' &&
        names.includes((attribute(one, 'property') || attribute(one, 'name')).toLowerCase()),
    );
    return found === null ? '' : attribute(found, 'content').trim();
  };
  const folders = path.split('/').slice(0, -1);
  const index = /^(index|default|home)\.\w+$/i.test(path.split('/').at(-1) ?? '');
  const picture = meta('og:image');
  const published = meta('article:published_time', 'dc.date', 'dc.date.issued', 'date', 'pubdate');
  return {
    kind: index ? 'page' : 'article',
    originId: path,
    type: 'page',
    title: titleOf(document, main, meta('og:title')) || path,
    slug: '',
    html: htmlOf(main),
    lead: meta('og:description', 'description'),
    author: meta('author', 'dc.creator') || null,
    sections: folders.length === 0 ? [] : [folders.at(-1)!],
    tags: meta('keywords')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    cover: picture === '' ? null : { address: picture },
    galleries: [],
    state: 'published',
    publishedAt:
      feedTime(published) ?? timeIn(document) ?? dayIn(words) ?? dayIn(textOf(document, 20_000)),
    changedAt: feedTime(meta('article:modified_time', 'last-modified')),
    until: null,
    language: null,
    comments: false,
    pinned: false,
    reads: null,
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function titleOf(document: Parameters<typeof firstOf>[0], main: Element, said: string): string {
  const inMain = firstOf(main, ({ tagName }) => tagName === 'h1');
  const anywhere = inMain ?? firstOf(document, ({ tagName }) => tagName === 'h1');
  const title = firstOf(document, ({ tagName }) => tagName === 'title');
  const heading = anywhere === null ? '' : oneLine(textOf(anywhere));
  if (said !== '' || heading !== '') return said || heading;
  return title === null ? '' : oneLine(textOf(title));
}

function timeIn(document: Parameters<typeof firstOf>[0]): string | null {
  const time = firstOf(
    document,
    (one) => one.tagName === 'time' && attribute(one, 'datetime') !== '',
  );
  return time === null ? null : feedTime(attribute(time, 'datetime'));
}

const IN_WORDS = /\bngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})\b/;
const IN_FIGURES =
  /\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})\b(?:[^\d\n]{1,12}(\d{1,2})[:h](\d{2}))?/;

/** The first day that the beginning of a text names, with its time where one follows, in Vietnam. */
export function dayIn(text: string): string | null {
  const head = foldForSearch(text.slice(0, 3_000).replace(/[ \t\u00a0]+/g, ' '));
  const figures = IN_FIGURES.exec(text.slice(0, 3_000));
  const [, day, month, year, hour = '0', minute = '0'] = figures ?? IN_WORDS.exec(head) ?? [];
  if (day === undefined) return null;
  const found = makeDay(Number(year), Number(month), Number(day));
  if (found === null || Number(hour) > 23 || Number(minute) > 59) return null;
  return timeOf(`${found} ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, 'local');
}
