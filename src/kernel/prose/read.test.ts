import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFromSeed } from '../random.ts';
import { readProse } from './read.ts';
import { PROSE_LIMITS } from './reading.ts';
import { emptyProse } from './text.ts';

const pid = '0123456789abcdef';
const text = (words: string, ...marks: object[]) =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const cell = (...content: unknown[]) => ({ type: 'tableCell', content });
const row = (...content: unknown[]) => ({ type: 'tableRow', content });
const codes = (raw: unknown) => readProse(raw).issues.map(({ code }) => code);
const read = (raw: unknown) => {
  const { prose, issues } = readProse(raw);
  assert.deepEqual(issues, []);
  return prose;
};
const same = (raw: unknown) => assert.deepEqual(read(raw), raw);

test('every shape that there is comes through as it is', () => {
  same(
    doc(
      { type: 'heading', attrs: { level: 3, align: 'center' }, content: [text('Mở đầu')] },
      {
        type: 'paragraph',
        attrs: { align: 'right' },
        content: [
          text('đậm', { type: 'bold' }, { type: 'italic' }),
          { type: 'hardBreak' },
          text('xem', { type: 'link', attrs: { href: 'https://a.vn/x' } }),
        ],
      },
      {
        type: 'bulletList',
        content: [item(p(text('a')), { type: 'bulletList', content: [item(p(text('b')))] })],
      },
      { type: 'orderedList', attrs: { start: 3 }, content: [item(p(text('c')))] },
      { type: 'blockquote', content: [p(text('lời'))] },
      { type: 'horizontalRule' },
      {
        type: 'table',
        attrs: { caption: 'Sản lượng' },
        content: [
          row({ type: 'tableHeader', attrs: { colspan: 2 }, content: [p(text('Năm'))] }),
          row(
            cell(p(text('2025'))),
            cell({ type: 'paragraph', attrs: { align: 'right' }, content: [text('7,0')] }),
          ),
        ],
      },
      { type: 'figure', attrs: { media: pid, alt: 'a', caption: 'b', credit: 'c', width: 'half' } },
      { type: 'album', attrs: { album: pid, caption: 'd' } },
      { type: 'video', attrs: { media: pid } },
      { type: 'audio', attrs: { media: pid, caption: 'e' } },
      { type: 'attachment', attrs: { media: pid, title: 'Quyết định' } },
      { type: 'embed', attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: 'f' } },
      { type: 'paragraph' },
    ),
  );
});

test('what is no text at all is refused, and an empty one is one empty paragraph', () => {
  for (const raw of [null, undefined, 1, 'x', [], {}, { type: 'paragraph' }, { type: 'DOC' }])
    assert.deepEqual(codes(raw), ['prose_unreadable'], JSON.stringify(raw));
  for (const raw of [doc(), { type: 'doc' }, { type: 'doc', content: 'x' }, doc(null, 1, 'x', [])])
    assert.deepEqual(read(raw), emptyProse);
});

test('nothing of what was handed in comes out, and no field beside those that are known', () => {
  const raw = JSON.parse(
    '{"type":"doc","__proto__":{"a":1},"content":[{"type":"paragraph","onclick":"x","attrs":{"align":"center","style":"x","__proto__":{}},"content":[{"type":"text","text":"a","constructor":1,"marks":[{"type":"bold","attrs":{"class":"x"}},{"type":"evil"},{"type":"link","attrs":{"href":"/a","target":"_top","onclick":"x"}}]}]}]}',
  );
  const prose = read(raw);
  assert.deepEqual(
    prose,
    doc({
      type: 'paragraph',
      attrs: { align: 'center' },
      content: [text('a', { type: 'bold' }, { type: 'link', attrs: { href: '/a' } })],
    }),
  );
  assert.notEqual(prose.content[0], raw.content[0]);
  assert.equal(Object.getPrototypeOf(prose), Object.prototype);
});

test('what is not known becomes what it holds, and in the end its words', () => {
  assert.deepEqual(
    read(
      doc(
        { type: 'iframe', content: [p(text('một'))] },
        { type: 'div', content: [text('hai'), { type: 'span', text: ' ba' }] },
        { type: 'paragraph', content: [{ type: 'mention', content: [text('bốn')] }] },
        { type: 'taskList', content: [{ type: 'taskItem', content: [p(text('năm'))] }] },
        text('sáu'),
      ),
    ),
    doc(p(text('một')), p(text('hai ba')), p(text('bốn')), p(text('năm')), p(text('sáu'))),
  );
});

test('a block where it may not stand comes after the one around it', () => {
  const figure = { type: 'figure', attrs: { media: pid } };
  const table = { type: 'table', content: [row(cell(p(text('trong'))))] };
  const heading = { type: 'heading', attrs: { level: 2 }, content: [text('đề')] };
  assert.deepEqual(
    read(
      doc(
        { type: 'bulletList', content: [item(heading, figure), item(p(text('x')))] },
        p(text('y')),
      ),
    ),
    doc(
      { type: 'bulletList', content: [item(p(text('đề'))), item(p(text('x')))] },
      figure,
      p(text('y')),
    ),
  );
  const outer = { type: 'table', content: [row(cell(p(text('ngoài')), table))] };
  assert.deepEqual(
    read(doc(outer)),
    doc({ type: 'table', content: [row(cell(p(text('ngoài'))))] }, table),
  );
});

test('items, cells and lists have what their kind asks for', () => {
  assert.deepEqual(
    read(
      doc(
        {
          type: 'bulletList',
          content: [p(text('a')), item({ type: 'orderedList', content: [item()] })],
        },
        { type: 'bulletList', content: [] },
        { type: 'table', content: [row(), row(cell()), p(text('b'))] },
        { type: 'table', content: [] },
        { type: 'blockquote', content: [] },
      ),
    ),
    doc(
      {
        type: 'bulletList',
        content: [
          item(p(text('a'))),
          item(
            { type: 'paragraph' },
            { type: 'orderedList', content: [item({ type: 'paragraph' })] },
          ),
        ],
      },
      { type: 'table', content: [row(cell({ type: 'paragraph' })), row(cell(p(text('b'))))] },
    ),
  );
});

test('numbers outside what they may be count as not given', () => {
  const spans = (colspan: unknown, rowspan: unknown) =>
    doc({
      type: 'table',
      content: [
        row({ type: 'tableCell', attrs: { colspan, rowspan }, content: [p()] }),
        row(cell(p())),
      ],
    });
  const kept = (raw: unknown) => JSON.stringify(read(raw)).match(/"attrs":\{[^}]*\}/)?.[0];
  assert.equal(kept(spans(2, 2)), '"attrs":{"colspan":2,"rowspan":2}');
  assert.equal(kept(spans(100, 1)), '"attrs":{"colspan":100}');
  for (const wrong of [0, -1, 1.5, 101, 1e9, '2', null, {}, Number.NaN])
    assert.equal(kept(spans(wrong, wrong)), undefined, String(wrong));
  assert.equal(kept(spans(1, 9)), '"attrs":{"rowspan":2}');
  const heading = (level: unknown) =>
    JSON.stringify(read(doc({ type: 'heading', attrs: { level }, content: [text('a')] })));
  for (const [level, becomes] of [
    [1, 2],
    [2, 2],
    [3, 3],
    [4, 4],
    [6, 4],
    ['x', 2],
    [undefined, 2],
  ])
    assert.ok(heading(level).includes(`"level":${becomes}`), String(level));
  for (const start of [0, 2, 100_000])
    assert.ok(
      JSON.stringify(
        read(doc({ type: 'orderedList', attrs: { start }, content: [item(p())] })),
      ).includes(`"start":${start}`),
    );
  for (const start of [1, -1, 1.5, 100_001, '3'])
    assert.ok(
      !JSON.stringify(
        read(doc({ type: 'orderedList', attrs: { start }, content: [item(p())] })),
      ).includes('start'),
    );
});

test('a medium without a pid of ours is the words that were written of it', () => {
  for (const media of ['', '../x', '0123456789ABCDEF', 'javascript:1', 1, null, {}])
    assert.deepEqual(
      read(doc({ type: 'figure', attrs: { media, alt: 'nhà sấy', caption: 'ở bản' } })),
      doc(p(text('nhà sấy. ở bản'))),
    );
  assert.deepEqual(read(doc({ type: 'video', attrs: {} })), emptyProse);
  for (const attrs of [
    { provider: 'evil', id: 'abcdefg' },
    { provider: 'youtube', id: '"><script>' },
    { provider: 'vimeo', id: 'abc' },
    { provider: 'youtube' },
  ])
    assert.deepEqual(read(doc({ type: 'embed', attrs })), emptyProse);
});

test('words are in NFC, without controls, without what turns their direction', () => {
  const dirty =
    'Nguye\u0302\u0303n\u0000\u202e\u2066 \u0007Văn\tA\r\nB\u2028C\ufeff\ud800 12\u00a0%\u{e0041}\ufffe';
  assert.deepEqual(read(doc(p(text(dirty)))), doc(p(text('Nguyễn Văn A B C\ufffd 12\u00a0%'))));
  assert.deepEqual(
    read(doc({ type: 'figure', attrs: { media: pid, caption: ' a\u202eb \n c ' } })),
    doc({ type: 'figure', attrs: { media: pid, caption: 'ab c' } }),
  );
});

test('pieces with the same marks are one, also a letter and its mark; marks have one order', () => {
  const bold = { type: 'bold' };
  const italic = { type: 'italic' };
  assert.deepEqual(
    read(doc(p(text('e', bold, italic), text('\u0302', italic, bold, bold), text(''), text('x')))),
    doc(p(text('ê', bold, italic), text('x'))),
  );
  assert.deepEqual(
    read(doc(p(text('2', { type: 'superscript' }, { type: 'subscript' })))),
    doc(p(text('2', { type: 'subscript' }))),
  );
});

test('a link that may not be followed leaves its words; what browsers ignore is gone from others', () => {
  assert.deepEqual(
    read(doc(p(text('a', { type: 'link', attrs: { href: ' https://a.vn/x\n/y' } })))),
    doc(p(text('a', { type: 'link', attrs: { href: 'https://a.vn/x/y' } }))),
  );
  for (const href of [
    'javascript:alert(1)',
    '/\t/evil.example',
    '//evil.example',
    'data:text/html,x',
    1,
    null,
    {},
  ])
    assert.deepEqual(read(doc(p(text('a', { type: 'link', attrs: { href } })))), doc(p(text('a'))));
});

const nested = (depth: number): object => {
  let inner: object = p(text('sâu'));
  for (let at = 0; at < depth; at++)
    inner = { type: 'bulletList', content: [item(p(text('x')), inner)] };
  return doc(inner);
};

test('what lies too deep becomes its words, and nothing is lost', () => {
  const depthOf = (value: unknown): number => {
    if (typeof value !== 'object' || value === null || !('content' in value)) return 0;
    return 1 + Math.max(0, ...(value.content as unknown[]).map(depthOf));
  };
  assert.deepEqual(read(nested(4)), nested(4));
  for (const depth of [1, 5, 6, 7, 50, 3000]) {
    const prose = read(nested(depth));
    assert.match(JSON.stringify(prose), /sâu/, String(depth));
    assert.ok(depthOf(prose) <= PROSE_LIMITS.depth + 4, `${depth}: ${depthOf(prose)}`);
  }
  let unknown: object = text('sâu');
  for (let at = 0; at < 5000; at++) unknown = { type: 'x', content: [unknown] };
  assert.deepEqual(read(doc(unknown)), doc(p(text('sâu'))));
});

test('as many parts as may be are read; one more is refused', () => {
  // The document itself is no part; a paragraph with a word is two.
  const many = (n: number) => doc(...Array.from({ length: n }, () => p(text('a'))));
  assert.equal(read(many(PROSE_LIMITS.nodes / 2)).content.length, PROSE_LIMITS.nodes / 2);
  assert.deepEqual(codes(many(PROSE_LIMITS.nodes / 2 + 1)), ['prose_too_many']);
  const cyclic: { type: string; content: unknown[] } = { type: 'blockquote', content: [] };
  cyclic.content.push(cyclic, cyclic);
  assert.deepEqual(codes(doc(cyclic)), ['prose_too_many']);
});

test('as many letters as may be are read; one more byte is refused', () => {
  const most = 'ê'.repeat(PROSE_LIMITS.bytes / 2);
  assert.equal(JSON.stringify(read(doc(p(text(most))))).includes(most), true);
  assert.deepEqual(codes(doc(p(text(`${most}a`)))), ['prose_too_large']);
});

test('a caption that is too long says how long it is', () => {
  const figure = (n: number) =>
    doc({ type: 'figure', attrs: { media: pid, caption: 'x'.repeat(n) } });
  assert.deepEqual(codes(figure(PROSE_LIMITS.words)), []);
  assert.deepEqual(readProse(figure(PROSE_LIMITS.words + 1)).issues, [
    { path: '', code: 'prose_words_too_long', data: { max: 1000, length: 1001 } },
  ]);
});

test('whatever is handed in, what comes out is read again as itself', () => {
  const next = randomFromSeed('prose');
  const pick = <T>(of: readonly T[]): T => of[next() % of.length]!;
  const types =
    `doc paragraph heading bulletList orderedList listItem blockquote horizontalRule table tableRow
    tableCell tableHeader figure album video audio attachment embed text hardBreak evil`.split(
      /\s+/,
    );
  const words = ['a', ' ', '', 'Nguye\u0302\u0303n', '\u202e', 'x\n', '<b>', '\u0301'];
  const value = () =>
    pick<unknown>([pid, 'x', 2, 3, 0, null, 'center', 'right', {}, [], 'youtube', 'wide']);
  const mark = () => ({
    type: pick(['bold', 'italic', 'link', 'code', 'evil', 'subscript', 'superscript']),
    attrs: { href: pick<unknown>(['/a', 'javascript:1', 'https://a.vn/ x', null]) },
  });
  const node = (depth: number): unknown => {
    const type = pick(types);
    if (next() % 20 === 0) return value();
    return {
      type,
      ...(type === 'text' || next() % 9 === 0 ? { text: pick(words) } : {}),
      marks: Array.from({ length: next() % 3 }, mark),
      attrs: Object.fromEntries(
        [
          'align',
          'level',
          'start',
          'media',
          'album',
          'caption',
          'alt',
          'title',
          'colspan',
          'rowspan',
          'provider',
          'id',
        ]
          .filter(() => next() % 3 === 0)
          .map((name) => [name, value()]),
      ),
      ...(depth > 0
        ? { content: Array.from({ length: next() % (depth > 5 ? 3 : 4) }, () => node(depth - 1)) }
        : {}),
    };
  };
  for (let turn = 0; turn < 3000; turn++) {
    const raw = doc(...Array.from({ length: 1 + (next() % 3) }, () => node(next() % 16)));
    const once = readProse(raw).prose;
    const again = readProse(structuredClone(once)).prose;
    assert.deepEqual(again, once, `turn ${turn}`);
  }
});
