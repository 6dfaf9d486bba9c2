// Nothing is public without the consents that are due, at any of the doors.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { type Ask, testDoors } from '../../platform/http/testing.tsx';
import { broken, sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation } from '../activities/testing.ts';
import { actionVerbs } from '../portal/vi/verbs.ts';
import { archive } from './index.ts';
import { invariants } from './queries/index.ts';
import { refreshDue, refreshEdition, refreshEntry } from './service/index.ts';
import { answered, contest, entered, openContest, type TestAuthor } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
  setRootCode('vusta');
});
after(async () => {
  setRootCode(null);
  await database.close();
});

const DAY = 86_400_000;

interface Trial {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly union: Ask;
  readonly root: Ask;
}

const trial = (work: (on: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock('2026-05-12T10:00:00+07:00');
    const cx: Cx = { ...cxOf(trx), clock };
    const nobody: Cx = { ...cx, actor: { kind: 'anonymous' } };
    const doors = async (code: string) =>
      testDoors({
        cx: nobody,
        place: await placeAt(cx, code),
        roles: [],
        ...(archive.site ? { site: archive.site } : {}),
        ...(archive.api ? { api: archive.api } : {}),
      });
    await work({ cx, clock, union: await doors('sonla'), root: await doors('vusta') });
    await sound(cx.db, invariants);
  });

const TITLE = 'Robot nhặt rác trên suối';

/** At which of the public doors the dossier is seen. */
async function seen(
  { union, root }: Pick<Trial, 'union' | 'root'>,
  pid: string,
): Promise<string[]> {
  const address = '/sonla/kho-giai-phap';
  const doors: readonly (readonly [string, Ask, string])[] = [
    ['list', union, address],
    ['national list', root, '/vusta/kho-giai-phap'],
    ['search', union, `${address}?q=robot nhat rac`],
    ['page', union, `${address}/${pid}`],
    ['transfer', union, `${address}/${pid}/lien-he`],
    ['sent', union, `${address}/${pid}/da-gui`],
    ['feed', union, `${address}/nguon-tin`],
    ['rest', union, '/api/v1/solutions'],
    ['rest one', union, `/api/v1/solutions/${pid}`],
  ];
  const found: string[] = [];
  for (const [name, ask, path] of doors) {
    const answer = await ask(path);
    const text = await answer.text();
    if (answer.status === 200 && text.includes(TITLE)) found.push(name);
    else if (answer.status !== 200) assert.equal(answer.status, 404, `${name}: ${text}`);
  }
  return found;
}

const everywhere = [
  'list',
  'national list',
  'search',
  'page',
  'transfer',
  'feed',
  'rest',
  'rest one',
];

/** The boundary days of one author: who has to have agreed, the day before and on the day itself. */
const boundaries: readonly {
  readonly age: string;
  readonly birth: string;
  /** How old on 2026-05-12, in days to the birthday: the clock stands at the day itself after one day. */
  readonly before: readonly ('author' | 'representative')[];
  readonly on: readonly ('author' | 'representative')[];
}[] = [
  { age: '7', birth: '2019-05-13', before: ['representative'], on: ['author', 'representative'] },
  {
    age: '16',
    birth: '2010-05-13',
    before: ['author', 'representative'],
    on: ['author', 'representative'],
  },
  { age: '18', birth: '2008-05-13', before: ['author', 'representative'], on: [] },
];

async function judged(on: Trial, author: TestAuthor): Promise<{ id: string; pid: string }> {
  const edition = await openContest(on.cx);
  const dossier = await entered(on.cx, edition, { title: TITLE, authors: [author], award: 'Nhất' });
  await edition.close();
  await refreshEdition(on.cx, edition.id);
  return dossier;
}

for (const { age, birth, before: early, on: late } of boundaries)
  describe(`an author who turns ${age}`, () => {
    const author = { name: 'Lò Thị Na', birth };
    const parties = ['author', 'representative'] as const;
    for (const given of [[], ['author'], ['representative'], parties] as const)
      test(
        `with the consent of: ${given.join(' and ') || 'nobody'}`,
        trial(async (on) => {
          const dossier = await judged(on, author);
          for (const party of given) await answered(on.cx, dossier, author, party);
          await refreshEntry(on.cx, dossier.id);
          const enough = (due: readonly string[]) =>
            due.every((party) => (given as readonly string[]).includes(party)) ? everywhere : [];
          assert.deepEqual(await seen(on, dossier.pid), enough(early), 'the day before');
          on.clock.move(DAY);
          // Before the machine has looked nothing is believed of one whose day has come.
          assert.deepEqual(await seen(on, dossier.pid), [], 'on the day, before the look');
          await refreshDue(on.cx);
          assert.deepEqual(await seen(on, dossier.pid), enough(late), 'on the day');
        }),
      );
  });

test(
  'who was born on 29/02 is a year older on 01/03 of a common year',
  trial(async (on) => {
    const author = { name: 'Quàng Văn Ơn', birth: '2008-02-29' };
    on.clock.move(-75 * DAY); // 26/02/2026
    const dossier = await judged(on, author);
    for (const [days, expected] of [
      [0, []],
      [2, []],
      [1, everywhere],
    ] as const) {
      on.clock.move(days * DAY);
      await refreshDue(on.cx);
      assert.deepEqual(await seen(on, dossier.pid), expected, on.clock.today());
    }
    assert.equal(on.clock.today(), '2026-03-01');
  }),
);

test(
  'a birth that is not known asks as the youngest age; every author counts',
  trial(async (on) => {
    const unknown = { name: 'Cà Văn Sơn', birth: null };
    const grown = { name: 'Hà Minh', birth: '1980' };
    const edition = await openContest(on.cx);
    const dossier = await entered(on.cx, edition, { title: TITLE, authors: [grown, unknown] });
    await edition.close();
    await refreshEdition(on.cx, edition.id);
    assert.deepEqual(await seen(on, dossier.pid), []);
    await answered(on.cx, dossier, unknown, 'author');
    await refreshEntry(on.cx, dossier.id);
    assert.deepEqual(await seen(on, dossier.pid), []);
    await answered(on.cx, dossier, unknown, 'representative');
    await refreshEntry(on.cx, dossier.id);
    assert.deepEqual(await seen(on, dossier.pid), everywhere);
  }),
);

test(
  'a consent that is taken back takes the dossier away at once, also where nobody looked again',
  trial(async (on) => {
    const author = { name: 'Lò Thị Na', birth: '2012-01-01' };
    const dossier = await judged(on, author);
    await answered(on.cx, dossier, author, 'author');
    await answered(on.cx, dossier, author, 'representative');
    await refreshEntry(on.cx, dossier.id);
    assert.deepEqual(await seen(on, dossier.pid), everywhere);
    on.clock.move(1000);
    await answered(on.cx, dossier, author, 'representative', false);
    // The kept row still says that it is public: no door believes it.
    assert.deepEqual(await seen(on, dossier.pid), []);
    await refreshEntry(on.cx, dossier.id);
    assert.deepEqual(await seen(on, dossier.pid), []);
    on.clock.move(1000);
    await answered(on.cx, dossier, author, 'representative');
    await archive.on?.['dossier.consent']?.(on.cx, {
      name: 'dossier.consent',
      subjectId: dossier.id,
      organisationId: null,
    });
    assert.deepEqual(await seen(on, dossier.pid), everywhere);
  }),
);

test(
  'an adult who said no is not published, and the invariant says where a kept row is behind',
  trial(async (on) => {
    const author = { name: 'Hà Minh', birth: '1980-04-01' };
    const dossier = await judged(on, author);
    assert.deepEqual(await seen(on, dossier.pid), everywhere);
    await answered(on.cx, dossier, author, 'author', false);
    assert.deepEqual(await broken(on.cx.db, invariants), ['archive_entry_not_refused']);
    assert.deepEqual(await seen(on, dossier.pid), []);
    await refreshEntry(on.cx, dossier.id);
  }),
);

test(
  'only what is over, valid or awarded, is found',
  trial(async (on) => {
    const author = { name: 'Hà Minh', birth: '1980-04-01' };
    const edition = await openContest(on.cx);
    const dossier = await entered(on.cx, edition, { title: TITLE, authors: [author] });
    const own = async () => seen(on, dossier.pid);
    await refreshEdition(on.cx, edition.id);
    assert.deepEqual(await own(), [], 'it is not over');
    await edition.close();
    await refreshEdition(on.cx, edition.id);
    assert.deepEqual(await own(), everywhere);
    for (const state of ['submitted', 'returned', 'invalid', 'withdrawn']) {
      await sql`update dossier set state = ${state} where id = ${dossier.id}`.execute(on.cx.db);
      assert.deepEqual(await own(), [], state);
      const found = await broken(on.cx.db, invariants);
      assert.deepEqual(found, ['archive_entry_of_what_may_be_found'], state);
    }
    await refreshEntry(on.cx, dossier.id);
    await sql`update dossier set state = 'valid' where id = ${dossier.id}`.execute(on.cx.db);
    assert.equal(await refreshDue(on.cx), 1, 'what was missed is found by the daily look');
    assert.deepEqual(await own(), everywhere);
  }),
);

test(
  'of a minor name, school and prize; of an adult the workplace; public answers only',
  trial(async (on) => {
    const summary = contest.form.find(({ means }) => means === 'summary')!;
    const secret = contest.form.find(({ kind, public: open }) => kind === 'long_text' && !open)!;
    const details = {
      school: 'THCS Mường La',
      workplace: 'Hội Cơ khí',
      phone: '0912345678',
      address: 'Bản Nà Lo',
      email: 'an@demo.example',
      class: '8A',
    };
    const minor = { name: 'Lò Thị Na', birth: '2012-01-01', details };
    const grown = { name: 'Hà Minh', birth: '1980-04-01', details };
    const edition = await openContest(on.cx);
    const dossier = await entered(on.cx, edition, {
      title: TITLE,
      authors: [minor, grown],
      award: 'Giải Nhất',
      answers: { [summary.key]: 'Nhặt rác bằng lưới quay', [secret.key]: 'Điều chưa công bố' },
    });
    for (const party of ['author', 'representative'] as const)
      await answered(on.cx, dossier, minor, party);
    await edition.close();
    await refreshEdition(on.cx, edition.id);
    assert.deepEqual(await seen(on, dossier.pid), everywhere);
    const page = await (await on.union(`/sonla/kho-giai-phap/${dossier.pid}`)).text();
    for (const shown of ['Lò Thị Na', 'THCS Mường La', 'Hà Minh', 'Hội Cơ khí', 'Giải Nhất'])
      assert.ok(page.includes(shown), shown);
    assert.ok(page.includes('lưới quay'));
    const list = await (await on.union('/sonla/kho-giai-phap')).text();
    const feed = await (await on.union('/sonla/kho-giai-phap/nguon-tin')).text();
    const rest = await (await on.union('/api/v1/solutions')).text();
    const hidden = ['0912345678', 'Nà Lo', 'an@demo', '8A', '2012', 'Điều chưa công bố'];
    for (const text of [page, list, feed, rest])
      for (const secretly of hidden) assert.ok(!text.includes(secretly), secretly);
    assert.equal(page.match(/Hội Cơ khí/g)?.length, 1, 'the workplace of the minor is not told');
  }),
);

test('every happening that it listens to is that of a command', () => {
  const unknown = Object.keys(archive.on ?? {}).filter((name) => !Object.hasOwn(actionVerbs, name));
  assert.deepEqual(unknown, []);
});
