// The public pages beside articles: each is there, is led to, and gives what it says that it gives.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setConsent } from '../src/modules/people/index.ts';
import { execute } from '../src/platform/command.ts';
import { demoProduct } from '../src/testing.ts';

const product = await demoProduct();
after(() => product.close());

async function page(address: string, status = 200): Promise<string> {
  const answer = await product.get(address);
  const text = await answer.text();
  assert.equal(answer.status, status, `${address} ${text.slice(0, 200)}`);
  return text;
}

const first = (html: string, pattern: RegExp): string => {
  const found = pattern.exec(html)?.[1];
  assert.ok(found, String(pattern));
  return found;
};

test('each list leads to a page of its own, which says of itself where it stands', async () => {
  for (const [list, one] of [
    ['/sonla/chuyen-gia', /href="(\/sonla\/chuyen-gia\/[0-9a-z]{16})"/],
    ['/sonla/tai-lieu', /href="(\/sonla\/thu-vien\/tai-lieu\/[0-9a-z]{16})"/],
    ['/sonla/hoat-dong', /href="(\/sonla\/hoat-dong\/[0-9a-z]{16})"/],
    ['/sonla/chuyen-muc/tin-hoat-dong', /href="(\/sonla\/bai\/[a-z0-9-]+)"/],
    ['/chuyen-gia', /href="(\/chuyen-gia\/[0-9a-z]{16})"/],
    ['/hoat-dong', /href="(\/hoat-dong\/[0-9a-z]{16})"/],
  ] as const) {
    const html = await page(list);
    const own = await page(first(html, one));
    for (const text of [html, own]) {
      assert.match(text, /<link rel="canonical" href="http/, list);
      assert.match(text, /"@type":"BreadcrumbList"/, list);
    }
  }
});

test('every file of the open data answers, as what it says that it is', async () => {
  const types: Readonly<Record<string, RegExp>> = {
    CSV: /^text\/csv/,
    JSON: /^application\/json/,
    Excel: /spreadsheetml/,
    RSS: /^application\/rss\+xml/,
    Atom: /^application\/atom\+xml/,
    iCalendar: /^text\/calendar/,
  };
  for (const site of ['', '/sonla']) {
    const html = await page(`${site}/du-lieu-mo`);
    const files = [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*aria-label="[^"]*: ([A-Za-z]+)"/g)];
    assert.ok(files.length >= 8, `${site}: ${files.length}`);
    for (const [, href = '', label = ''] of files) {
      const answer = await product.get(href.replaceAll('&amp;', '&'));
      assert.equal(answer.status, 200, href);
      assert.match(answer.headers.get('content-type') ?? '', types[label] ?? /^$/, href);
      await answer.arrayBuffer();
    }
  }
  const csv = await page('/sonla/so-lieu/du-lieu.csv');
  const { values } = JSON.parse(await page('/sonla/so-lieu/du-lieu.json')) as { values: object[] };
  assert.equal(csv.trim().split('\r\n').length, values.length + 1);
});

test('search finds experts by name and field, documents and activities', async () => {
  const html = await page('/sonla/tim?q=tap+huan');
  assert.match(html, /id="hoat-dong"/);
  assert.match(await page('/sonla/tim?q=bieu+mau'), /id="tai-lieu"/);
  assert.match(await page('/sonla/tim?q=kien+truc'), /id="chuyen-gia"/);
});

test('who takes the consent back is gone from page, search, sitemap and REST at once', async () => {
  const html = await page('/sonla/chuyen-gia');
  const address = first(html, /href="(\/sonla\/chuyen-gia\/[0-9a-z]{16})"/);
  const pid = address.slice(-16);
  const shown = async () => {
    const answers = await Promise.all(
      [
        '/sonla/chuyen-gia',
        '/chuyen-gia',
        '/sonla/sitemap-1.xml',
        '/sitemap-1.xml',
        '/api/v1/public-experts?organisation=sonla&size=100',
        '/api/v1/public-experts?size=100',
      ].map((one) => page(one)),
    );
    return answers.filter((text) => text.includes(pid)).length;
  };
  assert.ok((await shown()) >= 3);
  const cx = product.runtime.cx('cli');
  const no = { pid, purpose: 'directory', given: false, source: 'Thư' };
  const outcome = await execute(cx, setConsent, no);
  assert.ok(outcome.ok);
  assert.equal(await shown(), 0);
  await page(address, 404);
});
