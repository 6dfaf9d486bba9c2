import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { callsIssues } from '../../vi/index.ts';
import type { FormField } from '../content/index.ts';
import { checkAnswers } from './check.ts';
import { readAnswers } from './read.ts';
import { charactersIn, wordsIn } from './text.ts';
import type { AnswerFile, Answers } from './types.ts';

const base = {
  help: null,
  required: true,
  for: [],
  means: null,
  public: false,
  identifies: false,
} as const;
const none = { min: null, max: null };
const fields = {
  ten: { ...base, key: 'ten', label: 'Tên', kind: 'text', max: 10 },
  dai: {
    ...base,
    key: 'dai',
    label: 'Mô tả',
    kind: 'long_text',
    words: { min: 2, max: 4 },
    characters: { min: null, max: 30 },
  },
  so: {
    ...base,
    key: 'so',
    label: 'Số nơi áp dụng',
    kind: 'number',
    bounds: { min: 0, max: 100 },
    decimals: 1,
    unit: null,
  },
  tien: {
    ...base,
    key: 'tien',
    label: 'Hiệu quả',
    kind: 'money',
    bounds: { min: 1, max: 1_000_000_000 },
    split: true,
  },
  ngay: { ...base, key: 'ngay', label: 'Tạo ra', kind: 'date', precision: 'month', future: false },
  chon: {
    ...base,
    key: 'chon',
    label: 'Cấp',
    kind: 'choice',
    many: false,
    options: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ],
  },
  nguoi: {
    ...base,
    key: 'nguoi',
    label: 'Tác giả',
    kind: 'people',
    count: { min: 1, max: 3 },
    shares: true,
    asks: ['birth', 'email', 'representative'],
    needs: ['birth'],
  },
  tep: {
    ...base,
    key: 'tep',
    label: 'Ảnh',
    kind: 'files',
    types: ['jpeg', 'png'],
    size: 1000,
    count: { min: 2, max: 3 },
  },
  cam: { ...base, key: 'cam', label: 'Cam đoan', kind: 'declaration', words: 'Tôi cam đoan.' },
} as const satisfies Record<string, FormField>;

const about = { entrant: 'group', today: '2026-11-23' } as const;
const check = (field: FormField, sent: unknown, files: readonly AnswerFile[] = []) => {
  const answers = readAnswers([field], { [field.key]: sent });
  const issues = checkAnswers([field], answers, files, about);
  for (const one of issues) {
    const said = wordsOf(one, callsIssues);
    assert.ok(said !== one.code && said.includes(field.label), `${one.code}: ${said}`);
    assert.doesNotMatch(said, /undefined|NaN|\[object/, one.code);
  }
  return issues.map(({ path, code }) => `${path} ${code}`);
};
const person = (name: string, share: unknown, more: object = {}) => ({
  name,
  share,
  birth: '1980',
  ...more,
});

test('words and characters are counted as a person does', () => {
  assert.equal(wordsIn(''), 0);
  assert.equal(wordsIn('  Máy  cắt cỏ –  năng lượng\nmặt trời . '), 7);
  assert.equal(wordsIn('Covid-19 12,5 %'), 2);
  assert.equal(charactersIn('Nguyễn'), 6);
  assert.equal(charactersIn('Nguyễn'.normalize('NFD')), 6);
  assert.equal(charactersIn('a b\r\nc'), 5);
  assert.equal(charactersIn('👨‍👩‍👧 🇻🇳'), 3);
  assert.equal(charactersIn('a\u00adb\u200b'), 2);
});

test('a text is answered as it is kept', () => {
  const ten = ' e\u0000\u0301\r\nb\ud800 ';
  assert.deepEqual(readAnswers([fields.ten], { ten }), { ten: 'é\nb\ufffd' });
});

test('texts: required, too long, too short, in words and in characters', () => {
  assert.deepEqual(check(fields.ten, '   '), ['answers.ten answer_required']);
  assert.deepEqual(check(fields.ten, '\u200b\u00ad'), ['answers.ten answer_required']);
  assert.deepEqual(check(fields.ten, 'ễ'.normalize('NFD').repeat(10)), []);
  assert.deepEqual(check(fields.ten, 'ễ'.repeat(11)), ['answers.ten too_many_characters']);
  assert.deepEqual(check(fields.dai, 'một'), ['answers.dai too_few_words']);
  assert.deepEqual(check(fields.dai, 'một hai'), []);
  assert.deepEqual(check(fields.dai, 'một hai ba bốn'), []);
  assert.deepEqual(check(fields.dai, 'một hai ba bốn năm'), ['answers.dai too_many_words']);
  assert.deepEqual(check(fields.dai, `a ${'b'.repeat(28)}`), []);
  assert.deepEqual(check(fields.dai, `a ${'b'.repeat(29)}`), ['answers.dai too_many_characters']);
  assert.deepEqual(check({ ...fields.dai, required: false }, ''), []);
});

test('numbers and money: read as typed, bounds inclusive, what is none is kept', () => {
  assert.deepEqual(readAnswers([fields.so], { so: '1.234,5' }), { so: 1234.5 });
  assert.deepEqual(readAnswers([fields.so], { so: 12.5 }), { so: 12.5 });
  assert.deepEqual(readAnswers([fields.so], { so: 'khoảng 12' }), { so: 'khoảng 12' });
  assert.deepEqual(check(fields.so, ''), ['answers.so answer_required']);
  assert.deepEqual(check(fields.so, 'khoảng 12'), ['answers.so answer_not_number']);
  assert.deepEqual(check(fields.so, '0'), []);
  assert.deepEqual(check(fields.so, '-0,1'), ['answers.so below_bounds']);
  assert.deepEqual(check(fields.so, '100'), []);
  assert.deepEqual(check(fields.so, '100,1'), ['answers.so above_bounds']);
  assert.deepEqual(check(fields.so, '1,25'), ['answers.so too_many_decimals']);
  assert.deepEqual(
    readAnswers([fields.tien], { tien: { amount: '12.500.000 đồng', words: ' Sạch hơn ' } }),
    {
      tien: { amount: 12_500_000, words: 'Sạch hơn' },
    },
  );
  assert.deepEqual(check(fields.tien, { amount: '', words: '' }), ['answers.tien answer_required']);
  assert.deepEqual(check(fields.tien, { amount: '', words: 'Sạch hơn' }), []);
  assert.deepEqual(check({ ...fields.tien, split: false }, { amount: '', words: 'Sạch hơn' }), [
    'answers.tien answer_required',
  ]);
  assert.deepEqual(check(fields.tien, '12,5 triệu'), ['answers.tien answer_not_money']);
  assert.deepEqual(check(fields.tien, 12.5), ['answers.tien answer_not_money']);
  assert.deepEqual(check(fields.tien, '0'), ['answers.tien below_bounds']);
  assert.deepEqual(check(fields.tien, '1.000.000.000'), []);
  assert.deepEqual(check(fields.tien, '1.000.000.001'), ['answers.tien above_bounds']);
  assert.deepEqual(check(fields.tien, '99999999999999999999'), ['answers.tien answer_not_money']);
});

test('dates: as far as known, of the past up to today', () => {
  assert.deepEqual(readAnswers([fields.ngay], { ngay: '3/2025' }), { ngay: '2025-03' });
  assert.deepEqual(check(fields.ngay, '2025'), ['answers.ngay date_needs_month']);
  assert.deepEqual(check(fields.ngay, '23/11/2026'), []);
  assert.deepEqual(check(fields.ngay, '24/11/2026'), ['answers.ngay answer_in_future']);
  assert.deepEqual(check(fields.ngay, '11/2026'), []);
  assert.deepEqual(check(fields.ngay, '12/2026'), ['answers.ngay answer_in_future']);
  assert.deepEqual(check({ ...fields.ngay, future: true }, '12/2027'), []);
  assert.deepEqual(check(fields.ngay, '31/02/2025'), ['answers.ngay answer_day_not_in_month']);
  assert.deepEqual(check(fields.ngay, 'hôm qua'), ['answers.ngay answer_not_date']);
  assert.deepEqual(check({ ...fields.ngay, precision: 'day' }, '3/2025'), [
    'answers.ngay date_needs_day',
  ]);
});

test('choices: one, several, unknown, none', () => {
  assert.deepEqual(check(fields.chon, 'a'), []);
  assert.deepEqual(check(fields.chon, []), ['answers.chon answer_choose']);
  assert.deepEqual(check(fields.chon, ['a', 'b']), ['answers.chon answer_choose_one']);
  assert.deepEqual(check({ ...fields.chon, many: true }, ['a', 'b', 'a']), []);
  assert.deepEqual(check(fields.chon, 'c'), ['answers.chon answer_not_in_list']);
});

test('shares come to exactly 100', () => {
  assert.deepEqual(
    check(fields.nguoi, [person('An', '33,33'), person('Bình', '33,33'), person('Chi', '33,34')]),
    [],
  );
  assert.deepEqual(
    check(fields.nguoi, [person('An', '33,33'), person('Bình', '33,33'), person('Chi', '33,33')]),
    ['answers.nguoi shares_not_100'],
  );
  assert.deepEqual(check(fields.nguoi, [person('An', 100)]), []);
  assert.deepEqual(check(fields.nguoi, [person('An', 60), person('Bình', 41)]), [
    'answers.nguoi shares_not_100',
  ]);
  assert.deepEqual(check(fields.nguoi, [person('An', 100), person('Bình', 0)]), [
    'answers.nguoi.1.share share_wrong',
  ]);
  assert.deepEqual(check(fields.nguoi, [person('An', ''), person('Bình', 'nửa')]), [
    'answers.nguoi.0.share share_missing',
    'answers.nguoi.1.share share_wrong',
  ]);
  assert.deepEqual(check({ ...fields.nguoi, shares: false }, [{ name: 'An', birth: '1980' }]), []);
});

test('people: how many, what is missing of whom, births, the representative of a minor', () => {
  assert.deepEqual(check(fields.nguoi, []), ['answers.nguoi answer_required']);
  assert.deepEqual(check(fields.nguoi, [{ name: ' ', birth: '' }]), [
    'answers.nguoi answer_required',
  ]);
  const four = ['An', 'Bình', 'Chi', 'Dũng'].map((name) => person(name, 25));
  assert.deepEqual(check(fields.nguoi, four), ['answers.nguoi too_many_people']);
  assert.deepEqual(check({ ...fields.nguoi, count: { min: 2, max: 3 } }, [person('An', 100)]), [
    'answers.nguoi too_few_people',
  ]);
  assert.deepEqual(check(fields.nguoi, [person('', 100)]), [
    'answers.nguoi.0.name person_detail_missing',
  ]);
  assert.deepEqual(
    check(fields.nguoi, [person('An', 100, { birth: '31/02/1980', representative: 'Bà B' })]),
    ['answers.nguoi.0.birth answer_day_not_in_month'],
  );
  assert.deepEqual(
    check(fields.nguoi, [person('An', 100, { birth: '2027', representative: 'Bà B' })]),
    ['answers.nguoi.0.birth answer_in_future'],
  );
  assert.deepEqual(check(fields.nguoi, [person('An', 100, { email: 'an@' })]), [
    'answers.nguoi.0.email person_email_wrong',
  ]);
  const minor = person('An', 100, { birth: '24/11/2008' });
  assert.deepEqual(check(fields.nguoi, [minor]), [
    'answers.nguoi.0.representative person_detail_missing',
  ]);
  assert.deepEqual(check(fields.nguoi, [{ ...minor, representative: 'Bà B' }]), []);
  assert.deepEqual(check(fields.nguoi, [person('An', 100, { birth: '23/11/2008' })]), []);
});

const file = (name: string, more: Partial<AnswerFile> = {}): AnswerFile => ({
  field: 'tep',
  name,
  type: 'jpeg',
  size: 1000,
  sha256: name.padEnd(64, '0'),
  ...more,
});

test('files: how many, which kinds, how large, the same one twice', () => {
  const two = [file('a'), file('b')];
  assert.deepEqual(check(fields.tep, undefined, two), []);
  assert.deepEqual(check(fields.tep, undefined, []), ['answers.tep file_missing']);
  assert.deepEqual(check(fields.tep, undefined, [file('a')]), ['answers.tep too_few_files']);
  assert.deepEqual(
    check(
      fields.tep,
      undefined,
      ['a', 'b', 'c', 'd'].map((n) => file(n)),
    ),
    ['answers.tep files_over'],
  );
  assert.deepEqual(check(fields.tep, undefined, [file('a'), file('b', { type: 'pdf' })]), [
    'answers.tep.1 file_kind',
  ]);
  assert.deepEqual(check(fields.tep, undefined, [file('a', { size: 1001 }), file('b')]), [
    'answers.tep.0 file_size',
  ]);
  assert.deepEqual(check(fields.tep, undefined, [file('a', { size: 0 }), file('b')]), [
    'answers.tep.0 file_empty',
  ]);
  assert.deepEqual(
    check(fields.tep, undefined, [file('a'), file('b', { sha256: file('a').sha256 })]),
    ['answers.tep.1 file_twice'],
  );
  assert.deepEqual(
    check({ ...fields.tep, required: false }, undefined, [file('x', { field: 'khac' })]),
    [],
  );
});

test('a declaration is ticked, by form or JSON', () => {
  assert.deepEqual(check(fields.cam, undefined), ['answers.cam not_declared']);
  assert.deepEqual(check(fields.cam, 'on'), []);
  assert.deepEqual(check(fields.cam, true), []);
  assert.deepEqual(check(fields.cam, 'false'), ['answers.cam not_declared']);
});

test('fields of other entrants are not asked', () => {
  const only: FormField = { ...fields.ten, for: ['organisation'] };
  assert.deepEqual(checkAnswers([only], {}, [], about), []);
  assert.equal(checkAnswers([only], {}, [], { ...about, entrant: 'organisation' }).length, 1);
});

test('nothing is lost: unread text, fields not sent, keys the form no longer has, rows of old columns', () => {
  const form = Object.values(fields);
  const sent = {
    ten: 'Máy',
    so: 'nhiều',
    ngay: 'năm ngoái',
    tien: { amount: 'vài triệu', words: '' },
    nguoi: [{ name: 'An', phone: '0912', share: '1/2' }],
  };
  const kept = readAnswers(form, sent, { cu: 'bài cũ', dai: 'đã ghi' });
  assert.deepEqual(kept, {
    cu: 'bài cũ',
    dai: 'đã ghi',
    ten: 'Máy',
    so: 'nhiều',
    ngay: 'năm ngoái',
    tien: { amount: 'vài triệu', words: '' },
    nguoi: [{ name: 'An', phone: '0912', share: '1/2' }],
  });
  const again = Object.fromEntries(Object.entries(kept).filter(([key]) => key in fields));
  assert.deepEqual(readAnswers(form, again, kept), kept);
});

test('an answer kept for another kind of field is checked as this one and does not break', () => {
  const answers: Answers = { so: ['a'], ten: { amount: 1, words: '' }, nguoi: 'An', chon: 5 };
  const form = [fields.so, fields.ten, fields.nguoi, fields.chon];
  assert.deepEqual(
    checkAnswers(form, answers, [], about).map(({ path }) => path),
    ['answers.so', 'answers.ten', 'answers.nguoi', 'answers.chon'],
  );
});

test('bounds without a side are not measured', () => {
  assert.deepEqual(check({ ...fields.dai, words: none, characters: none }, 'x '.repeat(5000)), []);
});
