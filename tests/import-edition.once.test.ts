// The command that brings past editions in, as an administrator types it, on a folder of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { bytesAs } from '../src/kernel/vietnamese/encodings/testing.ts';
import { projectRoot } from '../src/platform/config.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-editions-'));
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

const write = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), bytes);
  return name;
};

interface Imported {
  edition: string | null;
  dossiers: number;
  prizes: number;
  problems: { code: string; path: string; stated: unknown; computed: unknown }[];
  state: string;
}

const past = {
  name: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng lần thứ 15, năm 2019',
  entries_total: 150,
  by_field: { 'Đồ dùng học tập': 50, 'Phần mềm': 40, 'Môi trường': 60 },
  prizes: { Nhất: 6, Nhì: 12, Ba: 24, 'Khuyến khích': 48 },
  prizes_total: 92,
};
const edition = ['import', 'edition'] as const;
const org = ['--org', 'sonla'] as const;

test('a past edition is tried, brought in, told again, taken back', () => {
  const union = ['--union', 'Liên hiệp hội tỉnh Sơn La', '--code', 'sonla'];
  json('setup', '--empty', ...union, '--admin', 'a@b.example');
  const file = write('lan-15.json', JSON.stringify(past));
  const tried = json<Imported>(...edition, file, ...org, '--dry-run');
  assert.deepEqual([tried.edition, tried.dossiers], [null, 150]);
  const made = json<Imported>(...edition, file, ...org);
  assert.deepEqual(Object.keys(made), ['edition', 'dossiers', 'prizes', 'problems', 'state']);
  assert.match(made.edition ?? '', /^[0-9a-z]{16}$/);
  assert.deepEqual([made.dossiers, made.prizes], [150, 92]);
  assert.deepEqual(made.problems, [
    { code: 'sum', path: '/prizes_total', stated: 92, computed: 90 },
  ]);
  const again = json<Imported>(...edition, file, ...org);
  assert.deepEqual([again.edition, again.state], [made.edition, 'unchanged']);
  const said = lientri([...edition, file, ...org]);
  assert.equal(said.code, 0);
  assert.match(said.out, /prizes_total: Ghi tổng số giải là 92[\s\S]*150 hồ sơ, 92 giải/);
  assert.deepEqual(json('import', 'undo', made.edition!), { importId: made.edition, dossiers: 0 });
  assert.equal(lientri(['import', 'undo', made.edition!]).code, 1);
  assert.equal(json<Imported>(...edition, file, ...org).state, 'added');
});

test('a table set in an old font', () => {
  const rows = ['HỘI THI SÁNG TẠO KỸ THUẬT LẦN THỨ VI, 2018-2019;;', 'Lĩnh vực;Số giải pháp;Tỷ lệ'];
  const fields = ['Cơ khí;9;24,3', 'Công nghệ thông tin;12;32,4', 'Y dược;16;43,2', 'Tổng;38;100'];
  const bytes = bytesAs([...rows, ...fields].join('\r\n'), 'tcvn3');
  const made = json<Imported>(...edition, write('vi.csv', bytes), ...org);
  assert.deepEqual(
    made.problems.map((one) => [one.code, one.path, one.stated, one.computed]),
    [
      ['sum', 'B6', 38, 37],
      ['share_total', 'C5', 43.2, 43.3],
    ],
  );
});

test('what is wrong is told in one line, and nothing is written', () => {
  const refused = (code: 1 | 2, words: RegExp, ...args: readonly string[]) => {
    const ended = lientri([...edition, ...args]);
    assert.equal(ended.code, code, `${args.join(' ')}: ${ended.err}`);
    assert.match(ended.err, words);
    assert.equal(ended.err.trim().split('\n').length, 1, ended.err);
    assert.equal(ended.out, '');
  };
  const good = write('khac.json', JSON.stringify({ ...past, name: 'Hội thi khác' }));
  refused(1, /không có số liệu của lần tổ chức nào/, write('a.json', '{"a":1}'), ...org);
  refused(1, /không có số liệu của lần tổ chức nào/, write('a.csv', 'a;b\n1;2'), ...org);
  refused(1, /sai cú pháp/, write('b.json', '{'), ...org);
  refused(1, /không phải tệp Excel/, write('c.xlsx', 'MZ\x90 a program'), ...org);
  refused(1, /Không dùng được tệp/, 'none.csv', ...org);
  refused(1, /Không có đơn vị nào mang mã/, good, '--org', 'nobody');
  refused(2, /Cách dùng: lientri import edition/, ...org);
  refused(2, /Thiếu --org/, good);
  assert.equal(json<Imported>(...edition, good, ...org, '--dry-run').state, 'added');
  assert.match(lientri(['doctor']).out, /Dữ liệu lành/);
});
