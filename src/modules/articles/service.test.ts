import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute, type Happening, type Outcome } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, idOf, smallFederation, someone } from '../activities/testing.ts';
import { mediaDeletion } from '../media/index.ts';
import { aPicture } from '../media/testing.ts';

// The library learns from it what articles show.
import './index.ts';
import {
  countGroups,
  deskOf,
  invariants,
  listArticles,
  liveArticle,
  publicArticle,
  publicArticleBySlug,
  sectionsOf,
  tagsLike,
  transitionsOf,
  typingOf,
  versionNumbered,
  versionsOf,
} from './queries/index.ts';
import {
  approveArticle,
  arrangeSections,
  articleDeletion,
  changeArticle,
  createArticle,
  createSection,
  discardChange,
  doDue,
  editArticle,
  editSection,
  keepTyping,
  mediaUses,
  placeArticle,
  publishArticle,
  restoreVersion,
  returnArticle,
  scheduleArticle,
  sectionDeletion,
  setRules,
  submitArticle,
  takeIn,
  unscheduleArticle,
  withdrawArticle,
} from './service/index.ts';
import { bodyOf, freely, published, section, seminar, written } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface World {
  readonly cx: Cx;
  readonly clock: TestClock;
  /** What was told to other modules. */
  readonly told: Happening[];
  readonly as: (role: string, code?: string) => Promise<Cx>;
}

/** A test inside a transaction that is rolled back; the invariants hold at its end. */
const inside =
  (work: (world: World) => Promise<void>, whole = true) =>
  () =>
    withRollback(database, async (trx) => {
      const clock = testClock();
      const told: Happening[] = [];
      const emit: Cx['emit'] = async (_cx, happening) => {
        told.push(happening);
      };
      const cx: Cx = { ...cxOf(trx), clock, emit };
      await work({ cx, clock, told, as: (role, code = 'sonla') => someone(cx, role, code) });
      if (whole) await sound(trx, invariants);
    });

async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(JSON.stringify(settled.issues));
  return settled.value;
}

async function refused(outcome: Promise<Outcome<unknown>>): Promise<string[]> {
  const settled = await outcome;
  return settled.ok ? [] : settled.issues.map(({ path, code }) => `${path} ${code}`.trim());
}

const { organisation: _, kind: __, ...text } = seminar;

const publicTold = (told: readonly Happening[]) =>
  told.filter(({ name }) => name === 'article.changed').map(({ subjectId }) => subjectId);

describe('from the writer to the reader', () => {
  test(
    'each does his part, and each step is a row',
    inside(async ({ cx, as, told }) => {
      const [clerk, editor, leader] = [await as('clerk'), await as('editor'), await as('leader')];
      const { pid, id } = await written(clerk);
      await must(execute(clerk, submitArticle, { pid, version: 1 }));
      await must(execute(editor, editArticle, { pid }));
      await must(execute(leader, approveArticle, { pid }));
      assert.equal(await publicArticle(cx.db, id), null);
      assert.deepEqual(publicTold(told), []);
      await must(execute(editor, publishArticle, { pid }));
      const shown = await publicArticle(cx.db, id);
      assert.equal(shown?.slug, 'hoi-thao-phuc-hoi-dat-doc');
      assert.equal(shown.title, seminar.title);
      assert.match(shown.text, /khai mạc tại Sơn La/);
      assert.deepEqual(publicTold(told), [id]);
      const steps = await transitionsOf(cx.db, id);
      assert.deepEqual(
        steps.map(({ act, state, byName }) => `${act} ${state} ${byName}`),
        [
          'create draft clerk',
          'submit submitted clerk',
          'edit edited editor',
          'approve approved leader',
          'publish published editor',
        ],
      );
    }),
  );

  test(
    'who may not, does not',
    inside(async ({ as }) => {
      const [clerk, leader, auditor] = [await as('clerk'), await as('leader'), await as('auditor')];
      const { pid } = await written(clerk);
      await assert.rejects(execute(clerk, publishArticle, { pid }), Forbidden);
      await assert.rejects(execute(auditor, submitArticle, { pid }), Forbidden);
      const stranger = await as('editor', 'laichau');
      await assert.rejects(execute(stranger, submitArticle, { pid }), NotFound);
      await must(execute(clerk, submitArticle, { pid }));
      await assert.rejects(execute(clerk, editArticle, { pid }), Forbidden);
      const change = { pid, ...text, title: 'Khác' };
      assert.deepEqual(await refused(execute(clerk, changeArticle, change)), ['with_editors']);
      await must(execute(leader, changeArticle, change));
    }),
  );

  test(
    'one who wrote it does not approve it, unless the office says so',
    inside(async ({ as }) => {
      const editor = await as('editor');
      const { pid } = await written(editor);
      await must(execute(editor, submitArticle, { pid }));
      assert.deepEqual(await refused(execute(editor, editArticle, { pid })), ['own_article']);
      const rules = { organisation: 'sonla', editing: true, approval: true, own: true };
      await must(execute(editor, setRules, rules));
      await must(execute(editor, editArticle, { pid }));
      await must(execute(editor, approveArticle, { pid }));
    }),
  );

  test(
    'a small office publishes what it wrote; a stale form of its rules does not win',
    inside(async ({ cx, as }) => {
      const editor = await as('editor');
      await freely(editor);
      const { pid, id } = await written(editor);
      await must(execute(editor, publishArticle, { pid }));
      assert.ok(await publicArticle(cx.db, id));
      const rules = { organisation: 'sonla', editing: true };
      await assert.rejects(execute(editor, setRules, { ...rules, version: 7 }), Conflict);
      await must(execute(editor, setRules, { ...rules, version: 1 }));
    }),
  );

  test(
    'given back with a reason, and never without one',
    inside(async ({ cx, as }) => {
      const [clerk, editor] = [await as('clerk'), await as('editor')];
      const { pid, id } = await written(clerk);
      await must(execute(clerk, submitArticle, { pid }));
      assert.deepEqual(await refused(execute(editor, returnArticle, { pid, reason: ' ' })), [
        'reason required',
      ]);
      await must(execute(editor, returnArticle, { pid, reason: 'Thiếu số liệu.' }));
      const last = (await transitionsOf(cx.db, id)).at(-1);
      assert.deepEqual([last?.act, last?.reason], ['return', 'Thiếu số liệu.']);
      assert.equal((await deskOf(clerk, await idOf(cx, 'sonla'))).returned, 1);
      assert.equal((await deskOf(editor, await idOf(cx, 'sonla'))).returned, 0);
    }),
  );

  test(
    'what is not whole is saved, and not published',
    inside(async ({ cx, as }) => {
      const editor = await as('editor');
      await freely(editor);
      const { pid } = await written(editor, { kind: 'news', lead: '', title: 'a'.repeat(151) });
      assert.deepEqual(await refused(execute(editor, publishArticle, { pid })), [
        'title title_long',
        'lead lead_missing',
        'section section_missing',
      ]);
      assert.equal((await liveArticle(cx, pid)).state, 'draft');
    }),
  );
});

describe('the schedule', () => {
  const ready = async ({ cx, as }: World) => {
    const editor = await as('editor');
    await freely(editor);
    return { editor, ...(await written(editor)), cx };
  };

  test(
    'at its minute, not before, and once',
    inside(async (world) => {
      const { cx, clock, told } = world;
      const { editor, pid, id } = await ready(world);
      // The clock of the test stands at 12/05/2026, 10:00.
      const at = { pid, on: '12/05/2026', time: '10:05' };
      assert.deepEqual(await refused(execute(editor, scheduleArticle, { ...at, time: '10:00' })), [
        'on not_future',
      ]);
      assert.deepEqual(await refused(execute(editor, scheduleArticle, { ...at, time: '25:00' })), [
        'time not_a_time',
      ]);
      await must(execute(editor, scheduleArticle, at));
      assert.deepEqual(await refused(execute(editor, changeArticle, { pid, ...text })), [
        'unschedule_first',
      ]);
      clock.move(4 * 60_000 + 59_000);
      await doDue(cx);
      assert.equal(await publicArticle(cx.db, id), null);
      clock.move(1000);
      await doDue(cx);
      await doDue(cx);
      const shown = await publicArticle(cx.db, id);
      assert.equal(shown?.publishedAt.toISOString(), '2026-05-12T03:05:00.000Z');
      assert.deepEqual(publicTold(told), [id]);
      const { rows } = await sql<{
        at: Date;
      }>`select run_at as at from graphile_worker._private_jobs
        where key = ${`article.due:publish:${id}`}`.execute(cx.db);
      assert.equal(rows[0]?.at.toISOString(), '2026-05-12T03:05:00.000Z');
    }),
  );

  test(
    'not after it was dropped',
    inside(async (world) => {
      const { cx, clock } = world;
      const { editor, pid, id } = await ready(world);
      await must(execute(editor, scheduleArticle, { pid, on: '12/05/2026', time: '10:05' }));
      await must(execute(editor, unscheduleArticle, { pid }));
      clock.move(600_000);
      await doDue(cx);
      assert.equal(await publicArticle(cx.db, id), null);
      assert.equal((await liveArticle(cx, pid)).state, 'approved');
    }),
  );

  test(
    'what cannot be published says why, once, and waits on the desk',
    inside(async (world) => {
      const { cx, clock } = world;
      const { editor, pid } = await ready(world);
      const news = await section(cx, 'Tin');
      const change = { pid, ...text, section: news.pid };
      await must(execute(editor, changeArticle, change));
      await must(execute(editor, scheduleArticle, { pid, on: '12/05/2026', time: '10:05' }));
      // Nothing in the product takes a section away that an article stands in: only a hand in the database.
      await sql`update section set deleted_at = now() where pid = ${news.pid}`.execute(cx.db);
      clock.move(600_000);
      await doDue(cx);
      const { scheduleFailed, version } = await liveArticle(cx, pid);
      assert.equal(scheduleFailed, 'section_gone');
      await doDue(cx);
      assert.equal((await liveArticle(cx, pid)).version, version);
      assert.equal((await deskOf(cx, await idOf(cx, 'sonla'))).failed, 1);
      await must(execute(editor, unscheduleArticle, { pid }));
      assert.equal((await liveArticle(cx, pid)).scheduleFailed, null);
    }),
  );

  test(
    'taken off after its last day',
    inside(async (world) => {
      const { cx, clock, told } = world;
      const { editor, pid, id } = await ready(world);
      await must(execute(editor, publishArticle, { pid }));
      assert.deepEqual(await refused(execute(editor, placeArticle, { pid, until: '11/05/2026' })), [
        'until until_past',
      ]);
      await must(execute(editor, placeArticle, { pid, until: '12/05/2026', comments: true }));
      clock.move(13 * 3_600_000 + 3_599_000);
      await doDue(cx);
      assert.ok(await publicArticle(cx.db, id), '23:59:59 of the last day');
      clock.move(61_000);
      await doDue(cx);
      assert.equal(await publicArticle(cx.db, id), null);
      assert.equal(publicTold(told).length, 3, 'published, placed, taken off');
      assert.equal((await liveArticle(cx, pid)).state, 'withdrawn');
    }),
  );
});

describe('versions', () => {
  test(
    'a save that changes something is one; a save that does not is none',
    inside(async ({ cx, as }) => {
      const clerk = await as('clerk');
      const { pid, id } = await written(clerk);
      await must(execute(clerk, changeArticle, { pid, version: 1, ...text }));
      assert.equal((await versionsOf(cx.db, id)).length, 1);
      await must(execute(clerk, changeArticle, { pid, version: 1, ...text, title: 'Tên mới' }));
      assert.deepEqual(
        (await versionsOf(cx.db, id)).map(({ number, title }) => `${number} ${title}`),
        ['2 Tên mới', `1 ${seminar.title}`],
      );
      const old = execute(clerk, changeArticle, { pid, version: 1, ...text, title: 'Cũ' });
      await assert.rejects(old, Conflict);
    }),
  );

  test(
    'an earlier one comes back as a new one',
    inside(async ({ cx, as }) => {
      const clerk = await as('clerk');
      const { pid, id } = await written(clerk);
      await must(execute(clerk, changeArticle, { pid, ...text, title: 'Tên mới' }));
      await must(execute(clerk, restoreVersion, { pid, number: 1 }));
      const newest = await versionNumbered(cx.db, id, 3);
      assert.deepEqual([newest.content.title, newest.restores], [seminar.title, 1]);
      assert.equal((await liveArticle(cx, pid)).title, seminar.title);
      await assert.rejects(execute(clerk, restoreVersion, { pid, number: 9 }), NotFound);
    }),
  );

  test(
    'the public goes on reading the old while a change is written',
    inside(async ({ cx, as, told }) => {
      const clerk = await as('clerk');
      const { pid, id } = await published(cx);
      await must(execute(clerk, changeArticle, { pid, ...text, title: 'Đang sửa' }));
      const now = await liveArticle(cx, pid);
      assert.deepEqual([now.state, now.liveVersion, now.newest], ['draft', 1, 2]);
      assert.equal((await publicArticle(cx.db, id))?.title, seminar.title);
      assert.equal(publicTold(told).length, 1);
      await must(execute(clerk, discardChange, { pid }));
      const back = await liveArticle(cx, pid);
      assert.deepEqual([back.state, back.liveVersion, back.title], ['published', 3, seminar.title]);
      assert.equal((await publicArticle(cx.db, id))?.title, seminar.title);
    }),
  );

  test(
    'what is typed is kept for its writer alone, until it is saved',
    inside(async ({ cx, as }) => {
      const [clerk, editor] = [await as('clerk'), await as('editor')];
      const { pid, id } = await written(clerk);
      const sonla = await idOf(cx, 'sonla');
      const typed = { title: 'Đang gõ', body: '{"hỏng' };
      await must(execute(clerk, keepTyping, { organisation: 'sonla', pid, base: 1, typed }));
      await must(
        execute(clerk, keepTyping, {
          organisation: 'sonla',
          pid,
          base: 1,
          typed: { ...typed, title: 'Gõ tiếp' },
        }),
      );
      assert.equal((await typingOf(clerk, sonla, id))?.typed.title, 'Gõ tiếp');
      assert.equal(await typingOf(editor, sonla, id), null);
      assert.equal(await typingOf(clerk, sonla, null), null, 'a new one is another place');
      await must(execute(clerk, changeArticle, { pid, ...text, title: 'Gõ tiếp' }));
      assert.equal(await typingOf(clerk, sonla, id), null);
    }),
  );
});

describe('addresses', () => {
  test(
    'the same title twice, and the old address of a changed one',
    inside(async ({ cx, as }) => {
      const one = await published(cx);
      const two = await published(cx);
      assert.deepEqual(
        [one.slug, two.slug],
        ['hoi-thao-phuc-hoi-dat-doc', 'hoi-thao-phuc-hoi-dat-doc-2'],
      );
      const editor = await as('editor');
      await freely(editor);
      const change = { pid: one.pid, ...text, slug: 'dat-doc' };
      await must(execute(editor, changeArticle, change));
      await must(execute(editor, publishArticle, { pid: one.pid }));
      const sonla = await idOf(cx, 'sonla');
      const found = await publicArticleBySlug(cx.db, sonla, 'hoi-thao-phuc-hoi-dat-doc');
      assert.deepEqual([found?.pid, found?.slug], [one.pid, 'dat-doc']);
      assert.deepEqual(
        await refused(execute(editor, changeArticle, { pid: two.pid, ...text, slug: one.slug })),
        ['slug slug_taken'],
      );
      assert.deepEqual(
        await refused(execute(editor, changeArticle, { pid: two.pid, ...text, slug: 'Đất dốc' })),
        ['slug not_a_slug'],
      );
      // A new title does not move an article that readers know.
      await must(execute(editor, changeArticle, { pid: two.pid, ...text, title: 'Tên khác' }));
      await must(execute(editor, publishArticle, { pid: two.pid }));
      assert.equal((await publicArticle(cx.db, two.id))?.slug, 'hoi-thao-phuc-hoi-dat-doc-2');
    }),
  );

  test(
    'two unions may have the same',
    inside(async ({ cx }) => {
      const one = await published(cx);
      const two = await published(cx, { organisation: 'laichau' });
      assert.equal(one.slug, two.slug);
    }),
  );
});

describe('what goes with an article', () => {
  test(
    'sections, tags, authors and the other language as the public sees them',
    inside(async ({ cx, told }) => {
      const top = await section(cx, 'Tin tức');
      const below = await section(cx, 'Hội thảo', { parent: top.pid });
      const author = { name: 'Lò Thị Mai', role: 'author', consent: true };
      const silent = { name: 'Nguyễn Văn Kín', role: 'photo', consent: false };
      const vi = await published(cx, {
        kind: 'news',
        section: below.pid,
        sections: [top.pid, below.pid],
        tags: 'Đất dốc, dat doc, Sơn La',
        authors: [author, silent],
        source_name: 'Báo Sơn La',
        source_href: 'https://baosonla.example/1',
      });
      const en = await published(cx, { language: 'en', title: 'Workshop', translation_of: vi.pid });
      const shown = await publicArticle(cx.db, vi.id);
      assert.deepEqual(
        shown?.sections.map(({ slug }) => slug),
        ['hoi-thao', 'tin-tuc'],
      );
      assert.deepEqual(shown.tags, [
        { slug: 'dat-doc', name: 'Đất dốc' },
        { slug: 'son-la', name: 'Sơn La' },
      ]);
      assert.deepEqual(shown.authors, [{ name: 'Lò Thị Mai', role: 'author', person: null }]);
      assert.deepEqual(
        shown.translations.map(({ slug, language }) => `${language} ${slug}`),
        ['en workshop'],
      );
      assert.equal((await publicArticle(cx.db, en.id))?.translations[0]?.pid, vi.pid);
      assert.ok(
        publicTold(told).filter((id) => id === vi.id).length === 2,
        'again with its translation',
      );
      assert.deepEqual(await tagsLike(cx.db, shown.organisationId, 'doc', 5), ['Đất dốc']);
    }),
  );

  test(
    'what is not there is refused, all at once',
    inside(async ({ cx, as }) => {
      const clerk = await as('clerk');
      const other = await section(cx, 'Tin', { organisation: 'laichau' });
      const wrong = {
        ...seminar,
        section: other.pid,
        translation_of: 'khongcobainay',
        source_name: 'Nguồn',
        source_href: 'https://a.example',
        authors: [{ name: 'Ai đó', person: 'khongcoai', consent: true }],
      };
      assert.deepEqual(await refused(execute(clerk, createArticle, wrong)), [
        'section section_unknown',
        'authors.0.person person_unknown',
        'translation_of translation_unknown',
      ]);
      const unsafe = { ...seminar, source_name: 'x', source_href: 'javascript:alert(1)' };
      assert.deepEqual(await refused(execute(clerk, createArticle, unsafe)), [
        'source_href address_unsafe',
      ]);
    }),
  );

  test(
    'a picture that it shows is in the library, has words, and stays there',
    inside(async ({ cx, as }) => {
      const editor = await as('editor');
      await freely(editor);
      const cover = await aPicture(cx);
      const inText = await aPicture(cx, { alt: 'Ruộng bậc thang' });
      const body = {
        type: 'doc',
        content: [...bodyOf('Xem ảnh.').content, { type: 'figure', attrs: { media: inText } }],
      };
      const { pid, id } = await written(editor, { body, cover });
      assert.deepEqual(await refused(execute(editor, publishArticle, { pid })), [
        'cover_alt cover_alt_missing',
      ]);
      const change = { pid, ...text, body, cover, cover_alt: 'Đồi chè' };
      await must(execute(editor, changeArticle, change));
      await must(execute(editor, publishArticle, { pid }));
      assert.deepEqual((await publicArticle(cx.db, id))?.media, [cover, inText]);
      assert.deepEqual(
        (await mediaUses(cx.db, [inText])).map(({ title, href }) => `${title} ${href}`),
        [`${seminar.title} /vp/sonla/bai-viet/${pid}`],
      );
      assert.notDeepEqual(await refused(execute(cx, mediaDeletion.remove, { pid: inText })), []);
      await must(execute(editor, changeArticle, { ...change, cover: null, body: text.body }));
      assert.equal((await mediaUses(cx.db, [inText])).length, 1, 'the public still sees it');
      await must(execute(editor, publishArticle, { pid }));
      assert.deepEqual(await mediaUses(cx.db, [inText]), []);
    }),
  );

  test(
    'a translation of a translation, of itself, in the same language',
    inside(async ({ cx, as }) => {
      const clerk = await as('clerk');
      const vi = await written(cx);
      const en = await written(cx, { language: 'en', translation_of: vi.pid });
      const say = (pid: string, more: object) =>
        refused(execute(clerk, changeArticle, { pid, ...text, ...more }));
      const third = await written(cx);
      assert.deepEqual(await say(third.pid, { translation_of: vi.pid }), [
        'translation_of translation_same_language',
      ]);
      assert.deepEqual(await say(third.pid, { translation_of: en.pid }), [
        'translation_of translation_of_translation',
      ]);
      assert.deepEqual(await say(vi.pid, { translation_of: vi.pid, language: 'vi' }), [
        'translation_of translation_unknown',
      ]);
      assert.deepEqual(await say(vi.pid, { language: 'en' }), ['language language_of_translation']);
    }),
  );

  test(
    'pinned only while it is public',
    inside(async ({ cx, as }) => {
      const editor = await as('editor');
      const draft = await written(cx);
      assert.deepEqual(
        await refused(execute(editor, placeArticle, { pid: draft.pid, pinned: 1 })),
        ['pinned pinned_not_public'],
      );
      const { pid, id } = await published(cx);
      await must(execute(editor, placeArticle, { pid, pinned: 1, comments: false }));
      const shown = await publicArticle(cx.db, id);
      assert.deepEqual([shown?.pinned, shown?.comments], [1, false]);
    }),
  );

  test(
    'from elsewhere: once, with its day, by who may publish',
    inside(async ({ cx, as }) => {
      const from = { ...seminar, origin: 'wordpress', origin_id: '42' };
      await assert.rejects(execute(await as('clerk'), createArticle, from), Forbidden);
      const first = await must(takeIn(cx, from));
      const again = await must(takeIn(cx, { ...from, title: 'Sửa ở nơi cũ' }));
      assert.equal(first.pid, again.pid);
      assert.deepEqual(await refused(execute(cx, createArticle, from)), ['origin_id origin_taken']);
      await must(execute(cx, publishArticle, { pid: first.pid, at: '2013-04-05T08:00:00+07:00' }));
      const { title, publishedAt, updatedAt } = await liveArticle(cx, first.pid);
      assert.equal(title, 'Sửa ở nơi cũ');
      assert.equal(publishedAt?.toISOString(), '2013-04-05T01:00:00.000Z');
      assert.equal(updatedAt?.toISOString(), '2013-04-05T01:00:00.000Z');
    }),
  );
});

describe('taking off and deleting', () => {
  test(
    'public first taken off with a reason, then deleted, then back',
    inside(async ({ cx, as, told }) => {
      const editor = await as('editor');
      const { pid, id, slug } = await published(cx);
      assert.deepEqual(await refused(execute(editor, articleDeletion.remove, { pid })), [
        'withdraw_first',
      ]);
      await must(execute(editor, withdrawArticle, { pid, reason: 'Sai tên người.' }));
      assert.equal(await publicArticle(cx.db, id), null);
      assert.equal(publicTold(told).length, 2);
      await must(execute(editor, articleDeletion.remove, { pid }));
      await assert.rejects(liveArticle(cx, pid), NotFound);
      await must(execute(editor, articleDeletion.restore, { pid }));
      await must(execute(editor, publishArticle, { pid }));
      assert.equal((await publicArticle(cx.db, id))?.slug, slug);
    }),
  );

  test(
    'after thirty days nothing of it is left',
    inside(async ({ cx, clock }) => {
      const { pid, id } = await written(cx, { tags: 'a, b' });
      await must(execute(cx, articleDeletion.remove, { pid }));
      clock.move(31 * 86_400_000);
      assert.equal(await articleDeletion.purge(cx), 1);
      assert.deepEqual(await versionsOf(cx.db, id), []);
    }),
  );
});

describe('the list', () => {
  test(
    'found by words without dấu, section, author, state, day; counted by groups; always as many queries',
    inside(async ({ cx, as, clock }) => {
      const clerk = await as('clerk');
      const top = await section(cx, 'Tin tức');
      const below = await section(cx, 'Hội thảo', { parent: top.pid });
      const mai = [{ name: 'Lò Thị Mai', consent: true }];
      await written(clerk, { title: 'Chè Tà Xùa', section: below.pid, authors: mai });
      clock.move(86_400_000);
      const two = await written(clerk, { title: 'Mận Mộc Châu', kind: 'page', tags: 'mận' });
      await must(execute(clerk, submitArticle, { pid: two.pid }));
      await published(cx, { title: 'Cà phê Mai Sơn', section: top.pid });
      const found = async (filter: object) => {
        const list = { under: null, sort: 'title', descending: false, page: 1, size: 50 } as const;
        const { rows, total } = await listArticles(clerk, { ...list, ...filter });
        assert.equal(total, rows.length);
        return rows.map(({ title }) => title);
      };
      assert.deepEqual(await found({ q: 'ta xua' }), ['Chè Tà Xùa']);
      assert.deepEqual(await found({ q: 'thi mai' }), ['Chè Tà Xùa']);
      assert.deepEqual(await found({ section: top.pid }), ['Cà phê Mai Sơn', 'Chè Tà Xùa']);
      assert.deepEqual(await found({ section: below.pid }), ['Chè Tà Xùa']);
      assert.deepEqual(await found({ author: 'lo thi' }), ['Chè Tà Xùa']);
      assert.deepEqual(await found({ state: 'submitted' }), ['Mận Mộc Châu']);
      assert.deepEqual(await found({ group: 'public' }), ['Cà phê Mai Sơn']);
      assert.deepEqual(await found({ kind: 'page' }), ['Mận Mộc Châu']);
      assert.deepEqual(await found({ tag: 'man' }), ['Mận Mộc Châu']);
      assert.deepEqual(await found({ to: '2026-05-12' }), ['Chè Tà Xùa']);
      assert.deepEqual(await found({ from: '2026-05-14' }), []);
      assert.deepEqual(await countGroups(clerk, { under: null, group: 'writing' }), {
        all: 3,
        writing: 1,
        editing: 1,
        approving: 0,
        waiting: 0,
        public: 1,
      });
      const list = { under: null, sort: 'changed', descending: true, page: 1 } as const;
      const queries = async (size: number) =>
        (await countQueries(() => listArticles(clerk, { ...list, size }))).count;
      assert.deepEqual([await queries(1), await queries(50)], [2, 2]);
    }),
  );
});

describe('sections', () => {
  test(
    'two levels, each name once, in the order they are put into',
    inside(async ({ cx, as }) => {
      const officer = await as('officer');
      const [news, study] = [
        await section(officer, 'Tin tức'),
        await section(officer, 'Nghiên cứu'),
      ];
      const below = await section(officer, 'Hội thảo', { parent: news.pid });
      const make = (more: object) =>
        refused(execute(officer, createSection, { organisation: 'sonla', name: 'X', ...more }));
      assert.deepEqual(await make({ parent: below.pid }), ['parent two_levels']);
      assert.deepEqual(await make({ parent: 'khongco' }), ['parent parent_unknown']);
      assert.deepEqual(await make({ name: 'tin TUC' }), ['name section_named']);
      assert.deepEqual(await make({ slug: 'tin-tuc' }), ['slug slug_taken']);
      const move = { pid: news.pid, name: 'Tin tức', parent: study.pid };
      assert.deepEqual(await refused(execute(officer, editSection, move)), ['parent two_levels']);
      const order = { organisation: 'sonla', order: [study.pid, news.pid] };
      await must(execute(officer, arrangeSections, order));
      const names = async () =>
        (await sectionsOf(cx.db, await idOf(cx, 'sonla'))).map(({ name }) => name);
      assert.deepEqual(await names(), ['Nghiên cứu', 'Tin tức', 'Hội thảo']);
      const half = { organisation: 'sonla', order: [study.pid] };
      assert.deepEqual(await refused(execute(officer, arrangeSections, half)), [
        'order order_incomplete',
      ]);
      await must(
        execute(officer, editSection, { pid: below.pid, name: 'Hội thảo', parent: study.pid }),
      );
      assert.deepEqual(await names(), ['Nghiên cứu', 'Hội thảo', 'Tin tức']);
      await assert.rejects(section(await as('clerk'), 'Y'), Forbidden);
    }),
  );

  test(
    'one that something stands in stays; one that went comes back to where it was',
    inside(async ({ cx, as }) => {
      const officer = await as('officer');
      const news = await section(officer, 'Tin tức');
      const below = await section(officer, 'Hội thảo', { parent: news.pid });
      const remove = (pid: string) => refused(execute(officer, sectionDeletion.remove, { pid }));
      assert.deepEqual(await remove(news.pid), ['section_has_below']);
      await written(cx, { section: below.pid });
      assert.deepEqual(await remove(below.pid), ['section_has_articles']);
      const spare = await section(officer, 'Thừa', { parent: news.pid });
      assert.deepEqual(await remove(spare.pid), []);
      await section(officer, 'Thừa', { parent: news.pid });
      assert.deepEqual(
        await refused(execute(officer, sectionDeletion.restore, { pid: spare.pid })),
        ['slug_taken'],
      );
    }),
  );
});

describe('invariants', () => {
  const faults: Readonly<Record<string, string>> = {
    article_newest_version_exists: `update article set newest = newest + 1, state = 'draft'
      where state = 'draft'`,
    article_columns_of_newest_version: `update article set title = 'khác'`,
    article_state_of_last_transition: `update article set state = 'submitted' where state = 'draft'`,
    article_address_is_known: `delete from article_slug`,
    section_address_of_its_organisation: `update section_address set organisation_id =
      (select id from organisation where code = 'laichau')`,
    article_address_of_its_organisation: `update article_slug set organisation_id =
      (select id from organisation where code = 'laichau')`,
    article_parts_of_public_version: `insert into article_tag
      select id, true, organisation_id, 'x', 'x', 9 from article where live_version is null`,
    article_sections_of_its_organisation: `update section set organisation_id =
      (select id from organisation where code = 'laichau')`,
    article_main_section_is_first: `update article_section set position = position + 1 where not live`,
    article_public_sections_stand: `update section set deleted_at = now()`,
    article_public_names_agreed: `update article_author set name = 'Người chưa hỏi' where live`,
    article_translation_in_another_language: `update article a set translation_of = t.id
      from article t where t.id <> a.id and t.language = a.language`,
    article_public_was_published: `delete from article_transition where act = 'publish'`,
    section_two_levels: `update section set parent_id = (select id from section where parent_id is not null)
      where parent_id is null and not exists (select from section x where x.parent_id = section.id)`,
  };

  test('each has a fault that it finds', () =>
    assert.deepEqual(Object.keys(faults).sort(), invariants.map(({ name }) => name).sort()));

  for (const [name, fault] of Object.entries(faults))
    test(
      name,
      inside(async ({ cx }) => {
        const top = await section(cx, 'Tin tức');
        await section(cx, 'Hội thảo', { parent: top.pid });
        await section(cx, 'Nghiên cứu');
        const authors = [{ name: 'Lò Thị Mai', consent: true }];
        await published(cx, { kind: 'news', section: top.pid, authors });
        await written(cx, { title: 'Bản nháp' });
        assert.deepEqual(await broken(cx.db, invariants), []);
        await sql.raw(fault).execute(cx.db);
        assert.ok((await broken(cx.db, invariants)).includes(name), name);
      }, false),
    );
});
