import { sql } from 'kysely';
import { vietnamDay } from '../../src/kernel/clock.ts';
import { randomFromSeed } from '../../src/kernel/random.ts';
import { slugOf } from '../../src/kernel/slug.ts';
import { foldForSearch } from '../../src/kernel/vietnamese/fold.ts';
import { createSection } from '../../src/modules/articles/index.ts';
import { markOf, searchKeys } from '../../src/modules/showings/rules/index.ts';
import { type Cx, execute } from '../../src/platform/command.ts';
import { copyInto, copyText } from '../../src/platform/database/copying.ts';
import { all } from '../../src/platform/database/query.ts';

// Articles by the ten thousand, straight into the tables: what lists, pages and searches are measured with. Words
// are drawn as they fall in real texts: a few in nearly every one, most in very few.

const frequent =
  `của và các được có trong cho là với những một khoa học|kỹ thuật|nghiên cứu|liên hiệp|hội thảo|tỉnh|phát triển
  |giải pháp|sáng tạo|trí thức|nông nghiệp|công nghệ|tổ chức|đề tài|ứng dụng|người dân|hiệu quả|năng lượng|môi trường
  |đất dốc|cây trồng|chăn nuôi|y tế|giáo dục|học sinh|giáo viên|kỹ sư|bác sĩ|bằng khen|giải thưởng|hội thi|cuộc thi
  |tư vấn|phản biện|giám định|chính sách|dự án|nước sạch|rừng|lúa|ngô|nhãn|mắc ca|cà phê|nhà sấy|lò đốt|máy tách`
    .split(/[|\n]/)
    .flatMap((part) => (part.includes('của') ? part.trim().split(' ') : [part.trim()]))
    .filter(Boolean);
const onsets = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rhymes =
  'a á à ả ã ạ an án ang áng ạnh ao áo ay âm ất ân âu ây em ên êu i ích iên iệt inh ông óa ôi ơn uân uyên ưng ước ương'.split(
    ' ',
  );
const rare = onsets.flatMap((onset) => rhymes.map((rhyme) => onset + rhyme));

/** What was made, for those who ask for it. */
export interface LoadedArticles {
  readonly organisationId: string;
  readonly sections: readonly string[];
  readonly slugs: readonly string[];
}

/** Puts `count` articles of twenty years into the tables of `articles` and `showings`; `owner` runs a statement as their owner. */
export async function loadArticles(
  cx: Cx,
  code: string,
  count: number,
  owner: (statement: string) => Promise<unknown>,
): Promise<LoadedArticles> {
  const numbers = randomFromSeed('articles');
  const random = () => numbers() / 2 ** 32;
  const pick = <T>(from: readonly T[], steep: number): T =>
    from[Math.floor(from.length * random() ** steep)]!;
  const word = (): string =>
    random() < 0.45 ? pick(frequent, 1.6) : `${pick(rare, 2)} ${pick(rare, 1.2)}`;
  const words = (n: number): string => Array.from({ length: n }, word).join(' ');
  const [{ id: organisationId }] = (await all(
    cx.db,
    sql<{ id: string }>`select id from organisation where code = ${code}`,
  )) as [{ id: string }];
  const sections = await loadSections(cx, code);
  const tags = Array.from({ length: 2_000 }, (_, n) => `${words(1)} ${n}`);
  const start = Date.parse('2006-01-01T00:00:00Z');
  const step = (Date.parse('2026-05-01T00:00:00Z') - start) / count;
  const articles = Array.from({ length: count }, (_, n) => {
    const title = `${words(5)} ${n}`;
    return {
      id: cx.ids.uuid(),
      pid: cx.ids.pid(),
      title,
      slug: slugOf(title),
      kind: n % 9 === 0 ? 'notice' : 'news',
      lead: words(22),
      body: words(230),
      section: pick(sections, 1.5),
      tags: [...new Set([pick(tags, 3), pick(tags, 2), pick(tags, 1)])],
      at: new Date(start + n * step),
    };
  });
  const iso = (at: Date) => at.toISOString();
  // In parts: none of them longer than a statement may take.
  const copy = async <T>(
    table: string,
    columns: readonly string[],
    rows: readonly T[],
    line: (row: T) => readonly (string | null)[],
  ) => {
    for (let at = 0; at < rows.length; at += 10_000) {
      const part = rows.slice(at, at + 10_000);
      await copyInto(
        cx.db,
        table,
        columns,
        part.map((row) => `${line(row).map(copyText).join('\t')}\n`),
      );
    }
  };
  const now = iso(cx.clock.now());
  await copy(
    'article',
    [
      'id',
      'pid',
      'organisation_id',
      'kind',
      'state',
      'newest',
      'title',
      'language',
      'section_id',
      'search',
      'live_version',
      'last_live',
      'slug',
      'published_at',
      'updated_at',
      'created_at',
      'created_name',
      'changed_at',
    ],
    articles,
    (a) => [
      a.id,
      a.pid,
      organisationId,
      a.kind,
      'published',
      '1',
      a.title,
      'vi',
      a.section.id,
      foldForSearch(a.title),
      '1',
      '1',
      a.slug,
      iso(a.at),
      iso(a.at),
      now,
      'load',
      now,
    ],
  );
  const prose = (text: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  await copy(
    'article_version',
    ['article_id', 'number', 'content', 'at', 'by_name'],
    articles,
    (a) => [
      a.id,
      '1',
      JSON.stringify({
        title: a.title,
        lead: a.lead,
        body: prose(a.body),
        cover: null,
        section: a.section.pid,
        sections: [],
        tags: a.tags,
        authors: [],
        source: null,
        number: null,
        due_on: null,
        language: 'vi',
        translation_of: null,
        slug: null,
      }),
      now,
      'load',
    ],
  );
  await copy(
    'article_transition',
    ['article_id', 'position', 'act', 'state', 'version', 'at', 'by_name'],
    articles,
    (a) => [a.id, '1', 'publish', 'published', '1', now, 'load'],
  );
  await copy(
    'article_section',
    ['article_id', 'live', 'section_id', 'position'],
    articles.flatMap((a) => [true, false].map((live) => ({ a, live }))),
    ({ a, live }) => [a.id, String(live), a.section.id, '1'],
  );
  await copy('article_slug', ['organisation_id', 'slug', 'article_id', 'at'], articles, (a) => [
    organisationId,
    a.slug,
    a.id,
    now,
  ]);
  await copy(
    'showing_article',
    [
      'article_id',
      'pid',
      'organisation_id',
      'kind',
      'language',
      'slug',
      'title',
      'title_search',
      'lead',
      'authors',
      'tags',
      'section_id',
      'published_at',
      'updated_at',
    ],
    articles,
    (a) => [
      a.id,
      a.pid,
      organisationId,
      a.kind,
      'vi',
      a.slug,
      a.title,
      foldForSearch(a.title),
      a.lead,
      '[]',
      JSON.stringify(a.tags.map((name) => ({ slug: slugOf(name), name }))),
      a.section.id,
      iso(a.at),
      iso(a.at),
    ],
  );
  const lists = await loadLists(cx, organisationId, sections, tags);
  await copy(
    'showing',
    ['list_id', 'published_at', 'article_id'],
    articles.flatMap((a) =>
      [
        'all',
        a.kind,
        a.section.id,
        ...(a.section.parent === null ? [] : [a.section.parent]),
        ...a.tags.map((name) => slugOf(name)),
      ].map((key) => ({ a, list: lists.get(key) })),
    ),
    ({ a, list }) => [String(list), iso(a.at), a.id],
  );
  await owner('drop index showing_words_keys');
  await copy('showing_words', ['article_id', 'published_at', 'keys', 'body'], articles, (a) => [
    a.id,
    iso(a.at),
    `{${searchKeys({ title: a.title, lead: a.lead, tags: a.tags, body: a.body }, [markOf.site(organisationId), markOf.section(a.section.id), markOf.year(Number(vietnamDay(a.at).slice(0, 4))), markOf.kind(a.kind), markOf.language('vi')]).join(',')}}`,
    `${a.title}\n\n${a.lead}\n\n${a.body}`,
  ]);
  await owner('create index showing_words_keys on showing_words using gin (keys)');
  await sql`insert into showing_site (site_id, changed_at) values (${organisationId}, ${cx.clock.now()})
    on conflict do nothing`.execute(cx.db);
  return {
    organisationId,
    sections: sections.map(({ slug }) => slug),
    slugs: articles.map(({ slug }) => slug),
  };
}

interface LoadedSection {
  readonly id: string;
  readonly pid: string;
  readonly slug: string;
  readonly parent: string | null;
}

async function loadSections(cx: Cx, code: string): Promise<LoadedSection[]> {
  const made: LoadedSection[] = [];
  const make = async (name: string, parent: LoadedSection | null) => {
    const outcome = await execute(cx, createSection, {
      organisation: code,
      name,
      ...(parent === null ? {} : { parent: parent.pid }),
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const one: LoadedSection = { ...outcome.value, parent: parent?.id ?? null };
    made.push(one);
    return one;
  };
  for (let n = 1; n <= 5; n += 1) {
    const top = await make(`Chuyên mục ${n}`, null);
    for (let m = 1; m <= 3; m += 1) await make(`Chuyên mục ${n} phần ${m}`, top);
  }
  return made;
}

/** The lists by what they are of. */
async function loadLists(
  cx: Cx,
  siteId: string,
  sections: readonly LoadedSection[],
  tags: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  await sql`insert into showing_list (site_id, kind, language) values
    ${sql.join(['all', 'news', 'notice'].map((kind) => sql`(${siteId}, ${kind}, 'vi')`))}`.execute(
    cx.db,
  );
  await sql`insert into showing_list (site_id, kind, section_id, language)
    select ${siteId}, 'section', id, 'vi' from unnest(${sections.map(({ id }) => id)}::uuid[]) id`.execute(
    cx.db,
  );
  await sql`insert into showing_list (site_id, kind, tag, label, search, language)
    select ${siteId}, 'tag', slug, label, search, 'vi'
    from unnest(${tags.map((name) => slugOf(name))}::text[], ${[...tags]}::text[],
      ${tags.map((name) => foldForSearch(name))}::text[]) t (slug, label, search)`.execute(cx.db);
  const rows = await all(
    cx.db,
    sql<{
      id: number;
      key: string;
    }>`select id, coalesce(section_id::text, tag, kind) as key from showing_list
      where site_id = ${siteId}`,
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}
