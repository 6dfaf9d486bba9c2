import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import { authorKey, createEdition, openEdition } from '../calls/index.ts';
import { done } from '../rounds/testing.ts';
import { dossierApi } from './api/index.ts';
import {
  agreed,
  answers,
  begun,
  completed,
  openYouth,
  pupil,
  submitted,
  youthContent,
} from './testing.ts';

let database: Database;
let cx: Cx;
const clock: TestClock = testClock();
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  cx = { ...cxOf(database.db, system), clock };
  await smallFederation(cx);
});
after(() => database.close());

/** REST of this module for somebody with one role. */
async function rest(role: string, code = 'sonla') {
  const own = { ...(await someone(cx, role, code)), clock };
  const ask = testDoors({
    cx: own,
    place: await placeAt(cx, code),
    roles: [role],
    api: dossierApi,
  });
  return async (method: string, path: string, body?: object) => {
    const answer = await ask(`/api/v1${path}`, sentJson(method, body));
    const json = answer.headers.get('content-type')?.includes('json');
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked into by each test
    return { status: answer.status, json: json ? ((await answer.json()) as any) : null };
  };
}

const key = authorKey(pupil.name, pupil.birth);

async function ready(edition: string, title?: string): Promise<string> {
  const token = await begun(cx, edition);
  await completed(cx, token, answers(title));
  await agreed(cx, token, key, ['enter', 'forward']);
  return (await submitted(cx, token)).pid;
}

const checking = (): void =>
  clock.move(Date.parse('2026-06-05T08:00:00+07:00') - clock.now().getTime());

test('the work of the secretariat over REST alone', async () => {
  const edition = await openYouth(cx);
  const pid = await ready(edition);
  await ready(edition, 'Bếp đun củi');
  const made = { organisation: 'vusta', code: 'toan-quoc', content: youthContent('2026-06-01') };
  const target = (await done(execute(cx, createEdition, made))).pid;
  await done(execute(cx, openEdition, { pid: target }));
  const clerk = await rest('clerk');
  const at = `/dossiers/${pid}`;

  const list = await clerk('GET', `/editions/${edition}/dossiers?q=may&sort=-number`);
  assert.deepEqual([list.status, list.json.total], [200, 1]);
  assert.equal(list.json.items[0].number, 'TTNND-0001');
  const wrong = await clerk('GET', `/editions/${edition}/dossiers?state=la`);
  assert.equal(wrong.status, 422);
  const one = await clerk('GET', at);
  assert.equal(one.json.authors[0].key, key);
  assert.deepEqual(one.json.against, []);
  assert.equal((await clerk('GET', `${at}/versions`)).json.total, 1);
  assert.equal((await clerk('GET', `${at}/versions/1`)).json.sha256.length, 64);
  assert.equal((await clerk('GET', `${at}/versions/2`)).status, 404);
  const files = (await clerk('GET', `${at}/files`)).json;
  assert.equal(files.total, 4);
  assert.equal((await clerk('GET', `${at}/files/${files.items[0].pid}`)).status, 200);

  checking();
  const silent = await clerk('POST', `${at}/return`, { until: 'mai', words: 'Bổ sung' });
  assert.match(JSON.stringify(silent.json), /Không đọc được “mai” là thời điểm/);
  const remarks = [{ field: 'anh-san-pham', words: 'Mờ' }];
  const back = { until: '2026-06-10T17:00', words: 'Bổ sung', remarks };
  const returned = await clerk('POST', `${at}/return`, back);
  assert.deepEqual([returned.status, returned.json.state], [200, 'returned']);
  assert.equal(returned.json.leaves[0].remarks[0].words, 'Mờ');
  const leave = { until: '2026-06-12T17:00', acts: ['submit'], reason: 'Mưa lũ' };
  assert.equal((await clerk('POST', `${at}/leaves`, leave)).json.leaves.length, 2);
  const move = { field: 'phan-mem', reason: 'Là phần mềm' };
  assert.equal((await clerk('POST', `${at}/move`, move)).json.field, 'phan-mem');
  assert.equal((await clerk('POST', `${at}/validate`, { version: 1 })).status, 409);
  assert.equal((await clerk('POST', `${at}/validate`, {})).json.state, 'valid');
  assert.equal((await clerk('POST', `${at}/reopen`, { reason: 'Có đơn' })).json.state, 'submitted');
  const refused = await clerk('POST', `${at}/invalidate`, {});
  assert.match(JSON.stringify(refused.json), /Ghi lý do/);
  assert.equal((await clerk('POST', `${at}/validate`, {})).json.state, 'valid');

  const signed = { author: key, party: 'author', purpose: 'publish', given: true };
  const told = await clerk('POST', `${at}/consents`, { ...signed, told_by: 'Bích Ngọc' });
  assert.equal(told.status, 204);
  assert.equal((await clerk('GET', `${at}/consents`)).json.items.at(-1).how, 'paper');
  const award = await clerk('POST', `${at}/awards`, { level: 'province', name: 'Giải Nhì' });
  assert.deepEqual([award.status, award.json.awards[0].decided_on], [201, '2026-06-05']);
  const again = await clerk('POST', `${at}/awards`, { level: 'province', name: 'Ghi nhầm' });
  const gone = again.json.awards[1].award;
  assert.equal((await clerk('DELETE', `${at}/awards/${gone}`)).status, 204);
  assert.equal((await clerk('GET', at)).json.awards.length, 1);

  const sent = await clerk('POST', `${at}/forward`, { edition: target });
  assert.equal(sent.status, 201, JSON.stringify(sent.json));
  assert.equal((await clerk('GET', `/dossiers/${sent.json.pid}`)).status, 404);
  const finished = { field: 'hoc-tap', answers: { 'cam-doan': true } };
  assert.equal((await clerk('PATCH', `/dossiers/${sent.json.pid}`, finished)).status, 200);
  const there = await clerk('POST', `/dossiers/${sent.json.pid}/submit`, {});
  assert.equal(there.status, 200, JSON.stringify(there.json));
  const above = await clerk('GET', `/editions/${edition}/forwarded`);
  assert.equal(above.json.items[0].target_number, there.json.number);

  const figures = await clerk('GET', `/editions/${edition}/dossier-statistics`);
  const of = (kind: string) =>
    figures.json.items
      .filter((item: { kind: string }) => item.kind === kind)
      .map((item: { key: string; dossiers: number }) => [item.key, item.dossiers]);
  assert.deepEqual(of('state').sort(), [
    ['submitted', 1],
    ['valid', 1],
  ]);
  assert.deepEqual(of('age'), [['12-15', 2]]);
  const letter = { subject: 'Hồ sơ {so_bien_nhan}', body: 'Kính gửi {tac_gia}' };
  const letters = await clerk('POST', `/editions/${edition}/dossier-letters`, {
    ...letter,
    filter: { state: 'valid' },
  });
  assert.deepEqual([letters.status, letters.json.letters], [201, 1]);
  const nobody = await clerk('POST', `/editions/${edition}/dossier-letters`, {
    ...letter,
    filter: { state: 'withdrawn' },
  });
  assert.match(JSON.stringify(nobody.json), /Không có hồ sơ nào khớp điều kiện/);
});

test('a dossier on paper over REST', async () => {
  const edition = await openYouth(cx, 'giay-2026');
  const clerk = await rest('clerk');
  const { json } = await clerk('POST', `/editions/${edition}/dossiers`, {});
  const at = `/dossiers/${json.pid}`;
  const working = { entrant: 'individual', field: 'hoc-tap', answers: answers() };
  assert.equal((await clerk('PATCH', at, working)).json.version, 2);
  const content = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64');
  const file = await clerk('POST', `${at}/files`, { field: 'phieu', name: 'phieu.pdf', content });
  assert.equal(file.status, 201, JSON.stringify(file.json));
  const missing = await clerk('POST', `${at}/submit`, {});
  assert.match(JSON.stringify(missing.json), /Chưa có ý kiến đồng ý tham gia/);
  assert.equal((await clerk('DELETE', `${at}/files/${file.json.pid}`)).status, 204);
  const taken = await clerk('POST', `${at}/submit`, { reason: 'Nhận qua bưu điện' });
  assert.equal(taken.json.number, 'TTNND-0001');
});

test('only those of the office read, and only its secretariat writes', async () => {
  const edition = await openYouth(cx, 'quyen-2026');
  const pid = await ready(edition);
  const other = await rest('clerk', 'laichau');
  for (const path of [
    `/editions/${edition}/dossiers`,
    `/editions/${edition}/dossier-statistics`,
    `/editions/${edition}/forwarded`,
    `/dossiers/${pid}`,
    `/dossiers/${pid}/versions`,
    `/dossiers/${pid}/files`,
    `/dossiers/${pid}/consents`,
  ])
    assert.equal((await other('GET', path)).status, 404, path);
  const auditor = await rest('auditor');
  assert.equal((await auditor('GET', `/dossiers/${pid}`)).status, 200);
  assert.equal((await auditor('POST', `/dossiers/${pid}/validate`, {})).status, 403);
  assert.equal((await auditor('POST', `/editions/${edition}/dossiers`, {})).status, 403);
});
