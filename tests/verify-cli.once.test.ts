// The command that reckons a decision again, as anybody types it: in a folder of its own, with another clock and zone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { cxOf, smallFederation } from '../src/modules/activities/testing.ts';
import { bundleBytes } from '../src/modules/bundles/index.ts';
import {
  allocationOf,
  approveAllocation,
  createAllocation,
  proposeAllocation,
} from '../src/modules/results/index.ts';
import { judged } from '../src/modules/results/testing.ts';
import { done } from '../src/modules/rounds/testing.ts';
import { execute } from '../src/platform/command.ts';
import { projectRoot } from '../src/platform/config.ts';
import { testDatabase } from '../src/platform/database/testing.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-verify-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const bundle = path.join(folder, 'quyet-dinh.zip');
let bytes: Buffer = Buffer.alloc(0);

before(async () => {
  const database = await testDatabase();
  try {
    const cx = cxOf(database.db);
    await smallFederation(cx);
    const { edition } = await judged(cx);
    await sql`update council set voting = null`.execute(cx.db);
    const { pid } = await done(
      execute(cx, createAllocation, { edition: edition.pid, phase: 'chung-khao' }),
    );
    await done(execute(cx, proposeAllocation, { pid }));
    const decision = { decision: '24/QĐ-BTCHT', decided_on: '2026-05-10' };
    await done(execute(cx, approveAllocation, { pid, ...decision }));
    bytes = await bundleBytes(cx, (await allocationOf(cx, edition))!);
    writeFileSync(bundle, bytes);
  } finally {
    await database.close();
  }
});

function verify(args: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const env: NodeJS.ProcessEnv = { ...process.env, ...more };
  for (const name of ['LIENTRI_DATA', 'DATABASE_URL', 'NODE_TEST_CONTEXT']) delete env[name];
  const file = path.join(projectRoot, 'bin/lientri');
  const options = { cwd: folder, env, input: '', encoding: 'utf8' } as const;
  const ended = spawnSync(process.execPath, [file, 'verify', ...args], options);
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

test('everything is equal: said in words and as JSON, the same in every zone, and nothing is written', () => {
  const said = verify([bundle]);
  assert.equal(said.code, 0, said.err);
  assert.match(said.out, /mọi con số tính lại đều khớp[\s\S]*24\/QĐ-BTCHT[\s\S]*20 phiếu chấm/);
  const told = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati'].map((TZ) => {
    const { code, out } = verify([bundle, '--json'], { TZ, LANG: 'C' });
    assert.equal(code, 0);
    return out;
  });
  assert.equal(new Set(told).size, 1);
  const verdict = JSON.parse(told[0]!) as { ok: boolean; whole: boolean; key: string };
  assert.deepEqual([verdict.ok, verdict.whole], [true, true]);
  assert.deepEqual(readdirSync(folder), ['quyet-dinh.zip']);
  assert.equal(verify([bundle, '--key', verdict.key]).code, 0);
  const other = verify([bundle, '--key', 'ab'.repeat(32)]);
  assert.equal(other.code, 1);
  assert.match(other.out, /khóa khác ký/);
});

test('one byte is enough, wherever it is', () => {
  const many = 6;
  for (let part = 0; part <= many; part += 1) {
    const changed = Buffer.from(bytes);
    const at = Math.min(bytes.length - 1, Math.floor((bytes.length / many) * part));
    changed[at] = changed[at]! ^ 0x01;
    writeFileSync(path.join(folder, 'sua.zip'), changed);
    const { code, out, err } = verify(['sua.zip']);
    assert.equal(code, 1, `byte ${at}`);
    assert.match(out, /KHÔNG nguyên vẹn/, err === '' ? undefined : err);
  }
  writeFileSync(path.join(folder, 'them.zip'), Buffer.concat([bytes, Buffer.from('\n')]));
  assert.equal(verify(['them.zip', '--json']).code, 1);
  writeFileSync(path.join(folder, 'khac.zip'), 'không phải ZIP');
  assert.equal(verify(['khac.zip']).code, 1);
});

test('wrong usage is told in one line', () => {
  for (const args of [[], ['khong-co.zip'], [bundle, '--key', 'xyz'], [bundle, bundle]]) {
    const { code, out, err } = verify(args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '');
    assert.equal(err.trim().split('\n').length, 1, err);
  }
});
