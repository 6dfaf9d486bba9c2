import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import type { Db } from '../../platform/database/query.ts';
import { sentJson, testDoors } from '../../platform/http/testing.tsx';
import { testCx } from '../../platform/testing.ts';
import { checks } from './index.ts';

// A database that answers nothing: no check may ask it anything.
const ask = testDoors({
  cx: testCx({} as Db),
  place: {
    organisationId: '00000000-0000-7000-8000-000000000000',
    code: 'nam',
    kind: 'provincial_union',
    name: 'nam',
    shortName: 'nam',
    seal: ['nam'],
    accent: 'indigo',
    contact: { address: null, phone: null, email: null },
  },
  roles: [],
  ...(checks.office ? { office: checks.office } : {}),
  ...(checks.api ? { api: checks.api } : {}),
});
const path = '/vp/nam/bao-cao/kiem-tra';

async function send(name: string, content: string, status = 200): Promise<string> {
  const body = new FormData();
  body.set('file', new File([content], name));
  const answer = await ask(path, { method: 'POST', body });
  assert.equal(answer.status, status);
  return answer.text();
}

test('the page asks for a file', async () => {
  const answer = await ask(path);
  assert.equal(answer.status, 200);
  const page = await answer.text();
  assert.match(page, /type="file"/);
  assert.match(page, /đọc xong thì bỏ, không lưu/);
});

test('what is wrong is listed with its fix, and marked in the table; nothing is kept', async () => {
  const page = await send('giai.csv', 'Giải;Số\nNhất;6\nNhì;12\nTổng;19');
  assert.match(page, /1 chỗ cần xem lại/);
  assert.match(page, /cell-bad[^>]*>19 <a href="#cho-1"[^>]*><sup>1<\/sup>/);
  assert.match(page, /<a href="#bang-1-dong-4">B4<\/a>/);
  assert.match(page, /id="bang-1-dong-4"/);
  assert.match(page, /Ghi 19[^<]*cộng lại được 18/);
  assert.deepEqual(
    readdirSync(tmpdir()).filter((name) => name.startsWith('lientri-check-')),
    [],
  );
});

test('a right table, one without figures, letters that could be markup', async () => {
  assert.match(
    await send('a.csv', 'Giải;Số\nNhất;6\nNhì;12\nTổng;18'),
    /Không thấy chỗ nào mâu thuẫn/,
  );
  assert.match(await send('a.json', '{}'), /Tệp không có bảng số nào/);
  const page = await send('<i>.csv', '<b>Giải</b>;Số\n<script>;6\nNhì;12\nTổng;19');
  assert.doesNotMatch(page, /<script>|<b>Giải|<i>\.csv/);
});

test('a file that cannot be read, or none, comes back with what to do', async () => {
  assert.match(await send('a.pdf', '%PDF-1.7', 422), /không phải bảng tính/);
  assert.match(await send('a.json', '{', 422), /sai cú pháp ở dòng 1/);
  const answer = await ask(path, { method: 'POST', body: new FormData() });
  assert.equal(answer.status, 422);
  assert.match(await answer.text(), /Chưa chọn tệp/);
});

test('REST: a table in, problems with their words out', async () => {
  const rows = [
    { giai: 'Nhất', so: 6 },
    { giai: 'Nhì', so: 12 },
  ];
  const answer = await ask('/api/v1/checks', sentJson('POST', { rows, total: 19 }));
  assert.equal(answer.status, 200);
  const { problems } = (await answer.json()) as { problems: Record<string, unknown>[] };
  assert.deepEqual(
    problems.map(({ message, ...one }) => [one, typeof message]),
    [[{ code: 'sum', path: '/total', stated: 19, computed: 18 }, 'string']],
  );
  const many = { rows: Array.from({ length: 6_000 }, (_, at) => ({ a: 'x', n: at })) };
  assert.equal((await ask('/api/v1/checks', sentJson('POST', many))).status, 422);
});
