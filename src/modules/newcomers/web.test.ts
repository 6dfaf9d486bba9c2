// An old site through the office's pages and the worker, as a leader's browser does it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { all, one } from '../../platform/database/query.ts';
import { zipOf } from '../../platform/files/testing-samples.ts';
import { startWorker, type Worker } from '../../platform/jobs/index.ts';
import { silentLog } from '../../platform/log.ts';
import { eventually } from '../../platform/testing.ts';
import { type DemoProduct, demoProduct } from '../../testing.ts';
import { actorOfAccount } from '../accounts/index.ts';
import { handlers, runs } from './jobs.ts';
import { officeSite, officeUploads, wxr } from './testing/index.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-newcomers-web-'));
const base = '/vp/sonla/chuyen-trang-cu';

describe('an old site in the office', { concurrency: false }, () => {
  let product: DemoProduct;
  let worker: Worker;
  let leader: Headers;
  let uploads = '';
  before(async () => {
    product = await demoProduct();
    const { runtime } = product;
    worker = await startWorker({
      pool: runtime.database.pool,
      db: runtime.database.db,
      clock: runtime.clock,
      ids: runtime.ids,
      log: silentLog,
      cxFor: async ({ requestId, accountId }) => {
        const machine = { ...runtime.cx('job'), requestId };
        if (accountId === null) return machine;
        const actor = await actorOfAccount(runtime.database.db, accountId, runtime.clock.today());
        return { ...machine, actor: actor ?? { kind: 'anonymous' } };
      },
      handlers: {},
      runs,
      cron: [],
    });
    leader = await product.signIn('leader');
    uploads = await officeUploads(folder);
  });
  after(async () => {
    await worker.stop();
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const db = () => product.runtime.database.db;
  const send = async (
    address: string,
    fields: Readonly<Record<string, string | File>>,
    who = leader,
  ): Promise<Response> => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const headers = new Headers(who);
    return product.app.request(address, { method: 'POST', headers, body });
  };
  const page = async (address: string, who = leader): Promise<string> => {
    const answer = await product.get(address, who);
    assert.equal(answer.status, 200, address);
    return answer.text();
  };
  /** The page of an import once it does not work any more. */
  const settled = (address: string): Promise<string> =>
    eventually(async () => {
      const text = await page(address);
      return text.includes('<progress') ? null : text;
    });
  const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  const opened = async (name: string, text: string, program = 'wordpress'): Promise<string> => {
    const file = new File([text], name);
    const answer = await send(base, { program, address: '', file });
    assert.equal(answer.status, 303, await answer.text());
    return answer.headers.get('location') ?? '';
  };
  const articles = async (): Promise<number> =>
    (
      await one(
        db(),
        sql<{ n: number }>`select count(*)::integer as n from article where deleted_at is null`,
      )
    ).n;
  let address = '';

  test('only who leads the office is offered it', async () => {
    assert.match(await page(base), /Chưa chuyển trang nào về đây/);
    for (const persona of ['clerk', 'editor'])
      assert.equal((await product.get(base, await product.signIn(persona))).status, 404, persona);
    const refused = await send(
      base,
      { program: 'rss', file: new File(['x'], 'x.xml') },
      await product.signIn('clerk'),
    );
    assert.equal(refused.status, 404);
  });

  test('a form without a file, or with a wrong address, comes back as it was typed', async () => {
    const none = await send(base, { program: 'joomla', address: 'https://cu.example' });
    const text = await none.text();
    assert.equal(none.status, 422);
    assert.match(text, /Hãy chọn một tệp/);
    assert.match(text, /value="joomla"[^>]*checked|checked[^>]*value="joomla"/);
    assert.match(text, /value="https:\/\/cu\.example"/);
    const wrong = await send(base, {
      program: 'joomla',
      address: 'không phải',
      file: new File(['x'], 'a.sql'),
    });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /không phải địa chỉ trang/);
  });

  test('a file that cannot be read says why, and cannot be brought', async () => {
    const text = await settled(await opened('anh.xml', 'đây không phải XML'));
    assert.match(text, /Không đọc được tệp/);
    assert.match(text, /Đây không phải tệp xuất của WordPress|XML/);
    assert.equal(text.includes('/chuyen"'), false);
  });

  test('what would come is shown before anything is written', async () => {
    const before = await articles();
    address = await opened('lienhiephoi.WordPress.2026-05-11.xml', wxr(officeSite));
    const text = await settled(address);
    assert.match(text, /Những gì sẽ chuyển về/);
    assert.match(text, /https:\/\/lhh\.example/);
    assert.match(text, /Hội thảo phục hồi đất dốc[\s\S]*20\/05\/2019/);
    assert.match(text, /1 trong thùng rác, không mang sang/);
    assert.match(text, /\[contact-form-7\]/);
    assert.equal(await articles(), before, 'nothing is written by looking');
  });

  test('the folder of pictures comes as a ZIP file', async () => {
    const files = [
      '2019/05/le-trao-giai.png',
      '2019/05/ruong-bac-thang.png',
      '2019/05/bao-cao.pdf',
    ];
    const zip = zipOf(
      Object.fromEntries(
        files.map((one) => [`uploads/${one}`, { text: readFileSync(path.join(uploads, one)) }]),
      ),
    );
    const version = versionIn(await page(address));
    const missing = await send(`${address}/anh`, { version });
    assert.equal(missing.status, 422);
    const file = new File([new Uint8Array(zip)], 'uploads.zip');
    assert.equal((await send(`${address}/anh`, { version, file })).status, 303);
    assert.match(await settled(address), /Trong uploads\.zip có 3 trên 6 ảnh và tệp/);
  });

  test('it comes, and its result stays', async () => {
    const before = await articles();
    const version = versionIn(await page(address));
    assert.equal((await send(`${address}/chuyen`, { version })).status, 303);
    const text = await settled(address);
    assert.match(text, /Đã chuyển xong/);
    assert.match(text, /7[\s\S]{0,80}bài viết/);
    assert.match(text, /Bài viết có mật khẩu|có mật khẩu ở trang cũ/);
    assert.equal(await articles(), before + 8);
    const shown = await page('/sonla/bai/hoi-thao-phuc-hoi-dat-doc', new Headers());
    assert.match(shown, /20\/0?5\/2019/);
    assert.match(shown, /<figure/);
    const old = await product.get('/sonla/2019/05/hoi-thao-phuc-hoi-dat-doc/');
    assert.equal(old.status, 301);
    assert.equal(old.headers.get('location'), '/sonla/bai/hoi-thao-phuc-hoi-dat-doc');
    assert.match(await page(base), /7 bài viết, 1 trang, 5 bình luận, 3 ảnh và tệp/);
    // Once more: nothing.
    const again = versionIn(text);
    await send(`${address}/chuyen`, { version: again });
    assert.match(await settled(address), /Không có gì mới/);
    assert.equal(await articles(), before + 8);
  });

  test('it is taken away again, but for what somebody has changed; and comes back', async () => {
    const counted = await articles();
    assert.match(await page(`${address}/hoan-tac`), /Hoàn tác lần chuyển này\?/);
    const pid = (
      await one(
        db(),
        sql<{ pid: string }>`select pid from article where title = 'Trao giải sáng tạo'`,
      )
    ).pid;
    const token = await product.token('leader');
    const changed = await product.rest('PATCH', `/api/v1/articles/${pid}`, token, {
      lead: 'Sửa ở đây.',
    });
    assert.equal(changed.status, 200, await changed.text());
    const version = versionIn(await page(`${address}/hoan-tac`));
    assert.equal((await send(`${address}/hoan-tac`, { version })).status, 303);
    const text = await settled(address);
    assert.match(text, /Đã gỡ \d+ mục[^.]*giữ lại/);
    assert.equal(await articles(), counted - 7);
    assert.equal((await product.get('/sonla/bai/hoi-thao-phuc-hoi-dat-doc')).status, 410);
    assert.equal((await product.get('/sonla/bai/trao-giai')).status, 200);
    const left = await all(
      db(),
      sql`select from site_menu m join organisation o on o.id = m.organisation_id
      where o.code = 'sonla' and m.deleted_at is null and m.label = 'Bài đất dốc'`,
    );
    assert.equal(left.length, 0);
    await send(`${address}/chuyen`, { version: versionIn(text) });
    await settled(address);
    assert.equal(await articles(), counted);
    assert.equal((await product.get('/sonla/bai/hoi-thao-phuc-hoi-dat-doc')).status, 200);
  });

  test('another office neither sees nor moves it; its files go after a week', async () => {
    const foreign = address.replace('sonla', 'sonla-khuyenhoc');
    const officer = await product.signIn('officer');
    for (const one of [address, foreign])
      assert.notEqual((await product.get(one, officer)).status, 200, one);
    assert.equal((await product.get(foreign, leader)).status, 404);
    const later = new Date(Date.now() + 8 * 86_400_000);
    const cx = {
      ...product.runtime.cx('job'),
      clock: { now: () => later, today: () => '2027-01-01' },
    };
    await handlers['newcomers.tidy'](cx);
    const links = await all(db(), sql`select from file_link where subject_type = 'site_import'`);
    assert.equal(links.length, 0);
    assert.match(await page(address), /Tệp đã được xóa/);
  });
});
