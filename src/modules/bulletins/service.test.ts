import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all, inTransaction, one } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { closePdf } from '../../platform/documents/pdf/index.ts';
import { lettersOf, pdfLetters } from '../../platform/documents/pdf/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound, testClock } from '../../platform/testing.ts';
import { bodyOf, published, section } from '../articles/testing.ts';
import { aPicture } from '../media/testing.ts';
import { actorWith, cxOf, must, refusals, smallFederation } from '../organisations/testing.ts';
import { hearing, withdrawn } from '../showings/testing/index.ts';
import { purge } from './jobs.ts';
import {
  articlesOf,
  candidates,
  invariants,
  listBulletins,
  liveBulletin,
  readersOf,
  subscriptionOf,
} from './queries/index.ts';
import {
  answerSubscription,
  arrangeBulletin,
  askBulletins,
  bulletinDeletion,
  createBulletin,
  editBulletin,
  paperOf,
  publishBulletin,
  sendBulletin,
  sendLetters,
} from './service/index.ts';

const database = await testDatabase();
after(() => database.close());
after(closePdf);
const { db } = database;
await installJobs(database.ownerPool);
const clock = testClock();
const cx = hearing(cxOf(db, undefined, clock));
await smallFederation(cx);
const as = async (role: string, code: string): Promise<Cx> =>
  hearing(cxOf(db, await actorWith(db, [role, code]), clock));
const editor = await as('editor', 'sonla');
const anybody: Cx = { ...cx, actor: { kind: 'anonymous' } };
const site = 'https://lhh.example';

const { pid: news } = await section(cx, 'Tin hoạt động');
const first = await published(cx, {
  kind: 'news',
  title: 'Nhà sấy ở Mường Hung',
  section: news,
  body: bodyOf('Mỗi năm, nhãn chín rộ đúng vào tuần mưa nhiều nhất.', 'Ẵm, Ổ, Quỳnh.'),
});
const second = await published(cx, { kind: 'news', title: 'Bản đồ đất bốn xã', section: news });
const foreign = await published(cx, { organisation: 'sonla-y', title: 'Bài của hội khác' });

const words = {
  title: 'Bản tin Trí thức',
  editorial: 'Kính gửi bạn đọc.\n\nSố này nói về đất.',
  imprint: 'Giấy phép số 00',
  cover: '',
};
const made = async (number: number): Promise<string> =>
  (await must(editor, createBulletin, { organisation: 'sonla', year: 2026, number, ...words })).pid;
const arrange = (pid: string, act: string, article: string) =>
  execute(editor, arrangeBulletin, { pid, act, article });
const titles = async (pid: string): Promise<string[]> => {
  const { id } = await liveBulletin(editor, pid);
  return (await articlesOf(db, id)).map(({ title }) => title);
};
const letters = (): Promise<
  { to: string; subject: string; body: string; headers: object | null }[]
> =>
  all(
    db,
    sql`select recipient as to, subject, body, headers from mail_message order by created_at, id`,
  );
const tokenIn = (body: string): string => /ban-tin\/([0-9a-f]{40})/.exec(body)![1]!;

test('an issue gets a number of its own, articles in an order, and only those that are read', async () => {
  const pid = await made(1);
  assert.deepEqual(
    await refusals(editor, createBulletin, {
      organisation: 'sonla',
      year: 2026,
      number: 1,
      ...words,
    }),
    ['number number_taken'],
  );
  for (const article of [first, second, first])
    assert.ok((await arrange(pid, 'add', article.pid)).ok);
  assert.deepEqual(await titles(pid), ['Nhà sấy ở Mường Hung', 'Bản đồ đất bốn xã']);
  await arrange(pid, 'up', second.pid);
  assert.deepEqual(await titles(pid), ['Bản đồ đất bốn xã', 'Nhà sấy ở Mường Hung']);
  const refused = await arrange(pid, 'add', foreign.pid);
  assert.deepEqual(!refused.ok && refused.issues.map(({ code }) => code), ['article_unknown']);
  const bulletin = await liveBulletin(editor, pid);
  assert.deepEqual(await candidates(db, bulletin, '', 10), []);
  await arrange(pid, 'remove', second.pid);
  const found = await candidates(db, await liveBulletin(editor, pid), 'dat bon', 10);
  assert.deepEqual(
    found.map(({ title }) => title),
    ['Bản đồ đất bốn xã'],
  );
  await arrange(pid, 'add', second.pid);
  await sound(db, invariants);
});

test('two people at one issue: the later is told', async () => {
  const pid = await made(20);
  const { version } = await liveBulletin(editor, pid);
  await must(editor, editBulletin, { pid, version, year: 2026, number: 21, ...words });
  await assert.rejects(
    execute(editor, editBulletin, { pid, version, year: 2026, number: 22, ...words }),
    Conflict,
  );
  await must(editor, bulletinDeletion.remove, { pid });
  assert.equal((await made(21)).length, 16);
});

test('what is published keeps its file and its titles, whatever becomes of the articles', async () => {
  const { rows } = await listBulletins(editor, {
    organisationId: await idOf('sonla'),
    published: false,
    page: 1,
    size: 50,
  });
  const pid = rows.find(({ number }) => number === 1)!.pid;
  const trial = await paperOf(editor, await liveBulletin(editor, pid));
  const seen = pdfLetters(trial);
  for (const text of [
    'Bản tin Trí thức',
    'Số 1 năm 2026',
    'Nhà sấy ở Mường Hung',
    'Ẵm, Ổ, Quỳnh.',
    'Số này nói về đất.',
    'Giấy phép số 00',
    'Bản in thử',
  ])
    assert.ok(seen.includes(lettersOf(text)), text);
  await must(editor, publishBulletin, { pid });
  const kept = await paperOf(editor, await liveBulletin(editor, pid));
  assert.ok(!pdfLetters(kept).includes(lettersOf('Bản in thử')));
  await withdrawn(cx, second.pid);
  assert.ok((await paperOf(editor, await liveBulletin(editor, pid))).equals(kept));
  assert.deepEqual(await titles(pid), ['Nhà sấy ở Mường Hung', 'Bản đồ đất bốn xã']);
  for (const again of [
    () => refusals(editor, publishBulletin, { pid }),
    () => refusals(editor, bulletinDeletion.remove, { pid }),
  ])
    assert.deepEqual(await again(), ['published_already']);
  const next = await made(2);
  assert.deepEqual(await refusals(editor, publishBulletin, { pid: next }), [
    'articles no_articles',
  ]);
  await sound(db, invariants);
});

test('setting an issue asks the database as often for one article as for ten with pictures', async () => {
  const paper = async (number: number, articles: readonly string[]) => {
    const pid = await made(number);
    for (const article of articles) assert.ok((await arrange(pid, 'add', article)).ok);
    const bulletin = await liveBulletin(editor, pid);
    const { result, queries } = await countQueries(() => paperOf(editor, bulletin));
    await must(editor, bulletinDeletion.remove, { pid });
    return { letters: pdfLetters(result), queries };
  };
  const pids: string[] = [];
  for (let n = 1; n <= 10; n += 1) {
    const inside = await aPicture(cx, { caption: `Ảnh số ${n} của bài` });
    const body = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: `Lời của bài ${n}.` }] },
        { type: 'figure', attrs: { media: inside } },
      ],
    };
    const cover = await aPicture(cx);
    pids.push((await published(cx, { title: `Bài có ảnh ${n}`, body, cover })).pid);
  }
  const one = await paper(31, pids.slice(0, 1));
  const ten = await paper(32, pids);
  assert.deepEqual(ten.queries, one.queries);
  for (let n = 1; n <= 10; n += 1) {
    assert.ok(ten.letters.includes(lettersOf(`Lời của bài ${n}.`)), `text ${n}`);
    assert.ok(ten.letters.includes(lettersOf(`Ảnh số ${n} của bài`)), `picture ${n}`);
  }
});

test('an article that was taken off has to leave before the issue is published', async () => {
  const gone = await published(cx, { title: 'Sắp rút' });
  const pid = await made(3);
  await arrange(pid, 'add', gone.pid);
  await withdrawn(cx, gone.pid);
  assert.deepEqual(await refusals(editor, publishBulletin, { pid }), ['articles article_closed']);
  await arrange(pid, 'remove', gone.pid);
  assert.deepEqual(await titles(pid), []);
});

test('who asks gets a letter, confirms by its link, gets issues, and ends by the link of any of them', async () => {
  const ask = (address: string) =>
    must(anybody, askBulletins, { organisation: 'sonla', address, site });
  await ask('Hoa@Example.VN');
  await ask('khong@example.vn');
  const [asked] = await letters();
  assert.equal(asked!.to, 'hoa@example.vn');
  const token = tokenIn(asked!.body);
  assert.equal(await readersOf(db, await idOf('sonla')), 0);
  await must(anybody, answerSubscription, { token, act: 'confirm' });
  await must(anybody, answerSubscription, { token, act: 'confirm' });
  assert.equal(await readersOf(db, await idOf('sonla')), 1);
  await ask('hoa@example.vn');
  assert.match((await letters()).at(-1)!.subject, /đang nhận/);
  const pid = await numbered(1);
  await must(editor, sendBulletin, { pid, site });
  assert.deepEqual(await refusals(editor, sendBulletin, { pid, site }), ['sent_already']);
  const { id } = await liveBulletin(editor, pid);
  const before = (await letters()).length;
  for (let turn = 0; turn < 2; turn += 1) await sendLetters(cx, { bulletin: id, site });
  const after = await letters();
  assert.equal(after.length, before + 1);
  const issue = after.at(-1)!;
  assert.match(issue.body, /1\. Nhà sấy ở Mường Hung\n2\. Bản đồ/);
  assert.match(JSON.stringify(issue.headers), /One-Click/);
  await must(anybody, answerSubscription, { token: tokenIn(issue.body), act: 'end' });
  assert.equal(await readersOf(db, await idOf('sonla')), 0);
  assert.ok((await subscriptionOf(cx, token))!.endedAt);
  await assert.rejects(
    execute(anybody, answerSubscription, { token: 'a'.repeat(40), act: 'end' }),
    NotFound,
  );
  await sound(db, invariants);
});

test('who does not confirm in seven days is forgotten, and a month later who has ended', async () => {
  const addresses = async () =>
    (
      await all<{ address: string }>(db, sql`select address from bulletin_subscriber order by 1`)
    ).map((row) => row.address);
  assert.deepEqual(await addresses(), ['hoa@example.vn', 'khong@example.vn']);
  const later = (days: number): Cx =>
    hearing(
      cxOf(
        db,
        undefined,
        testClock(new Date(clock.now().getTime() + days * 86_400_000).toISOString()),
      ),
    );
  await purge(later(6));
  assert.equal((await addresses()).length, 2);
  await purge(later(8));
  assert.deepEqual(await addresses(), ['hoa@example.vn']);
  await purge(later(31));
  assert.deepEqual(await addresses(), []);
});

test('a clerk makes issues and does not publish; other offices see nothing', async () => {
  const clerk = await as('clerk', 'sonla');
  const pid = await numbered(3);
  await assert.rejects(execute(clerk, publishBulletin, { pid }), Forbidden);
  const other = await as('leader', 'sonla-y');
  await assert.rejects(
    execute(other, editBulletin, { pid, year: 2026, number: 9, ...words }),
    NotFound,
  );
  await assert.rejects(
    execute(anybody, createBulletin, { organisation: 'sonla', year: 2026, number: 9, ...words }),
    Forbidden,
  );
});

test('every invariant finds what it is for', async () => {
  const pid = await numbered(1);
  const planted: readonly (readonly [string, string])[] = [
    ['bulletin_published_has_file', `delete from file_link where subject_type = 'bulletin'`],
    ['bulletin_published_names_its_articles', 'update bulletin_article set title = null'],
    [
      'bulletin_articles_of_its_union',
      `update bulletin_article set article_id = (select id from article where pid = '${foreign.pid}')
        where position = 1 and bulletin_id = (select id from bulletin where pid = '${pid}')`,
    ],
    [
      'bulletin_letters_of_its_readers',
      `with s as (insert into bulletin_subscriber (id, organisation_id, address, asked_at)
          select gen_random_uuid(), id, 'x@y.vn', now() from organisation where code = 'sonla' returning id)
        insert into bulletin_letter (token_hash, subscriber_id, bulletin_id, at)
        select 'x'::bytea, s.id, b.id, now() from s, bulletin b where b.pid = '${pid}'`,
    ],
  ];
  assert.equal(planted.length, invariants.length);
  for (const [name, fault] of planted)
    await inTransaction(db, async (trx) => {
      await sql.raw(fault).execute(trx);
      assert.deepEqual(await broken(trx, invariants), [name]);
      throw new Error('back');
    }).catch((error: Error) => assert.equal(error.message, 'back'));
});

async function idOf(code: string): Promise<string> {
  return (await one(db, sql<{ id: string }>`select id from organisation where code = ${code}`)).id;
}

async function numbered(number: number): Promise<string> {
  const found = await one(
    db,
    sql<{ pid: string }>`select pid from bulletin where number = ${number} and deleted_at is null`,
  );
  return found.pid;
}
