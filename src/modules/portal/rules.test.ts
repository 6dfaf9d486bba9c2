import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  byLetter,
  commonStart,
  groupTasks,
  initialOf,
  intoColumns,
  mainEntries,
  soughtIn,
  withoutWords,
} from './rules.ts';

const task = (title: string, due: string | null) => ({ title, due });
const titles = (tasks: readonly { title: string }[]) => tasks.map((t) => t.title).join(' ');

test('tasks stand by their day: the edges of today and of the week', () => {
  const groups = groupTasks(
    [
      task('none', null),
      task('eighth', '2026-05-20'),
      task('seventh', '2026-05-19'),
      task('tomorrow', '2026-05-13'),
      task('now', '2026-05-12'),
      task('yesterday', '2026-05-11'),
      task('long-ago', '2025-12-31'),
    ],
    '2026-05-12',
  );
  assert.equal(titles(groups.overdue), 'long-ago yesterday');
  assert.equal(titles(groups.today), 'now');
  assert.equal(titles(groups.soon), 'tomorrow seventh');
  assert.equal(titles(groups.later), 'eighth none');
});

test('no task at all', () => {
  const groups = groupTasks([], '2026-05-12');
  assert.deepEqual(groups, { overdue: [], today: [], soon: [], later: [] });
});

test('the common start never eats a whole name', () => {
  assert.equal(commonStart(['Liên hiệp hội Sơn La', 'Liên hiệp hội Hà Nội']), 'Liên hiệp hội ');
  assert.equal(commonStart(['Liên hiệp hội Sơn La']), '');
  assert.equal(commonStart([]), '');
  assert.equal(commonStart(['Hội Đất', 'Tổng hội Y học']), '');
  assert.equal(commonStart(['Hội Y', 'Hội Y học']), 'Hội ');
  assert.equal(commonStart(['Hội Y', 'Hội Y']), 'Hội ');
});

test('letters: tones are not letters, Đ and Ô are', () => {
  assert.equal(initialOf('Điện Biên'), 'Đ');
  assert.equal(initialOf('đà Nẵng'.normalize('NFD')), 'Đ');
  assert.equal(initialOf('Ổn'), 'Ô');
  assert.equal(initialOf('ẵm'), 'Ă');
  assert.equal(initialOf('Ứng dụng'), 'Ư');
  assert.equal(initialOf('“Á”'), 'A');
  assert.equal(initialOf(''), '#');
});

test('groups by letter keep the order of the list', () => {
  const groups = byLetter(['An Giang', 'Bắc Giang', 'Bình Định', 'Đà Nẵng'], (n) => n);
  assert.deepEqual(
    groups.map((g) => [g.letter, g.items.length]),
    [
      ['A', 1],
      ['B', 2],
      ['Đ', 1],
    ],
  );
});

test('columns hold everything once, in order, evenly', () => {
  const items = Array.from({ length: 10 }, (_, i) => i);
  const columns = intoColumns(items, 3);
  assert.deepEqual(columns.flat(), items);
  assert.deepEqual(
    columns.map((c) => c.length),
    [3, 4, 3],
  );
  assert.deepEqual(intoColumns([], 3), []);
  assert.deepEqual(intoColumns([1], 3), [[1]]);
  const heavy = intoColumns([{ w: 10 }, { w: 1 }, { w: 1 }], 2, (i) => i.w);
  assert.deepEqual(
    heavy.map((c) => c.length),
    [1, 2],
  );
});

test('a search box: folded words, and the text as typed with its signs made plain', () => {
  assert.deepEqual(soughtIn('  Hội   Đất '), {
    typed: 'Hội Đất',
    patterns: ['%hoi%', '%dat%'],
    starts: ['% hoi%', '% dat%'],
    exact: '%hội đất%',
  });
  assert.deepEqual(soughtIn('100% _a\\').exact, '%100\\% \\_a\\\\%');
  assert.deepEqual(soughtIn('%%%').patterns, []);
  assert.deepEqual(soughtIn('   ').patterns, []);
});

test('a place is filed by its own name', () => {
  const words = ['tỉnh', 'thành phố'];
  assert.equal(withoutWords('tỉnh Sơn La', words), 'Sơn La');
  assert.equal(withoutWords('Thành phố Hà Nội', words), 'Hà Nội');
  assert.equal(withoutWords('tỉnh', words), 'tỉnh');
  assert.equal(withoutWords('Tỉnhđoàn', words), 'Tỉnhđoàn');
});

test('a short history tells what happened to the organisation itself, then who joined', () => {
  const entries = ['members', 'renamed', 'members', 'members', 'founded'].map((what, i) => ({
    what,
    i,
  }));
  const places = (limit: number) => mainEntries(entries, limit).map((e) => e.i);
  assert.deepEqual(places(3), [0, 1, 4]);
  assert.deepEqual(places(1), [1]);
  assert.deepEqual(places(9), [0, 1, 2, 3, 4]);
  assert.deepEqual(mainEntries([], 3), []);
});
