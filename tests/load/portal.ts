// Public sites under load: kept and made pages, their weight, growth by the number of articles, what writing costs.
import type { Runtime } from '../../src/runtime.ts';
import { row, shown } from './figures.ts';
import { weighedArticle } from './portal-article.ts';
import { articlesByNumber } from './portal-growth.ts';
import { type Asked, ask, besides, cold, memoryOf, type Served, weigh } from './portal-pages.ts';
import { editing, likesAgainstReads } from './portal-writes.ts';
import { inCopy, serve, stop } from './programs.ts';
import { throughput } from './throughput.ts';

/** Everything about public sites; `folder` takes what is only needed on the way. */
export async function measurePortal(demo: string, folder: string): Promise<void> {
  await inCopy(demo, (data) => oneSite(data, folder));
  await articlesByNumber(demo);
}

/** The site of the demo's union, with an article that has everything. */
async function oneSite(data: string, folder: string): Promise<void> {
  // Each reader who agrees comes from another place.
  const served = { ...(await serve(data, { LIENTRI_TRUST_PROXY: '1' })), data };
  const runtime = await besides(data);
  try {
    const weighed = await weighedArticle(runtime.cx('cli'));
    await drawn(runtime);
    const pages = await pagesOf(runtime, served, weighed.address);
    await weigh(served, weighed.address);
    await weigh(served, '/sonla');
    await cold(runtime, served, pages);
    await underLoad(served, weighed.address, folder);
    await editing(runtime, served, weighed);
    await likesAgainstReads(served, weighed);
  } finally {
    await runtime.close();
    await stop(served.server);
  }
}

async function underLoad(served: Served, address: string, folder: string): Promise<void> {
  const before = memoryOf(served.server);
  for (const one of [address, '/sonla', '/sonla/tin']) await throughput(served, one, folder);
  row(
    '– memory of the server before and after',
    `${shown(before)} and ${shown(memoryOf(served.server))} MB`,
    '',
  );
}

const patience = 10 * 60_000;

/** The sizes of all pictures are made, so that nothing else is done while pages are measured. */
async function drawn({ database }: Runtime): Promise<void> {
  const start = performance.now();
  for (;;) {
    const { rows } = await database.pool.query<{ n: number }>(
      `select count(*)::integer as n from medium
       where kind = 'picture' and sizes_at is null and deleted_at is null`,
    );
    if (rows[0]!.n === 0) break;
    if (performance.now() - start > patience) throw new Error(`${rows[0]!.n} pictures not drawn`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  row(
    'sizes of the pictures of the demo made',
    shown((performance.now() - start) / 1000, ' s'),
    '',
  );
}

async function pagesOf(
  { database }: Runtime,
  { base }: Served,
  article: string,
): Promise<readonly Asked[]> {
  const { rows } = await database.pool.query<{ tag: string; section: string }>(
    `select l.tag, (select slug from section where organisation_id = o.id and parent_id is null
         and deleted_at is null order by position limit 1) as section
     from showing_list l join organisation o on o.id = l.site_id
     where o.code = 'sonla' and l.tag is not null order by l.id limit 1`,
  );
  const { tag, section } = rows[0]!;
  // Every address is there before anything is measured.
  const pages: readonly Asked[] = [
    ['article', article],
    ['home of blocks', '/sonla'],
    ['home of blocks', '/'],
    ['list', '/sonla/tin'],
    ['notices', '/sonla/thong-bao'],
    ['section', `/sonla/chuyen-muc/${section}`],
    ['tag', `/sonla/tu-khoa/${tag}`],
    ['search', `/sonla/tim?q=${encodeURIComponent('nhà sấy')}`],
    ['library', '/sonla/thu-vien'],
    ['RSS', '/sonla/rss.xml'],
    ['sitemap', '/sonla/sitemap.xml'],
    ['sitemap', '/sonla/sitemap-1.xml'],
  ];
  for (const [, address] of pages) await ask(base + address);
  return pages;
}
