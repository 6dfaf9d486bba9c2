import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Faults, readFolder, type Solved, solveFolder } from './sheets/index.ts';
import { sayFault, sayMoreFaults } from './vi/index.ts';

let folder = '';
let made = 0;
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lientri-papers-'));
});
after(() => rm(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

const good: Files = {
  'papers.csv': 'id,topics\np1,co khi\np2,"y te, sinh hoc"\np3,\n',
  'reviewers.csv': 'id,topics,max_load\nr1,co khi,2\nr2,y te,2\nr3,,2\nr4,,\n',
  'preferences.csv':
    'paper,reviewer,score\np1,r1,5\np1,r2,4\np2,r1,5\np2,r2,4\np2,r3,3\np3,r3,1.5\np3,r4,0.25\n',
  'conflicts.csv': 'paper,reviewer\np1,r2\n',
};

async function reading(files: Files) {
  made += 1;
  const at = path.join(folder, String(made));
  await mkdir(at);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(at, file), text);
  return readFolder(at);
}

async function solved(files: Files, each = 2): Promise<Solved> {
  const read = await reading(files);
  assert.ok(!(read instanceof Faults), JSON.stringify(read));
  return solveFolder(read, { each, seed: 1, share: 0.001, balanced: false, limit: null });
}

async function faultsOf(files: Files): Promise<string> {
  const read = await reading(files);
  assert.ok(read instanceof Faults, 'nothing was wrong');
  const more = read.more > 0 ? [sayMoreFaults(read.more)] : [];
  return [...read.told.map(sayFault), ...more].join('\n');
}

test('files as programs and spreadsheets write them', async () => {
  const crlf = Object.fromEntries(
    Object.entries(good).map(([name, text]) => [
      name,
      `\ufeff${text.replaceAll('\n', '\r\n\r\n')}`,
    ]),
  );
  assert.equal((await solved(crlf)).total, 15.75);
  const other = {
    'papers.csv': '"id"\n"p ""1"""\n"a,b"\n',
    'reviewers.csv': 'max_load;ID\n;r1\n2;r2\n',
    'preferences.csv': 'score;reviewer;paper\n"0,5";r1;"a,b"\n',
  };
  const { total, pairs } = await solved(other, 1);
  assert.equal(total, 0.5);
  assert.equal(pairs[0]![0], 'p "1"');
  assert.deepEqual(pairs[1], ['a,b', 'r1']);
  const { 'preferences.csv': _, 'conflicts.csv': __, ...two } = good;
  assert.equal((await solved(two)).total, 0);
});

test('what is wrong in a file is told with its line', async () => {
  const wrong: readonly (readonly [Files, RegExp])[] = [
    [
      { 'preferences.csv': `${good['preferences.csv']}\np9,r1,1\n` },
      /preferences\.csv, dòng 10: .*“p9”/,
    ],
    [{ 'preferences.csv': 'paper,reviewer,score\np1,r9,1\n' }, /dòng 2: .*“r9”/],
    [{ 'preferences.csv': 'paper,reviewer,score\np1,r1,-1\n' }, /dòng 2: điểm -1 nhỏ hơn 0/],
    [
      { 'preferences.csv': 'paper,reviewer,score\np1,r1,cao\n' },
      /dòng 2: điểm “cao” không phải là số/,
    ],
    [{ 'preferences.csv': 'paper,reviewer,score\np1,r1,1\np1,r1,1\n' }, /dòng 3: .*“p1”.*“r1”/],
    [{ 'preferences.csv': 'paper,score\np1,1\n' }, /dòng 1: thiếu cột “reviewer”/],
    [{ 'preferences.csv': 'paper,reviewer,score\np1,r1,1,2\n' }, /dòng 2: dòng có 4 ô/],
    [{ 'conflicts.csv': 'paper,reviewer\np1,r9\n' }, /conflicts\.csv, dòng 2/],
    [{ 'papers.csv': 'id\np1\np2\np1\n' }, /papers\.csv, dòng 4: mã “p1” đã có ở dòng 2/],
    [{ 'papers.csv': 'id\n' }, /papers\.csv: tệp chưa có dòng nào/],
    [{ 'papers.csv': '' }, /papers\.csv: tệp trống/],
    [{ 'reviewers.csv': 'id,max_load\nr1,hai\n' }, /reviewers\.csv, dòng 2: max_load “hai”/],
    [{ 'reviewers.csv': 'id,max_load\nr1,-1\n' }, /reviewers\.csv, dòng 2/],
  ];
  for (const [files, words] of wrong) assert.match(await faultsOf({ ...good, ...files }), words);
  const { 'papers.csv': _, ...none } = good;
  assert.match(await faultsOf(none), /papers\.csv: không có tệp này/);
  const many = `paper,reviewer\n${'p1,r9\n'.repeat(30)}`;
  const said = (await faultsOf({ ...good, 'conflicts.csv': many })).split('\n');
  assert.equal(said.length, 21);
  assert.match(said[20]!, /10 chỗ khác/);
});

test('scores with many digits are whole numbers inside, and told as they were', async () => {
  const scores = 'paper,reviewer,score\np1,r1,0.123456\np2,r2,9.5e-05\np3,r3,.5\n';
  const { total, bound } = await solved({ ...good, 'preferences.csv': scores }, 1);
  assert.deepEqual([total, bound], [0.623551, 0.623551]);
  // More digits than can be kept: no assignment is above the bound all the same.
  const long = 'paper,reviewer,score\np1,r1,1234567.12345678\np2,r2,2\n';
  const rounded = await solved({ ...good, 'preferences.csv': long }, 1);
  assert.ok(rounded.bound >= 1234569.12345678 && rounded.bound < 1234570, `${rounded.bound}`);
});
