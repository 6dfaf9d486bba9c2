// Counting as the server does it: over a socket, with kept pages, beside the whole product.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { siteCounts } from '../src/modules/visits/index.ts';
import { browser } from '../src/modules/visits/testing.ts';
import { demoProduct } from '../src/testing.ts';
import { serve } from './support/server.ts';

const product = await demoProduct();
after(() => product.close());
const { database, clock } = product.runtime;
const { rows } = await database.ownerPool.query<{ id: string }>(
  "select id from organisation where code = 'sonla'",
);
const sonla = rows[0]!.id;
const pagesOf = async () => {
  const { total } = await siteCounts({ db: database.db, clock }, sonla);
  return total;
};

const page = '/sonla/kho-giai-phap';
const before = await pagesOf();
const server = await serve(product);
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.base}${path}`, { method, headers: { 'user-agent': browser, ...headers } });

test('made and kept pages are counted, one reader is one visit, and counters leave kept pages kept', async () => {
  const made = await get(page);
  assert.equal(made.status, 200);
  const etag = made.headers.get('etag') ?? '';
  await made.text();
  // Longer than a bundle waits.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  assert.deepEqual(await pagesOf(), { pages: before.pages + 1, visits: before.visits + 1 });
  const kept = await get(page);
  await kept.text();
  assert.equal(kept.headers.get('x-request-id'), null, 'made again');
  assert.equal((await get(page, { 'if-none-match': etag })).status, 304);
  const cookie = (await product.signIn('clerk')).get('cookie') ?? '';
  for (const asked of [
    get(page, {}, 'HEAD'),
    get(page, { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0)' }),
    get(page, { 'sec-purpose': 'prefetch' }),
    get(page, { cookie }),
    get('/sonla/kho-giai-phap/0000000000000000'),
    get('/vp/sonla', { cookie }),
    get('/api/v1/openapi.json'),
    get('/assets/mau/brick.css'),
  ])
    await (await asked).arrayBuffer();
  await server.stop();
  assert.deepEqual(await pagesOf(), { pages: before.pages + 3, visits: before.visits + 1 });
});

test('the public page says as of when, the office has days and files, strangers nothing', async () => {
  const open = await (await product.get('/sonla/so-lieu-truy-cap')).text();
  assert.match(open, /Tính đến \d\d:\d\d \d\d\/\d\d\/\d{4}\./);
  assert.match(await (await product.get('/sonla/so-lieu-truy-cap/du-lieu.csv')).text(), /^Tháng,/);
  const clerk = await product.signIn('clerk');
  const office = await product.get('/vp/sonla/truy-cap', clerk);
  assert.equal(office.status, 200);
  assert.match(await office.text(), /Đọc nhiều nhất: 7 ngày qua/);
  const today = clock.today();
  assert.equal((await product.get(`/vp/sonla/truy-cap/${today}`, clerk)).status, 200);
  assert.equal((await product.get('/vp/sonla/truy-cap/2026-02-31', clerk)).status, 404);
  const book = await product.get('/vp/sonla/truy-cap/theo-ngay.xlsx', clerk);
  assert.deepEqual([...new Uint8Array(await book.arrayBuffer()).slice(0, 2)], [0x50, 0x4b]);
  assert.match(
    await (await product.get('/vp/sonla/truy-cap/theo-ngay.csv', clerk)).text(),
    new RegExp(`^Ngày,.*\r\n${today},`),
  );
  const token = await product.token('clerk');
  const days = await product.rest('GET', '/api/v1/visits?organisation=sonla&size=1', token);
  assert.equal(((await days.json()) as { items: { day: string }[] }).items[0]?.day, today);
  assert.equal((await product.rest('GET', '/api/v1/visits?organisation=hanoi', token)).status, 404);
  assert.equal((await product.rest('GET', '/api/v1/visits?organisation=sonla')).status, 401);
  assert.equal((await product.rest('GET', '/api/v1/visits/counts?organisation=sonla')).status, 200);
});
