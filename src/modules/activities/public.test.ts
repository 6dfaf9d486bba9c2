// What everybody may know of activities: kinds that were opened, and of these a few fields.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '../../kernel/day.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { type Ask, testDoors } from '../../platform/http/testing.tsx';
import { activities, activityDeletion, changeKind, recordActivity } from './index.ts';
import { cxOf, placeAt, smallFederation, someone } from './testing.ts';
import { siteWords as words } from './vi.ts';

const database = await testDatabase();
before(async () => {
  await smallFederation(cxOf(database.db));
  setRootCode('vusta');
});
after(async () => {
  setRootCode(null);
  await database.close();
});

interface World {
  readonly cx: Cx;
  readonly today: string;
  readonly ask: Ask;
  readonly at: (code: string) => Promise<Ask>;
}

const inside = (work: (world: World) => Promise<void>) => () =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    const at = async (code: string) =>
      testDoors({
        cx: { ...cx, actor: { kind: 'anonymous' } },
        place: await placeAt(cx, code),
        roles: [],
        ...(activities.site ? { site: activities.site } : {}),
        ...(activities.api ? { api: activities.api } : {}),
      });
    await work({ cx, today: cx.clock.today(), ask: await at('sonla'), at });
  });

async function done<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; issues: unknown }>) {
  const settled = await outcome;
  if (!settled.ok) throw new Error(JSON.stringify(settled.issues));
  return settled.value;
}

const record = (cx: Cx, title: string, starts_on: string, more: object = {}) =>
  done(
    recordActivity(cx, { organisation: 'sonla', kind: 'seminar', title, starts_on, ...more }),
  ) as Promise<{ pid: string }>;

async function page(ask: Ask, path: string, status = 200): Promise<string> {
  const answer = await ask(path);
  const text = await answer.text();
  assert.equal(answer.status, status, `${path} ${text.slice(0, 300)}`);
  return text;
}

const titles = (html: string): (string | undefined)[] =>
  [...html.matchAll(/entry-title"><a [^>]*>([^<]*)</g)].map((match) => match[1]);

test(
  'what comes, the nearest first, then what was; own and of those below; by year and by word',
  inside(async ({ cx, today, ask, at }) => {
    await record(cx, 'Tuần sau', addDays(today, 7));
    await record(cx, 'Ngày mai', addDays(today, 1));
    await record(cx, 'Đang họp', addDays(today, -1), { ends_on: today });
    await record(cx, 'Năm 2019', '2019-05-12', { place: 'Mộc Châu' });
    await record(cx, 'Của hội', '2018-05-12', { organisation: 'sonla-dat' });
    await record(cx, 'Nơi khác', '2018-05-12', { organisation: 'laichau' });
    const html = await page(ask, '/sonla/hoat-dong');
    assert.deepEqual(titles(html), ['Đang họp', 'Ngày mai', 'Tuần sau', 'Năm 2019', 'Của hội']);
    assert.deepEqual(titles(await page(await at('sonla-dat'), '/sonla-dat/hoat-dong')), [
      'Của hội',
    ]);
    assert.deepEqual(titles(await page(ask, '/sonla/hoat-dong?nam=2019')), ['Năm 2019']);
    assert.deepEqual(titles(await page(ask, '/sonla/hoat-dong?q=moc+chau')), ['Năm 2019']);
    for (const odd of ['nam=x', 'nam=0', 'nam=99999', 'q=khong+co'])
      assert.ok((await page(ask, `/sonla/hoat-dong?${odd}`)).includes(words.noneTitle), odd);
    assert.equal(titles(await page(await at('vusta'), '/vusta/hoat-dong')).length, 6);
  }),
);

test(
  'a kind that is not opened is nowhere, also not by its address, and a change holds at once',
  inside(async ({ cx, ask }) => {
    const inner = await record(cx, 'Họp kín', '2019-05-12', { kind: 'committee_meeting' });
    const open = await record(cx, 'Hội thảo', '2019-05-12');
    const everywhere = async () =>
      [
        await page(ask, '/sonla/hoat-dong'),
        await page(ask, '/sonla/hoat-dong?q=hop'),
        await page(ask, '/sonla/hoat-dong.ics'),
        await page(ask, '/api/v1/public-activities?organisation=sonla'),
      ].join('\n');
    assert.ok(!(await everywhere()).includes(inner.pid));
    await page(ask, `/sonla/hoat-dong/${inner.pid}`, 404);
    await page(ask, `/api/v1/public-activities/${inner.pid}`, 404);
    await page(ask, `/sonla/hoat-dong/${open.pid}`);
    const keeper = await someone(cx, 'admin', 'vusta');
    await done(execute(keeper, changeKind, { code: 'committee_meeting', public: true }));
    assert.ok((await everywhere()).includes(inner.pid));
    await done(execute(keeper, changeKind, { code: 'seminar', public: false }));
    await page(ask, `/sonla/hoat-dong/${open.pid}`, 404);
    await done(execute(cx, activityDeletion.remove, { pid: inner.pid, version: 1 }));
    await page(ask, `/sonla/hoat-dong/${inner.pid}`, 404);
  }),
);

test(
  'notes, partners and what a kind asks for are told to nobody, also not by what words find',
  inside(async ({ cx, ask }) => {
    const { pid } = await record(cx, 'Tập huấn', '2019-05-12', {
      kind: 'training',
      summary: 'Ghi chú kín',
      partners: 'Đối tác kín',
      data: { subject: 'Nội dung kín', trainees: 4321 },
    });
    const shown = [
      await page(ask, '/sonla/hoat-dong'),
      await page(ask, `/sonla/hoat-dong/${pid}`),
      await page(ask, '/sonla/hoat-dong.ics'),
      await page(ask, '/api/v1/public-activities'),
      await page(ask, `/api/v1/public-activities/${pid}`),
    ].join('\n');
    assert.ok(shown.includes('Tập huấn'));
    for (const secret of ['kín', '4321']) assert.ok(!shown.includes(secret), secret);
    for (const word of ['ghi+chu', 'doi+tac', 'kin'])
      assert.deepEqual(titles(await page(ask, `/sonla/hoat-dong?q=${word}`)), [], word);
    assert.deepEqual(titles(await page(ask, '/sonla/hoat-dong?q=tap+huan')), ['Tập huấn']);
  }),
);

test(
  'the calendar has what comes and what was in the last year, with whole addresses',
  inside(async ({ cx, today, ask }) => {
    const { pid } = await record(cx, 'Hội thảo; lớn, nhỏ', addDays(today, 3), { place: 'Sơn La' });
    await record(cx, 'Lâu rồi', addDays(today, -400));
    const answer = await ask('/sonla/hoat-dong.ics');
    assert.match(answer.headers.get('content-type') ?? '', /^text\/calendar/);
    const text = (await answer.text()).replaceAll('\r\n ', '');
    assert.ok(
      text.includes(`UID:${pid}@`) && text.includes('SUMMARY;LANGUAGE=vi:Hội thảo\\; lớn\\, nhỏ'),
    );
    assert.match(text, new RegExp(`URL:http://[^\\r]+/sonla/hoat-dong/${pid}\\r`));
    assert.ok(!text.includes('Lâu rồi'));
  }),
);

test(
  'a list costs the same however long it is; an empty one says why',
  inside(async ({ cx, ask }) => {
    assert.ok((await page(ask, '/sonla/hoat-dong')).includes(words.emptyTitle));
    const cost = async (path: string) => (await countQueries(() => page(ask, path))).count;
    const paths = ['/sonla/hoat-dong', '/sonla/hoat-dong?q=bai', '/sonla/hoat-dong.ics'];
    await record(cx, 'Bài 0', '2019-01-01');
    const costs: number[] = [];
    for (const path of paths) costs.push(await cost(path));
    for (let n = 1; n < 23; n += 1) await record(cx, `Bài ${n}`, addDays('2019-01-01', n));
    for (const [at, path] of paths.entries()) assert.equal(await cost(path), costs[at], path);
    assert.equal(titles(await page(ask, '/sonla/hoat-dong?trang=2')).length, 3);
  }),
);
