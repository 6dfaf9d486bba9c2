// Every command of bin/lientri as an administrator types it, on a folder made with demo data.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { projectRoot } from '../src/platform/config.ts';
import { asPublished, type GivenTable, published } from './support/published.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = path.join(folder, 'data');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function lientri(args: readonly string[], more: { env?: object; input?: string } = {}): Ended {
  const env: NodeJS.ProcessEnv = { ...process.env, ...more.env };
  for (const name of ['LIENTRI_DATA', 'DATABASE_URL', 'NODE_TEST_CONTEXT']) delete env[name];
  const file = path.join(projectRoot, 'bin/lientri');
  const options = { cwd: folder, env, input: more.input ?? '', encoding: 'utf8' } as const;
  const done = spawnSync(process.execPath, [file, ...args], options);
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function json<T>(args: readonly string[], more: { env?: object; input?: string } = {}): T {
  const { code, out, err } = lientri([...args, '--data', data, '--json'], more);
  assert.equal(code, 0, `${args.join(' ')}: ${err}`);
  return JSON.parse(out) as T;
}

function refused(args: readonly string[], code: 1 | 2, words: RegExp, more = {}): void {
  const ended = lientri(args, more);
  assert.equal(ended.code, code, `${args.join(' ')}: ${ended.err}`);
  assert.match(ended.err, words);
  assert.equal(ended.err.trim().split('\n').length, 1, ended.err);
}

const setup = json<{ data: string; org: string; admin: string; signInUrl: string }>([
  'setup',
  '--demo',
]);
const benchmark = ['table', 'benchmark', '--org', 'sonla', '--on', '2019-12-31'] as const;

test('setup tells where the data lie and how to sign in', () => {
  assert.equal(setup.data, data);
  assert.equal(setup.org, 'vusta');
  assert.equal(setup.admin, 'admin@demo.example');
  assert.match(setup.signInUrl, /^http:\/\/localhost:3000\/dang-nhap$/);
});

test('the benchmark table is the published one', () => {
  const table = json<GivenTable>(benchmark);
  assert.deepEqual(Object.keys(table), ['org', 'on', 'structure', 'peers', 'rows']);
  assert.deepEqual(asPublished(table), published);
  const { out, code } = lientri([...benchmark, '--data', data]);
  assert.equal(code, 0);
  assert.match(out, /I\.2 +22,5 +19/);
});

test('an organisation, a person with a password, a role, a token', () => {
  const org = ['--code', 'sonla-thu', '--name', 'Hội Thử nghiệm tỉnh Sơn La', '--parent', 'sonla'];
  json(['org', 'add', ...org, '--kind', 'member_association', '--from', '2026-01-05']);
  const email = 'moi@sonla.example';
  const input = 'Mot-mat-khau-dai-2026\n';
  json(['user', 'add', '--email', email, '--name', 'Lò Thị Mới', '--password-stdin'], { input });
  json([
    'grant',
    '--to',
    email,
    '--role',
    'officer',
    '--org',
    'sonla-thu',
    '--until',
    '2099-12-31',
  ]);
  const token = json<{ token: string; expires: string }>([
    ...['token', 'create', '--as', email, '--scope', 'read', '--days', '30'],
  ]);
  assert.match(token.token, /^lt_[0-9a-f]{40}$/);
  const days = (Date.parse(token.expires) - Date.now()) / 86_400_000;
  assert.ok(days > 29 && days <= 30);
});

test('a backup, restored elsewhere with the keys, is the same and sound', () => {
  const file = path.join(folder, 'sao-luu.lientri');
  const made = json<{ tables: number; rows: number }>(['backup', file]);
  assert.ok(made.rows > 5_000);
  const keys = path.join(folder, 'khoa');
  const secret = { env: { LIENTRI_PASSPHRASE: 'bay con ngua van di tren doi' } };
  json(['keys', 'export', keys], secret);
  if (process.platform !== 'win32') assert.equal(statSync(keys).mode & 0o077, 0);
  const other = path.join(folder, 'noi-khac');
  const at = (args: readonly string[], more = {}) => {
    const ended = lientri([...args, '--data', other, '--json'], more);
    assert.equal(ended.code, 0, ended.err);
    return JSON.parse(ended.out) as unknown;
  };
  at(['restore', file]);
  at(['keys', 'import', keys], secret);
  assert.deepEqual(at(benchmark), json(benchmark));
  const checked = at(['doctor']) as { clean: boolean; findings: unknown[] };
  assert.deepEqual(checked.findings, []);
  assert.equal(checked.clean, true);
  refused(['restore', file, '--data', other], 1, /./);
});

test('doctor finds nothing wrong', () => {
  const { code, out } = lientri(['doctor', '--data', data]);
  assert.equal(code, 0, out);
  assert.match(out, /Dữ liệu lành/);
});

test('what cannot be meant is told in one line', () => {
  refused(['setup', '--demo', '--data', data], 1, /đã có dữ liệu/);
  refused(['bay'], 2, /Không có lệnh "bay"/);
  refused(['setup', '--data', data], 2, /Cách dùng: lientri setup/);
  refused(['table', 'benchmark', '--org', 'sonla', '--data', data], 2, /--on/);
  refused(
    ['table', 'benchmark', '--org', 'sonla', '--on', '2019-02-31', '--data', data],
    2,
    /2019-02-31/,
  );
  refused(
    ['table', 'benchmark', '--org', 'khong-co', '--on', '2019-12-31', '--data', data],
    1,
    /Không có đơn vị nào mang mã/,
  );
  refused(
    ['grant', '--to', 'x@y.example', '--role', 'clerk', '--org', 'sonla', '--data', data],
    1,
    /x@y\.example/,
  );
  refused(
    ['grant', '--to', 'clerk@demo.example', '--role', 'vua', '--org', 'sonla', '--data', data],
    1,
    /vua/,
  );
  refused(
    [
      'org',
      'add',
      '--code',
      'Ma Sai',
      '--name',
      'A',
      '--kind',
      'branch',
      '--parent',
      'sonla',
      '--data',
      data,
    ],
    1,
    /Ma Sai/,
  );
  refused(['token', 'create', '--as', 'khong@co.example', '--data', data], 1, /khong@co\.example/);
  refused(['keys', 'export', 'x', '--data', data], 2, /LIENTRI_PASSPHRASE/);
  const short = { env: { LIENTRI_PASSPHRASE: 'ngan' } };
  refused(['keys', 'export', 'x', '--data', data], 1, /12/, short);
  const long = { env: { LIENTRI_PASSPHRASE: 'bay con ngua van di tren doi' } };
  refused(['keys', 'import', 'khong-co', '--data', data], 1, /khong-co/, long);
  refused(['backup', '--data', data], 2, /backup FILE/);
  const none = path.join(folder, 'chua-co');
  for (const command of [['doctor'], ['serve'], ['backup', 'x'], benchmark])
    refused([...command, '--data', none], 1, /chưa được lập/);
  assert.ok(!existsSync(none), 'looking into a folder made it');
  refused(['restore', path.join(folder, 'khong-co'), '--data', none], 1, /khong-co/);
});

test('help lists every command, for people and for machines', () => {
  const { out } = lientri(['help']);
  const list = JSON.parse(lientri(['help', '--json']).out) as { name: string; usage: string }[];
  assert.ok(list.length >= 11);
  for (const { usage } of list) assert.ok(out.includes(usage), usage);
});

test('a folder for one union begins with that union and its administrator, and nothing else', () => {
  const own = path.join(folder, 'rieng');
  const union = ['--union', 'Liên hiệp các Hội KH&KT tỉnh A', '--code', 'tinha'];
  const args = [
    'setup',
    '--empty',
    ...union,
    '--admin',
    'vp@tinha.example',
    '--data',
    own,
    '--json',
  ];
  const ended = lientri(args);
  assert.equal(ended.code, 0, ended.err);
  const made = JSON.parse(ended.out) as { org: string; admin: string };
  assert.deepEqual([made.org, made.admin], ['tinha', 'vp@tinha.example']);
  assert.ok(existsSync(path.join(own, 'keys')));
  const { code } = lientri(['doctor', '--data', own]);
  assert.equal(code, 0);
});
