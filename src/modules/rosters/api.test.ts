// An import through REST and the worker, as the office's browser does it; and who sees what of it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { all, one } from '../../platform/database/query.ts';
import { startWorker, type Worker } from '../../platform/jobs/index.ts';
import { silentLog } from '../../platform/log.ts';
import { eventually } from '../../platform/testing.ts';
import { type DemoProduct, demoProduct } from '../../testing.ts';
import { actorOfAccount } from '../accounts/index.ts';
import { rosterRuns } from './jobs.ts';

const csv = [
  'STT,Họ và tên,Ngày sinh,Điện thoại,Số CCCD,Chi hội',
  '1,Lường Văn Khoát,02/05/1951,0912345001,014051000123,Chi hội 1',
  '2,Tòng Thị Piêng,1960,0912345002,,Chi hội 1',
  '3,Vì Văn Ín,31/02/1970,0912345003,,Chi hội 2',
  '4,Lường Văn Khoát,02/05/1951,0912345001,014051000123,Chi hội 1',
].join('\r\n');

interface View {
  pid: string;
  state: string;
  version: number;
  [count: string]: unknown;
}

describe('a roster through REST', () => {
  let product: DemoProduct;
  let worker: Worker;
  let clerk: string;
  let officer: string;
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
      runs: rosterRuns,
      cron: [],
    });
    clerk = await product.token('clerk');
    officer = await product.token('officer');
  });
  after(async () => {
    await worker.stop();
    await product.close();
  });

  const send = async (text: string, organisation: string, token = clerk): Promise<Response> => {
    const body = new FormData();
    body.set('file', new File([text], 'danh-sach.csv'));
    body.set('organisation', organisation);
    const headers = { authorization: `Bearer ${token}` };
    return product.app.request('/api/v1/roster-imports', { method: 'POST', headers, body });
  };
  const view = async (pid: string, token = clerk): Promise<View> =>
    (await (await product.rest('GET', `/api/v1/roster-imports/${pid}`, token)).json()) as View;
  const step = async (pid: string, name: string, until: string): Promise<View> => {
    const answer = await product.rest('POST', `/api/v1/roster-imports/${pid}/${name}`, clerk);
    assert.equal(answer.status, 200, await answer.text());
    return eventually(async () => {
      const now = await view(pid);
      return now.state === until ? now : null;
    });
  };

  it('is opened, looked at, mended, applied and taken back', async () => {
    const opened = await send(csv, 'sonla-khuyenhoc');
    assert.equal(opened.status, 201, await opened.clone().text());
    const { pid, state } = (await opened.json()) as View;
    assert.equal(state, 'mapped');
    const checked = await step(pid, 'check', 'checked');
    assert.deepEqual(
      [checked.rows, checked.created, checked.rejected, checked.duplicates],
      [4, 2, 1, 1],
    );
    const { rows } = await one(
      product.runtime.database.db,
      sql<{
        rows: number;
      }>`select count(*)::integer as rows from person where search like '%khoat'`,
    );
    assert.equal(rows, 0, 'nothing is written by looking');
    const spoken = (await (
      await product.rest('GET', `/api/v1/roster-imports/${pid}/rows`, clerk)
    ).json()) as { items: { line: number; issues: { cell: string }[] }[] };
    assert.equal(spoken.items[0]?.issues[0]?.cell, 'C4');
    const fixed = await product.rest(
      'PATCH',
      `/api/v1/roster-imports/${pid}/rows/${spoken.items[0]?.line}`,
      clerk,
      { cells: { birthDate: '1970' } },
    );
    assert.equal(fixed.status, 204, await fixed.text());
    assert.equal((await step(pid, 'check', 'checked')).rejected, 0);
    const applied = await step(pid, 'apply', 'applied');
    assert.deepEqual(
      [applied.rows, applied.created, applied.rejected, applied.duplicates],
      [4, 3, 0, 1],
    );
    const events = await all(
      product.runtime.database.db,
      sql<{ action: string }>`select action from event e
        join roster_import i on i.id = e.subject_id and i.pid = ${pid} where action = 'roster.import'`,
    );
    assert.equal(events.length, 1);
    const members = (await (
      await product.rest('GET', '/api/v1/roster-exports?organisation=sonla-khuyenhoc', clerk)
    ).json()) as { items: { fullName: string; birthDate: string }[] };
    assert.equal(members.items.find(({ fullName }) => fullName === 'Vì Văn Ín')?.birthDate, '1970');
    const again = await send(csv, 'sonla-khuyenhoc');
    const second = await step(((await again.json()) as View).pid, 'check', 'checked');
    assert.deepEqual(
      [second.created, second.updated, second.unchanged, second.rejected, second.duplicates],
      [0, 0, 2, 1, 1],
    );
    await step(pid, 'undo', 'undone');
    const left = await one(
      product.runtime.database.db,
      sql<{
        rows: number;
      }>`select count(*)::integer as rows from person where search like '%khoat' and deleted_at is null`,
    );
    assert.equal(left.rows, 0);
    await step(pid, 'apply', 'applied');
  });

  it('keeps no citizen ID for who may not write it, anywhere', async () => {
    const { db } = product.runtime.database;
    const tables = [
      'roster_row',
      'roster_import',
      'roster_result',
      'roster_pair',
      'person_identity',
      'person',
    ];
    for (const table of tables) {
      const found = await all(
        db,
        sql`select from ${sql.table(table)} t where to_jsonb(t)::text like '%014051000123%'`,
      );
      assert.equal(found.length, 0, table);
    }
    const kept = await one(
      db,
      sql<{
        n: number;
      }>`select count(*)::integer as n from roster_row r
        join roster_import i on i.id = r.import_id and i.file_name = 'danh-sach.csv'
        where citizen_id_index is not null or raw_secret is not null`,
    );
    assert.equal(kept.n, 0);
    const sensitive = await product.rest(
      'GET',
      '/api/v1/roster-exports?organisation=sonla-khuyenhoc&sensitive=true',
      clerk,
    );
    assert.equal(sensitive.status, 403);
  });

  /** A form with a file of so many megabytes that is nowhere whole. */
  function long(megabytes: number, name: string): { type: string; body: ReadableStream } {
    const encoder = new TextEncoder();
    const line = encoder.encode('Lường Văn Khoát,02/05/1951,0912345001\n'.repeat(24_000));
    const part = (of: string) =>
      encoder.encode(`--xx\r\nContent-Disposition: form-data; name="${of}"`);
    let sent = 0;
    const body = new ReadableStream({
      pull(to) {
        if (sent === 0) {
          to.enqueue(part('organisation'));
          to.enqueue(encoder.encode('\r\n\r\nsonla-khuyenhoc\r\n'));
          to.enqueue(part('file'));
          to.enqueue(
            encoder.encode(`; filename="${name}"\r\n\r\nHọ và tên,Ngày sinh,Điện thoại\n`),
          );
        }
        if (sent < megabytes) to.enqueue(line);
        else {
          to.enqueue(encoder.encode('\r\n--xx--\r\n'));
          to.close();
        }
        sent += 1;
      },
    });
    return { type: 'multipart/form-data; boundary=xx', body };
  }

  it('of 300 MB is refused in words by page and REST, of 70 MB taken; the server goes on', async () => {
    const rows = async () =>
      (
        await one(
          product.runtime.database.db,
          sql<{ n: number }>`select count(*)::integer as n from file`,
        )
      ).n;
    const ask = (address: string, headers: Headers, megabytes: number) => {
      const { type, body } = long(megabytes, 'rất dài.csv');
      headers.set('content-type', type);
      const init = { method: 'POST', headers, body, duplex: 'half' };
      return product.app.request(address, init as RequestInit);
    };
    const token = () => new Headers({ authorization: `Bearer ${clerk}` });
    const browser = new Headers(await product.signIn('clerk'));
    browser.set('sec-fetch-site', 'same-origin');
    const before = await rows();
    const page = await ask('/vp/sonla-khuyenhoc/hoi-vien/nhap', browser, 300);
    assert.equal(page.status, 422);
    assert.match(await page.text(), /Tệp lớn quá 200 MB/);
    const rest = await ask('/api/v1/roster-imports', token(), 300);
    assert.equal(rest.status, 422);
    assert.match(await rest.text(), /Tệp lớn quá 200 MB/);
    assert.equal(await rows(), before, 'nothing of it is kept');
    const other = new Headers(browser);
    other.set('sec-fetch-site', 'cross-site');
    assert.equal((await ask('/vp/sonla-khuyenhoc/hoi-vien/nhap', other, 1)).status, 403);
    const stranger = new Headers({ authorization: `Bearer ${await product.token('judge')}` });
    assert.equal((await ask('/api/v1/roster-imports', stranger, 1)).status, 403);
    assert.equal(await rows(), before);
    const taken = await ask('/vp/sonla-khuyenhoc/hoi-vien/nhap', browser, 70);
    assert.equal(taken.status, 303, await taken.text());
    assert.match(taken.headers.get('location') ?? '', /\/hoi-vien\/nhap\/[0-9a-z]{16}\/cot$/);
  });

  it('is unknown to those outside', async () => {
    const { pid } = (await (await send(csv, 'sonla')).json()) as View;
    assert.equal((await product.rest('GET', `/api/v1/roster-imports/${pid}`, officer)).status, 404);
    assert.equal(
      (await product.rest('POST', `/api/v1/roster-imports/${pid}/check`, officer)).status,
      404,
    );
    assert.equal((await send(csv, 'sonla', officer)).status, 403);
    assert.equal(
      (await product.rest('GET', '/api/v1/roster-exports?organisation=hanoi', officer)).status,
      404,
    );
  });
});
