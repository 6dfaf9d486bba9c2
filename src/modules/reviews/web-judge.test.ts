import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation } from '../activities/testing.ts';
import { done } from '../rounds/testing.ts';
import { reviews } from './index.ts';
import { invariants } from './queries/index.ts';
import { reopenSheet, saveSheet, signSheet } from './service/index.ts';
import { type Changes, fullForm, fullMarks, type Panel, panel } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Trial {
  readonly cx: Cx;
  readonly at: Panel;
  /** A page behind the link of a judge: 0 is the chair. */
  readonly get: (judge: number, rest: string) => Promise<{ status: number; text: string }>;
  readonly post: (
    judge: number,
    rest: string,
    values: Readonly<Record<string, string>>,
  ) => Promise<{ status: number; text: string; to: string }>;
  readonly move: (days: number) => void;
}

const day = 24 * 3_600_000;

const inTrial =
  (work: (trial: Trial) => Promise<void>, changes: Changes = {}) =>
  (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = cxOf(trx);
      const at = await panel(cx, changes);
      const visitor = { ...cx, actor: { kind: 'anonymous' } } as Cx;
      const place = await placeAt(cx, 'vusta');
      const ask: Ask = testDoors({
        cx: visitor,
        place,
        roles: [],
        site: reviews.web!,
        files: cx.files,
      });
      const path = (judge: number, rest: string) =>
        `/x/giam-khao/${at.judges[judge]!.token}/${rest}`;
      await work({
        cx,
        at,
        get: async (judge, rest) => {
          const answer = await ask(path(judge, rest));
          return { status: answer.status, text: await answer.text() };
        },
        post: async (judge, rest, values) => {
          const body = new URLSearchParams(values);
          const answer = await ask(path(judge, rest), { method: 'POST', body });
          const to = answer.headers.get('location') ?? '';
          return { status: answer.status, text: await answer.text(), to };
        },
        move: (days) => (cx.clock as TestClock).move(days * day),
      });
      await sound(cx.db, invariants);
    });

const own = ({ sheets }: Panel, judge = 0, dossier = 0): string => sheets[judge]![dossier]!;

/** Signs every sheet; the second judge gives the first dossier so many points less. */
async function allSigned(cx: Cx, { judges, sheets }: Panel, less = 0): Promise<void> {
  for (const [judge, row] of sheets.entries())
    for (const [dossier, assignment] of row.entries()) {
      const lower = judge === 1 && dossier === 0 ? less : 0;
      const marks = { ...fullMarks, 'tinh-moi': { points: 28 - lower } };
      const { token } = judges[judge]!;
      await done(execute(cx, signSheet, { token, assignment, marks, version: 0, dossier: 1 }));
    }
}

const workingOf = async (cx: Cx, pid: string) =>
  (
    await one(
      cx.db,
      sql<{ working: Record<string, { points?: number }> }>`select t.working from score_sheet t
        join assignment a on a.id = t.assignment_id where a.pid = ${pid}`,
    )
  ).working;

describe('what is to be judged', () => {
  test(
    'is listed by number, with the own progress and nothing of others',
    inTrial(async ({ cx, at, get, post }) => {
      const page = await get(0, 'cham/so-khao');
      assert.equal(page.status, 200);
      assert.match(page.text, /Đã ký 0, đang chấm 0, trên tổng số 2 phiếu/);
      assert.match(page.text, /Máy băm thân chuối[\s\S]*Bếp sấy nông sản/);
      assert.match(page.text, /17:00:00 ngày 20\/05\/2026/);
      assert.doesNotMatch(page.text, /Lò Văn Bình|Quàng Văn Nam/);
      const before = page.text;
      // Whatever the other one does, this page is the same.
      await post(1, `phieu/${own(at, 1)}`, { ...fullForm, version: '0', dossier: '1' });
      await done(
        execute(cx, signSheet, {
          token: at.judges[1].token,
          assignment: own(at, 1),
          version: 1,
          dossier: 1,
        }),
      );
      assert.equal((await get(0, 'cham/so-khao')).text, before);
      await post(0, `phieu/${own(at)}`, { ...fullForm, version: '0', dossier: '1' });
      assert.match(
        (await get(0, 'cham/so-khao')).text,
        /đang chấm 1[\s\S]*Ký các phiếu đã đủ \(1\)/,
      );
    }),
  );

  test(
    'is kept where dossiers are hidden, and an unknown phase or link is nothing',
    inTrial(
      async ({ at, get }) => {
        const page = await get(0, 'cham/so-khao');
        assert.match(page.text, /Hồ sơ chưa mở cho giám khảo xem/);
        assert.doesNotMatch(page.text, /chuối/);
        assert.equal((await get(0, `phieu/${own(at)}`)).status, 404);
        assert.equal((await get(0, 'cham/hop')).status, 404);
        assert.equal((await get(0, 'cham/khong-co')).status, 404);
      },
      {
        nhan: {
          closes: '2026-05-15T17:00:00',
          hidden: [{ from: 'judge', what: ['dossiers'] }],
        },
      },
    ),
  );
});

describe('a sheet', () => {
  test(
    'stands beside the blind dossier; only its own judge opens it',
    inTrial(async ({ at, get }) => {
      const page = await get(0, `phieu/${own(at)}`);
      assert.equal(page.status, 200, page.text.slice(0, 400));
      assert.match(page.text, /Trục dao ba tầng/);
      assert.match(page.text, /name="mark-tinh-moi"/);
      assert.match(page.text, /Hồ sơ 1 trên 2/);
      assert.doesNotMatch(page.text, /Lò Văn Bình/);
      assert.equal((await get(1, `phieu/${own(at)}`)).status, 404);
      for (const rest of ['ky', 'in', 'tu-choi', 'hoi-dong', 'mo-lai', 'tep/0000000000000000'])
        assert.equal((await get(1, `phieu/${own(at)}/${rest}`)).status, 404, rest);
    }),
  );

  test(
    'is saved without script, incomplete as well, and says what is wrong beside its place',
    inTrial(async ({ cx, at, get, post }) => {
      const sent = await post(0, `phieu/${own(at)}`, {
        'mark-tinh-moi': '31',
        'mark-hieu-qua': '12,3',
        version: '0',
        dossier: '1',
        act: 'save',
      });
      assert.equal(sent.status, 303);
      const page = await get(0, `phieu/${own(at)}?da-luu=1`);
      assert.match(page.text, /Đã lưu phiếu/);
      assert.match(page.text, /value="31"/);
      assert.match(page.text, /id="f-mark-tinh-moi-error"/);
      assert.match(page.text, /id="f-mark-hieu-qua-error"/);
      // What is only missing is told when it is to be signed.
      assert.doesNotMatch(page.text, /id="f-gate-an-toan-error"/);
      assert.deepEqual((await workingOf(cx, own(at)))['tinh-moi'], { points: 31 });
      const review = await post(0, `phieu/${own(at)}`, {
        'mark-tinh-moi': '30',
        version: '1',
        dossier: '1',
        act: 'review',
      });
      assert.match(review.to, /\?thieu=1$/);
      const missing = await get(0, `phieu/${own(at)}?thieu=1`);
      assert.match(missing.text, /Phiếu chưa đủ để ký/);
      assert.match(missing.text, /id="f-gate-an-toan-error"/);
    }),
  );

  test(
    'that was written elsewhere meanwhile comes back with both values, and nothing is lost',
    inTrial(async ({ cx, at, post }) => {
      const path = `phieu/${own(at)}`;
      await post(0, path, { ...fullForm, version: '0', dossier: '1' });
      const late = { ...fullForm, 'mark-tinh-moi': '21', version: '0', dossier: '1' };
      const back = await post(0, path, late);
      assert.equal(back.status, 409);
      assert.match(back.text, /vừa được ghi ở máy khác/);
      assert.match(
        back.text,
        /data-label="Gõ ở đây"[^>]*>[\s\S]*?21[\s\S]*?data-label="Đã lưu"[^>]*>[\s\S]*?28/,
      );
      assert.match(back.text, /name="version" value="1"/);
      assert.match(back.text, /name="mark-tinh-moi" value="21"/);
      assert.equal((await workingOf(cx, own(at)))['tinh-moi']?.points, 28);
      assert.equal((await post(0, path, { ...late, version: '1' })).status, 303);
      assert.equal((await workingOf(cx, own(at)))['tinh-moi']?.points, 21);
      // The same twice is no conflict.
      assert.equal((await post(0, path, { ...late, version: '1' })).status, 303);
    }),
  );

  test(
    'after the last second is refused and shown as it was typed',
    inTrial(async ({ at, post, get, move }) => {
      move(9);
      const back = await post(0, `phieu/${own(at)}`, { ...fullForm, version: '0', dossier: '1' });
      assert.equal(back.status, 422);
      assert.match(back.text, /Đã hết thời gian chấm \(đến 17:00:00 ngày 20\/05\/2026\)/);
      assert.match(back.text, /name="mark-tinh-moi" value="28"/);
      const page = await get(0, `phieu/${own(at)}`);
      assert.match(page.text, /Phiếu chỉ để xem/);
      assert.doesNotMatch(page.text, /name="mark-tinh-moi"/);
    }),
  );

  test(
    'is saved by the script of the page, which is told all it shows',
    inTrial(async ({ at, post }) => {
      const path = `phieu/${own(at)}/tu-luu`;
      const told = async (values: Record<string, string>) =>
        JSON.parse((await post(0, path, values)).text) as Record<string, unknown>;
      const first = await told({ ...fullForm, version: '0', writer: 'w', seq: '1' });
      assert.equal(first.outcome, 'saved');
      assert.equal(first.said, 'Đã lưu lúc 10:00:00.');
      assert.equal(first.version, 1);
      assert.match(String(first.total), /89/);
      // Its answer was lost: it goes on from what it has.
      const again = { ...fullForm, 'mark-tinh-moi': '27', version: '0', writer: 'w', seq: '2' };
      assert.equal((await told(again)).outcome, 'saved');
      const other = await told({
        ...fullForm,
        'mark-tinh-moi': '22',
        version: '0',
        writer: 'v',
        seq: '1',
      });
      assert.equal(other.outcome, 'conflict');
      assert.match(String(other.conflict), /22[\s\S]*27/);
      assert.equal(other.version, 2);
      const answer = await post(0, path, fullForm);
      assert.equal(answer.status, 200);
    }),
  );
});

describe('signing', () => {
  test(
    'is looked at once more, then shows what was signed',
    inTrial(async ({ at, get, post }) => {
      const path = `phieu/${own(at)}`;
      assert.equal((await get(0, `${path}/ky`)).status, 303);
      const review = await post(0, path, {
        ...fullForm,
        version: '0',
        dossier: '1',
        act: 'review',
      });
      assert.match(review.to, /\/ky$/);
      const look = await get(0, `${path}/ky`);
      assert.match(look.text, /Sau khi ký, phiếu không sửa được nữa/);
      assert.match(look.text, /Tiết kiệm một nửa công/);
      const signed = await post(0, `${path}/ky`, { version: '1', dossier: '1' });
      assert.match(signed.to, /\?da-ky=1$/);
      // Pressed twice.
      assert.match((await post(0, `${path}/ky`, { version: '1', dossier: '1' })).to, /da-ky=1$/);
      const page = await get(0, path);
      assert.match(page.text, /Đã ký lúc 10:00:00/);
      assert.match(page.text, /89/);
      assert.doesNotMatch(page.text, /name="mark-tinh-moi"/);
      const print = await get(0, `${path}/in`);
      assert.match(print.text, /Ký điện tử lúc/);
      assert.match(print.text, /[0-9a-f]{64}/);
      const late = await post(0, path, { ...fullForm, version: '2', dossier: '1' });
      assert.equal(late.status, 422);
    }),
  );

  test(
    'keeps the own points until the phase is over where it says so',
    inTrial(
      async ({ cx, at, get, post, move }) => {
        await allSigned(cx, at);
        for (const rest of [`phieu/${own(at)}`, 'cham/so-khao', 'cham/so-khao/so-sanh']) {
          const page = await get(0, rest);
          assert.doesNotMatch(page.text, /\b89\b|30,5|Tiết kiệm một nửa/, rest);
        }
        assert.equal((await get(0, `phieu/${own(at)}/in`)).status, 404);
        const told = await post(0, `phieu/${own(at)}/tu-luu`, {
          'mark-tinh-moi': '1',
          version: '0',
        });
        assert.doesNotMatch(told.text, /28|30,5/);
        move(9);
        assert.match((await get(0, `phieu/${own(at)}`)).text, /89/);
      },
      { 'so-khao': { hidden: [{ from: 'judge', what: ['scores', 'own_scores', 'authors'] }] } },
    ),
  );

  test(
    'of all complete sheets at once leaves the others, and says which could not be signed',
    inTrial(async ({ cx, at, get, post }) => {
      const token = at.judges[0].token;
      for (const assignment of at.sheets[0]!)
        await done(execute(cx, saveSheet, { token, assignment, marks: fullMarks, version: 0 }));
      const path = 'cham/so-khao/ky';
      const page = await get(0, path);
      const values = [...page.text.matchAll(/name="ky" value="([^"]+)"/g)].map(
        (found) => found[1]!,
      );
      assert.equal(values.length, 2);
      assert.match((await post(0, path, {})).text, /Chưa chọn phiếu nào/);
      // One was written elsewhere meanwhile.
      await done(
        execute(cx, saveSheet, {
          token,
          assignment: own(at, 0, 1),
          marks: { ...fullMarks, 'tinh-moi': { points: 21 } },
          version: 1,
        }),
      );
      const stale = await post(0, path, { ky: values[1]! });
      assert.equal(stale.status, 422);
      assert.match(stale.text, /Đã ký 0 phiếu[\s\S]*vừa thay đổi ở máy khác/);
      assert.equal((await post(0, path, { ky: values[0]! })).status, 303);
      const list = await get(0, 'cham/so-khao');
      assert.match(list.text, /Đã ký 1, đang chấm 1/);
    }),
  );
});

describe('comparing', () => {
  test(
    'shows the own sheets, the highest first, and turns round',
    inTrial(async ({ cx, at, get }) => {
      const token = at.judges[0].token;
      for (const [dossier, points] of [21, 28].entries())
        await done(
          execute(cx, saveSheet, {
            token,
            assignment: own(at, 0, dossier),
            marks: { 'tinh-moi': { points } },
            version: 0,
          }),
        );
      const order = (text: string) =>
        [...text.matchAll(/(chuối|nông sản)/g)].map((found) => found[1]).join();
      assert.match(order((await get(0, 'cham/so-khao/so-sanh')).text), /^nông sản.*chuối/);
      assert.match(order((await get(0, 'cham/so-khao/so-sanh?xep=diem')).text), /^chuối.*nông sản/);
      assert.match((await get(1, 'cham/so-khao/so-sanh')).text, /Chưa có phiếu nào ghi điểm/);
    }),
  );
});

describe('standing aside', () => {
  test(
    'takes the dossier off the list',
    inTrial(async ({ at, get, post }) => {
      const path = `phieu/${own(at)}/tu-choi`;
      assert.match((await get(0, path)).text, /Đây không phải là bỏ phiếu trắng/);
      assert.equal((await post(0, path, { reason: '' })).status, 422);
      const to = (await post(0, path, { reason: 'Đã hướng dẫn tác giả.' })).to;
      assert.match(to, /cham\/so-khao\?da-tu-choi=1$/);
      assert.doesNotMatch((await get(0, 'cham/so-khao')).text, /chuối/);
      assert.equal((await get(0, `phieu/${own(at)}`)).status, 404);
    }),
  );

  test(
    'is too late once the sheet is signed',
    inTrial(async ({ cx, at, get, post }) => {
      assert.match((await get(0, `phieu/${own(at)}`)).text, /tu-choi/);
      await allSigned(cx, at);
      assert.doesNotMatch((await get(0, `phieu/${own(at)}`)).text, /tu-choi/);
      const late = await post(0, `phieu/${own(at)}/tu-choi`, { reason: 'Cùng cơ quan' });
      assert.equal(late.status, 422);
      assert.match(late.text, /đã ký nên không rút ra ở đây được nữa/);
    }),
  );
});

describe('the council', () => {
  test(
    'sees nothing of others while the phase keeps it, points without names after it',
    inTrial(async ({ cx, at, get, move }) => {
      const path = `phieu/${own(at, 1)}/hoi-dong`;
      const before = (await get(1, path)).text;
      assert.match(before, /đang được giữ kín/);
      await allSigned(cx, at, 7);
      const after = (await get(1, path)).text;
      assert.equal(after, before);
      move(9);
      const open = await get(1, path);
      assert.match(open.text, /89[\s\S]*82/);
      assert.doesNotMatch(open.text, /Cầm Thị Hoa/);
      assert.match(open.text, /Thành viên 1|Tôi/);
    }),
  );

  test(
    'without names stands in the order of points: who is who makes no difference',
    inTrial(async ({ cx, at, get, move }) => {
      await allSigned(cx, at, 7);
      move(9);
      const page = async () => (await get(1, `phieu/${own(at, 1)}/hoi-dong`)).text;
      const seen = await page();
      await sql`update judge set name = 'Bạc Cầm Vân', title = 'TS' where pid = ${at.judges[0].pid}`.execute(
        cx.db,
      );
      assert.equal(await page(), seen);
    }),
  );

  test(
    'discusses in its time; the chair opens a sheet again and it is signed anew',
    inTrial(async ({ cx, at, get, post, move }) => {
      await allSigned(cx, at, 7);
      const others = `phieu/${own(at, 1)}`;
      assert.equal((await get(0, `${others}/hoi-dong`)).status, 200);
      assert.match(
        (await post(0, `${others}/hoi-dong`, { text: 'Sớm' })).text,
        /chưa vào phần thảo luận/,
      );
      move(9);
      assert.equal((await post(0, `${others}/hoi-dong`, { text: '' })).status, 422);
      assert.match(
        (await post(0, `${others}/hoi-dong`, { text: 'Xem lại điểm mới.' })).to,
        /da-gui=1/,
      );
      assert.match((await get(1, `${others}/hoi-dong`)).text, /Xem lại điểm mới/);
      const council = await get(0, 'cham/so-khao/hoi-dong');
      assert.match(council.text, /82[\s\S]*89/);
      assert.equal((await get(1, 'cham/so-khao/hoi-dong')).status, 404);
      // A member opens nothing.
      assert.equal((await get(1, `${others}/mo-lai`)).status, 404);
      assert.equal((await post(1, `${others}/mo-lai`, { reason: 'x', version: '1' })).status, 404);
      assert.equal((await get(0, `${others}/mo-lai`)).status, 200);
      assert.equal((await post(0, `${others}/mo-lai`, { reason: '', version: '1' })).status, 422);
      assert.match(
        (await post(0, `${others}/mo-lai`, { reason: 'Lệch 7.', version: '1' })).to,
        /da-mo-lai/,
      );
      const sheet = await get(1, others);
      assert.match(sheet.text, /Phiếu này được mở lại[\s\S]*Lệch 7/);
      const again = {
        ...fullForm,
        'mark-tinh-moi': '27',
        version: '2',
        dossier: '1',
        act: 'review',
      };
      assert.match((await post(1, others, again)).to, /\/ky$/);
      assert.match((await post(1, `${others}/ky`, { version: '3', dossier: '1' })).to, /da-ky=1/);
      assert.match((await get(1, others)).text, /vòng 2[\s\S]*88/);
    }),
  );

  test(
    'a chair with a sheet to sign sees the others only after signing it',
    inTrial(async ({ cx, at, get }) => {
      const { token } = at.judges[1];
      const other = { token, assignment: own(at, 1), marks: fullMarks, version: 0, dossier: 1 };
      await done(execute(cx, signSheet, other));
      const path = `phieu/${own(at, 0)}/hoi-dong`;
      const kept = await get(0, path);
      assert.match(kept.text, /Ký phiếu của mình rồi mới xem được/);
      assert.doesNotMatch(kept.text, /\b89\b/);
      const mine = { ...other, token: at.judges[0].token, assignment: own(at, 0) };
      await done(
        execute(cx, signSheet, { ...mine, marks: { ...fullMarks, 'tinh-moi': { points: 27 } } }),
      );
      assert.match((await get(0, path)).text, /\b89\b/);
      // The member still sees nothing.
      assert.doesNotMatch((await get(1, `phieu/${own(at, 1)}/hoi-dong`)).text, /\b88\b/);
    }),
  );

  test(
    'what the secretariat opens again within the phase is told to its judge',
    inTrial(async ({ cx, at, get }) => {
      await allSigned(cx, at);
      const pid = own(at);
      await done(execute(cx, reopenSheet, { pid, reason: 'Gõ nhầm một ô.', version: 1 }));
      const page = await get(0, `phieu/${pid}`);
      assert.match(page.text, /Gõ nhầm một ô/);
      assert.match(page.text, /name="mark-tinh-moi" value="28"/);
    }),
  );
});
