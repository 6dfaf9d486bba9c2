import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { filesOf, oldSite, ownPath, pathIn, spots } from './addresses.ts';
import { fateOf } from './fate.ts';
import { chosenMenu } from './menus.ts';
import { originId, originOf, shortened, siteKey } from './origin.ts';
import { placesOf } from './places.ts';
import { inThreads } from './threads.ts';
import type { NewArticle, NewComment, NewMenuItem, NewSection } from './types.ts';

describe('an old site', () => {
  test('is one, however its address is written', () => {
    const ways = [
      'https://lhh.example',
      'http://www.LHH.example/',
      'lhh.example',
      ' www.lhh.example ',
    ];
    assert.deepEqual([...new Set(ways.map(siteKey))], ['lhh.example']);
    assert.equal(siteKey('https://tinh.example/lhh/'), 'tinh.example/lhh');
    assert.equal(siteKey('không phải'), '');
    assert.equal(originOf('joomla', ''), 'joomla');
    assert.equal(originId('lhh.example', '7'), 'lhh.example 7');
  });

  test('has ids of any length; two long ones are two', () => {
    const [a, b] = ['a', 'b'].map((end) => shortened(`${'x'.repeat(500)}${end}`));
    assert.equal(a?.length, 200);
    assert.notEqual(a, b);
    assert.equal(shortened('\u0000\ud800x').includes('\u0000'), false);
  });

  test('knows its own addresses', () => {
    const site = oldSite('https://www.tinh.example/lhh');
    assert.equal(ownPath(site, 'http://tinh.example/lhh/tin?p=1'), '/tin?p=1');
    assert.equal(ownPath(site, 'https://tinh.example/lhh'), '/');
    assert.equal(ownPath(site, 'https://tinh.example/lhhx/tin'), null);
    assert.equal(ownPath(site, 'https://khac.example/lhh/tin'), null);
    assert.equal(ownPath(site, 'mailto:a@b.example'), null);
  });
});

describe('a file of the old library', () => {
  const site = oldSite('https://lhh.example');
  test('is the whole picture of a smaller one, also at another host', () => {
    const uploads = 'http://10.0.0.5/wp-content/uploads';
    assert.equal(filesOf(site, `${uploads}/2019/05/le-300x225.jpg?w=1`)[0], '2019/05/le.jpg');
    assert.equal(filesOf(site, `${uploads}/2019/05/le-scaled.jpg`)[0], '2019/05/le.jpg');
    assert.deepEqual(filesOf(site, `${uploads}/2019/05/L%E1%BB%85.jpg`), ['2019/05/Lễ.jpg']);
    assert.equal(filesOf(site, 'https://x.files.wordpress.com/2010/08/a.jpg')[0], '2010/08/a.jpg');
    assert.deepEqual(filesOf(site, 'https://lhh.example/images/a.png'), ['images/a.png']);
    assert.deepEqual(filesOf(site, 'https://khac.example/images/a.png'), []);
  });

  test('never lies outside', () => {
    for (const path of ['../etc/passwd', 'a/../../b', '%2e%2e/b', '..\\b', 'a\u0000b', '', './.'])
      assert.equal(pathIn(path), null, path);
    assert.equal(pathIn('a//./b%20c.png'), 'a/b c.png');
    assert.ok(spots('images/tin/a.png').includes('tin/a.png'));
    assert.ok(spots('2019/a.png').includes('wp-content/uploads/2019/a.png'));
  });
});

const section = (originId: string, parent: string | null, name = originId): NewSection => ({
  kind: 'section',
  originId,
  parent,
  name,
  slug: originId,
  description: '',
});

test('sections stand in two levels, whatever names what', () => {
  const all = [
    section('d', 'c'),
    section('c', 'b'),
    section('b', 'a'),
    section('a', null),
    section('x', 'y'),
    section('y', 'x'),
    section('z', 'nowhere'),
    section('uncategorized', null, 'Uncategorized'),
    section('k', 'uncategorized'),
  ];
  const { kept, into, deeper } = placesOf(all);
  const names = kept.map(({ section: { originId: id }, parent }) => `${parent ?? ''}/${id}`);
  assert.deepEqual(names.slice(0, 3), ['/a', '/z', '/k']);
  assert.ok(names.includes('a/b'));
  assert.deepEqual(
    deeper.map(({ originId: id }) => id),
    ['c', 'd'],
  );
  assert.deepEqual([into.get('d'), into.get('c'), into.get('uncategorized')], ['b', 'b', null]);
  assert.equal(kept.length + deeper.length, all.length - 1, 'a circle loses nobody');
});

const comment = (id: string, parent: string | null, state: NewComment['state'] = 'approved') =>
  ({ kind: 'comment', originId: id, parent, state }) as NewComment;

test('a comment comes after what it answers, and answers what came', () => {
  const all = [
    comment('4', '3'),
    comment('3', '2'),
    comment('2', '1', 'spam'),
    comment('1', null),
    comment('5', '5'),
    comment('6', '7'),
    comment('7', '6'),
    comment('8', 'gone', 'trash'),
  ];
  const threads = inThreads(all).map(({ comment: { originId: id }, parent }) => [id, parent]);
  assert.equal(threads.length, 6);
  assert.deepEqual(threads.slice(0, 3), [
    ['1', null],
    ['3', '1'],
    ['4', '3'],
  ]);
  const deep = Array.from({ length: 5_000 }, (_, at) =>
    comment(String(at), at === 0 ? null : String(at - 1)),
  );
  assert.equal(inThreads(deep.toReversed()).length, 5_000);
});

test('the main menu is chosen, in two levels', () => {
  const item = (id: string, menu: string, place: number, parent: string | null = null) =>
    ({
      kind: 'menu_item',
      originId: id,
      menu,
      place,
      parent,
      label: id,
      target: { href: '/' },
    }) as NewMenuItem;
  const long = Array.from({ length: 9 }, (_, at) => item(`l${at}`, 'Chân trang', at));
  const { lines, deeper, others } = chosenMenu([
    ...long,
    item('c', 'Main menu', 3, 'b'),
    item('b', 'Main menu', 2, 'a'),
    item('a', 'Main menu', 1),
    item('x', 'Main menu', 4, 'x'),
  ]);
  assert.deepEqual(
    lines.map((one) => [one.item.originId, one.below.map(({ originId: id }) => id)]),
    [
      ['a', ['b', 'c']],
      ['x', []],
    ],
  );
  assert.deepEqual([deeper, others], [1, ['Chân trang']]);
  assert.deepEqual(chosenMenu([]).lines, []);
});

test('what was public is public; what was not, or has no day, is kept', () => {
  const now = new Date('2026-05-12T03:00:00Z');
  const at = (more: Partial<NewArticle>) =>
    fateOf(
      {
        kind: 'article',
        state: 'published',
        publishedAt: '2019-05-20T01:30:00Z',
        changedAt: null,
        until: null,
        ...more,
      } as NewArticle,
      now,
    );
  assert.deepEqual(at({}), { act: 'publish', at: '2019-05-20T01:30:00Z' });
  assert.equal(at({ publishedAt: '2026-05-12T03:00:01Z' }).act, 'schedule');
  assert.deepEqual(at({ publishedAt: null }), { act: 'keep', why: 'kept_undated' });
  assert.deepEqual(at({ publishedAt: null, kind: 'page' }), { act: 'publish', at: null });
  assert.deepEqual(at({ until: '2026-05-12T03:00:00Z' }), { act: 'keep', why: 'kept_archived' });
  assert.equal(at({ until: '2026-05-13T03:00:00Z' }).act, 'publish');
  assert.deepEqual(at({ state: 'private' }), { act: 'keep', why: 'kept_private' });
  assert.equal(at({ state: 'trash' }).act, 'leave');
});
