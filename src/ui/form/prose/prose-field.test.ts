import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Block, type Prose, readProse } from '../../../kernel/prose/index.ts';
import { ProseField } from '../prose-field.tsx';
import { markupOf } from './markup.ts';
import { proseOfMarkup } from './merge.ts';
import { postedProse, proseNames } from './posted.ts';

const text = (words: string, ...marks: readonly string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const p = (...content: readonly object[]) => ({ type: 'paragraph', content });
const item = (...content: readonly object[]) => ({ type: 'listItem', content });
const doc = (...content: readonly object[]): Prose =>
  ({ type: 'doc', content }) as unknown as Prose;

const pid = '0123456789abcdef';
const table = {
  type: 'table',
  attrs: { caption: 'Số hội viên' },
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p(text('1'))] }] }],
};
const whole = doc(
  { type: 'heading', attrs: { level: 3, align: 'center' }, content: [text('Đề mục')] },
  p(text('Một '), text('đoạn', 'bold'), text(' dài hơn hẳn'), { type: 'hardBreak' }, text('hai')),
  p(text('- Thưa ông, '), text('đúng', 'italic'), text(' thế.')),
  {
    type: 'bulletList',
    content: [
      item(p(text('a')), {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [item(p(text('b')))],
      }),
      item(p(text('c', 'bold'), text(' còn nguyên'))),
    ],
  },
  { type: 'blockquote', content: [p(text('lời một')), p(text('lời hai'))] },
  { type: 'horizontalRule' },
  { type: 'figure', attrs: { media: pid, caption: 'Toàn [cảnh]' } },
  { type: 'figure', attrs: { media: 'fedcba9876543210' } },
  table,
);

const lines = `### Đề mục

Một đoạn dài hơn hẳn
hai

- Thưa ông, đúng thế.

- a
  3. b
- c còn nguyên

> lời một
> lời hai

---

[Hình 1: Toàn cảnh]

[Hình 2]

[Bảng 1: Số hội viên]`;

const sameProse = (typed: string, stood: Prose): Block[] => {
  const merged = proseOfMarkup(typed, stood);
  assert.deepEqual(readProse(merged).issues, []);
  return [...readProse(merged).prose.content];
};

describe('the lines of a plain box', () => {
  test('show every block, and those that lines cannot show by a label', () => {
    assert.equal(markupOf(whole), lines);
    assert.deepEqual(readProse(whole).prose, whole);
  });

  test('give the same text when nothing was changed, also with the line ends of browsers', () => {
    assert.equal(proseOfMarkup(lines, whole), whole);
    assert.equal(proseOfMarkup(`${lines.replaceAll('\n', '\r\n')}\r\n`, whole), whole);
  });

  test('keep what was not touched, wherever it was moved to', () => {
    const pieces = lines.split('\n\n');
    const moved = [...pieces.slice(1), pieces[0]].join('\n\n\n');
    assert.deepEqual(sameProse(moved, whole), [...whole.content.slice(1), whole.content[0]]);
  });

  test('a changed block keeps the marks of the words that are the same, and its side', () => {
    const typed = lines
      .replace('dài hơn hẳn', 'dài hơn nữa')
      .replace('Thưa ông', 'Thưa bà')
      .replace('### Đề mục', '### Đề mục mới')
      .replace('- a\n', '- a\n- mới\n');
    const [heading, paragraph, said, list] = sameProse(typed, whole);
    assert.deepEqual(heading, {
      type: 'heading',
      attrs: { level: 3, align: 'center' },
      content: [text('Đề mục mới')],
    });
    assert.deepEqual(
      paragraph,
      p(
        text('Một '),
        text('đoạn', 'bold'),
        text(' dài hơn nữa'),
        { type: 'hardBreak' },
        text('hai'),
      ),
    );
    assert.deepEqual(said, p(text('- Thưa bà, '), text('đúng', 'italic'), text(' thế.')));
    assert.deepEqual(list, {
      type: 'bulletList',
      content: [
        item(p(text('a'))),
        item(p(text('mới')), {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [item(p(text('b')))],
        }),
        item(p(text('c', 'bold'), text(' còn nguyên'))),
      ],
    });
  });

  test('what is typed inside bold words is bold', () => {
    const stood = doc(p(text('Hội thảo ở Sơn La', 'bold')));
    assert.deepEqual(sameProse('Hội thảo lớn ở Sơn La', stood), [
      p(text('Hội thảo lớn ở Sơn La', 'bold')),
    ]);
  });

  test('a picture goes only with its line, and stays when its words are changed', () => {
    const typed = lines.replace('[Hình 1: Toàn cảnh]\n\n', '').replace('Số hội viên]', 'khác]');
    const types = sameProse(typed, whole).map((block) => block.type);
    assert.deepEqual(types.slice(-2), ['figure', 'table']);
    assert.deepEqual(sameProse(typed, whole).at(-2), whole.content[7]);
    assert.deepEqual(sameProse('[Hình 9: lạ]', whole), [p(text('[Hình 9: lạ]'))]);
  });

  test('new lines become headings, lists, quotes and paragraphs', () => {
    const typed = '# Một\nchữ\ntiếp\n\n1) a\n2) b\n   thêm\n\n> lời\n\n***\n\n#không phải';
    assert.deepEqual(sameProse(typed, doc({ type: 'paragraph' })), [
      { type: 'heading', attrs: { level: 2 }, content: [text('Một')] },
      p(text('chữ'), { type: 'hardBreak' }, text('tiếp')),
      {
        type: 'orderedList',
        content: [item(p(text('a'))), item(p(text('b'), { type: 'hardBreak' }, text('thêm')))],
      },
      { type: 'blockquote', content: [p(text('lời'))] },
      { type: 'horizontalRule' },
      p(text('#không phải')),
    ]);
    assert.deepEqual(sameProse('  \n \n', whole), [{ type: 'paragraph' }]);
  });
});

describe('a posted form', () => {
  const json = JSON.stringify(whole);

  test('says which of the two was used', () => {
    const editor = { body: json, body_by: 'editor', body_text: 'cũ' };
    assert.deepEqual(postedProse(editor, 'body'), { prose: whole, issues: [] });
    const plain = { body: json, body_by: 'text', body_text: 'mới' };
    assert.deepEqual(postedProse(plain, 'body')?.prose, doc(p(text('mới'))));
    assert.equal(postedProse({ title: 'x' }, 'body'), undefined);
  });

  test('without the JSON is text, and with one that cannot be read is refused', () => {
    const bare = postedProse({ body_text: 'một' }, 'body');
    assert.deepEqual(bare, { prose: doc(p(text('một'))), issues: [] });
    for (const by of ['text', 'editor']) {
      const broken = postedProse({ body: '{"type"', body_by: by, body_text: 'một' }, 'body');
      assert.deepEqual(
        broken?.issues.map(({ path, code }) => `${path} ${code}`),
        ['body prose_unreadable'],
      );
    }
  });

  test('of one place among many keeps the place last', () => {
    assert.deepEqual(proseNames('body:k2'), { text: 'body_text:k2', by: 'body_by:k2' });
    assert.deepEqual(proseNames('rows.3.body'), {
      text: 'rows.3.body_text',
      by: 'rows.3.body_by',
    });
  });
});

describe('the field', () => {
  const field = { name: 'body', label: 'Nội dung' };
  test('holds the JSON, and its lines for browsers without script', () => {
    const html = String(ProseField({ ...field, value: doc(p(text('a "b" <c>'))) }));
    assert.match(
      html,
      /data-prose-json="true">\n\{&quot;type&quot;:&quot;doc&quot;.*a \\&quot;b\\&quot; &lt;c&gt;/,
    );
    assert.match(html, /<label for="f-body" id="f-body-label">/);
    assert.match(
      html,
      /name="body_text"[^>]*aria-describedby="f-body-plain"[^>]*>\na &quot;b&quot; &lt;c&gt;</,
    );
    assert.doesNotMatch(html, /Hình 1/);
  });

  test('comes back as it was sent, whatever that was', () => {
    const returned = { body: '{"broken', body_by: 'text', body_text: 'đang gõ' };
    const html = String(ProseField({ ...field, returned, error: 'Sai' }));
    assert.match(html, /data-prose-json="true">\n\{&quot;broken</);
    assert.match(html, /aria-invalid="true"[^>]*>\nđang gõ</);
    assert.match(html, /name="body_by" value="text"/);
  });
});
