// The editor of texts in a real browser, under the product's own content policy.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Block, Prose } from '../../src/kernel/prose/index.ts';
import { readProse } from '../../src/kernel/prose/index.ts';
import { encodeAs } from '../../src/kernel/vietnamese/encodings/testing.ts';
import { eventually } from '../../src/platform/testing.ts';
import { words } from '../../src/ui/islands/editor/vi.ts';
import { assets, EditorServer, type Sent } from './editor-page.tsx';
import { googleDocs, ofWord, word } from './editor-word.ts';
import { contentWidth, launch, tooSmall, violations } from './look.ts';

const server = await new EditorServer().open();
const browser = await launch();
after(async () => {
  await browser.close();
  server.close();
});

const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const prose = (...content: readonly object[]): Prose => ({ type: 'doc', content }) as Prose;

beforeEach(() => {
  Object.assign(server, {
    prose: prose({ type: 'paragraph' }),
    returned: undefined,
    error: undefined,
    autosave: false,
    csp: true,
    limit: 2_000_000,
  });
  server.media.clear();
});

interface Opened {
  readonly page: Page;
  /** What the browser complained of, such as a breach of the content policy. */
  readonly complaints: string[];
}

async function open(width = 1280, script = true): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  await page.goto(`${server.base}/bai`);
  return { page, complaints };
}

const text = '#f-body';
const tool = (page: Page, name: string) => page.locator(`[data-tool="${name}"]`);
const choice = (page: Page, name: string) => page.locator(`[data-choice="${name}"]`);

/** Sends the form; what is posted is what `readProse` would keep. */
async function send(page: Page): Promise<Sent> {
  await page.getByRole('button', { name: 'Lưu bài' }).click();
  await page.getByText('posted').waitFor();
  const sent = server.sent.pop()!;
  assert.deepEqual(sent.issues, []);
  if (sent.values.body_by === 'editor') {
    const posted = JSON.parse(sent.values.body!);
    assert.deepEqual(readProse(posted).prose, posted);
    assert.equal(sent.values.body_text, undefined);
  }
  await page.context().close();
  return sent;
}

/** Puts HTML and text on the real clipboard, as other programs do, and pastes it. */
async function paste(page: Page, html: string, plain: string): Promise<void> {
  await page.evaluate(
    ([html, plain]) =>
      document.addEventListener(
        'copy',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          if (html) event.clipboardData?.setData('text/html', html);
          event.clipboardData?.setData('text/plain', plain!);
        },
        { capture: true, once: true },
      ),
    [html, plain],
  );
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
}

const pictures = process.env.LIENTRI_PICTURES;
const picture = async (page: Page, name: string) => {
  if (pictures)
    await page.screenshot({ path: path.join(pictures, `editor-${name}.png`), fullPage: true });
};

test('Vietnamese letters are typed, also by composition, and come as NFC', async () => {
  const { page, complaints } = await open();
  await page.locator(text).click();
  await page.keyboard.type('Nguyễn Thị Ngọc Quỳnh, ');
  const session = await page.context().newCDPSession(page);
  for (const step of ['d', 'dd', 'đ', 'đấ', 'đấ', 'đất'])
    await session.send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
  await session.send('Input.insertText', { text: 'đất' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ti\u0303nh');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Ẵm');
  const { prose: posted, values } = await send(page);
  assert.deepEqual(posted, {
    type: 'doc',
    content: [
      p('Nguyễn Thị Ngọc Quỳnh, đất'),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Tĩnh' },
          { type: 'hardBreak' },
          { type: 'text', text: 'Ẵm' },
        ],
      },
    ],
  });
  assert.deepEqual([values.body_by, values.title], ['editor', 'Hội thảo']);
  assert.deepEqual(complaints, []);
});

test('a toolbar for the keyboard: one stop, arrows, pressed states, back by Escape', async () => {
  const { page } = await open();
  await page.locator(text).click();
  await page.keyboard.type('chữ');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Alt+F10');
  assert.equal(await page.locator('.editor-tools [tabindex="0"]').count(), 1);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator(':focus').textContent(), words.bold);
  await page.keyboard.press('Enter');
  await eventually(async () => (await tool(page, 'bold').getAttribute('aria-pressed')) === 'true');
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(':focus').textContent(), words.styles.paragraph);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator(':focus').getAttribute('data-tool'), 'style');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.equal(await tool(page, 'style').textContent(), words.styles.heading2);
  assert.deepEqual((await send(page)).prose.content, [
    {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'chữ', marks: [{ type: 'bold' }] }],
    },
  ]);
});

test('formats, alignment, lists and quotes; clearing and undoing', async () => {
  const { page } = await open();
  await page.locator(text).click();
  await page.keyboard.type('## Đề mục');
  await page.keyboard.press('Enter');
  await page.keyboard.type('giữa');
  await tool(page, 'more').click();
  await choice(page, 'center').click();
  await page.keyboard.press('Enter');
  await tool(page, 'more').click();
  await choice(page, 'left').click();
  await tool(page, 'bulletList').click();
  await page.keyboard.type('một');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('hai');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await tool(page, 'style').click();
  await choice(page, 'blockquote').click();
  await page.keyboard.type('lời');
  await page.keyboard.press('ControlOrMeta+a');
  await tool(page, 'more').click();
  await choice(page, 'strike').click();
  await page.keyboard.press('ControlOrMeta+z');
  const item = (...content: readonly object[]) => ({ type: 'listItem', content });
  assert.deepEqual((await send(page)).prose.content, [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Đề mục' }] },
    { ...p('giữa'), attrs: { align: 'center' } },
    {
      type: 'bulletList',
      content: [item(p('một'), { type: 'bulletList', content: [item(p('hai'))] })],
    },
    { type: 'blockquote', content: [p('lời')] },
  ]);
});

test('links: safe addresses only, put on words, changed and taken away', async () => {
  server.prose = prose(p('xem'));
  const { page } = await open();
  await page.locator(text).click();
  await page.keyboard.press('ControlOrMeta+a');
  await tool(page, 'link').click();
  const address = page.locator('[data-link=address]');
  await address.fill('java\tscript:alert(1)');
  await address.press('Enter');
  assert.equal(await page.getByRole('alert').textContent(), words.links.unsafe);
  await address.fill('vusta.vn/tin');
  await address.press('Enter');
  await eventually(async () => (await page.locator(`${text} a`).count()) === 1);
  assert.equal(await page.locator(`${text} a`).getAttribute('href'), 'https://vusta.vn/tin');
  await page.locator(`${text} a`).click();
  assert.equal(await tool(page, 'link').getAttribute('aria-pressed'), 'true');
  await tool(page, 'link').click();
  await page.getByRole('button', { name: words.links.remove }).click();
  assert.equal(await page.locator(`${text} a`).count(), 0);
  // The selection of the page and that of the editor agree a moment later.
  await eventually(async () => {
    await page.keyboard.press('End');
    return page.evaluate<boolean>('getSelection().isCollapsed');
  });
  await paste(page, '', 'https://vusta.vn/bai-moi');
  const [block] = (await send(page)).prose.content;
  assert.deepEqual(block, {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'xem' },
      {
        type: 'text',
        text: 'https://vusta.vn/bai-moi',
        marks: [{ type: 'link', attrs: { href: 'https://vusta.vn/bai-moi' } }],
      },
    ],
  });
});

test('tables: inserted, rows and columns, header, merged and split, named, taken away', async () => {
  const { page } = await open();
  await page.locator(text).click();
  await tool(page, 'table').click();
  await page.locator('[data-size=rows]').fill('2');
  await page.locator('[data-size=columns]').fill('2');
  await page.getByRole('button', { name: words.table.insert }).click();
  await page.keyboard.type('Hội');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Số');
  const act = async (name: keyof typeof words.table.acts) => {
    await tool(page, 'table').click();
    await choice(page, name).click();
  };
  await act('rowAfter');
  await act('columnAfter');
  const shape = () =>
    page
      .locator(`${text} tr`)
      .evaluateAll((rows) => rows.map((row) => row.children.length).join(' '));
  assert.equal(await shape(), '3 3 3');
  await act('deleteRow');
  await act('deleteColumn');
  assert.equal(await shape(), '2 2');
  await act('headerRow');
  await page.locator(`${text} td`).first().click();
  await act('headerRow');
  await page.locator(`${text} td`).first().click();
  await page.keyboard.press('Shift+ArrowRight');
  await act('merge');
  await page.keyboard.type('gộp');
  await page.locator('[data-caption]').fill('Các hội');
  const [table] = (await send(page)).prose.content;
  assert.equal(table?.type, 'table');
  assert.deepEqual(table.attrs, { caption: 'Các hội' });
  assert.ok(
    table.content.some((row) => row.content.some((cell) => cell.attrs?.colspan === 2)),
    JSON.stringify(table),
  );
});

test('Word comes clean, and what cannot come is told', async () => {
  const { page, complaints } = await open();
  await page.locator(text).click();
  await paste(page, word, 'Kết quả hội thảo');
  assert.equal(await page.locator('.editor-notice').textContent(), words.pasted.pictures(1));
  await picture(page, 'word-1280');
  assert.deepEqual(complaints, []);
  assert.deepEqual((await send(page)).prose.content, ofWord);
});

test('a font that draws capitals is read as it was drawn', async () => {
  const { page } = await open();
  await page.locator(text).click();
  const line = encodeAs('Liên hiệp hội', 'tcvn3');
  await paste(
    page,
    `<p><span style="font-family:.VnTimeH;font-size:14pt">${line}</span></p>`,
    line,
  );
  assert.deepEqual((await send(page)).prose.content, [p('LIÊN HIỆP HỘI')]);
});

test('what is copied here and pasted here stays what it is', async () => {
  server.prose = rich;
  const { page } = await open();
  await page.locator(`${text} p`).first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ControlOrMeta+v');
  const { content } = (await send(page)).prose;
  assert.deepEqual(content.slice(0, 4), rich.content);
  assert.deepEqual(content.slice(-4), rich.content);
});

test('Google Docs and pages of the web come clean', async () => {
  const { page } = await open();
  await page.locator(text).click();
  await paste(page, googleDocs, 'Đề mục');
  const web = `<div style="color:red"><div>Một<br>hai</div><table><tr><td><h3>Trong ô</h3></td></tr></table><p>&nbsp;</p><span onclick="x()">ba</span></div>`;
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await paste(page, web, 'Một');
  const { content } = (await send(page)).prose;
  assert.deepEqual(content.slice(0, 3), [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Đề mục' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Đậm', marks: [{ type: 'bold' }, { type: 'italic' }] },
        { type: 'text', text: ' thường' },
      ],
    },
    { type: 'orderedList', content: [{ type: 'listItem', content: [p('Một')] }] },
  ]);
  assert.deepEqual(
    content.slice(3).map(({ type }) => type),
    ['paragraph', 'heading', 'paragraph'],
  );
});

const vectors = [
  '<p data-pm-slice="0 0 []">a<img src=x onerror="alert(0)"><a href="javascript:alert(0)">b</a></p>',
  '<img src=x onerror="alert(1)">',
  '<script>alert(2)</script>',
  '<svg onload=alert(3)><animate onbegin=alert(3)></svg>',
  '<a href="javascript:alert(4)">bấm</a>',
  '<a href="jav&#x09;ascript:alert(5)">bấm</a>',
  '<iframe srcdoc="<script>alert(6)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(7)&gt;">',
  '<figure data-prose="figure" data-media="0123456789abcdef" data-caption="<img src=x onerror=alert(8)>" onclick="alert(8)"></figure>',
  '<figure data-prose="embed" data-provider="youtube" data-id="x&quot; onload=alert(9)"></figure>',
  '<p style="background:url(javascript:alert(10))" onmouseover="alert(10)">đoạn</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(11)>">',
  '<template><img src=x onerror=alert(12)></template><object data="data:text/html,<script>alert(12)</script>"></object>',
];

test('what is pasted runs nothing, also where no content policy holds it', async () => {
  server.csp = false;
  const { page, complaints } = await open();
  await page.locator(text).click();
  for (const vector of vectors) {
    await paste(page, vector, 'x');
    await page.keyboard.press('ControlOrMeta+End');
  }
  await page.mouse.move(300, 300);
  const html = await page.locator(text).innerHTML();
  assert.doesNotMatch(html, /javascript:|<script|<iframe|<svg on|\son\w+=/i);
  assert.equal(await page.locator(`${text} a`).count(), 0);
  assert.deepEqual(
    complaints.filter((said) => said.startsWith('dialog')),
    [],
  );
  const { values } = await send(page);
  assert.doesNotMatch(values.body!, /javascript:/);
});

const old = [
  'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La tổ chức hội thảo',
  'Hội nghị tổng kết công tác năm và phương hướng nhiệm vụ',
];

for (const encoding of ['tcvn3', 'vni'] as const) {
  test(`text in ${encoding} is recognised, converted when asked, and back by undo`, async () => {
    const { page } = await open();
    await page.locator(text).click();
    await paste(page, '', old.map((line) => encodeAs(line, encoding)).join('\n'));
    const offer = page.getByRole('button', { name: words.legacy.convert });
    await offer.waitFor();
    await picture(page, `${encoding}-1280`);
    await offer.click();
    assert.deepEqual(await page.locator(`${text} p`).allTextContents(), old);
    await page.keyboard.press('ControlOrMeta+z');
    await eventually(
      async () => (await page.locator(`${text} p`).first().textContent()) !== old[0],
    );
    await page.keyboard.press('ControlOrMeta+y');
    assert.deepEqual((await send(page)).prose.content, old.map(p));
  });
}

/** A picture as wide as it says; with noise it is as heavy as it is large. */
const png = (width: number, noise = false): Promise<Buffer> => {
  const raw = { width, height: width / 2, channels: 3 } as const;
  const size = width * (width / 2) * 3;
  return sharp(noise ? randomBytes(size) : Buffer.alloc(size, 90), { raw })
    .png()
    .toBuffer();
};

/** Drops a file on the text, over an element. */
async function drop(page: Page, bytes: Buffer, name: string, over: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([base64, name]) => {
      const bytes = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name!, { type: 'image/png' }));
      return transfer;
    },
    [bytes.toString('base64'), name],
  );
  const box = (await page.locator(over).boundingBox())!;
  const at = { clientX: box.x + 4, clientY: box.y + 4 };
  await page.locator(over).dispatchEvent('drop', { dataTransfer: data, ...at });
}

test('a picture that is dropped is sent, stands where it was dropped, and gets its words', async () => {
  server.prose = prose(p('trước'), p('sau'));
  const { page, complaints } = await open();
  await drop(page, await png(400), 'nhà sấy.png', `${text} p:nth-of-type(2)`);
  await page.locator(`${text} img`).waitFor();
  await eventually(() =>
    page
      .locator(`${text} img`)
      .evaluate((image) => (image as HTMLImageElement).naturalWidth === 400),
  );
  await page.locator('[data-box=alt]').fill('Nhà sấy nhãn bằng năng lượng mặt trời');
  await page.locator('[data-box=caption]').fill('Nhà sấy ở Mường Hung');
  await page.locator('[data-box=credit]').fill('Cầm Văn Thịnh');
  await page.locator('[data-box=width]').selectOption('half');
  await picture(page, 'figure-1280');
  await page.getByRole('button', { name: `${words.media.up} ${words.media.kinds.figure}` }).click();
  assert.deepEqual(complaints, []);
  const [media] = server.media.keys();
  const { content } = (await send(page)).prose;
  assert.deepEqual(content[0], {
    type: 'figure',
    attrs: {
      media,
      alt: 'Nhà sấy nhãn bằng năng lượng mặt trời',
      caption: 'Nhà sấy ở Mường Hung',
      credit: 'Cầm Văn Thịnh',
      width: 'half',
    },
  });
  assert.deepEqual(content.slice(1), [p('trước'), p('sau')]);
});

test('pictures come from the clipboard, and from inside what is pasted, in their order', async () => {
  const { page } = await open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator(text).click();
  await page.keyboard.type('trước');
  const inside = await Promise.all([20, 30].map((size) => png(size)));
  const html = inside
    .map((bytes) => `<p>hình<img src="data:image/png;base64,${bytes.toString('base64')}"></p>`)
    .join('');
  await paste(page, html, 'hình');
  const shown = page.locator(`${text} img`);
  await eventually(async () => (await shown.count()) === 2);
  await page.evaluate(
    async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const png = new Blob([bytes], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    },
    (await png(40)).toString('base64'),
  );
  await page.keyboard.press('ControlOrMeta+v');
  await eventually(async () => (await shown.count()) === 3);
  const { content } = (await send(page)).prose;
  const widths = content.flatMap((block) =>
    block.type === 'figure' ? server.media.get(block.attrs.media)?.width : [],
  );
  assert.deepEqual(widths.toSorted(), [20, 30, 40]);
  assert.ok(widths.indexOf(20) < widths.indexOf(30), String(widths));
});

test('a picture that is too large, is none, or finds no line is told, and sent again', async () => {
  server.limit = 60_000;
  const { page } = await open(390);
  const files = page.locator('.editor input[type=file]');
  const said = (words: string) => page.getByRole('status').filter({ hasText: words });
  const large = await png(400, true);
  await files.setInputFiles({ name: 'lớn.png', mimeType: 'image/png', buffer: large });
  await said('quá mức').waitFor();
  const none = Buffer.from('<html>');
  await files.setInputFiles({ name: 'trang.png', mimeType: 'image/png', buffer: none });
  await said('không phải hình').waitFor();
  // A browser tries some lines again by itself.
  server.broken = 100;
  await files.setInputFiles({ name: 'nhỏ.png', mimeType: 'image/png', buffer: await png(40) });
  await said(words.uploads.failed).waitFor();
  server.broken = 0;
  await picture(page, 'failed-390');
  assert.deepEqual([await contentWidth(page), await tooSmall(page)], [390, []]);
  await page
    .getByRole('button', { name: words.uploads.of(words.uploads.retry, 'nhỏ.png') })
    .click();
  await page.locator(`${text} img`).waitFor();
  await page.getByRole('button', { name: words.uploads.of(words.uploads.drop, 'lớn.png') }).click();
  const { content } = (await send(page)).prose;
  assert.deepEqual(
    content.map(({ type }) => type),
    ['figure'],
  );
});

test('pictures, albums and files of the library, and films by their address', async () => {
  const pids = ['0123456789abcdef', '0123456789abcdeg', '0123456789abcdeh'] as const;
  const kinds = ['picture', 'album', 'document'] as const;
  const titles = ['Hội thảo cà phê', 'Ảnh hội thảo', 'Kỷ yếu hội thảo'];
  for (const [at, kind] of kinds.entries())
    server.media.set(pids[at]!, { pid: pids[at]!, kind, title: titles[at]! });
  const { page } = await open();
  await page.locator(text).click();
  for (const [at, name] of ['library', 'album', 'document'].entries()) {
    await tool(page, 'insert').click();
    await choice(page, name).click();
    await page.locator('[data-pick]').fill('hội');
    await page.getByRole('button', { name: titles[at]!, exact: true }).click();
  }
  assert.ok(server.asked.some((query) => query.includes('loai=picture&q=h%E1%BB%99i')));
  await paste(page, '', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3');
  await page.locator('[data-block=embed]').waitFor();
  await tool(page, 'insert').click();
  await choice(page, 'embed').click();
  await page.locator('[data-embed]').fill('https://example.org/phim');
  await page.keyboard.press('Enter');
  assert.equal(await page.getByRole('alert').textContent(), words.embeds.unknown);
  await page.locator('[data-embed]').fill('https://vimeo.com/76979871');
  await page.keyboard.press('Enter');
  const { content } = (await send(page)).prose;
  const found = new Set(content.map((block) => JSON.stringify(block)));
  for (const block of [
    { type: 'figure', attrs: { media: pids[0] } },
    { type: 'album', attrs: { album: pids[1] } },
    { type: 'attachment', attrs: { media: pids[2] } },
    { type: 'embed', attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ' } },
    { type: 'embed', attrs: { provider: 'vimeo', id: '76979871' } },
  ])
    assert.ok(found.has(JSON.stringify(block)), JSON.stringify(content));
});

const rich = prose(
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Kết quả' }] },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Hội thảo có ' },
      { type: 'text', text: '120 người', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' dự.' },
    ],
  },
  { type: 'figure', attrs: { media: '0123456789abcdef', caption: 'Toàn cảnh' } },
  {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p('A')] }] }],
  },
);

test('what was opened is posted as it was, with script and without', async () => {
  server.prose = rich;
  assert.deepEqual((await send((await open()).page)).prose, rich);
  const plain = await send((await open(390, false)).page);
  assert.deepEqual([plain.prose, plain.values.body_by], [rich, 'text']);
});

test('without script words are changed in a plain box, and all else stays', async () => {
  server.prose = rich;
  const { page } = await open(390, false);
  await picture(page, 'plain-390');
  assert.deepEqual([await contentWidth(page), await tooSmall(page)], [390, []]);
  const box = page.getByLabel('Nội dung');
  const shown = await box.inputValue();
  await box.fill(`${shown.replace('dự.', 'dự, chật phòng.')}\n\n- một\n- hai`);
  const { prose: posted } = await send(page);
  assert.deepEqual(posted.content.slice(0, 4), [
    rich.content[0],
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Hội thảo có ' },
        { type: 'text', text: '120 người', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' dự, chật phòng.' },
      ],
    },
    ...rich.content.slice(2),
  ]);
  assert.equal(posted.content[4]?.type, 'bulletList');
});

test('a form that came back has what was typed, and its error leads to the text', async () => {
  server.prose = prose(p('cũ'));
  server.error = 'Bài còn thiếu nguồn.';
  server.returned = {
    body: JSON.stringify(rich),
    body_by: 'text',
    body_text: '## Kết quả\n\nViết lại hết.\n\n[Hình 1: Toàn cảnh]',
  };
  const plain = await open(390, false);
  assert.equal(await plain.page.getByLabel('Nội dung').inputValue(), server.returned.body_text);
  await plain.page.context().close();
  const { page } = await open();
  assert.equal(await page.locator(text).getAttribute('aria-invalid'), 'true');
  await page.evaluate('location.hash = "#f-body"');
  const { content } = (await send(page)).prose;
  assert.deepEqual(content, [rich.content[0], p('Viết lại hết.'), rich.content[2]]);
});

test('it is saved as it is typed, whole, and nothing is left behind by a quick send', async () => {
  server.autosave = true;
  server.saved.length = 0;
  const { page } = await open();
  await page.locator(text).click();
  await page.keyboard.type('Bản thảo');
  await eventually(async () => server.saved.length > 0);
  assert.deepEqual(server.saved.at(-1)?.prose.content, [p('Bản thảo')]);
  await page.keyboard.type(' hai');
  assert.deepEqual((await send(page)).prose.content, [p('Bản thảo hai')]);
});

test('a form that is sent while one types has the last letter', async () => {
  const { page } = await open();
  await page.locator(text).click();
  await page.keyboard.type('tới chữ cuối');
  await page.evaluate('document.forms[0].requestSubmit()');
  await page.getByText('posted').waitFor();
  assert.deepEqual(server.sent.pop()?.prose.content, [p('tới chữ cuối')]);
  await page.context().close();
});

test('who leaves with unsaved words is asked; back from the next page they are there', async () => {
  const { page, complaints } = await open();
  await page.locator(text).click();
  await page.keyboard.type('chưa lưu');
  await page.reload();
  assert.deepEqual(complaints, ['dialog: ']);
  await page.locator(text).click();
  await page.keyboard.type('sẽ gửi');
  await page.getByRole('button', { name: 'Lưu bài' }).click();
  await page.getByText('posted').waitFor();
  assert.equal(complaints.length, 1);
  await page.goBack();
  assert.equal(await page.locator(text).textContent(), 'sẽ gửi');
  await page.context().close();
});

for (const width of [320, 390, 1280]) {
  test(`at ${width} px: nothing scrolls sideways, is too small, or is found by axe`, async () => {
    server.csp = false;
    server.prose = prose(...rich.content, {
      type: 'embed',
      attrs: { provider: 'vimeo', id: '76979871' },
    });
    const { page } = await open(width);
    const look = async () => {
      assert.equal(await contentWidth(page), width);
      if (width < 1280) assert.deepEqual(await tooSmall(page), []);
      assert.deepEqual(await violations(page), []);
    };
    await look();
    for (const name of ['style', 'more', 'insert', 'link']) {
      await tool(page, name).click();
      await look();
      await page.keyboard.press('Escape');
    }
    await page.locator(`${text} td`).click();
    await tool(page, 'table').click();
    await picture(page, `table-${width}`);
    await look();
    await page.context().close();
  });
}

test('the script is loaded only by pages that ask for it, and stays under 145 KB compressed', () => {
  const address = assets.islands.get('ui/editor')!;
  assert.ok(!assets.scripts.includes(address));
  assert.ok(assets.files.get(address)!.gzip!.length < 145 * 1024);
});
