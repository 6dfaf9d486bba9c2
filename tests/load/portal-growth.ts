// Lists, articles and searches by the number of articles that a site has: 1, 10 and 100 times.
import type { Runtime } from '../../src/runtime.ts';
import { loadArticles } from './articles.ts';
import { exponent, median, quantile, row, shown } from './figures.ts';
import { ask, besides, processorsFor, queriesOf, rendered, type Served } from './portal-pages.ts';
import { publishing } from './portal-writes.ts';
import { inCopy, serve, stop } from './programs.ts';

/** A union whose site the demo leaves empty. */
const organisation = 'laichau';

/** `BENCH_ARTICLES=0` leaves this out. */
const sizes = (process.env.BENCH_ARTICLES ?? '1000,10000,100000')
  .split(',')
  .map(Number)
  .filter((size) => size > 0);

/** A question of which the address is another at each turn. */
interface Question {
  readonly what: string;
  readonly addresses: readonly string[];
}

/** Each size in a copy of the demo's folder, over HTTP. */
export async function articlesByNumber(demo: string): Promise<void> {
  const found: Found = new Map();
  for (const count of sizes)
    await inCopy(demo, async (data) => {
      const slugs = await fill(data, count);
      const served = { ...(await serve(data)), data };
      const runtime = await besides(data);
      try {
        await measure(runtime, served, count, slugs, found);
      } finally {
        await runtime.close();
        await stop(served.server);
      }
    });
  tellGrowth(found);
}

/** How the time of each question grows, and whether its queries do. */
export function tellGrowth(found: Found): void {
  for (const [what, taken] of found) {
    const numbers = [taken.map((one) => one.count), taken.map((one) => one.median)] as const;
    const counts = new Set(taken.map(({ queries }) => queries));
    row(
      `${what} by the number of articles; queries`,
      `exponent ${shown(exponent(...numbers))}; ${[...counts].join(', ')}`,
      'as many queries',
    );
  }
}

/** Makes up the articles; gives the addresses of some. */
async function fill(data: string, count: number): Promise<string[]> {
  const runtime = await besides(data);
  const client = await runtime.database.ownerPool.connect();
  try {
    await client.query(`set maintenance_work_mem = '1GB'`);
    const start = performance.now();
    const made = await loadArticles(runtime.cx('cli'), organisation, count, (statement) =>
      client.query(statement),
    );
    await client.query('vacuum analyze');
    const took = shown((performance.now() - start) / 1000, ' s');
    row(`${shown(count)} articles of 250 words made up`, took, '');
    return spread(made.slugs, 80);
  } finally {
    client.release(true);
    await runtime.close();
  }
}

/** So many of them, from the first to the last, no two beside each other. */
const spread = <T>(from: readonly T[], many: number): T[] =>
  Array.from({ length: many }, (_, n) => from[(n * 7919) % from.length]!);

type Found = Map<string, { count: number; median: number; queries: number }[]>;

/** Measures a folder that is served: all questions, the feeds, and one article more. */
export async function measure(
  runtime: Runtime,
  served: Served,
  count: number,
  slugs: readonly string[],
  found: Found,
): Promise<void> {
  const of = `of ${shown(count)} articles`;
  for (const { what, addresses } of await questions(runtime, count, slugs)) {
    const taken: number[] = [];
    // The first ones warm the sessions.
    const all = [...addresses.slice(0, 8), ...addresses];
    const used = await processorsFor(served, all.length, async () => {
      for (const [turn, address] of all.entries()) {
        const [one] = await rendered(runtime, served, address, 1, 0);
        if (turn >= 8) taken.push(one!);
      }
    });
    const queries = (await queriesOf(runtime, [addresses[0]!])).get(addresses[0]!)!.length;
    row(
      `${what} ${of}: median, p95; processors of server and database; queries`,
      `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms; ${used} ms; ${queries}`,
      '≤ 25 ms',
    );
    found.set(what, [...(found.get(what) ?? []), { count, median: median(taken), queries }]);
  }
  await sitemaps(served, of);
  if (count === Math.max(...sizes)) await publishing(runtime, served, organisation);
}

async function questions(
  runtime: Runtime,
  count: number,
  slugs: readonly string[],
): Promise<Question[]> {
  const { pool } = runtime.database;
  const site = `/${organisation}`;
  const section = await pool.query<{ slug: string }>(
    `select s.slug from section s join organisation o on o.id = s.organisation_id
     where o.code = $1 order by s.id limit 1`,
    [organisation],
  );
  const tag = await pool.query<{ tag: string }>(
    `select l.tag from showing_list l join organisation o on o.id = l.site_id
       join showing_month m on m.list_id = l.id
     where o.code = $1 and l.tag is not null group by l.tag order by sum(m.articles) desc limit 1`,
    [organisation],
  );
  const [sectionSlug, tagSlug] = [section.rows[0]!.slug, tag.rows[0]!.tag];
  const pages = Math.floor((count * 8) / 9 / 20);
  const again = (address: string) => Array.from({ length: 40 }, () => address);
  const words = await wordsOf(runtime, count);
  const search = (typed: readonly string[]) =>
    typed.map((q) => `${site}/tim?q=${encodeURIComponent(q)}`);
  const offered = (typed: readonly string[]) =>
    typed.map((q) => `${site}/tim/goi-y?q=${encodeURIComponent(q)}`);
  return [
    { what: 'list, page 1,', addresses: again(`${site}/tin`) },
    {
      what: 'list, deep page,',
      addresses: Array.from(
        { length: 40 },
        (_, n) => `${site}/tin?trang=${Math.max(2, pages - n)}`,
      ),
    },
    { what: 'section', addresses: again(`${site}/chuyen-muc/${sectionSlug}`) },
    { what: 'tag', addresses: again(`${site}/tu-khoa/${tagSlug}`) },
    { what: 'home', addresses: again(site) },
    { what: 'article', addresses: slugs.map((slug) => `${site}/bai/${slug}`) },
    { what: 'search, rare words,', addresses: search(words.rare) },
    { what: 'search, middling words,', addresses: search(words.middling) },
    { what: 'search, frequent words,', addresses: search(words.frequent) },
    { what: 'search, phrase,', addresses: again(search(['"khoa học kỹ thuật"'])[0]!) },
    {
      what: 'search, page 50 of a frequent word,',
      addresses: again(
        `${search(['khoa học'])[0]!}&loai=bai&trang=${Math.min(50, Math.ceil(count / 40))}`,
      ),
    },
    {
      what: 'search, eight frequent words,',
      addresses: again(search(['khoa học kỹ thuật nông nghiệp sáng tạo'])[0]!),
    },
    {
      what: 'suggestions',
      addresses: offered(['kho', 'khoa ho', 'khoa học kỹ th', ...words.rare, ...words.frequent]),
    },
    { what: 'RSS', addresses: again(`${site}/rss.xml`) },
    { what: 'sitemap, first file,', addresses: again(`${site}/sitemap-1.xml`).slice(0, 10) },
  ];
}

/** Pairs of words that hardly any text has, that a hundredth has, and that more than half have. */
async function wordsOf(
  runtime: Runtime,
  count: number,
): Promise<Record<'rare' | 'middling' | 'frequent', string[]>> {
  const looked = Math.min(count, 3000);
  const between = async (least: number, most: number) => {
    const { rows } = await runtime.database.pool.query<{ pair: string }>(
      `select pair from (
         select unnest(w.keys) as pair from showing_words w
         join (select article_id from showing_words order by article_id limit $1) few using (article_id)) k
       where pair ~ '^[a-z]+_[a-z]+$' group by pair having count(*) between $2 and $3
       order by md5(pair) limit 40`,
      [looked, least, most],
    );
    return rows.map(({ pair }) => pair.replace('_', ' '));
  };
  return {
    rare: await between(1, 1),
    middling: await between(Math.ceil(looked * 0.007), Math.ceil(looked * 0.02)),
    frequent: await between(Math.ceil(looked * 0.5), looked),
  };
}

/** A sitemap of many articles stands in several files; together they name each article once. */
async function sitemaps({ base }: Served, of: string): Promise<void> {
  const index = await ask(`${base}/${organisation}/sitemap.xml`);
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, href]) => new URL(href!));
  const sizes: number[] = [];
  for (const { pathname } of files)
    sizes.push((await ask(base + pathname)).split('<loc>').length - 1);
  row(
    `– sitemap ${of}: files, addresses in each`,
    `${files.length}: ${sizes.map((size) => shown(size)).join(', ')}`,
    '≤ 50,000 in each',
  );
}
