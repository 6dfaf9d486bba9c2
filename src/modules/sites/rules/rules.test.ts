import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  bannerState,
  byPlace,
  followed,
  isAt,
  moved,
  newAddress,
  oldAddress,
  olderForms,
  partedAddress,
  quoteOfDay,
  readDomain,
  readSettings,
  roomPath,
} from './index.ts';

describe('a domain as it is typed', () => {
  const read = (typed: string) => {
    const found = readDomain(typed, 'lientri.example.vn');
    return 'host' in found ? found.host : found.issue.code;
  };
  test('is a name, also where an address was copied', () => {
    assert.equal(read(' https://LienHiepHoi.vn/ '), 'lienhiephoi.vn');
    assert.equal(read('lienhiephoi.vn.'), 'lienhiephoi.vn');
    assert.match(read('trí-thức.vn'), /^xn--/);
  });
  test('is refused with what is wrong', () => {
    assert.equal(read('lienhiephoi.vn/tin'), 'domain_with_path');
    assert.equal(read('lienhiephoi.vn:8080'), 'domain_with_port');
    for (const wrong of ['localhost', '10.1.2.3', '[::1]', 'hoi', 'a b.vn', 'x@y.vn', ''])
      assert.equal(read(wrong), 'not_a_domain', wrong);
    assert.equal(read('LIENTRI.example.vn'), 'domain_is_main');
    const found = readDomain('hoi.vn', null);
    assert.equal('issue' in found && found.issue.code, 'no_main_address');
  });
});

describe('an old address', () => {
  test('is the same however it was written', () => {
    const kept = '/tin/Bài-1?a=1&b=2';
    for (const typed of [
      'https://cu.vn/tin/B%C3%A0i-1/?b=2&a=1',
      '/tin/Bài-1?a=1&b=2#cuoi',
      '/tin//Bài-1?utm_source=zalo&b=2&a=1&fbclid=x',
      '/tin/Bài-1?a=1&b=2'.normalize('NFD'),
    ])
      assert.equal(oldAddress(typed), kept, typed);
    assert.equal(oldAddress('/'), '/');
    assert.equal(oldAddress('/a%zz'), '/a%zz');
  });
  test('is none where it is no path', () => {
    for (const typed of ['', 'tin', 'javascript:alert(1)', 'mailto:a@b.vn', `/${'a'.repeat(1100)}`])
      assert.equal(oldAddress(typed), null, typed);
  });
  test('leads to a path or a web address only', () => {
    assert.equal(newAddress('/bai/moi'), '/bai/moi');
    assert.equal(newAddress('https://vusta.vn/x'), 'https://vusta.vn/x');
    for (const typed of [
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      '//evil.vn',
      '/\\evil.vn',
      'mailto:a@b.vn',
      '#x',
      '',
    ])
      assert.equal(newAddress(typed), null, typed);
  });
  test('is followed until it ends or comes back', () => {
    const ways: Record<string, string> = {
      '/a': '/b',
      '/b': '/c?x=1',
      '/c?x=1': 'https://vusta.vn/a',
    };
    assert.deepEqual(
      followed('/a', (path) => ways[path] ?? null),
      { path: ['/a', '/b', '/c?x=1'], loop: false },
    );
    assert.equal(followed('/a', (path) => ({ '/a': '/b', '/b': '/a/' })[path] ?? null).loop, true);
    assert.equal(followed('/n1', (path) => `${path}1`).loop, true);
  });
});

test('where one is: the page itself, or above it; the home is above nothing', () => {
  assert.equal(isAt('/sonla/tin', '/sonla/tin', '/sonla'), 'page');
  assert.equal(isAt('/sonla/tin/cu', '/sonla/tin?trang=2', '/sonla'), 'below');
  assert.equal(isAt('/sonla/tin', '/sonla', '/sonla'), null);
  assert.equal(isAt('/tin-khac', '/tin', '/'), null);
  assert.equal(isAt('/tin', 'https://vusta.vn/tin', '/'), null);
});

test('a room is one of the list, whatever an object has by birth', () => {
  assert.equal(roomPath('home'), '');
  assert.equal(roomPath('contests'), 'hoi-thi');
  for (const word of ['constructor', 'toString', '__proto__', ''])
    assert.equal(roomPath(word), null);
});

test('a banner is shown on its first and its last day', () => {
  const on = (today: string) => bannerState('2026-05-12', '2026-05-14', today);
  assert.deepEqual(['2026-05-11', '2026-05-12', '2026-05-14', '2026-05-15'].map(on), [
    'waiting',
    'shown',
    'shown',
    'over',
  ]);
  assert.equal(bannerState(null, null, '1999-01-01'), 'shown');
  assert.equal(bannerState('2026-05-12', null, '2030-01-01'), 'shown');
  assert.equal(bannerState(null, '2026-05-12', '2026-05-13'), 'over');
});

test('each quote has its day, one after the other, also over the end of a year and before 1970', () => {
  const days = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'];
  const turns = days.map((day) => quoteOfDay(day, 3));
  assert.equal(turns[3], turns[0]);
  assert.equal(new Set(turns).size, 3);
  assert.equal(quoteOfDay('2026-05-12', 1), 0);
  assert.equal(quoteOfDay('2026-05-12', 0), 0);
  assert.ok(quoteOfDay('1969-12-30', 7) >= 0);
});

test('an order changes by one place and stays at its ends', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 'c', 'up'), ['a', 'c', 'b']);
  assert.deepEqual(moved(['a', 'b', 'c'], 'a', 'down'), ['b', 'a', 'c']);
  assert.deepEqual(moved(['a', 'b'], 'a', 'up'), ['a', 'b']);
  assert.deepEqual(moved(['a', 'b'], 'b', 'down'), ['a', 'b']);
  assert.deepEqual(moved(['a'], 'x', 'up'), ['a']);
});

test('settings that are not understood are left out', () => {
  assert.deepEqual(readSettings({ count: 4, of: 'tin-hoat-dong', x: 1 }), {
    count: 4,
    of: 'tin-hoat-dong',
  });
  for (const raw of [
    null,
    'x',
    [],
    { count: 0 },
    { count: 25 },
    { count: 1.5 },
    { count: '4' },
    { of: "a'b" },
    { of: 3 },
  ])
    assert.deepEqual(readSettings(raw), {}, JSON.stringify(raw));
});

describe('an address names its province and commune', () => {
  test('by words or by the last part', () => {
    assert.deepEqual(partedAddress('12 Hoàng Văn Thụ, phường Chiềng Lề, tỉnh Sơn La'), {
      province: 'Sơn La',
      commune: 'phường Chiềng Lề',
    });
    assert.deepEqual(partedAddress('Số 1, Xã Mường La, Sơn La.'), {
      province: 'Sơn La',
      commune: 'Xã Mường La',
    });
    assert.deepEqual(partedAddress('53 Nguyễn Du, Thành phố Hà Nội'), {
      province: 'Hà Nội',
      commune: null,
    });
    assert.deepEqual(partedAddress('Xã Mường La'), { province: null, commune: 'Xã Mường La' });
    assert.deepEqual(partedAddress('Nhà số 1'), { province: null, commune: null });
    assert.deepEqual(partedAddress(''), { province: null, commune: null });
  });
  const row = (name: string, address: string | null) => ({ name, address });
  const compare = new Intl.Collator('vi').compare;
  test('by province where there are several, else by commune; without address last', () => {
    const several = byPlace(
      [row('a', null), row('b', 'x, tỉnh Sơn La'), row('c', 'y, Hà Nội'), row('d', 'z, SƠN LA')],
      compare,
    );
    assert.deepEqual(
      several.map(({ title, rows }) => [title, rows.map(({ name }) => name)]),
      [
        ['Hà Nội', ['c']],
        ['Sơn La', ['b', 'd']],
        [null, ['a']],
      ],
    );
    const one = byPlace(
      [row('a', 'xã B, Sơn La'), row('b', 'xã A, Sơn La'), row('c', 'Sơn La')],
      compare,
    );
    assert.deepEqual(
      one.map(({ title }) => title),
      ['xã A', 'xã B', null],
    );
    assert.deepEqual(byPlace([], compare), []);
  });
});

test('an old address is looked for in the forms that its program may have kept', () => {
  const has = (asked: string, kept: string) =>
    olderForms(oldAddress(asked)!).includes(oldAddress(kept)!);
  assert.equal(olderForms('/tin/bai-1')[0], '/tin/bai-1');
  assert.ok(has('/index.php/tin/7-le.html', '/tin/7-le'));
  assert.ok(has('/tin/7-le', '/index.php/tin/7-le'));
  assert.ok(has('/tin/7-le', '/tin/7-le.html'));
  assert.ok(has('/tin/7-le.html?tmpl=component&print=1', '/tin/7-le'));
  assert.ok(has('/tin/7-le?trang=2', '/tin/7-le'), 'at last without its question');
  const article = '/index.php?option=com_content&view=article';
  assert.ok(has(`${article}&id=7:le&catid=3:tin&Itemid=9`, `${article}&id=7`));
  assert.ok(!has(`${article}&id=7`, `${article}&id=8`));
  assert.ok(!has('/?p=12', '/'), 'the home stays');
  assert.ok(!has('/index.phpx/tin', '/tin') && !has('/tin/a.htmlx', '/tin/a'));
});
