import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMarks, type Marks, type Rubric, readMarks, sentMarks } from '../../rules/index.ts';
import { sampleRubrics } from '../../vi/index.ts';
import { ScoreSheetFields, ScoreSheetShown } from './index.tsx';

const part = { help: null, comment: 'optional' } as const;
const rubric: Rubric = {
  key: 'phieu',
  name: 'Phiếu',
  basis: null,
  pass: null,
  parts: [
    { ...part, key: 'g', label: 'Đúng thể lệ', kind: 'gate' },
    {
      ...part,
      key: 'moi',
      label: 'Tính mới',
      kind: 'bands',
      bands: [
        { label: 'Mới', from: 16, to: 30 },
        { label: 'Ít', from: 1, to: 15 },
        { label: 'Không', from: 0, to: 0 },
      ],
      step: 1,
      weight: 1,
      zeroFails: true,
    },
    { ...part, key: 'a', label: 'Áp dụng', kind: 'points', max: 20, step: 0.5, weight: 2 },
    { key: 'v', label: 'Bình chọn', help: null, kind: 'votes', max: 10, decimals: 1 },
    { key: 'n', label: 'Góp ý', help: null, kind: 'note', to: 'author', required: false },
  ],
};
const marks: Marks = {
  g: { answer: true },
  moi: { points: 28, band: 0, comment: 'Mới "thật" & <rõ>' },
  a: { points: 7.5 },
  n: { note: '\nDòng hai' },
};

const htmlOf = (of: Marks, issues = checkMarks(rubric, of)) =>
  String(<ScoreSheetFields rubric={rubric} marks={of} issues={issues} />);
const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What a browser would send of it. */
function postedOf(html: string): Record<string, string> {
  const controls = html.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>[\s\S]*?<\/textarea>/g);
  return Object.fromEntries(
    [...controls].flatMap(([tag]): [string, string][] => {
      const name = / name="([^"]*)"/.exec(tag)?.[1] ?? '';
      if (tag.startsWith('<textarea'))
        return [[name, plain(/>\n?([\s\S]*)<\/textarea>/.exec(tag)?.[1] ?? '')]];
      if (/type="radio"/.test(tag) && !/ checked/.test(tag)) return [];
      return [[name, plain(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')]];
    }),
  );
}
const read = (html: string) => readMarks(rubric, sentMarks(rubric, postedOf(html)));

test('posts what it shows: a sheet comes back as it was, also what is no number', () => {
  const kept = readMarks(rubric, marks);
  assert.deepEqual(read(htmlOf(marks)), kept);
  assert.deepEqual(read(htmlOf({})), {});
  const odd: Marks = {
    a: { points: 'bảy rưỡi' },
    g: { answer: false, comment: 'Thiếu' },
    moi: { band: 1 },
  };
  assert.deepEqual(read(htmlOf(odd)), readMarks(rubric, odd));
});

test('the names are those that are promised', () => {
  const names = [...htmlOf(marks).matchAll(/ name="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual(
    [...new Set(names)],
    ['gate-g', 'comment-g', 'band-moi', 'mark-moi', 'comment-moi', 'mark-a', 'comment-a', 'note-n'],
  );
});

test('each issue stands beside its field, and its link leads to something on the page', () => {
  const html = htmlOf({ a: { points: 'x' } });
  const links = [...html.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id);
  assert.equal(links.length, 3);
  for (const id of links) assert.ok(html.includes(` id="${id}"`), id);
  const labelled = [...html.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id);
  const controls = [...html.matchAll(/<(?:input|textarea)\b[^>]* id="([^"]+)"/g)].map(
    ([, id]) => id,
  );
  assert.deepEqual(controls.toSorted(), labelled.toSorted());
});

test('what it comes to, what is still open, what fails it', () => {
  const told = (of: Marks) => htmlOf(of, []).replaceAll('\u00a0', ' ');
  // 28 + 7,5 × 2 of 30 + 20 × 2.
  assert.match(told(marks), /43 \/ 70 điểm/);
  assert.doesNotMatch(told(marks), /chưa có điểm|không đạt theo/);
  assert.match(told({ a: { points: 5 } }), /Còn 1 tiêu chí chưa có điểm/);
  const failed = told({ ...marks, moi: { points: 0, band: 2 }, g: { answer: false } });
  assert.match(failed, /không đạt theo phiếu này: Đúng thể lệ; Tính mới\./);
});

test('as text: weighted points, answers, words, nothing to fill in', () => {
  const html = String(<ScoreSheetShown rubric={rubric} marks={marks} />);
  assert.doesNotMatch(html, /<input|<textarea/);
  assert.match(html, />15</);
  assert.match(html, /Dòng hai/);
  assert.match(html, /Mới &quot;thật&quot; &amp; &lt;rõ&gt;/);
  assert.doesNotMatch(html, /Bình chọn/);
  assert.match(String(<ScoreSheetShown rubric={rubric} marks={{}} />), /Chưa chấm/);
});

test('the sheets of all samples are shown without holes', () => {
  for (const one of sampleRubrics) {
    const html = String(<ScoreSheetFields rubric={one} marks={{}} issues={checkMarks(one, {})} />);
    assert.doesNotMatch(html, /undefined|NaN|\[object|null/, one.key);
  }
});
