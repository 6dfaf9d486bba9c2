import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { mailingApi } from './api/index.ts';
import { resultOf } from './queries/index.ts';
import { prepareRecipients, sendBatch } from './service/index.ts';
import { drafted, letter, member, ordered } from './testing/index.ts';
import { answerWords, samples, stateNames, templateWords, words } from './vi.ts';
import { mailingOffice, mailingWeb } from './web/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Office {
  readonly cx: Cx;
  readonly ask: Ask;
}

const inOffice =
  (role: string, code: string, work: (office: Office) => Promise<void>) => (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = await someone(cxOf(trx), role, code);
      const doors = { cx, place: await placeAt(cx, code), roles: [role] };
      await work({
        cx,
        ask: testDoors({ ...doors, office: mailingOffice, api: mailingApi }),
      });
    });

/** The public doors, as nobody. */
const publicDoors = async (cx: Cx): Promise<Ask> => {
  const anonymous: Cx = { ...cx, actor: { kind: 'anonymous' } };
  const place = await placeAt(cx, 'sonla');
  // testDoors mounts office pages under /vp/:code; the links of letters stand there as well.
  const ask = testDoors({
    cx: anonymous,
    place,
    roles: [],
    office: (app) => void app.route('/', linkDoors()),
  });
  return (path, init) => ask(`/vp/x${path}`, init);
};
const linkDoors = () => {
  const app = new Hono<never>();
  mailingWeb(app as never);
  return app as never;
};

const list = '/vp/sonla/hoi-vien/thu';
const fields = (values: Record<string, string>): [string, string][] => Object.entries(values);
const form = {
  organisation: 'sonla',
  kind: 'service',
  subject: 'Mời {ten}',
  body: 'Kính gửi {ho_ten}.',
};

describe('the office', () => {
  test(
    'from an empty list to a draft, its preview and its sending',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      assert.match(await (await ask(list)).text(), new RegExp(words.firstTitle));
      await member(cx, 'sonla-dat', { name: 'Lò Thị Én', email: 'en@x.example', gender: 'female' });
      await member(cx, 'sonla-y', { name: 'Hà Văn Ba', email: 'ba@x.example', gender: 'male' });
      const fresh = await (await ask(`${list}/moi?goi-y=giay-moi&gioi=nu&sinh-tu=1950`)).text();
      assert.match(fresh, /trân trọng kính mời/);
      assert.match(fresh, /<option value="female" selected/);
      assert.match(fresh, /name="filter.born_from" value="1950"/);
      assert.ok(
        (await (await ask(`${list}/moi?tinh-trang=da-ra`)).text()).includes(words.onlyMembers),
      );
      const saved = await ask(
        `${list}/moi`,
        posted(fields({ ...form, 'filter.gender': 'female' })),
      );
      assert.equal(saved.status, 303);
      const path = saved.headers.get('location')?.split('?')[0] ?? '';
      const draft = await (await ask(path)).text();
      assert.match(draft, /<strong>1 thư<\/strong>/);
      assert.match(draft, /Kính gửi Lò Thị Én\./);
      assert.match(await (await ask(`${path}?nguoi=en`)).text(), /Kính gửi Lò Thị Én\./);
      assert.match(
        await (await ask(`${path}?nguoi=ba`)).text(),
        new RegExp(words.previewMade.slice(0, 20)),
      );
      assert.match(await (await ask(`${path}/gui`)).text(), /Gửi 1 thư “Mời {ten}”\?/);
      const sent = await ask(`${path}/gui`, posted(fields({ version: '1' })));
      assert.equal(sent.status, 303);
      const page = await (await ask(path)).text();
      assert.match(page, new RegExp(stateNames.sending));
      assert.match(page, new RegExp(words.stop));
      assert.equal((await ask(`${path}/dung`, posted([]))).status, 303);
      assert.match(await (await ask(path)).text(), new RegExp(words.resume));
    }),
  );

  test(
    'a refused form keeps what was typed and names the known fields',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const bad = {
        ...form,
        body: 'Chào {ban}',
        organisation: 'khong co',
        'filter.branch': 'Chi hội 9',
      };
      const answer = await ask(`${list}/moi`, posted(fields(bad)));
      assert.equal(answer.status, 422);
      const text = await answer.text();
      for (const said of ['Chào {ban}', 'Chi hội 9', 'Không có mục {ban}', '{ho_ten}, {ten}'])
        assert.ok(text.includes(said), said);
    }),
  );

  test(
    'a stale edit comes back with what was typed',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = `${list}/${await drafted(cx)}`;
      const { organisation: _, ...content } = form;
      const edit = { ...content, version: '1', subject: 'Bản của tôi' };
      assert.equal((await ask(`${path}/sua`, posted(fields(edit)))).status, 303);
      const again = await ask(`${path}/sua`, posted(fields({ ...edit, subject: 'Bản cũ' })));
      assert.equal(again.status, 422);
      const text = await again.text();
      assert.match(text, /Bản cũ/);
      assert.match(text, /name="version" value="2"/);
    }),
  );

  test(
    'who only reads is offered nothing to write',
    inOffice('auditor', 'sonla', async ({ cx, ask }) => {
      const clerk = await someone(cx, 'clerk', 'sonla');
      await member(clerk, 'sonla', { name: 'Lò A', email: 'a@x.example' });
      const path = `${list}/${await drafted(clerk)}`;
      assert.doesNotMatch(await (await ask(list)).text(), /\/moi"/);
      assert.doesNotMatch(await (await ask(path)).text(), /\/(sua|gui|xoa|gui-thu|sao-chep)"/);
      for (const page of [
        `${list}/moi`,
        `${path}/sua`,
        `${path}/gui`,
        `${path}/xoa`,
        `${list}/mau/moi`,
        `${list}/toc-do`,
      ])
        assert.equal((await ask(page)).status, 403, page);
      for (const act of ['gui', 'gui-thu', 'sao-chep', 'tinh-lai', 'xoa'])
        assert.equal((await ask(`${path}/${act}`, posted([]))).status, 403, act);
    }),
  );

  test(
    'another union’s letters are not there',
    inOffice('clerk', 'laichau', async ({ cx, ask }) => {
      const path = `/vp/laichau/hoi-vien/thu/${await drafted(await someone(cx, 'clerk', 'sonla'))}`;
      for (const page of ['', '/sua', '/gui', '/nguoi-nhan', '/xoa'])
        assert.equal((await ask(path + page)).status, 404, page);
    }),
  );

  test(
    'templates: from a sample to a letter',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const page = await (await ask(`${list}/mau`)).text();
      for (const sample of samples) assert.ok(page.includes(sample.name));
      assert.match(page, new RegExp(templateWords.none));
      const [, fee] = samples;
      assert.match(await (await ask(`${list}/mau/moi?goi-y=${fee.code}`)).text(), /mức hội phí/);
      const sent = { name: 'Hội phí', subject: fee.subject, body: fee.body };
      const saved = await ask(`${list}/mau/moi`, posted(fields(sent)));
      const path = saved.headers.get('location')?.split('?')[0] ?? '';
      const pid = path.split('/').at(-1);
      assert.match(await (await ask(path)).text(), /Nguyễn Văn Minh Họa \(số thẻ 000123\)/);
      assert.match(await (await ask(`${list}/moi?mau=${pid}`)).text(), /mức hội phí/);
      const bad = await ask(`${path}/sua`, posted(fields({ ...sent, body: '{x', version: '1' })));
      assert.equal(bad.status, 422);
      assert.equal((await ask(`${path}/xoa`, posted(fields({ version: '1' })))).status, 303);
      assert.match(await (await ask(path)).text(), /khoi-phuc/);
    }),
  );

  test(
    'samples are sound: all their fields are known',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      for (const { code, name, subject, body } of samples) {
        const saved = await ask(`${list}/mau/moi`, posted(fields({ name, subject, body })));
        assert.equal(saved.status, 303, code);
      }
    }),
  );

  test(
    'recipients page by page with reasons',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      await member(cx, 'sonla-y', { name: 'Hà Văn Ba', email: 'ba@x.example' });
      await member(cx, 'sonla-y', { name: 'Hà Văn Tư' });
      const pid = await drafted(cx);
      await prepareRecipients(cx, await ordered(cx, pid));
      const page = await (await ask(`${list}/${pid}/nguoi-nhan`)).text();
      assert.match(page, /Hà Văn Ba[\s\S]*Hà Văn Tư/);
      const left = await (await ask(`${list}/${pid}/nguoi-nhan?ly-do=no_email`)).text();
      assert.doesNotMatch(left, /Hà Văn Ba/);
      assert.match(left, /Chưa có thư điện tử/);
    }),
  );
});

describe('the link of a letter', () => {
  const sent = async (cx: Cx): Promise<{ id: string; pid: string; token: string }> => {
    const pid = await drafted(cx);
    const id = await ordered(cx, pid);
    await prepareRecipients(cx, id);
    await sendBatch(cx, id);
    const { body } = await one(
      cx.db,
      sql<{ body: string }>`select body from mail_message order by id desc limit 1`,
    );
    return { id, pid, token: /\/thu\/([0-9a-f]{40})/.exec(body)?.[1] ?? '' };
  };
  const refusals = async (cx: Cx) =>
    (
      await all(
        cx.db,
        sql<{
          all: boolean;
          via: string;
          back: boolean;
        }>`select organisation_id is null as all, via,
          taken_back_at is not null as back from mailing_refusal order by refused_at, id`,
      )
    ).map((row) => [row.all ? 'all' : 'one', row.via, row.back]);
  const sendable = async (cx: Cx, input: object = {}): Promise<number> => {
    const pid = await drafted(cx, input);
    const { counts } = await one(
      cx.db,
      sql<{ counts: { send?: number } }>`select counts from mailing where pid = ${pid}`,
    );
    return counts.send ?? 0;
  };

  test(
    'opening it changes nothing; the button does, with the day, and takes it back',
    inOffice('clerk', 'sonla', async ({ cx }) => {
      await member(cx, 'sonla-dat', { name: 'Lò A', email: 'lo.a@x.example' });
      const { token } = await sent(cx);
      const ask = await publicDoors(cx);
      const page = await (await ask(`/thu/${token}`)).text();
      assert.match(page, /lo\*\*\*@x\.example/);
      assert.doesNotMatch(page, /lo\.a@|Lò A/);
      assert.deepEqual(await refusals(cx), []);
      const refuse = () =>
        ask(`/thu/${token}`, posted(fields({ act: 'refuse', scope: 'organisation' })));
      assert.equal((await refuse()).status, 303);
      await refuse();
      assert.deepEqual(await refusals(cx), [['one', 'page', false]]);
      assert.match(
        await (await ask(`/thu/${token}`)).text(),
        /Đã ngừng nhận thư của đơn vị này từ ngày 12\/05\/2026/,
      );
      assert.equal(await sendable(cx), 0);
      // An association below sends its own.
      assert.equal(await sendable(cx, { organisation: 'sonla-dat' }), 1);
      await ask(`/thu/${token}`, posted(fields({ act: 'take_back' })));
      assert.deepEqual(await refusals(cx), [['one', 'page', true]]);
      assert.match(
        await (await ask(`/thu/${token}?nhan-lai=1`)).text(),
        new RegExp(answerWords.takenBack),
      );
      assert.equal(await sendable(cx), 1);
    }),
  );

  test(
    'of all organisations: also of those that do not see each other, for the same human being',
    inOffice('clerk', 'sonla', async ({ cx }) => {
      const a = await member(cx, 'sonla-dat', { name: 'Lò A', email: 'a@x.example' });
      await member(cx, 'laichau', { name: 'Lò A', email: 'khac@x.example', sameAs: a });
      await member(cx, 'laichau', { name: 'Ai Đó', email: 'A@x.example' });
      const other = await someone(cx, 'clerk', 'laichau');
      assert.equal(await sendable(other, { organisation: 'laichau' }), 2);
      const { token } = await sent(cx);
      const ask = await publicDoors(cx);
      await ask(`/thu/${token}`, posted(fields({ act: 'refuse', scope: 'all' })));
      assert.equal(await sendable(other, { organisation: 'laichau' }), 0);
      assert.equal(await sendable(cx, { organisation: 'sonla-dat' }), 0);
    }),
  );

  test(
    'one click of the mail program (RFC 8058)',
    inOffice('clerk', 'sonla', async ({ cx }) => {
      await member(cx, 'sonla-dat', { name: 'Lò A', email: 'a@x.example' });
      const { token, id } = await sent(cx);
      const ask = await publicDoors(cx);
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      const answer = await ask(`/thu/${token}`, { method: 'POST', body });
      assert.equal(answer.status, 200);
      assert.deepEqual(await refusals(cx), [['one', 'one_click', false]]);
      assert.equal((await resultOf(cx, id)).queued, 1);
    }),
  );

  test(
    'two at one address are both left alone',
    inOffice('clerk', 'sonla', async ({ cx }) => {
      await member(cx, 'sonla-dat', { name: 'Lò A', email: 'nha@x.example' });
      await member(cx, 'sonla-y', { name: 'Lò B', email: 'nha@x.example' });
      const { token } = await sent(cx);
      await (await publicDoors(cx))(`/thu/${token}`, posted(fields({ act: 'refuse' })));
      assert.equal((await refusals(cx)).length, 2);
      await sql`update person set email = 'moi@x.example' where given = 'B'`.execute(cx.db);
      assert.equal(await sendable(cx), 0);
    }),
  );

  test(
    'a secret that nobody was given opens nothing; the secret itself is not kept',
    inOffice('clerk', 'sonla', async ({ cx }) => {
      await member(cx, 'sonla-dat', { name: 'Lò A', email: 'a@x.example' });
      const { token } = await sent(cx);
      const ask = await publicDoors(cx);
      for (const other of ['0'.repeat(40), 'x', `${token}0`]) {
        assert.equal((await ask(`/thu/${other}`)).status, 404);
        assert.equal((await ask(`/thu/${other}`, posted(fields({ act: 'refuse' })))).status, 404);
      }
      assert.equal((await ask(`/thu/${token}`, posted(fields({ act: 'xoa' })))).status, 422);
      const rows = await all(
        cx.db,
        sql<{ row: string }>`select r::text as row from mailing_recipient r`,
      );
      assert.ok(rows.every(({ row }) => !row.includes(token)));
      assert.deepEqual(await refusals(cx), []);
    }),
  );
});

interface Told {
  readonly pid: string;
  readonly counts: object;
  readonly version: number;
  readonly state: string;
  readonly subject: string;
  readonly body: string;
  readonly total: number;
  readonly items: readonly { readonly name: string; readonly address: string }[];
}

const told = async (answer: Response | Promise<Response>): Promise<Told> =>
  (await (await answer).json()) as Told;

describe('REST', () => {
  test(
    'a draft, changed, sent, its recipients, stopped, copied',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      await member(cx, 'sonla-dat', { name: 'Lò A', email: 'a@x.example' });
      const made = await ask('/api/v1/mailings', sentJson('POST', letter));
      assert.equal(made.status, 201);
      const { pid, counts, version } = await told(made);
      assert.deepEqual([counts, version], [{ send: 1 }, 1]);
      const path = `/api/v1/mailings/${pid}`;
      const changed = await ask(path, sentJson('PATCH', { subject: 'Khác', version }));
      assert.equal((await told(changed)).subject, 'Khác');
      assert.equal((await ask(path, sentJson('PATCH', { subject: 'X', version }))).status, 409);
      assert.equal((await ask(path, sentJson('PATCH', { body: '{x}' }))).status, 422);
      const sent = await told(ask(`${path}/send`, sentJson('POST')));
      assert.equal(sent.state, 'sending');
      assert.equal((await ask(`${path}/send`, sentJson('POST'))).status, 422);
      const id = await one(cx.db, sql<{ id: string }>`select id from mailing where pid = ${pid}`);
      await prepareRecipients(cx, id.id);
      const { items, total } = await told(ask(`${path}/recipients?state=waiting`));
      assert.deepEqual([total, items[0]?.name, items[0]?.address], [1, 'Lò A', 'a@x.example']);
      assert.equal((await told(ask(`${path}/stop`, sentJson('POST')))).state, 'stopped');
      const copy = await ask(`${path}/copy`, sentJson('POST'));
      assert.equal((await told(copy)).state, 'draft');
      assert.equal((await told(ask('/api/v1/mailings?org=sonla'))).total, 2);
      assert.equal((await ask(`${path}?version=1`, sentJson('DELETE'))).status, 404);
    }),
  );

  test(
    'templates',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const body = { organisation: 'sonla', name: 'Mẫu', subject: 'x', body: 'y' };
      const { pid } = await told(ask('/api/v1/mailing-templates', sentJson('POST', body)));
      const path = `/api/v1/mailing-templates/${pid}`;
      assert.equal((await ask(path, sentJson('PATCH', { body: 'z {ten}' }))).status, 200);
      assert.equal((await told(ask(path))).body, 'z {ten}');
      assert.equal((await told(ask('/api/v1/mailing-templates?organisation=sonla'))).total, 1);
      assert.equal((await ask(`${path}?version=2`, sentJson('DELETE'))).status, 204);
      assert.equal((await ask(path)).status, 404);
      assert.equal((await ask(`${path}/restore`, sentJson('POST'))).status, 200);
    }),
  );

  test(
    'the pace',
    inOffice('admin', 'vusta', async ({ ask }) => {
      assert.deepEqual(await told(ask('/api/v1/mailing-pace')), { per_hour: 500 });
      assert.equal(
        (await ask('/api/v1/mailing-pace', sentJson('PUT', { per_hour: 120 }))).status,
        200,
      );
      assert.deepEqual(await told(ask('/api/v1/mailing-pace')), { per_hour: 120 });
    }),
  );
});
