import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsIssues } from '../../vi/index.ts';
import type { Rubric } from '../content/index.ts';
import { checkMarks, type Marks, readMarks, scoreOf, sentMarks } from './index.ts';
import { novelty, points, sheet, vote } from './testing.ts';

const codes = (rubric: Rubric, typed: unknown): string[] =>
  checkMarks(rubric, readMarks(rubric, typed)).map((one) => {
    const said = callsIssues[one.code]?.(one.data ?? {}) ?? '';
    assert.match(said, /\p{L}.*\.$/u, one.code);
    assert.doesNotMatch(said, /undefined|NaN|null|\[object/, one.code);
    return `${one.path} ${one.code}`;
  });
const given = (of: Rubric, typed: unknown) => scoreOf(of, readMarks(of, typed));

test('bands: every edge of the real sheet', () => {
  const rubric = sheet(novelty);
  const ends: readonly (readonly [number, number])[] = [
    [0, 27],
    [0, 30],
    [1, 21],
    [1, 26],
    [2, 16],
    [2, 20],
    [3, 1],
    [3, 15],
    [4, 0],
  ];
  for (const [band, mark] of ends) {
    const typed = { moi: { band, points: mark } };
    assert.deepEqual(codes(rubric, typed), [], `${band} ${mark}`);
    assert.equal(given(rubric, typed).points, mark * 100);
    assert.equal(given(rubric, typed).failed, mark === 0);
  }
  for (const [band, mark] of [
    [0, 26],
    [0, 31],
    [1, 27],
    [1, 20],
    [2, 21],
    [3, 0],
    [3, 16],
    [4, 1],
  ] as const)
    assert.deepEqual(
      codes(rubric, { moi: { band, points: mark } }),
      ['mark-moi mark_outside_band'],
      `${band} ${mark}`,
    );
  assert.deepEqual(codes(rubric, {}), ['band-moi band_missing']);
  assert.deepEqual(codes(rubric, { moi: { band: 1 } }), ['mark-moi mark_missing']);
  assert.deepEqual(codes(rubric, { moi: { points: '31' } }), ['mark-moi mark_in_no_band']);
  assert.deepEqual(codes(rubric, { moi: { points: '26,5' } }), ['mark-moi mark_in_no_band']);
  assert.deepEqual(codes(rubric, { moi: { points: '-1' } }), ['mark-moi mark_in_no_band']);
  assert.deepEqual(codes(rubric, { moi: { band: 0, points: '27,5' } }), ['mark-moi mark_step']);
});

test('points alone say their band, and the band of a single figure its points', () => {
  const rubric = sheet(novelty);
  assert.deepEqual(readMarks(rubric, { moi: { points: '28' } }), { moi: { points: 28, band: 0 } });
  assert.deepEqual(readMarks(rubric, { moi: { band: '4' } }), { moi: { band: 4, points: 0 } });
  // What was chosen against the points is kept, and told.
  assert.deepEqual(readMarks(rubric, { moi: { band: '1', points: '28' } }), {
    moi: { points: 28, band: 1 },
  });
  assert.deepEqual(readMarks(rubric, { moi: { band: '9' } }), {});
});

test('0 fails only where the sheet says so', () => {
  const lenient = sheet({ ...novelty, zeroFails: false });
  assert.deepEqual(given(lenient, { moi: { points: 0 } }), {
    points: 0,
    failed: false,
    why: [],
    byPart: { moi: 0 },
  });
  assert.deepEqual(given(sheet(novelty), { moi: { points: 0 } }).why, ['moi']);
  assert.equal(given(sheet(novelty), {}).failed, false, 'not given is not 0');
});

test('points: range, step, what is no number', () => {
  const rubric = sheet(points('a', 10, { step: 0.25 }));
  const of = (typed: unknown) => codes(rubric, { a: { points: typed } });
  for (const fine of ['0', '10', '0,25', '9.75', 7.5, ' 7,5 ']) assert.deepEqual(of(fine), []);
  assert.deepEqual(of('10,25'), ['mark-a mark_outside']);
  assert.deepEqual(of('-0,25'), ['mark-a mark_outside']);
  assert.deepEqual(of('7,3'), ['mark-a mark_step']);
  assert.deepEqual(of('7,255'), ['mark-a mark_step']);
  assert.deepEqual(of('bảy'), ['mark-a mark_unreadable']);
  assert.deepEqual(of('7,5 điểm'), ['mark-a mark_unreadable']);
  assert.deepEqual(of(''), ['mark-a mark_missing']);
  assert.deepEqual(of(Number.NaN), ['mark-a mark_missing']);
  // Figures that no float holds are on their step all the same.
  const fine = sheet(points('a', 10, { step: 0.01 }));
  for (const typed of ['0,29', '0,57', '1,13', '8,7', '9,99'])
    assert.deepEqual(codes(fine, { a: { points: typed } }), [], typed);
});

test('comments, gates and notes', () => {
  const rubric = sheet(
    points('a', 10, { comment: 'required' }),
    { key: 'g', label: 'g', help: null, kind: 'gate', comment: 'required' },
    { key: 'n', label: 'n', help: null, kind: 'note', to: 'author', required: true },
    { key: 'm', label: 'm', help: null, kind: 'note', to: 'council', required: false },
  );
  assert.deepEqual(codes(rubric, { a: { points: 5 } }), [
    'comment-a comment_missing',
    'gate-g gate_missing',
    'note-n note_missing',
  ]);
  const no = { a: { points: 5, comment: 'Vì' }, g: { answer: 'no' }, n: { note: 'Nên' } };
  assert.deepEqual(codes(rubric, no), ['comment-g gate_comment_missing']);
  assert.deepEqual(codes(rubric, { ...no, g: { answer: 'yes' } }), []);
  assert.deepEqual(codes(rubric, { ...no, g: { answer: false, comment: 'Thiếu' } }), []);
  assert.deepEqual(codes(rubric, { ...no, g: { answer: true }, n: { note: 'x'.repeat(4001) } }), [
    'note-n mark_words_long',
  ]);
  assert.deepEqual(given(rubric, no).why, ['g']);
  assert.deepEqual(given(rubric, { ...no, g: { answer: true } }).failed, false);
});

test('what is sent is read; what is kept is read to the same; nothing else comes along', () => {
  const rubric = sheet(
    points('a', 10, { step: 0.5, comment: 'optional' }),
    novelty,
    { key: 'g', label: 'g', help: null, kind: 'gate', comment: 'optional' },
    { key: 'n', label: 'n', help: null, kind: 'note', to: 'author', required: false },
    vote,
  );
  const form = {
    'mark-a': ' 7,5 ',
    'comment-a': 'Tốt\u0323 ',
    'band-moi': '0',
    'mark-moi': 'hai mươi',
    'gate-g': 'no',
    'note-n': '',
    'mark-binh-chon': '20',
    'mark-khac': '5',
    act: 'save',
  };
  const marks = readMarks(rubric, sentMarks(rubric, form));
  const kept: Marks = {
    a: { points: 7.5, comment: 'Tốt\u0323'.normalize('NFC') },
    moi: { points: 'hai mươi', band: 0 },
    g: { answer: false },
  };
  assert.deepEqual(marks, kept);
  assert.deepEqual(readMarks(rubric, JSON.parse(JSON.stringify(marks))), kept);
  assert.deepEqual(
    checkMarks(rubric, marks).map(({ code }) => code),
    ['mark_unreadable'],
  );
  for (const junk of [null, 'x', [], { a: 5, moi: null, g: { answer: 'maybe' } }])
    assert.deepEqual(readMarks(rubric, junk), {});
});
