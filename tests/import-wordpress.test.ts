// An export that WordPress wrote itself, brought here and read as the public reads it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { broughtFrom, countsOf } from '../src/modules/newcomers/testing/index.ts';
import { projectRoot } from '../src/platform/config.ts';
import { type DemoProduct, demoProduct } from '../src/testing.ts';

const folder = path.join(projectRoot, 'tests/support/wordpress');
const file = readFileSync(path.join(folder, 'export.xml'), 'utf8');

let product: DemoProduct;
before(async () => {
  product = await demoProduct();
});
after(() => product.close());

const bring = () =>
  broughtFrom(product.runtime.cx('cli'), 'wordpress', file, {
    uploads: path.join(folder, 'uploads'),
  });

/** A page as nobody reads it, after whatever leads to it. */
async function read(address: string): Promise<{ at: string; html: string }> {
  let at = address;
  for (let steps = 0; steps < 4; steps += 1) {
    const answer = await product.get(at);
    const onward = answer.headers.get('location');
    if (onward === null) {
      assert.equal(answer.status, 200, at);
      return { at, html: await answer.text() };
    }
    assert.equal(answer.status, 301, at);
    at = new URL(onward, 'http://localhost').pathname;
  }
  throw new Error(`${address} leads round and round`);
}

test('what WordPress exported is here, and a second time changes nothing', async () => {
  const first = await bring();
  const { problems, counts } = first;
  assert.deepEqual(counts, { articles: 15, pages: 2, comments: 5, media: 6, redirects: 48 });
  assert.deepEqual(problems.map(({ code }) => code).toSorted(), [
    'dynamic_block',
    'frame_left_out',
    'kept_draft',
    'kept_private',
    'kept_protected',
    'left_trash',
    'menu_not_empty',
    'picture_left_out',
    'recording_left_out',
    'section_too_deep',
    'unknown_shortcode',
  ]);
  const before = await countsOf(product.runtime.database.db);
  const again = await bring();
  assert.deepEqual(again.counts, { articles: 0, pages: 0, comments: 0, media: 0, redirects: 0 });
  assert.deepEqual(await countsOf(product.runtime.database.db), before);
});

test('an article of the block editor reads here as it did there, from its old address', async () => {
  const { at, html } = await read('/sonla/2019/05/hoi-nghi-tong-ket-10-nam/');
  assert.equal(at, '/sonla/bai/hoi-nghi-tong-ket-10-nam');
  for (const part of [
    'Hội nghị tổng kết 10 năm: “Đoàn kết – sáng tạo”',
    '20/05/2019',
    'Lò Thị Mai',
    'Hơn 120 đại biểu dự hội nghị',
    'Toàn cảnh hội nghị. Ảnh: Lò Mai',
    'Chủ tịch trao giấy khen cho các hội',
    'Số hội viên qua các năm',
    '31.250',
    'Trí thức là nguyên khí của quốc gia.',
    'youtube',
    'Báo cáo tổng kết',
    'Bài viết rất đầy đủ, cảm ơn Ban biên tập.',
    'Cảm ơn ông đã đọc.',
  ])
    assert.ok(html.includes(part), part);
  for (const part of ['Bình luận chưa duyệt', 'spam.example', 'wp-content', '<!-- wp:'])
    assert.ok(!html.includes(part), part);
  assert.equal((await read('/sonla?p=4')).at, at);
  assert.equal((await read('/sonla/?p=4')).at, at);
  assert.equal((await read('/sonla?p=4444')).at, '/sonla?p=4444');
  assert.match(html, /href="\/sonla\/bai\/hoi-thao-giong-che"/);
});

test('an article of the old editor comes with its gallery; what nobody may read is not public', async () => {
  const { html } = await read('/sonla/2019/06/hoi-thao-giong-che/');
  for (const part of ['Bảo tồn cây đầu dòng', 'Đồi chè Tà Xùa', 'Quàng Văn Tâm'])
    assert.ok(html.includes(part), part);
  assert.doesNotMatch(html, /\[(gallery|caption|audio|contact-form-7)/);
  assert.match((await read('/sonla/gioi-thieu/co-cau-to-chuc/')).html, /Phó Chủ tịch: bà B/);
  const lists =
    (await (await product.get('/sonla/tin')).text()) +
    (await (await product.get('/sonla/rss.xml')).text());
  const found = await (
    await product.get(
      '/sonla/tim?q=b%C3%ADm%E1%BA%ADt+%C4%91o%E1%BA%A1n+ch%E1%BB%89+n%E1%BB%99i+b%E1%BB%99',
    )
  ).text();
  for (const title of [
    'Bản nháp kế hoạch năm sau',
    'Có mật khẩu',
    'Hẹn giờ đăng',
    'Bài đã bỏ',
    '>Chỉ nội bộ<',
  ])
    assert.ok(!lists.includes(title) && !found.includes(title), title);
});

test('what wanted to run in WordPress does not here', async () => {
  const { html } = await read('/sonla/2018/04/bai-co-ma/');
  assert.match(html, /Phần chữ bình thường/);
  for (const part of ['onerror', 'onload', 'javascript:', 'document.title', '<iframe', 'alert(2)'])
    assert.ok(!html.includes(part), part);
});
