import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FormField } from '../content/index.ts';
import { readAnswers } from './read.ts';
import { addAct, dropAct, isRowAct, sentAnswers } from './sent.ts';

const base = {
  help: null,
  required: true,
  for: [],
  means: null,
  public: false,
  identifies: false,
} as const;
const none = { min: null, max: null };
const form: readonly FormField[] = [
  { ...base, key: 'ten', label: 'Tên', kind: 'text', max: 100 },
  { ...base, key: 'loi', label: 'Lợi ích', kind: 'money', bounds: none, split: true },
  {
    ...base,
    key: 'noi',
    label: 'Nơi',
    kind: 'choice',
    options: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ],
    many: true,
  },
  {
    ...base,
    key: 'tac-gia',
    label: 'Tác giả',
    kind: 'people',
    count: none,
    shares: true,
    asks: ['birth'],
    needs: [],
  },
  { ...base, key: 'cam-doan', label: 'Cam đoan', kind: 'declaration', words: 'Đúng' },
  { ...base, key: 'tep', label: 'Tệp', kind: 'files', types: ['pdf'], size: 1, count: none },
];
const people = {
  'answers.tac-gia.0.name': 'Cầm Thị Ngọc Ẵm',
  'answers.tac-gia.0.birth': '05/01/1990',
  'answers.tac-gia.0.share': '60',
  'answers.tac-gia.10.name': 'Lò Văn Ổn',
  'answers.tac-gia.10.share': '40',
  'answers.tac-gia.2.name': '',
};

describe('what the dossier form posts', () => {
  test('is read back by the kind of each field', () => {
    const values = {
      _key: 'x',
      'answers.ten': 'Máy tẽ ngô',
      'answers.loi.amount': '12.500.000',
      'answers.loi.words': 'đỡ bụi',
      'answers.noi': 'b',
      'answers.cam-doan': '1',
      'answers.tep': 'no file stands among the texts',
      ...people,
    };
    const sent = sentAnswers(form, values, { 'answers.noi': ['', 'a', 'b'] });
    assert.deepEqual(readAnswers(form, sent), {
      ten: 'Máy tẽ ngô',
      loi: { amount: 12_500_000, words: 'đỡ bụi' },
      noi: ['a', 'b'],
      'tac-gia': [
        { name: 'Cầm Thị Ngọc Ẵm', birth: '1990-01-05', share: 60 },
        { name: 'Lò Văn Ổn', share: 40 },
      ],
      'cam-doan': true,
    });
  });

  test('leaves out what was not posted, and knows what was unticked', () => {
    assert.deepEqual(sentAnswers(form, { 'answers.ten': '', ten: 'x' }), { ten: '' });
    const sent = sentAnswers(
      form,
      { 'answers.noi': '', 'answers.cam-doan': '' },
      {
        'answers.noi': [''],
      },
    );
    const kept = { noi: ['a'], 'cam-doan': true, ten: 'Máy' };
    assert.deepEqual(readAnswers(form, sent, kept), { noi: [], 'cam-doan': false, ten: 'Máy' });
  });

  test('takes a person off whose button was pressed, by the number on the page', () => {
    const values = { ...people, act: dropAct('tac-gia', 0) };
    const read = readAnswers(form, sentAnswers(form, values));
    assert.deepEqual(read, { 'tac-gia': [{ name: 'Lò Văn Ổn', share: 40 }] });
    const last = { 'answers.tac-gia.0.name': 'X', act: dropAct('tac-gia', 0) };
    assert.deepEqual(sentAnswers(form, last), { 'tac-gia': [] });
  });

  test('keeps people in the order of their numbers, however they were sent', () => {
    const values = {
      'answers.tac-gia.10.name': 'C',
      'answers.tac-gia.2.name': 'B',
      'answers.tac-gia.0.name': 'A',
    };
    assert.deepEqual(sentAnswers(form, values), {
      'tac-gia': [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    });
  });

  test('tells buttons of rows from others', () => {
    const acts = [addAct('tac-gia'), dropAct('tac-gia', 3), 'submit', '', undefined];
    assert.deepEqual(acts.map(isRowAct), [true, true, false, false, false]);
  });

  test('takes no column that a person does not have', () => {
    const values = {
      'answers.tac-gia.0.__proto__': 'x',
      'answers.tac-gia.0.constructor': 'x',
      'answers.tac-gia.x.name': 'x',
      'answers.tac-gia.99999.name': 'x',
    };
    assert.deepEqual(sentAnswers(form, values), {});
  });

  test('only what an entrant is asked, when one is named', () => {
    const one: FormField = { ...form[0]!, for: ['organisation'] };
    assert.deepEqual(sentAnswers([one], { 'answers.ten': 'x' }, {}, 'individual'), {});
    assert.deepEqual(sentAnswers([one], { 'answers.ten': 'x' }, {}, 'organisation'), { ten: 'x' });
  });
});
