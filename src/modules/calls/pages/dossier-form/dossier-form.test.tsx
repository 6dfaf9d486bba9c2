import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Answers,
  checkAnswers,
  type EntrantKind,
  type FormField,
  readAnswers,
  sentAnswers,
} from '../../rules/index.ts';
import { samples } from '../../vi/index.ts';
import { DossierForm } from './index.tsx';

const base = {
  help: null,
  required: true,
  for: [],
  means: null,
  public: false,
  identifies: false,
} as const;
const none = { min: null, max: null };
const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
const many = Array.from({ length: 9 }, (_, at) => ({ value: `v${at}`, label: `Vùng ${at}` }));
const form: readonly FormField[] = [
  { ...base, key: 'ten', label: 'Tên', kind: 'text', max: 100, help: 'Như trong đơn.' },
  {
    ...base,
    key: 'mo-ta',
    label: 'Mô tả',
    kind: 'long_text',
    words: { min: 2, max: 300 },
    characters: none,
  },
  { ...base, key: 'so', label: 'Sản lượng', kind: 'number', bounds: none, decimals: 2, unit: 'kg' },
  { ...base, key: 'tien', label: 'Tiền', kind: 'money', bounds: none, split: false },
  { ...base, key: 'loi', label: 'Lợi ích', kind: 'money', bounds: none, split: true },
  { ...base, key: 'ngay', label: 'Ngày', kind: 'date', precision: 'month', future: false },
  { ...base, key: 'mot', label: 'Một', kind: 'choice', options, many: false },
  { ...base, key: 'vung', label: 'Vùng', kind: 'choice', options: many, many: false },
  { ...base, key: 'nhieu', label: 'Nhiều', kind: 'choice', options, many: true },
  {
    ...base,
    key: 'tac-gia',
    label: 'Tác giả',
    kind: 'people',
    count: { min: 1, max: 3 },
    shares: true,
    asks: ['birth', 'email'],
    needs: ['birth'],
  },
  {
    ...base,
    key: 'tep',
    label: 'Tệp',
    kind: 'files',
    types: ['pdf'],
    size: 1_048_576,
    count: none,
  },
  { ...base, key: 'cam-doan', label: 'Cam đoan', kind: 'declaration', words: 'Đúng sự thật.' },
];
const answers: Answers = {
  ten: 'Máy "tẽ" ngô & đậu <nhỏ>',
  'mo-ta': '\nDòng một\nDòng hai',
  so: 1234.5,
  tien: { amount: 12_500_000, words: '' },
  loi: { amount: 'khoảng 5 triệu', words: 'đỡ bụi' },
  ngay: '2025-03',
  mot: ['b'],
  vung: ['v8'],
  nhieu: ['a', 'c'],
  'tac-gia': [
    { name: 'Cầm Thị Ẵm', birth: '1990-01-05', phone: '0912', share: 66.5 },
    { name: 'Lò Văn Ổn', birth: '31/02/1990', share: 33.5 },
  ],
  'cam-doan': true,
};

const htmlOf = (more: object = {}, entrant: EntrantKind = 'individual') =>
  String(<DossierForm form={form} entrant={entrant} answers={answers} {...more} />);

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What a browser would send of it: the texts of each name. */
function postedOf(html: string) {
  const lists: Record<string, string[]> = {};
  const control =
    /<input\b[^>]*>|<textarea\b[^>]*>[\s\S]*?<\/textarea>|<select\b[\s\S]*?<\/select>/g;
  for (const [tag] of html.matchAll(control)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined) continue;
    const add = (value: string) => {
      lists[name] = [...(lists[name] ?? []), plain(value)];
    };
    if (tag.startsWith('<select')) add(/value="([^"]*)" selected/.exec(tag)?.[1] ?? '');
    else if (tag.startsWith('<textarea')) add(/>\n?([\s\S]*)<\/textarea>/.exec(tag)?.[1] ?? '');
    else if (!/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag))
      add(/ value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  const values = Object.fromEntries(Object.entries(lists).map(([n, all]) => [n, all.at(-1) ?? '']));
  return { values, lists };
}

describe('the dossier form', () => {
  test('posts what it shows: every kind of answer comes back as it was', () => {
    const { values, lists } = postedOf(htmlOf());
    const read = readAnswers(form, sentAnswers(form, values, lists));
    // Blank lines before a text are not kept anyway.
    assert.deepEqual(read, { ...answers, 'mo-ta': 'Dòng một\nDòng hai' });
  });

  test('a box that is unticked is noticed', () => {
    const unticked = htmlOf().replaceAll(/ checked(="[^"]*")?/g, '');
    const { values, lists } = postedOf(unticked);
    const read = readAnswers(form, sentAnswers(form, values, lists), answers);
    assert.deepEqual([read.nhieu, read['cam-doan']], [[], false]);
  });

  test('the forms of all samples come back empty when nothing is filled in', () => {
    for (const { content } of samples)
      for (const entrant of content.entrants) {
        const html = String(<DossierForm form={content.form} entrant={entrant} answers={{}} />);
        const { values, lists } = postedOf(html);
        const read = readAnswers(content.form, sentAnswers(content.form, values, lists, entrant));
        const blank = readAnswers(
          content.form,
          Object.fromEntries(Object.keys(read).map((key) => [key, ''])),
        );
        assert.deepEqual(read, blank);
      }
  });

  test('each issue stands beside its field, and its link leads to something on the page', () => {
    const about = { entrant: 'individual', today: '2026-05-12' } as const;
    for (const given of [{}, answers]) {
      const issues = checkAnswers(form, given, [], about);
      const html = htmlOf({ answers: given, issues });
      const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      assert.equal(links.length, issues.length);
      for (const id of links) assert.ok(html.includes(`id="${id}"`), id);
      const errors = [...html.matchAll(/class="field-error"/g)].length;
      assert.ok(errors >= new Set(links).size - 1, `${errors} of ${links.length}`);
    }
  });

  test('a spare card until the table is full; each control has a label of its own', () => {
    const html = htmlOf();
    assert.match(html, /Người thứ 3, để trống nếu không có/);
    assert.match(html, /value="drop\.answers\.tac-gia\.1"/);
    const people = [...(answers['tac-gia'] as { name: string }[]), { name: 'Ba' }];
    const full = htmlOf({ answers: { ...answers, 'tac-gia': people } });
    assert.doesNotMatch(full, /Người thứ 4|add\.answers/);
    for (const [, id] of html.matchAll(/<(?:input|textarea|select)[^>]* id="([^"]+)"/g))
      assert.ok(html.includes(`for="${id}"`), id);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('read only: text, no controls; files where their slot says', () => {
    const html = htmlOf({ readOnly: true, renderFiles: () => <p>ban-ve.pdf</p> });
    assert.doesNotMatch(html, /<input|<textarea|<button/);
    for (const words of [
      '1.234,5',
      '12.500.000',
      '03/2025',
      'A; C',
      'Vùng 8',
      '05/01/1990',
      '66,5',
      'ban-ve.pdf',
      'Đã cam đoan',
    ])
      assert.ok(html.includes(words), words);
    assert.match(htmlOf({ readOnly: true, answers: {} }), /Chưa ghi/);
  });

  test('only what this entrant is asked', () => {
    const own = form.map((field) => (field.key === 'ten' ? { ...field, for: ['group'] } : field));
    assert.doesNotMatch(htmlOf({ form: own }), /answers\.ten/);
    assert.match(htmlOf({ form: own, entrant: 'group' }), /answers\.ten/);
  });
});
