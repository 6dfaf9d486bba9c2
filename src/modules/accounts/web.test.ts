import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { demoProduct } from '../../testing.ts';

const product = await demoProduct();
after(() => product.close());

const address = '/tai-khoan/ai-xem';

test('one’s own page: who keeps the data, who may see them, who opened what is sensitive', async () => {
  const officer = await product.signIn('officer');
  const token = await product.token('officer');
  const before = await (await product.get(address, officer)).text();
  for (const words of [
    'Hội Khuyến học tỉnh Sơn La',
    'Lò Thị Hương Giang',
    'Đặng Thu Thủy',
    'Chưa ai mở.',
  ]) {
    assert.ok(before.includes(words), words);
  }
  const openers = before.slice(before.indexOf('Người được mở thông tin riêng'));
  assert.ok(openers.includes('Mùa A Dếnh') && !openers.includes('Lò Thị Hương Giang'));

  const found = await product.rest(
    'GET',
    '/api/v1/people?q=M%C3%B9a%20A%20D%E1%BA%BFnh&state=now',
    token,
  );
  const { items } = (await found.json()) as { items: { pid: string; full_name: string }[] };
  const own = items.filter((one) => one.full_name === 'Mùa A Dếnh');
  const [first] = own;
  for (const { pid } of own) {
    assert.equal((await product.rest('GET', `/api/v1/people/${pid}/sensitive`, token)).status, 200);
  }
  assert.ok(first !== undefined);
  const after = await (await product.get(address, officer)).text();
  assert.ok(!after.includes('Chưa ai mở.') && after.includes('Xem thông tin riêng'));
});

test('an account without a membership is told so; nobody sees another’s page', async () => {
  const html = await (await product.get(address, await product.signIn('reader'))).text();
  assert.ok(html.includes('Chưa hội nào ghi bạn là hội viên'));
  const anonymous = await product.get(address);
  assert.equal(anonymous.status, 303);
  assert.match(anonymous.headers.get('location') ?? '', /^\/dang-nhap\?tiep=/);
});
