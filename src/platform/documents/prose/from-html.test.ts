import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../../../kernel/prose/index.ts';
import { type HtmlOptions, proseFromHtml } from './index.ts';

const pid = '0123456789abcdef';
const read = (html: string, options: HtmlOptions = {}): readonly Block[] =>
  proseFromHtml(html, options).prose.content;
const known: HtmlOptions = { media: () => pid };

/** A short way to write what came out: one line a block, marks in brackets behind their words. */
function shown(blocks: readonly unknown[], indent = ''): string[] {
  return blocks.flatMap((block) => {
    const { type, attrs, content, text, marks } = block as {
      type: string;
      attrs?: Record<string, unknown>;
      content?: unknown[];
      text?: string;
      marks?: { type: string; attrs?: { href: string } }[];
    };
    if (type === 'text') {
      const names = (marks ?? []).map((mark) => mark.attrs?.href ?? mark.type);
      return [`${indent}"${text}"${names.length > 0 ? ` (${names.join(' ')})` : ''}`];
    }
    const said = Object.entries(attrs ?? {}).map(([name, value]) => ` ${name}=${value}`);
    return [`${indent}${type}${said.join('')}`, ...shown(content ?? [], `${indent}  `)];
  });
}

const outline = (html: string, options?: HtmlOptions): string =>
  shown(read(html, options)).join('\n');
const lines = (...all: string[]): string => all.join('\n');

test('paragraphs, breaks, marks and links keep their words with one blank between', () => {
  assert.equal(
    outline(
      '<p>  Hội <b>thảo</b>\n  <em><u>mở</u></em>\t rộng </p><div>a<br>b<br><br>c<br></div>H<sub>2</sub>O <a href="/x">xem <b>ngay</b></a>.',
    ),
    lines(
      'paragraph',
      '  "Hội "',
      '  "thảo" (bold)',
      '  " "',
      '  "mở" (italic underline)',
      '  " rộng"',
      'paragraph',
      '  "a"',
      '  hardBreak',
      '  "b"',
      'paragraph',
      '  "c"',
      'paragraph',
      '  "H"',
      '  "2" (subscript)',
      '  "O "',
      '  "xem " (/x)',
      '  "ngay" (bold /x)',
      '  "."',
    ),
  );
});

test('headings are of level 2 to 4, and not bold inside', () => {
  assert.equal(
    outline(
      '<h1 align=center><b>A</b></h1><h3><strong>B <i>C</i></strong></h3><h6>D</h6><h2> </h2>',
    ),
    lines(
      'heading level=2 align=center',
      '  "A"',
      'heading level=3',
      '  "B "',
      '  "C" (italic)',
      'heading level=4',
      '  "D"',
    ),
  );
});

test('lists nest, also where HTML writes them beside their item', () => {
  const list = lines(
    'bulletList',
    '  listItem',
    '    paragraph',
    '      "a"',
    '    orderedList start=4',
    '      listItem',
    '        paragraph',
    '          "b"',
    '  listItem',
    '    paragraph',
    '      "c"',
  );
  assert.equal(outline('<ul><li>a<ol start=4><li>b</ol><li>c</ul>'), list);
  assert.equal(outline('<ul><li>a</li><ol start=4><li>b</li></ol><li><p>c</p></li> </ul>'), list);
});

// What Word puts on the clipboard.
const word = (level: number, mark: string, words: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level${level} lfo1'>` +
  `<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${mark}` +
  `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

test('lists of Word, which are paragraphs with numbers as words, are lists', () => {
  const html = [
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style><!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--></head><body>',
    '<p class=MsoNormal><span style="mso-tab-count:1">  </span>Kính gửi:<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>',
    word(1, '·', 'một'),
    word(2, 'o', 'hai'),
    word(2, 'o', 'ba'),
    word(1, '·', 'bốn'),
    word(1, '3.', 'năm'),
    word(1, '4.', 'sáu'),
    '<p class=MsoNormal>Hết.</p></body></html>',
  ].join('\n');
  assert.equal(
    outline(html),
    lines(
      'paragraph',
      '  "Kính gửi:"',
      'bulletList',
      '  listItem',
      '    paragraph',
      '      "một"',
      '    bulletList',
      '      listItem',
      '        paragraph',
      '          "hai"',
      '      listItem',
      '        paragraph',
      '          "ba"',
      '  listItem',
      '    paragraph',
      '      "bốn"',
      'orderedList start=3',
      '  listItem',
      '    paragraph',
      '      "năm"',
      '  listItem',
      '    paragraph',
      '      "sáu"',
      'paragraph',
      '  "Hết."',
    ),
  );
});

test('footnotes, tracked changes, hidden words and comments of Word', () => {
  const html = `<p class=MsoTitle>Báo cáo</p><p class=MsoNormal>Theo Nghị định<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
    class=MsoFootnoteReference><sup>[1]</sup></span></a> <ins cite="mailto:An" datetime="2020-01-01T00:00">mới</ins><span style='display:none;mso-hide:all'>kín</span><span style='mso-element:comment'>nhận xét</span></p>
    <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"><sup>[1]</sup></a> Số 30/2020</p></div></div>`;
  assert.equal(
    outline(html),
    lines(
      'heading level=2',
      '  "Báo cáo"',
      'paragraph',
      '  "Theo Nghị định"',
      '  "[1]" (superscript)',
      '  " mới"',
      'horizontalRule',
      'paragraph',
      '  "[1]" (superscript)',
      '  " Số 30/2020"',
    ),
  );
});

test('a table of Word: its first row, alone bold, is its head; spans and sides stay', () => {
  const td = (words: string, more = '') => `<td ${more}><p class=MsoNormal>${words}</p></td>`;
  assert.equal(
    outline(
      `<table class=MsoTableGrid border=1><tr>${td('<b>Năm</b>')}${td('<b>Số <i>hội</i></b>')}</tr><tr>${td('2025')}${td('7', 'align=right')}</tr><tr>${td('cả', 'colspan=2 style="text-align:center"')}</tr></table>`,
    ),
    lines(
      'table',
      '  tableRow',
      '    tableHeader',
      '      paragraph',
      '        "Năm"',
      '    tableHeader',
      '      paragraph',
      '        "Số "',
      '        "hội" (italic)',
      '  tableRow',
      '    tableCell',
      '      paragraph',
      '        "2025"',
      '    tableCell',
      '      paragraph align=right',
      '        "7"',
      '  tableRow',
      '    tableCell colspan=2',
      '      paragraph align=center',
      '        "cả"',
    ),
  );
});

test('Google Docs: a bold that is none, marks in styles', () => {
  assert.equal(
    outline(
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:400;font-style:italic;text-decoration:none">a</span><span style="font-weight:700;text-decoration:underline"> b</span><span style="vertical-align:super">2</span></p><br /><ul><li dir="ltr"><p dir="ltr" role="presentation"><span style="font-weight:400">c</span></p></li></ul></b>',
    ),
    lines(
      'paragraph',
      '  "a" (italic)',
      '  " b" (bold underline)',
      '  "2" (superscript)',
      'bulletList',
      '  listItem',
      '    paragraph',
      '      "c"',
    ),
  );
});

test('old portals: font, center, tables only for layout, a picture with its words in one', () => {
  const html = `<table width="100%" border=0><tr><td><center><font face="Arial" size=3 color=navy><b>Tin</b></font></center>
    <table align=center cellpadding=3><tbody><tr><td><img src="a.jpg" width=400></td></tr><tr><td class="image_desc"><i>Nhà sấy ở bản.</i></td></tr></tbody></table>
    <div align="right">Theo&nbsp;báo&nbsp; Sơn La</div>tăng 12&nbsp;%</td></tr></table>`;
  assert.equal(
    outline(html, { ...known, base: 'https://cu.vn/tin/' }),
    lines(
      'paragraph align=center',
      '  "Tin" (bold)',
      `figure media=${pid} caption=Nhà sấy ở bản.`,
      'paragraph align=right',
      '  "Theo báo Sơn La"',
      'paragraph',
      '  "tăng 12\u00a0%"',
    ),
  );
});

test('letters made for old fonts are read as what they are, by the font that the page names', () => {
  assert.equal(
    outline(
      '<p><font face=".VnTime">Héi Khoa häc <b>Kü thuËt</b></font> <span style="font-family:\'VNI-Times\'">Hoäi</span> <span style="font-family:.VnTime">đã đúng</span></p>',
    ),
    lines('paragraph', '  "Hội Khoa học "', '  "Kỹ thuật" (bold)', '  " Hội đã đúng"'),
  );
});

test('pictures are asked for by their whole address; what is not known is left out and named', () => {
  const asked: string[] = [];
  const { prose, problems } = proseFromHtml(
    '<p>a <img src="../x/1.jpg" alt="Nhà sấy"> b</p><img data-src="/2.png" src="data:image/gif;base64,R0"><a href="/goc.jpg"><img src="/goc-300x200.jpg" alt="goc.jpg"></a><img src=cham.gif width=1 height=1><img class="wp-smiley" src=s.png alt=":)"><picture><source srcset="/p.avif"><img srcset="/p-1.jpg 300w, /p-2.jpg 900w"></picture><img src="/none.jpg">',
    {
      base: 'https://cu.vn/tin/bai/',
      media: (src) => {
        asked.push(src);
        return src.includes('none') ? null : pid;
      },
    },
  );
  assert.deepEqual(asked, [
    'https://cu.vn/tin/x/1.jpg',
    'https://cu.vn/2.png',
    'https://cu.vn/goc.jpg',
    'https://cu.vn/goc-300x200.jpg',
    'https://cu.vn/p-2.jpg',
    'https://cu.vn/none.jpg',
  ]);
  assert.deepEqual(problems, [{ code: 'picture_left_out', what: 'https://cu.vn/none.jpg' }]);
  const figure = `figure media=${pid}`;
  assert.equal(
    shown(prose.content).join('\n'),
    lines(
      'paragraph',
      '  "a"',
      `${figure} alt=Nhà sấy`,
      'paragraph',
      '  "b"',
      figure,
      figure,
      'paragraph',
      '  ":)"',
      figure,
    ),
  );
});

test('captions of HTML, of WordPress old and new, and galleries', () => {
  const caption = `figure media=${pid} caption=Lễ ký`;
  for (const html of [
    '<figure><img src=a.jpg><figcaption>Lễ <b>ký</b></figcaption></figure>',
    '[caption id="attachment_1" align="aligncenter" width="300"]<a href="a.jpg"><img src="a.jpg" /></a> Lễ ký[/caption]',
    '[caption id="x" caption="Lễ ký"]<img src="a.jpg">[/caption]',
    '<div class="wp-block-image"><figure class="aligncenter"><img src="a.jpg"/><figcaption class="wp-element-caption">Lễ ký</figcaption></figure></div>',
  ])
    assert.equal(outline(html, known), caption, html);
  assert.equal(
    outline(
      '<figure class="wp-block-gallery"><figure><img src=1.jpg></figure><figure><img src=2.jpg><figcaption>B</figcaption></figure></figure>',
      known,
    ),
    lines(`figure media=${pid}`, `figure media=${pid} caption=B`),
  );
  assert.equal(
    outline('[gallery columns="3" ids="4,5, 6"]', {
      album: (ids) => (ids.join() === '4,5,6' ? pid : null),
    }),
    `album album=${pid}`,
  );
  assert.deepEqual(proseFromHtml('x [gallery ids="4"]').problems, [
    { code: 'gallery_left_out', what: '4' },
  ]);
  assert.equal(
    outline(
      '<figure><table><tr><th>a<th>b<tr><td>1<td>2</table><figcaption>Bảng 1</figcaption></figure>',
    ).split('\n')[0],
    'table caption=Bảng 1',
  );
});

test('films of other sites, in frames, plug-ins and bare addresses; other frames are links', () => {
  const film = 'embed provider=youtube id=dQw4w9WgXcQ';
  for (const html of [
    '<p><iframe width="560" src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0" title="YouTube video player"></iframe></p>',
    '<object width=1><param name="movie" value="http://www.youtube.com/v/dQw4w9WgXcQ&hl=vi"></param><embed src="http://www.youtube.com/v/dQw4w9WgXcQ"></embed></object>',
    '<p>https://youtu.be/dQw4w9WgXcQ</p>',
    '[embed]https://www.youtube.com/watch?v=dQw4w9WgXcQ[/embed]',
    '[youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ&w=640]',
    '<figure class="wp-block-embed"><div>\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n</div></figure>',
  ])
    assert.equal(outline(html), film, html);
  const { prose, problems } = proseFromHtml(
    '<iframe src="https://maps.example/x" title="Bản đồ"></iframe><iframe src="javascript:alert(1)"></iframe>',
  );
  assert.equal(
    shown(prose.content).join('\n'),
    lines('paragraph', '  "Bản đồ" (https://maps.example/x)'),
  );
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['frame_left_out', 'frame_left_out'],
  );
});

test('recordings of the page are those of the library', () => {
  const media: HtmlOptions['media'] = (src, kind) =>
    src === `https://a.vn/1.${kind === 'audio' ? 'mp3' : 'mp4'}` ? pid : null;
  for (const html of [
    '<video><source src="https://a.vn/1.webm"><source src="https://a.vn/1.mp4">tải</video>',
    '[video width="1" mp4="https://a.vn/1.mp4"][/video]',
  ])
    assert.equal(outline(html, { media }), `video media=${pid}`, html);
  assert.equal(outline('[audio mp3="https://a.vn/1.mp3"]', { media }), `audio media=${pid}`);
  assert.deepEqual(proseFromHtml('<audio src=/x.mp3>').problems, [
    { code: 'recording_left_out', what: '/x.mp3' },
  ]);
});

test('links may be led elsewhere or dropped; places on the page they came from are words', () => {
  const link = (href: string) =>
    href.endsWith('/cu') ? '/sonla/bai/moi' : href.includes('xoa') ? null : href;
  const { prose, problems } = proseFromHtml(
    '<a href="/cu">a</a> <a href="xoa">b</a> <a href="#x">c</a> <a name=y>d</a> <a href="mailto:a@b.vn">e</a>',
    { base: 'https://cu.vn/', link },
  );
  assert.equal(
    shown(prose.content).join('\n'),
    lines('paragraph', '  "a" (/sonla/bai/moi)', '  " b c d "', '  "e" (mailto:a@b.vn)'),
  );
  assert.deepEqual(problems, [{ code: 'link_left_out', what: 'https://cu.vn/xoa' }]);
});

test('line ends of WordPress are paragraphs and breaks where asked for', () => {
  const html =
    'một\nhai\n\n<strong>ba</strong> <em>bốn</em>\r\n\r\n<ul>\n<li>năm</li>\n</ul>\n<!--more-->\nsáu';
  assert.equal(
    outline(html, { lineEnds: true }),
    lines(
      'paragraph',
      '  "một"',
      '  hardBreak',
      '  "hai"',
      'paragraph',
      '  "ba" (bold)',
      '  " "',
      '  "bốn" (italic)',
      'bulletList',
      '  listItem',
      '    paragraph',
      '      "năm"',
      'paragraph',
      '  "sáu"',
    ),
  );
  assert.equal(read(html).length, 3);
});

test('quotes, rules, preformatted words, definitions', () => {
  assert.equal(
    outline(
      '<blockquote><p>a</p><h3>b</h3></blockquote><hr><pre>x  y\n z</pre><dl><dt>k<dd>v</dl><details><summary>t</summary>n</details>',
    ),
    lines(
      'blockquote',
      '  paragraph',
      '    "a"',
      '  paragraph',
      '    "b"',
      'horizontalRule',
      'paragraph',
      '  "x  y" (code)',
      '  hardBreak',
      '  " z" (code)',
      'paragraph',
      '  "k" (bold)',
      'paragraph',
      '  "v"',
      'paragraph',
      '  "t" (bold)',
      'paragraph',
      '  "n"',
    ),
  );
});

test('a page nested without end, and one that is no page, are read to the end', () => {
  const deep = '<div><b>'.repeat(20_000);
  assert.match(JSON.stringify(read(`${deep}sâu`)), /sâu/);
  assert.match(JSON.stringify(read(`${'<table><tr><td>'.repeat(3000)}sâu`)), /sâu/);
  assert.match(JSON.stringify(read(`${'<ul><li>'.repeat(3000)}sâu`)), /sâu/);
  assert.deepEqual(
    proseFromHtml('<p>x'.repeat(300_000)).issues.map(({ code }) => code),
    ['prose_too_many'],
  );
  for (const html of ['', ' ', '<', '<!DOCTYPE', '</p>', '<p', '\0', '<![CDATA[x]]>'])
    assert.equal(proseFromHtml(html).issues.length, 0, html);
  assert.deepEqual(
    proseFromHtml('x'.repeat(10_000_001)).problems.map(({ code }) => code),
    ['too_large'],
  );
});

test('a page of beginnings without ends is read in one go', () => {
  for (const begin of [
    '[caption]',
    '[caption',
    '[gallery',
    '[embed]x',
    '[video ',
    '<table><tr><td>x',
    '<a href=x>',
    '<!--',
    '<p style="',
    '&',
  ])
    assert.deepEqual(
      proseFromHtml(begin.repeat(100_000)).problems.map(({ code }) => code),
      [],
      begin,
    );
});
