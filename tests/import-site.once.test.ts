// The commands that bring an old site here, as an administrator types them, on a folder of their own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { officeSite, officeUploads, wxr } from '../src/modules/newcomers/testing/index.ts';
import { projectRoot } from '../src/platform/config.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-sites-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = path.join(folder, 'data');

function lientri(args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ['LIENTRI_DATA', 'DATABASE_URL', 'NODE_TEST_CONTEXT']) delete env[name];
  const file = path.join(projectRoot, 'bin/lientri');
  const options = { cwd: folder, env, input: '', encoding: 'utf8' } as const;
  const done = spawnSync(process.execPath, [file, ...args, '--data', data], options);
  return { code: done.status, out: done.stdout, err: done.stderr };
}

interface Brought {
  articles: number;
  pages: number;
  comments: number;
  media: number;
  redirects: number;
  problems: { code: string; text: string; count: number; example?: string }[];
}

function json<T>(...args: string[]): T {
  const { code, out, err } = lientri([...args, '--json']);
  assert.equal(code, 0, `${args.join(' ')}: ${err}`);
  return JSON.parse(out) as T;
}

const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return name;
};
const org = ['--org', 'sonla'] as const;
const numbers = ({ problems: _, ...rest }: Brought) => rest;
const none = { articles: 0, pages: 0, comments: 0, media: 0, redirects: 0 };

test('a WordPress site comes with its uploads; a second time changes nothing', async () => {
  const union = ['--union', 'Liên hiệp hội tỉnh Sơn La', '--code', 'sonla'];
  json('setup', '--empty', ...union, '--admin', 'a@b.example');
  const file = write('cu.xml', wxr(officeSite));
  await officeUploads(folder);
  const first = json<Brought>('import', 'wordpress', file, ...org, '--uploads', 'uploads');
  assert.deepEqual(Object.keys(first), [...Object.keys(none), 'problems']);
  assert.deepEqual(numbers(first), { articles: 7, pages: 1, comments: 5, media: 3, redirects: 27 });
  const refused = first.problems.find(({ code }) => code === 'file_refused');
  assert.equal(refused?.count, 1);
  assert.equal(refused?.example, '2019/05/hinh.svg');
  assert.match(refused?.text ?? '', /Tệp SVG/);
  const again = json<Brought>('import', 'wordpress', file, ...org, '--uploads', 'uploads');
  assert.deepEqual(numbers(again), none);
  const said = lientri(['import', 'wordpress', file, ...org]);
  assert.equal(said.code, 0, said.err);
  assert.match(said.out, /Không có gì mới/);
});

test('feeds, a Joomla database and a folder of pages come too', () => {
  const feed = write(
    'tin.xml',
    '<rss version="2.0"><channel><title>x</title><link>https://x.example</link><item><title>Một tin</title><guid>1</guid><pubDate>Tue, 01 Feb 2022 08:00:00 +0700</pubDate><description>Chữ.</description></item></channel></rss>',
  );
  assert.equal(json<Brought>('import', 'rss', feed, ...org).articles, 1);
  const table = { type: 'table', name: 'jos_content', data: [joomlaRow] };
  const dump = write('cu.json', JSON.stringify([{ type: 'header' }, table]));
  const address = ['--address', 'https://y.example'];
  assert.equal(json<Brought>('import', 'joomla', dump, ...org, ...address).articles, 1);
  assert.deepEqual(numbers(json<Brought>('import', 'joomla', dump, ...org, ...address)), none);
  mkdirSync(path.join(folder, 'trang'));
  write('trang/a.html', '<title>Trang cũ</title><body><p>Ngày 12/03/2009 có một cuộc họp.</p>');
  assert.equal(json<Brought>('import', 'html', 'trang', ...org).articles, 1);
});

const joomlaRow = {
  id: '1',
  asset_id: '5',
  title: 'Bài Joomla',
  alias: 'bai-joomla',
  introtext: '<p>Chữ.</p>',
  fulltext: '',
  state: '1',
  catid: '0',
  created: '2020-01-01 00:00:00',
  publish_up: '2020-01-01 00:00:00',
  publish_down: null,
  access: '1',
  language: '*',
};

test('what is wrong is told in one line, and nothing is written', () => {
  const refused = (code: 1 | 2, words: RegExp, ...args: readonly string[]) => {
    const ended = lientri(['import', ...args]);
    assert.equal(ended.code, code, `${args.join(' ')}: ${ended.err}`);
    assert.match(ended.err, words);
    assert.equal(ended.err.trim().split('\n').length, 1, ended.err);
    assert.equal(ended.out, '');
  };
  refused(1, /không phải tệp xuất của WordPress/, 'wordpress', write('a.xml', '<a></a>'), ...org);
  refused(1, /không phải nguồn tin/, 'rss', 'a.xml', ...org);
  refused(
    1,
    /Không thấy bảng bài viết nào của Joomla/,
    'joomla',
    write('b.sql', 'select 1;'),
    ...org,
  );
  refused(1, /Không thấy trang HTML nào/, 'html', 'uploads/2019/06', ...org);
  refused(
    1,
    /đứt giữa chừng/,
    'wordpress',
    write('c.xml', wxr(officeSite).slice(0, 9_000)),
    ...org,
  );
  refused(1, /Không dùng được tệp/, 'wordpress', 'none.xml', ...org);
  refused(1, /Không dùng được tệp/, 'wordpress', 'uploads', ...org);
  refused(1, /Không dùng được tệp/, 'wordpress', 'cu.xml', ...org, '--uploads', 'none');
  refused(1, /Không có đơn vị nào mang mã/, 'wordpress', 'cu.xml', '--org', 'nobody');
  refused(2, /Cách dùng: lientri import wordpress/, 'wordpress', ...org);
  refused(2, /Thiếu --org/, 'wordpress', 'cu.xml');
  refused(2, /Cách dùng: lientri import html/, 'html', 'trang', ...org, '--uploads', 'uploads');
  assert.match(lientri(['doctor']).out, /Dữ liệu lành/);
});
