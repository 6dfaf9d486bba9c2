// The command that assigns reviewers to papers, as somebody without an installation types it: files in, a file out.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { projectRoot } from '../src/platform/config.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-assign-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const out = path.join(folder, 'out.csv');

function lientri(args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ['LIENTRI_DATA', 'DATABASE_URL', 'NODE_TEST_CONTEXT']) delete env[name];
  const file = path.join(projectRoot, 'bin/lientri');
  const options = { cwd: folder, env, input: '', encoding: 'utf8' } as const;
  const done = spawnSync(process.execPath, [file, 'assign', ...args], options);
  return { code: done.status, out: done.stdout, err: done.stderr };
}

type Files = Readonly<Record<string, string>>;

/** A folder of files under a name of its own. */
function given(name: string, files: Files): string {
  const at = path.join(folder, name);
  mkdirSync(at, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(at, file), text);
  return at;
}

const good: Files = {
  'papers.csv': 'id,topics\np1,co khi\np2,"y te, sinh hoc"\np3,\n',
  'reviewers.csv': 'id,topics,max_load\nr1,co khi,2\nr2,y te,2\nr3,,2\nr4,,\n',
  'preferences.csv':
    'paper,reviewer,score\np1,r1,5\np1,r2,4\np2,r1,5\np2,r2,4\np2,r3,3\np3,r3,1.5\np3,r4,0.25\n',
  'conflicts.csv': 'paper,reviewer\np1,r2\n',
};
const plain = ['--reviews', '2', '--out', out];

interface Told {
  total: number;
  bound: number;
  worst: number;
  seconds: number;
  violations: number;
  loads: { least: number; most: number };
  short: { paper: string; why: string; lacks: number }[];
}

function json(args: readonly string[], code = 0): Told {
  const done = lientri([...args, '--json']);
  assert.equal(done.code, code, done.err);
  return JSON.parse(done.out) as Told;
}

test('papers get their reviewers, in the order of the files, the same each time', () => {
  const told = json([given('good', good), ...plain]);
  assert.deepEqual(Object.keys(told).slice(0, 2), ['total', 'bound']);
  // p1: r1 and one without points; p2: r1 and r2; p3: r3 and r4.
  assert.deepEqual([told.total, told.bound, told.violations, told.short], [15.75, 15.75, 0, []]);
  assert.equal(told.worst, 1.75);
  assert.ok(told.seconds >= 0);
  const text = readFileSync(out, 'utf8');
  const lines = text.trimEnd().split('\n');
  assert.equal(lines[0], 'paper,reviewer');
  assert.deepEqual(
    lines.slice(1).map((line) => line.split(',')[0]),
    ['p1', 'p1', 'p2', 'p2', 'p3', 'p3'],
  );
  assert.ok(lines.includes('p1,r1') && !lines.includes('p1,r2'));
  json([given('good', good), ...plain]);
  assert.equal(readFileSync(out, 'utf8'), text);
  const even = json([given('good', good), ...plain, '--balanced', '--seed', '7', '--limit', '1']);
  assert.deepEqual(even.loads, { least: 1, most: 2 });
  assert.match(lientri([given('good', good), ...plain]).out, /6 lượt chấm cho 3 bài/);
});

test('what is wrong in a file is told with its line, and nothing is written', () => {
  rmSync(out, { force: true });
  const files = { ...good, 'preferences.csv': 'paper,reviewer,score\np1,r1,-1\np9,r1,1\n' };
  const done = lientri([given('wrong', files), ...plain, '--json']);
  assert.deepEqual([done.code, done.out], [1, '']);
  assert.match(
    done.err,
    /^preferences\.csv, dòng 2: điểm -1 nhỏ hơn 0.*\npreferences\.csv, dòng 3: .*“p9”/,
  );
  assert.match(lientri(['khong-co', ...plain]).err, /Không có thư mục khong-co/);
  assert.ok(!existsSync(out));
});

test('wrong usage is told with the right one', () => {
  const at = given('usage', good);
  const refused = (words: RegExp, ...args: readonly string[]) => {
    const done = lientri(args);
    assert.equal(done.code, 2, `${args.join(' ')}: ${done.out}`);
    assert.match(done.err, words);
    assert.equal(done.err.trim().split('\n').length, 1);
  };
  refused(/Cách dùng: lientri assign DIR/, ...plain);
  refused(/Thiếu --out/, at, '--reviews', '2');
  refused(/--reviews phải là số nguyên từ 1/, at, '--reviews', '2.5', '--out', out);
  refused(/--share phải là số từ 0 đến 1/, at, ...plain, '--share', '2');
});

test('papers that cannot have all their reviewers are told why, and the largest assignment is written', () => {
  const few = {
    ...good,
    'conflicts.csv': 'paper,reviewer\np1,r1\np1,r2\np1,r3\n',
  };
  const told = json([given('few', few), ...plain], 1);
  assert.deepEqual(
    told.short.map(({ paper, why, lacks }) => [paper, why, lacks]),
    [['p1', 'conflicts', 1]],
  );
  assert.equal(readFileSync(out, 'utf8').trimEnd().split('\n').length, 6);
});
