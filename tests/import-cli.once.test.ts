// The commands of rosters as an administrator types them, on a folder of their own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { projectRoot } from '../src/platform/config.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-import-'));
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

function json<T>(...args: string[]): T {
  const { code, out, err } = lientri([...args, '--json']);
  assert.equal(code, 0, `${args.join(' ')}: ${err}`);
  return JSON.parse(out) as T;
}

interface Imported {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  duplicates: number;
  encoding: Record<string, string>;
  seconds: number;
  importId: string | null;
}

const counts = (x: Imported) =>
  [x.rows, x.created, x.updated, x.unchanged, x.rejected, x.duplicates].join(' ');
const write = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return name;
};
const files = () => readdirSync(path.join(data, 'files'), { recursive: true }).length;

const text = [
  'DANH SÁCH HỘI VIÊN',
  'STT;Họ và tên;Ngày sinh;Hội',
  '1;PGS.TS. Nguyễn Văn Đức;12/03/1950;Hội Khuyến học tỉnh Sơn La',
  '2;LÒ THỊ HOA;1961;Hội Khuyến học tỉnh Sơn La',
  '3;Quàng Văn Ơn;31/02/1970;',
].join('\n');

test('a roster is tried, brought in, brought in again, taken back and given out', () => {
  json(
    'setup',
    '--empty',
    '--union',
    'Liên hiệp hội tỉnh Sơn La',
    '--code',
    'sonla',
    '--admin',
    'a@b.example',
  );
  const org = [
    '--name',
    'Hội Khuyến học tỉnh Sơn La',
    '--kind',
    'member_association',
    '--parent',
    'sonla',
  ];
  json('org', 'add', '--code', 'khuyenhoc', ...org, '--from', '2001-01-01');
  const file = write('ds.csv', text);
  const members = ['import', 'members', file, '--org', 'sonla'] as const;
  const tried = json<Imported>(...members, '--dry-run');
  assert.equal(counts(tried), '3 2 0 0 1 0');
  assert.equal(tried.importId, null);
  assert.deepEqual(json('export', 'members', '--org', 'sonla'), []);

  const done = json<Imported>(...members, '--yes');
  assert.deepEqual(Object.keys(done), [
    ...['rows', 'created', 'updated', 'unchanged', 'rejected', 'duplicates'],
    ...['encoding', 'seconds', 'importId'],
  ]);
  assert.equal(counts(done), '3 2 0 0 1 0');
  assert.deepEqual(done.encoding, {
    STT: 'nfc',
    'Họ và tên': 'nfc',
    'Ngày sinh': 'nfc',
    Hội: 'nfc',
  });
  const kept = files();
  json<Imported>(...members, '--dry-run');
  assert.equal(files(), kept);
  assert.equal(counts(json<Imported>(...members, '--yes')), '3 0 0 2 1 0');
  // The same file, encrypted once more.
  const twice = files();
  assert.ok(twice > kept);
  assert.deepEqual(json('export', 'members', '--org', 'khuyenhoc'), [
    {
      fullName: 'Nguyễn Văn Đức',
      birthDate: '1950-03-12',
      gender: null,
      phones: [],
      email: null,
      degrees: ['PGS', 'TS'],
      branch: null,
      joined: null,
    },
    {
      fullName: 'Lò Thị Hoa',
      birthDate: '1961',
      gender: null,
      phones: [],
      email: null,
      degrees: [],
      branch: null,
      joined: null,
    },
  ]);

  const second = lientri([...members]);
  assert.deepEqual(
    [second.code, /--yes/.test(second.err), /--dry-run/.test(second.err)],
    [2, true, true],
  );
  assert.equal(lientri(['import', 'members', '--org', 'sonla', '--yes']).code, 2);
  assert.equal(lientri(['import', 'members', file, '--org', 'nobody', '--yes']).code, 1);
  assert.equal(lientri(['import', 'members', 'none.csv', '--org', 'sonla', '--yes']).code, 1);
  for (const [name, bytes] of [
    ['program.xlsx', 'MZ\x90 a program'],
    ['numbers.csv', 'a,b\n1,2\n3,4'],
  ] as const) {
    const refused = lientri(['import', 'members', write(name, bytes), '--org', 'sonla', '--yes']);
    assert.equal(refused.code, 1, `${name}: ${refused.err}`);
    assert.equal(refused.err.trim().split('\n').length, 1, refused.err);
  }
  assert.equal(files(), twice, 'a refused file is not kept');
});

test('what was brought in can be taken back, and comes again', () => {
  const file = write('them.csv', 'Họ và tên,Năm sinh\nHà Văn Mới,1999\n');
  const members = [
    'import',
    'members',
    file,
    '--org',
    'khuyenhoc',
    '--yes',
    '--as-of',
    '2025-01-01',
  ] as const;
  const { importId } = json<Imported>(...members);
  const undone = json<{ persons: number; kept: number }>('import', 'undo', importId!);
  assert.deepEqual([undone.persons, undone.kept], [1, 0]);
  assert.equal(lientri(['import', 'undo', importId!]).code, 1);
  assert.equal(lientri(['import', 'undo', 'nothing']).code, 1);
  assert.equal(json<unknown[]>('export', 'members', '--org', 'khuyenhoc').length, 2);
  assert.equal(counts(json<Imported>(...members)), '1 1 0 0 0 0');
});

test('new keys: citizen IDs open and are known again', () => {
  const ids = 'Họ và tên,Số CCCD,Năm sinh\nLò Văn Pâng,014051000123,1951\n';
  const members = ['--org', 'khuyenhoc', '--yes'] as const;
  const first = json<Imported>('import', 'members', write('cccd.csv', ids), ...members);
  assert.equal(counts(first), '1 1 0 0 0 0');
  const rotated = json<{ version: number; renewed: number }>('keys', 'rotate');
  assert.equal(rotated.version, 2);
  assert.ok(rotated.renewed >= 2, 'the person and the row of the import');
  const told = json<{ citizenId: string | null }[]>(
    'export',
    'members',
    '--org',
    'khuyenhoc',
    '--sensitive',
  );
  assert.deepEqual(
    told.flatMap(({ citizenId }) => citizenId ?? []),
    ['014051000123'],
  );
  const renamed = ids.replace('Lò Văn Pâng', 'Lò Văn Nam Pâng');
  const again = json<Imported>('import', 'members', write('cccd2.csv', renamed), ...members);
  assert.equal(counts(again), '1 0 1 0 0 0');
});
