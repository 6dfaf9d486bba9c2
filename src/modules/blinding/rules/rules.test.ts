import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type FormField, hideables, type Phase, tellsWho } from '../../calls/index.ts';
import {
  answersTo,
  carefulForm,
  hidesAuthors,
  namedIn,
  namedInAnswers,
  neutralName,
  seenFields,
  soughtOf,
} from './index.ts';

const base = { help: null, required: true, for: [], means: null, public: false, identifies: false };
const text = (key: string, own: Partial<FormField> = {}): FormField =>
  ({ ...base, key, label: key, kind: 'text', max: 200, ...own }) as FormField;
const people = {
  ...base,
  key: 'tac-gia',
  label: 'Tác giả',
  kind: 'people',
  means: 'authors',
  count: { min: 1, max: null },
  shares: false,
  asks: ['birth', 'school', 'workplace', 'phone', 'email', 'representative'],
  needs: [],
} as const satisfies FormField;
const form: readonly FormField[] = [
  text('ten', { means: 'title' }),
  people,
  text('don-vi', { identifies: true }),
  text('noi-dung'),
];
const answers = {
  ten: 'Máy tách hạt ngô',
  'tac-gia': [
    {
      name: 'ThS. Lò Văn Bình',
      school: 'Trường Trung học cơ sở Chiềng Sinh',
      workplace: 'Nông dân',
      phone: '0912 000 118',
      email: 'Binh.Lo@example.vn',
      representative: 'Lò Thị Ban',
    },
  ],
  'don-vi': 'Hợp tác xã Nông nghiệp Mường Bú',
  'noi-dung': 'Khung thép.',
  'bo-cu': 'Lò Văn Bình',
};

describe('what is seen', () => {
  for (const hideable of hideables)
    test(`where ${hideable} is hidden`, () => {
      const keys = seenFields(form, new Set([hideable]), tellsWho).map(({ key }) => key);
      const all = form.map(({ key }) => key);
      const expected =
        hideable === 'dossiers' ? [] : hideable === 'authors' ? ['ten', 'noi-dung'] : all;
      assert.deepEqual(keys, expected);
    });

  test('answers of the fields that are seen, and none that nobody asks for any more', () => {
    const seen = answersTo(seenFields(form, new Set(['authors']), tellsWho), answers);
    assert.deepEqual(seen, { ten: 'Máy tách hạt ngô', 'noi-dung': 'Khung thép.' });
    assert.deepEqual(Object.keys(answersTo(form, answers)), [
      'ten',
      'tac-gia',
      'don-vi',
      'noi-dung',
    ]);
  });

  test('a field is kept back when the form then or the edition now says so', () => {
    const plain = form.map((field) => ({ ...field, identifies: false }) as FormField);
    const telling = (one: readonly FormField[]) =>
      one.filter(({ identifies }) => identifies).map(({ key }) => key);
    assert.deepEqual(telling(carefulForm(plain, form)), ['don-vi']);
    assert.deepEqual(telling(carefulForm(form, plain)), ['don-vi']);
    // Written before there was such a choice.
    const { identifies: _, ...old } = text('cu');
    assert.deepEqual(telling(carefulForm([old as FormField], [])), []);
  });

  test('an edition hides authors when any phase does so from judges or the chair', () => {
    const phase = (from: 'judge' | 'chair' | 'public', what: readonly ('authors' | 'scores')[]) => [
      { hidden: [{ from, what }] } as Pick<Phase, 'hidden'>,
    ];
    assert.equal(hidesAuthors(phase('judge', ['authors'])), true);
    assert.equal(hidesAuthors(phase('chair', ['scores', 'authors'])), true);
    assert.equal(hidesAuthors(phase('judge', ['scores'])), false);
    assert.equal(hidesAuthors(phase('public', ['authors'])), false);
    assert.equal(hidesAuthors([]), false);
  });

  test('names of files', () => {
    assert.equal(neutralName('STKT8-0012', 'toan-van', 1, 'pdf'), 'STKT8-0012_toan-van_1.pdf');
    assert.equal(neutralName('A-1', 'Ảnh sản phẩm', 12, 'jpg'), 'A-1_anh-san-pham_12.jpg');
    assert.equal(neutralName('A-1', '…', 1, 'pdf'), 'A-1_tep_1.pdf');
  });
});

describe('what names an entrant', () => {
  const sought = soughtOf(form, answers, 'Chung@example.vn');
  const found = (said: string) => namedIn(said, sought, 'x').map(({ what }) => what);

  test('in whole words, whatever marks and case', () => {
    assert.deepEqual(found('Tác giả: LÒ VĂN BÌNH, 8A'), ['person']);
    assert.deepEqual(found('Thay\nmặt nhóm: Lo van  binh'), ['person']);
    assert.deepEqual(found('Thầy Bình hướng dẫn'), []);
    assert.deepEqual(found('Lò Văn Bình Minh'), ['person'], 'no way to know where a name ends');
    assert.deepEqual(found('Cái lò vặn bình gas'), ['person'], 'folded: somebody has to look');
    assert.deepEqual(found('Lò Văn Bìnhh'), []);
    assert.deepEqual(found('Mẹ là Lò Thị Ban'), ['person']);
  });

  test('where they learn or work', () => {
    assert.deepEqual(found('Học sinh trường THCS Chiềng Sinh'), ['unit']);
    assert.deepEqual(found('tại trường trung học cơ sở chiềng sinh'), ['unit']);
    assert.deepEqual(found('Dùng cho nông dân vùng cao'), [], 'too short to tell anybody');
    assert.deepEqual(found('của Hợp tác xã nông nghiệp Mường Bú làm'), ['unit']);
  });

  test('numbers and addresses', () => {
    assert.deepEqual(found('ĐT 0912.000.118'), ['phone']);
    assert.deepEqual(found('+84 912 000 118'), ['phone']);
    assert.deepEqual(found('0912000119'), []);
    assert.deepEqual(found('10912000118'), []);
    assert.deepEqual(found('thư: binh.lo@example.vn'), ['email']);
    assert.deepEqual(found('chung@EXAMPLE.vn'), ['email']);
  });

  test('nothing in nothing', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(namedIn('Lò Văn Bình', [], 'x'), []);
    assert.deepEqual(soughtOf(form, {}), []);
    assert.deepEqual(soughtOf([people], { 'tac-gia': 'x' }), []);
  });

  test('in answers of the fields that are seen alone, with their words as they were written', () => {
    const said = { ...answers, 'noi-dung': 'Lò Văn Bình làm', ten: 'Máy của THCS Chiềng Sinh' };
    const seen = seenFields(form, new Set(['authors']), tellsWho);
    assert.deepEqual(namedInAnswers(seen, said, sought), [
      { what: 'unit', field: 'ten', words: 'Trường Trung học cơ sở Chiềng Sinh' },
      { what: 'person', field: 'noi-dung', words: 'ThS. Lò Văn Bình' },
    ]);
  });

  test('two rows of one human are looked for once', () => {
    const twice = { 'tac-gia': [{ name: 'Lò Văn Bình' }, { name: 'LÒ VĂN BÌNH' }] };
    assert.equal(soughtOf(form, twice).length, 1);
  });
});
