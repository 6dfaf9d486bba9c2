import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { readXlsx } from '../../platform/documents/sheets/read-xlsx.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { articleApi } from './api/index.ts';
import { toDo } from './jobs.ts';
import { liveArticle, publicArticle } from './queries/index.ts';
import { changeArticle, submitArticle } from './service/index.ts';
import { bodyOf, freely, idOfArticle, published, section, seminar, written } from './testing.ts';
import { articleIssues, sectionWords, words } from './vi/index.ts';
import { articleOffice } from './web/index.ts';
// Whoever shows articles to the public shows them in the preview too.
import '../showings/index.ts';

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
  /** The same office, opened by somebody else. */
  readonly as: (role: string) => Promise<Ask>;
}

const inOffice = (role: string, work: (office: Office) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const open = async (who: string) => {
      const cx = await someone(cxOf(trx), who, 'sonla');
      const place = await placeAt(cx, 'sonla');
      return {
        cx,
        ask: testDoors({ cx, place, roles: [who], office: articleOffice, api: articleApi }),
      };
    };
    const { cx, ask } = await open(role);
    await work({ cx, ask, as: async (who) => (await open(who)).ask });
  });

const list = '/vp/sonla/bai-viet';
const form = (values: Record<string, string>) => posted(Object.entries(values));
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const said = (name: keyof typeof words.said) => words.said[name];

/** The page that a form led to. */
async function followed(ask: Ask, answer: Response): Promise<string> {
  assert.equal(answer.status, 303, await answer.text());
  return text(ask(answer.headers.get('location') ?? ''));
}

const sent = {
  title: 'Chè Tà Xùa',
  lead: 'Vùng chè cổ thụ.',
  body_text: 'Đoạn một.\n\nĐoạn hai.',
  body_by: 'text',
  body: JSON.stringify(bodyOf('x')),
  language: 'vi',
};

describe('writing', () => {
  test(
    'from an empty list to an article, with its authors, tags and section',
    inOffice('clerk', async ({ cx, ask }) => {
      assert.ok((await text(ask(list))).includes(words.firstTitle));
      const news = await section(cxOf(cx.db), 'Tin tức');
      const fresh = await text(ask(`${list}/moi`));
      assert.ok(fresh.includes('Tin tức'));
      assert.ok(fresh.includes(words.writeTitle.news));
      const answer = await ask(
        `${list}/moi?loai=news`,
        form({
          ...sent,
          section: news.pid,
          tags: 'chè, Tà Xùa',
          author_name_1: 'Lò Thị Mai',
          author_role_1: 'photo',
          author_consent_1: '1',
        }),
      );
      const page = await followed(ask, answer);
      for (const shown of [said('da-luu'), 'Chè Tà Xùa', 'Tin tức', 'chè, Tà Xùa', 'Lò Thị Mai'])
        assert.ok(page.includes(shown), shown);
      const pid = /bai-viet\/([0-9a-z]{16})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
      const { content } = await liveArticle(cx, pid);
      assert.deepEqual(content.authors, [
        { name: 'Lò Thị Mai', role: 'photo', person: null, consent: true },
      ]);
      assert.deepEqual(content.body.content.length, 2);
      const again = await text(ask(`${list}/${pid}/sua`));
      assert.match(again, /name="author_name_0"[^>]*value="Lò Thị Mai"/);
      assert.ok((await text(ask(`${list}?q=ta+xua`))).includes('Chè Tà Xùa'));
    }),
  );

  test(
    'a refused form comes back as it was typed, each problem at its field',
    inOffice('clerk', async ({ ask }) => {
      const answer = await ask(
        `${list}/moi?loai=notice`,
        form({
          ...sent,
          title: '',
          slug: 'Đường Dẫn',
          due_on: '31/02/2026',
          translation_of: 'bài không có',
          author_name_0: 'Ai đó (0123456789abcdef)',
          author_role_0: 'author',
          tags: 'giữ lại',
        }),
      );
      assert.equal(answer.status, 422);
      const page = await answer.text();
      for (const kept of ['Đường Dẫn', '31/02/2026', 'bài không có', 'giữ lại', 'Đoạn hai.'])
        assert.ok(page.includes(kept), kept);
      assert.ok(page.includes(articleIssues.translation_unknown?.({}) ?? '?'));
      const named = await ask(
        `${list}/moi`,
        form({ ...sent, author_name_3: 'Ai đó (0123456789abcdef)', author_role_3: 'author' }),
      );
      assert.match(await named.text(), /href="#f-author_name_3"/);
    }),
  );

  test(
    'who was slower sees both texts, and loses none',
    inOffice('clerk', async ({ cx, ask }) => {
      const { pid } = await written(cx);
      const { organisation: _, kind: __, ...same } = seminar;
      const theirs = { pid, ...same, title: 'Hội thảo đất dốc do người khác sửa' };
      assert.ok((await execute(cx, changeArticle, theirs)).ok);
      const mine = { ...sent, title: 'Hội thảo đất dốc do tôi sửa', version: '1' };
      const answer = await ask(`${list}/${pid}/sua`, form(mine));
      assert.equal(answer.status, 409);
      const page = await answer.text();
      assert.match(page, /name="title"[^>]*value="Hội thảo đất dốc do tôi sửa"/);
      assert.match(page, /<del>người khác <\/del><ins>tôi <\/ins>sửa/);
      assert.match(page, /name="version" value="2"/);
      const saved = await ask(`${list}/${pid}/sua`, form({ ...mine, version: '2' }));
      assert.equal(saved.status, 303);
    }),
  );

  test(
    'what is typed is kept, found again, and thrown away',
    inOffice('clerk', async ({ cx, ask, as }) => {
      const { pid } = await written(cx);
      const path = `${list}/${pid}`;
      const typed = { ...sent, title: 'Gõ dở', version: '1' };
      const kept = await ask(`${path}/tu-luu`, form(typed));
      assert.equal(((await kept.json()) as { tone: string }).tone, 'ok');
      const page = await text(ask(`${path}/sua`));
      assert.match(page, /value="Gõ dở"/);
      assert.ok(page.includes(words.form.dropTyping));
      assert.ok(page.includes('Đoạn hai.'));
      const other = await text((await as('editor'))(`${path}/sua`));
      assert.ok(!other.includes('Gõ dở'));
      assert.ok(other.includes(words.form.othersBody));
      assert.equal((await ask(`${path}/bo-go-do`, form({}))).status, 303);
      assert.ok(!(await text(ask(`${path}/sua`))).includes('Gõ dở'));
      await ask(`${list}/tu-luu`, form({ ...typed, title: 'Bài mới gõ dở' }));
      assert.match(await text(ask(`${list}/moi`)), /value="Bài mới gõ dở"/);
    }),
  );

  test(
    'the last of what was typed that arrives after it was saved is no unsaved text',
    inOffice('clerk', async ({ cx, ask }) => {
      const { pid } = await written(cx);
      const path = `${list}/${pid}`;
      const mine = { ...sent, body: JSON.stringify(bodyOf('Mới')), body_by: 'editor' };
      await ask(`${path}/sua`, form({ ...mine, version: '1' }));
      await ask(`${path}/tu-luu`, form({ ...mine, version: '1' }));
      assert.ok(!(await text(ask(`${path}/sua`))).includes(words.form.dropTyping));
    }),
  );
});

describe('the way to the public', () => {
  test(
    'each sees what he may do, and does it with a button',
    inOffice('clerk', async ({ cx, ask, as }) => {
      const { pid } = await written(cx);
      const path = `${list}/${pid}`;
      const [editor, leader] = [await as('editor'), await as('leader')];
      const button = (page: string, label: string) => page.includes(`<span>${label}</span>`);
      const mine = await text(ask(path));
      assert.ok(button(mine, words.one.submit));
      assert.ok(!button(mine, words.one.publish));
      assert.ok((await followed(ask, await ask(`${path}/gui`, form({})))).includes(said('da-gui')));
      assert.ok(!button(await text(ask(path)), words.one.edit));
      assert.ok(button(await text(editor(path)), words.one.editDone));
      await editor(`${path}/bien-tap`, form({}));
      assert.ok(button(await text(leader(path)), words.one.approve));
      await leader(`${path}/duyet`, form({}));
      assert.ok((await text(editor(`${path}/dang`))).includes(words.publishing.body));
      const done = await followed(editor, await editor(`${path}/dang`, form({})));
      assert.ok(done.includes(said('da-dang')));
      assert.ok(done.includes('/sonla/bai/hoi-thao-phuc-hoi-dat-doc'));
      assert.equal((await ask(`${path}/dang`)).status, 403);
    }),
  );

  test(
    'what it lacks is told with the way to mend it, and it is not offered to be published',
    inOffice('editor', async ({ cx, ask }) => {
      await freely(cx);
      const { pid } = await written(cx, { kind: 'news', lead: '' });
      const page = await text(ask(`${list}/${pid}`));
      assert.ok(page.includes(articleIssues.lead_missing?.({}) ?? '?'));
      assert.match(page, new RegExp(`href="${list}/${pid}/sua#f-section"`));
      assert.ok(!page.includes(words.one.publish));
      const answer = await ask(`${list}/${pid}/dang`, form({}));
      assert.equal(answer.status, 422);
    }),
  );

  test(
    'given back, put on a schedule, taken off: with words that are missing told',
    inOffice('editor', async ({ cx, ask, as }) => {
      const clerk = await someone(cxOf(cx.db), 'clerk', 'sonla');
      const { pid } = await written(clerk);
      assert.ok((await execute(clerk, submitArticle, { pid })).ok);
      const path = `${list}/${pid}`;
      const refused = await ask(`${path}/tra-lai`, form({ reason: '' }));
      assert.equal(refused.status, 422);
      const back = await followed(
        ask,
        await ask(`${path}/tra-lai`, form({ reason: 'Thiếu ảnh.' })),
      );
      assert.ok(back.includes('Thiếu ảnh.'));
      await freely(cx);
      const bad = await ask(`${path}/hen-gio`, form({ on: '32/01/2030', time: 'trưa' }));
      assert.equal(bad.status, 422);
      assert.match(await bad.text(), /value="trưa"/);
      const put = await ask(`${path}/hen-gio`, form({ on: '31/12/2030', time: '7h30' }));
      assert.match(await followed(ask, put), /07:30/);
      await ask(`${path}/bo-hen`, form({}));
      await ask(`${path}/dang`, form({}));
      assert.equal((await ask(`${path}/go`, form({ reason: ' ' }))).status, 422);
      const off = await followed(ask, await ask(`${path}/go`, form({ reason: 'Sai tên.' })));
      assert.ok(off.includes(said('da-go')));
      assert.ok(off.includes('Sai tên.'));
      assert.equal(await publicArticle(cx.db, await idOfArticle(cx, pid)), null);
      assert.equal((await (await as('clerk'))(`${path}/go`)).status, 403);
    }),
  );

  test(
    'its place, comments and last day; a wrong one comes back',
    inOffice('editor', async ({ cx, ask }) => {
      const { pid, id } = await published(cxOf(cx.db));
      const path = `${list}/${pid}`;
      const bad = await ask(`${path}/vi-tri`, form({ pinned: '99', until: '01/01/2020' }));
      assert.equal(bad.status, 422);
      assert.match(await bad.text(), /value="99"/);
      const good = form({ pinned: '2', until: '31/12/2030' });
      assert.ok((await followed(ask, await ask(`${path}/vi-tri`, good))).includes('31/12/2030'));
      const shown = await publicArticle(cx.db, id);
      assert.deepEqual([shown?.pinned, shown?.comments], [2, false]);
    }),
  );

  test(
    'what waits stands on the desk of who can do it',
    inOffice('editor', async ({ cx, ask }) => {
      const clerk = await someone(cxOf(cx.db), 'clerk', 'sonla');
      const { pid } = await written(clerk);
      await execute(clerk, submitArticle, { pid });
      const { organisationId } = await placeAt(cx, 'sonla');
      const [line] = await toDo(cx, organisationId, 'sonla');
      assert.equal(line?.title, words.desk.edit(1));
      assert.ok((await text(ask(line.href))).includes(seminar.title));
      assert.deepEqual(await toDo(clerk, organisationId, 'sonla'), []);
      const auditor = await someone(cxOf(cx.db), 'auditor', 'sonla');
      assert.deepEqual(await toDo(auditor, organisationId, 'sonla'), []);
    }),
  );
});

describe('versions', () => {
  test(
    'any two are compared, and the earlier comes back',
    inOffice('clerk', async ({ cx, ask }) => {
      const { pid } = await written(cx);
      const path = `${list}/${pid}`;
      await ask(`${path}/sua`, form({ ...sent, title: 'Hội thảo giữ đất dốc', number: '5/TB' }));
      const page = await text(ask(`${path}/so-sanh?cu=1&moi=2`));
      assert.match(page, /<del>phục hồi <\/del><ins>giữ <\/ins>đất dốc/);
      assert.ok(page.includes('5/TB'));
      assert.ok((await text(ask(`${path}/so-sanh?cu=2&moi=2`))).includes(words.comparing.same));
      assert.equal((await ask(`${path}/so-sanh?cu=7&moi=2`)).status, 404);
      const back = await ask(`${path}/ban/1/lay-lai`, form({ version: '2' }));
      assert.ok((await followed(ask, back)).includes(seminar.title));
      assert.ok((await text(ask(`${path}/ban/2`))).includes('Hội thảo giữ đất dốc'));
    }),
  );

  test(
    'the preview shows what is not public yet, to those in the office',
    inOffice('auditor', async ({ cx, ask }) => {
      const { pid } = await written(cxOf(cx.db));
      const page = await text(ask(`${list}/${pid}/xem-truoc`));
      assert.ok(page.includes('hội thảo khai mạc tại Sơn La'));
      assert.ok(page.includes(words.preview.note));
    }),
  );
});

describe('lists', () => {
  test(
    'tabs with counts, filters that stay, one filter fewer, and a workbook',
    inOffice('clerk', async ({ cx, ask }) => {
      await written(cx, { title: 'Bản nháp' });
      await published(cxOf(cx.db), { title: 'Đã lên trang' });
      const page = await text(ask(list));
      for (const tab of [`${words.groups.all} (2)`, `${words.groups.public} (1)`])
        assert.ok(page.includes(tab), tab);
      const open = await text(ask(`${list}?buoc=public`));
      assert.ok(open.includes('Đã lên trang') && !open.includes('>Bản nháp<'));
      const none = await text(ask(`${list}?q=ban+nhap&loai=page`));
      assert.match(none, /sẽ thấy 1 bài/);
      const file = await ask(`${list}/xuat-excel?q=trang`);
      const [sheet] = (await readXlsx(Buffer.from(await file.arrayBuffer()))).sheets;
      assert.match(JSON.stringify(sheet), /Đã lên trang/);
      assert.ok(!JSON.stringify(sheet).includes('Bản nháp'));
    }),
  );

  test(
    'as many queries for one row as for fifty',
    inOffice('clerk', async ({ cx, ask }) => {
      const queries = async () => (await countQueries(() => text(ask(list)))).count;
      await written(cx);
      const one = await queries();
      for (let at = 0; at < 50; at += 1) await written(cx, { title: `Bài ${at}` });
      assert.equal(await queries(), one);
      const { pid } = await written(cx);
      const page = async () => (await countQueries(() => text(ask(`${list}/${pid}`)))).count;
      const few = await page();
      for (let at = 0; at < 10; at += 1)
        await ask(`${list}/${pid}/sua`, form({ ...sent, title: `${at}` }));
      assert.equal(await page(), few);
    }),
  );

  test(
    'deleted, and back',
    inOffice('clerk', async ({ cx, ask, as }) => {
      const { pid } = await written(cx);
      const path = `${list}/${pid}`;
      assert.ok((await text(ask(`${path}/xoa`))).includes(words.removing.body));
      const gone = await ask(`${path}/xoa`, form({ version: '1' }));
      assert.ok((await followed(ask, gone)).includes(words.removed(seminar.title)));
      assert.equal((await (await as('auditor'))(path)).status, 404);
      assert.ok(
        (await followed(ask, await ask(`${path}/khoi-phuc`, form({})))).includes(
          said('da-khoi-phuc'),
        ),
      );
    }),
  );

  test(
    'suggestions of articles and tags',
    inOffice('clerk', async ({ cx, ask }) => {
      const { pid } = await written(cx, { tags: 'đất dốc' });
      const found = await (await ask(`${list}/goi-y?q=dat+doc`)).json();
      assert.equal((found as { value: string }[])[0]?.value, `${seminar.title} (${pid})`);
      const tags = await (await ask(`${list}/tu-khoa?q=%C4%91%E1%BA%A5t`)).json();
      assert.equal((tags as { value: string }[])[0]?.value, 'đất dốc');
      assert.deepEqual(await (await ask(`${list}/nguoi?q=`)).json(), []);
    }),
  );
});

describe('sections and rules', () => {
  const tree = '/vp/sonla/chuyen-muc';

  test(
    'made, moved, refused, deleted',
    inOffice('editor', async ({ ask }) => {
      assert.ok((await text(ask(tree))).includes(sectionWords.firstTitle));
      for (const name of ['Tin tức', 'Nghiên cứu']) await ask(`${tree}/moi`, form({ name }));
      const bad = await ask(`${tree}/moi`, form({ name: 'tin tuc', description: 'Giữ lại' }));
      assert.equal(bad.status, 422);
      assert.ok((await bad.text()).includes('Giữ lại'));
      const page = await text(ask(tree));
      const pids = [...page.matchAll(/chuyen-muc\/([0-9a-z]{16})\/sua/g)].map(
        (one) => one[1] ?? '',
      );
      assert.ok(page.indexOf('Tin tức') < page.indexOf('Nghiên cứu'));
      await ask(`${tree}/sap-xep`, form({ pid: pids[1] ?? '', huong: 'len' }));
      const moved = await text(ask(tree));
      assert.ok(moved.indexOf('Nghiên cứu') < moved.indexOf('Tin tức'));
      const gone = await ask(`${tree}/${pids[0]}/xoa`, form({}));
      assert.ok((await followed(ask, gone)).includes(sectionWords.removed('Tin tức')));
      assert.equal((await ask(`${tree}/${pids[0]}/khoi-phuc`, form({}))).status, 303);
      assert.ok((await text(ask(tree))).includes('Tin tức'));
    }),
  );

  test(
    'what the office asks',
    inOffice('editor', async ({ cx, ask, as }) => {
      const path = `${list}/quy-trinh`;
      assert.ok((await text(ask(path))).includes(words.rules.sample));
      const answer = await ask(path, form({ own: '1' }));
      assert.ok((await followed(ask, answer)).includes(words.rules.saved));
      const { pid } = await written(cx);
      assert.ok((await text(ask(`${list}/${pid}`))).includes(words.one.publish));
      assert.equal((await (await as('clerk'))(path)).status, 403);
    }),
  );
});

describe('REST', () => {
  test(
    'an article from its draft to the public and back; sections; versions',
    inOffice('editor', async ({ ask }) => {
      const json = async (method: string, path: string, body?: unknown) => {
        const answer = await ask(`/api/v1${path}`, sentJson(method, body));
        const raw = await answer.text();
        return { status: answer.status, body: raw === '' ? {} : JSON.parse(raw) };
      };
      const rules = { organisation: 'sonla', editing: false, approval: false, own: true };
      assert.equal((await json('PUT', '/article-rules', rules)).body.version, 1);
      const news = await json('POST', '/sections', { organisation: 'sonla', name: 'Tin tức' });
      assert.equal(news.status, 201);
      const under = { organisation: 'sonla', name: 'Hội thảo', parent: news.body.pid };
      assert.equal((await json('POST', '/sections', under)).body.parent, news.body.pid);
      assert.equal((await json('GET', '/sections?organisation=sonla')).body.length, 2);
      assert.equal((await json('GET', '/articles?organisation=laichau')).body.total, 0);
      assert.equal((await json('GET', '/articles?org=laichau')).status, 422);
      const made = await json('POST', '/articles', { ...seminar, kind: 'news' });
      assert.equal(made.status, 201);
      assert.deepEqual(
        made.body.lacks.map(({ code }: { code: string }) => code),
        ['section_missing'],
      );
      const path = `/articles/${made.body.pid}`;
      assert.equal((await json('POST', `${path}/publish`, {})).status, 422);
      const patch = { section: news.body.pid, tags: ['a', 'b'], version: 1 };
      assert.equal((await json('PATCH', path, patch)).body.content.title, seminar.title);
      assert.equal((await json('PATCH', path, patch)).status, 409);
      const live = await json('POST', `${path}/publish`, {});
      assert.deepEqual([live.body.state, live.body.public_version], ['published', 2]);
      assert.equal((await json('GET', '/articles?public=true&q=dat+doc')).body.total, 1);
      assert.equal((await json('GET', `${path}/versions`)).body.length, 2);
      const changes = await json('GET', `${path}/versions/2/changes`);
      assert.deepEqual(
        changes.body.fields.map(({ field }: { field: string }) => field),
        ['section', 'tags'],
      );
      assert.equal((await json('GET', `${path}/transitions`)).body.at(-1).act, 'publish');
      assert.equal((await json('POST', `${path}/withdraw`, { reason: '' })).status, 422);
      assert.equal(
        (await json('POST', `${path}/withdraw`, { reason: 'Sai.' })).body.slug,
        live.body.slug,
      );
      assert.equal((await json('DELETE', path)).status, 204);
      assert.equal((await json('GET', path)).status, 404);
      assert.equal((await json('POST', `${path}/restore`)).body.state, 'withdrawn');
      assert.equal(
        (await json('POST', '/articles', { ...seminar, body: 'Chữ\n\nthường' })).status,
        201,
      );
    }),
  );
});
