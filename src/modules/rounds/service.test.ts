import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '../../kernel/day.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, testClock } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { affiliate, createOrganisation } from '../organisations/index.ts';
import { copyTemplate, editTemplate } from '../templates/index.ts';
import { morning, toDo } from './jobs.ts';
import {
  childObligations,
  countObligations,
  invariants,
  listObligations,
  listRounds,
  obligationByPid,
  roundByPid,
} from './queries/index.ts';
import { type Timeliness, timeliness, timelinesses } from './rules/index.ts';
import type { Obligation, ObligationState } from './schema.ts';
import {
  addObligation,
  askBelow,
  changedRound,
  closeRound,
  createRound,
  editRound,
  extendObligation,
  moveObligation,
  openRound,
  remindDue,
  remindRound,
  removeObligation,
  reopenRound,
  roundDeletion,
  setLockException,
} from './service/index.ts';
import { again, done, opened, outbox, owed, reader, refused, year2025 } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const inTrial = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    await work(cxOf(trx));
    await sound(trx, invariants);
  });

const later = (cx: Cx, days: number): Cx => {
  const clock = testClock();
  clock.move(days * 86_400_000);
  return { ...cx, clock };
};

async function codes(cx: Cx, round: string): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ code: string }>`select o.code from report_obligation b
      join organisation o on o.id = b.organisation_id join report_round r on r.id = b.round_id
      where r.pid = ${round} order by o.code`,
  );
  return rows.map((row) => row.code);
}

describe('a draft', () => {
  test(
    'is named after its template and period, asks nobody, and is changed as a whole',
    inTrial(async (cx) => {
      const { pid } = await done(execute(cx, createRound, await year2025(cx, { name: '' })));
      const draft = await roundByPid(cx, pid);
      assert.match(draft.name, /năm 2025$/);
      assert.deepEqual([draft.from, draft.until], ['2025-01-01', '2025-12-31']);
      assert.deepEqual(await codes(cx, pid), []);
      const changed = await changedRound(cx, draft, { period: '2024', due_on: '01/07/2026' });
      await done(execute(cx, editRound, changed));
      const now = await roundByPid(cx, pid);
      assert.deepEqual([now.period, now.dueOn, now.version], ['2024', '2026-07-01', 2]);
    }),
  );

  test(
    'is refused for a period of another kind, nobody asked, due before opening',
    inTrial(async (cx) => {
      const input = await year2025(cx, {
        period: '2025-H1',
        asked: [],
        opens_on: '2026-05-12',
        due_on: '2026-05-11',
      });
      assert.deepEqual(await refused(execute(cx, createRound, input)), [
        'period not_its_period',
        'asked choose_kinds',
        'due_on due_before_opening',
      ]);
      const nobody = await year2025(cx, { template: 'aaaaaaaaaaaaaaaa', organisation: 'khong-co' });
      assert.deepEqual(await refused(execute(cx, createRound, nobody)), [
        'organisation unknown',
        'template unknown_template',
      ]);
    }),
  );

  test(
    'is deleted and taken back; an opened round is not deleted',
    inTrial(async (cx) => {
      const { pid } = await done(execute(cx, createRound, await year2025(cx)));
      await done(execute(cx, roundDeletion.remove, { pid }));
      await assert.rejects(roundByPid(cx, pid), NotFound);
      await done(execute(cx, roundDeletion.restore, { pid }));
      await done(execute(cx, openRound, { pid }));
      assert.deepEqual(await refused(execute(cx, roundDeletion.remove, { pid })), [
        'only_drafts_deleted',
      ]);
    }),
  );

  test(
    'is purged 30 days after it was deleted',
    inTrial(async (cx) => {
      const { pid } = await done(execute(cx, createRound, await year2025(cx)));
      await done(execute(cx, roundDeletion.remove, { pid }));
      assert.equal(await roundDeletion.purge(later(cx, 30)), 0);
      assert.equal(await roundDeletion.purge(later(cx, 31)), 1);
    }),
  );
});

describe('opening', () => {
  test(
    'asks those of the kinds directly below, once, with the template as it is then',
    inTrial(async (cx) => {
      const input = await year2025(cx);
      const copy = await done(
        execute(cx, copyTemplate, { pid: input.template, code: 'bc-thu', name: 'Báo cáo thử năm' }),
      );
      const made = { ...input, template: copy.pid };
      const { pid } = await done(execute(cx, createRound, made));
      const { content } = await roundByPid(cx, pid);
      const sections = content.sections.slice(0, 2).map((one) => ({ ...one, sentences: [] }));
      await done(execute(cx, editTemplate, { pid: copy.pid, content: { sections } }));
      assert.ok((await roundByPid(cx, pid)).content.sections.length > 2);
      assert.deepEqual(await done(execute(cx, openRound, { pid })), { pid, asked: 2 });
      const round = await roundByPid(cx, pid);
      assert.equal(round.content.sections.length, 2);
      assert.deepEqual([round.state, round.opensOn], ['open', '2026-05-12']);
      assert.deepEqual(await codes(cx, pid), ['laichau', 'sonla']);
      const one = await owed(cx, pid, 'sonla');
      assert.deepEqual(
        [one.state, one.dueOn, one.collector.code, one.parentId],
        ['waiting', '2026-06-15', 'vusta', null],
      );
      assert.deepEqual(await refused(execute(cx, openRound, { pid })), ['not_a_draft']);
    }),
  );

  test(
    'before its day opens today; after its day looks at the structure of its day',
    inTrial(async (cx) => {
      const early = await opened(cx, { opens_on: '2026-06-01' });
      assert.equal((await roundByPid(cx, early)).opensOn, '2026-05-12');
      await done(
        execute(cx, createOrganisation, {
          code: 'dienbien',
          kind: 'provincial_union',
          name: 'Liên hiệp hội tỉnh Điện Biên',
          from: '2026-05-01',
          parent: 'vusta',
        }),
      );
      const before = await opened(cx, { opens_on: '2026-04-30' });
      assert.deepEqual(await codes(cx, before), ['laichau', 'sonla']);
      const since = await opened(cx, { opens_on: '2026-05-01' });
      assert.deepEqual(await codes(cx, since), ['dienbien', 'laichau', 'sonla']);
    }),
  );

  test(
    'a sector society is asked by its kind; an association belongs to its union, not its society',
    inTrial(async (cx) => {
      await done(
        execute(cx, createOrganisation, {
          code: 'hoi-dat',
          kind: 'sector_society',
          name: 'Hội Khoa học đất Việt Nam',
          from: '1991-05-20',
          parent: 'vusta',
        }),
      );
      const pid = await opened(cx, { asked: ['provincial_union', 'sector_society'] });
      assert.deepEqual(await codes(cx, pid), ['hoi-dat', 'laichau', 'sonla']);
      const sectoral = { child: 'sonla-dat', parent: 'hoi-dat', kind: 'sectoral' };
      await done(execute(cx, affiliate, { ...sectoral, from: '2015-01-01' }));
      const both = [await owed(cx, pid, 'hoi-dat'), await owed(cx, pid, 'sonla')];
      const obligations = both.map((one) => one.pid);
      await done(execute(cx, askBelow, { obligations, kinds: ['member_association'] }));
      assert.equal((await owed(cx, pid, 'sonla-dat')).collector.code, 'sonla');
    }),
  );

  test(
    'is refused where nobody stands below',
    inTrial(async (cx) => {
      const input = await year2025(cx, { organisation: 'laichau', asked: ['member_association'] });
      const { pid } = await done(execute(cx, createRound, input));
      assert.deepEqual(await refused(execute(cx, openRound, { pid })), ['nobody_below']);
    }),
  );

  test(
    'by itself on the morning of its day, of the drafts that were marked so',
    inTrial(async (cx) => {
      const day = { opens_on: '2026-05-14' };
      const marked = await done(
        execute(cx, createRound, await year2025(cx, { ...day, opens_itself: true })),
      );
      const other = await done(execute(cx, createRound, await year2025(cx, day)));
      await morning(later(cx, 1));
      assert.equal((await roundByPid(cx, marked.pid)).state, 'draft');
      await morning(later(cx, 2));
      assert.equal((await roundByPid(cx, marked.pid)).state, 'open');
      assert.equal((await roundByPid(cx, other.pid)).state, 'draft');
    }),
  );

  test(
    'takes the same number of statements whatever the number asked',
    inTrial(async (cx) => {
      const { pid } = await done(execute(cx, createRound, await year2025(cx)));
      const few = await counted(() => done(execute(cx, openRound, { pid })));
      for (let i = 0; i < 12; i += 1)
        await done(
          execute(cx, createOrganisation, {
            code: `tinh-${i}`,
            kind: 'provincial_union',
            name: `Liên hiệp hội tỉnh ${i}`,
            from: '2010-01-01',
            parent: 'vusta',
          }),
        );
      const more = await done(execute(cx, createRound, await year2025(cx)));
      const many = await counted(() => done(execute(cx, openRound, { pid: more.pid })));
      assert.equal((await codes(cx, more.pid)).length, 14);
      assert.equal(many, few);
    }),
  );
});

async function counted(work: () => Promise<unknown>): Promise<number> {
  const { queries } = await countQueries(work);
  return queries.length;
}

describe('asking those below', () => {
  test(
    'gives them the same form, ten days before; whoever was asked is left as he is',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      const own = await owed(cx, pid, 'sonla');
      const kinds = ['member_association'];
      const ask = { obligations: [own.pid], kinds };
      assert.equal((await done(execute(cx, askBelow, ask))).asked, 2);
      assert.equal((await done(execute(cx, askBelow, ask))).asked, 0);
      const children = await childObligations(cx, own.id);
      assert.deepEqual(
        children.map((one) => [one.organisation.code, one.collector.code, one.dueOn]),
        [
          ['sonla-dat', 'sonla', '2026-06-05'],
          ['sonla-y', 'sonla', '2026-06-05'],
        ],
      );
    }),
  );

  test(
    'is refused after the own due day, without kinds, and where the round stays with the unions',
    inTrial(async (cx) => {
      const own = await owed(cx, await opened(cx), 'sonla');
      const ask = { obligations: [own.pid], kinds: ['member_association'] };
      assert.deepEqual(await refused(execute(cx, askBelow, { ...ask, due_on: '2026-06-16' })), [
        'due_on after_own_due',
      ]);
      assert.deepEqual(await refused(execute(cx, askBelow, { ...ask, kinds: [] })), [
        'kinds choose_kinds',
      ]);
      const flat = await owed(cx, await opened(cx, { cascades: false }), 'sonla');
      assert.deepEqual(await refused(execute(cx, askBelow, { ...ask, obligations: [flat.pid] })), [
        'round_stays_here',
      ]);
    }),
  );
});

describe('more time', () => {
  test(
    'for several at once, with a reason; a round whose day moves takes the others along',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      const [own, other] = [await owed(cx, pid, 'sonla'), await owed(cx, pid, 'laichau')];
      const more = { due_on: '2026-06-30', reason: 'Mưa lũ' };
      assert.deepEqual(
        await done(execute(cx, extendObligation, { obligations: [own.pid], ...more })),
        { extended: 1 },
      );
      assert.equal((await again(cx, own)).extendedReason, 'Mưa lũ');
      assert.deepEqual(
        await refused(
          execute(cx, extendObligation, { obligations: [own.pid, other.pid], ...more }),
        ),
        ['due_on not_later'],
      );
      const round = await roundByPid(cx, pid);
      await done(execute(cx, editRound, await changedRound(cx, round, { due_on: '2026-06-20' })));
      assert.equal((await again(cx, own)).dueOn, '2026-06-30');
      assert.equal((await again(cx, other)).dueOn, '2026-06-20');
      const name = await changedRound(cx, await roundByPid(cx, pid), { name: 'Khác' });
      assert.deepEqual(await refused(execute(cx, editRound, name)), ['name fixed_once_open']);
    }),
  );

  test(
    'never past the day of the one who collects, and an earlier round day pulls those below',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      const own = await owed(cx, pid, 'sonla');
      await done(execute(cx, askBelow, { obligations: [own.pid], kinds: ['member_association'] }));
      const child = await owed(cx, pid, 'sonla-y');
      const reason = 'Chưa có văn thư';
      const past = { obligations: [child.pid], due_on: '2026-06-16', reason };
      assert.deepEqual(await refused(execute(cx, extendObligation, past)), [
        'due_on after_own_due',
      ]);
      await done(execute(cx, extendObligation, { ...past, due_on: '2026-06-15' }));
      const round = await roundByPid(cx, pid);
      await done(execute(cx, editRound, await changedRound(cx, round, { due_on: '2026-06-01' })));
      assert.equal((await again(cx, child)).dueOn, '2026-06-01');
    }),
  );
});

describe('one more, one less', () => {
  test(
    'an organisation below is added with a reason, and taken off while nothing was done',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      const add = { round: pid, organisation: 'sonla-dat', reason: 'Thí điểm' };
      assert.equal((await done(execute(cx, addObligation, add))).asked, 1);
      assert.equal((await done(execute(cx, addObligation, add))).asked, 0);
      assert.deepEqual(
        await refused(execute(cx, addObligation, { ...add, organisation: 'vusta' })),
        ['organisation not_below'],
      );
      const extra = await owed(cx, pid, 'sonla-dat');
      assert.equal(extra.collector.code, 'vusta');
      await done(execute(cx, removeObligation, { pid: extra.pid, reason: 'Nhầm' }));
      assert.deepEqual(await codes(cx, pid), ['laichau', 'sonla']);
      const own = await moveObligation(cx, await owed(cx, pid, 'sonla'), 'filling');
      assert.deepEqual(
        await refused(execute(cx, removeObligation, { pid: own.pid, reason: 'Nhầm' })),
        ['work_began'],
      );
    }),
  );
});

describe('a form on its way', () => {
  const way: readonly ObligationState[] = [
    'filling',
    'submitted',
    'checked',
    'returned',
    'checked',
    'accepted',
    'frozen',
  ];

  test(
    'keeps who and when; the first time it went up stays; all frozen freeze a closed round',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      await done(
        execute(cx, removeObligation, {
          pid: (await owed(cx, pid, 'laichau')).pid,
          reason: 'Nhầm',
        }),
      );
      let form: Obligation = await owed(cx, pid, 'sonla');
      const days = way.map((_, at) => later(cx, at));
      for (const [at, state] of way.entries()) {
        if (state === 'frozen') await done(execute(cx, closeRound, { pid }));
        form = await moveObligation(days[at] as Cx, form, state);
        const { round: _r, ...moved } = form;
        const { round: _s, ...stands } = await again(cx, form);
        assert.deepEqual(moved, stands, state);
        await sound(cx.db, invariants);
      }
      assert.equal(form.firstSentAt?.slice(0, 10), addDays('2026-05-12', 2));
      assert.equal(form.checkedAt?.slice(0, 10), addDays('2026-05-12', 4));
      assert.equal((await roundByPid(cx, pid)).state, 'frozen');
      await moveObligation(cx, form, 'accepted');
      assert.equal((await roundByPid(cx, pid)).state, 'closed');
    }),
  );

  test(
    'goes on only as the table says, and not over a version that is newer',
    inTrial(async (cx) => {
      const form = await owed(cx, await opened(cx), 'sonla');
      await assert.rejects(moveObligation(cx, form, 'accepted'), RangeError);
      await moveObligation(cx, form, 'filling');
      await assert.rejects(moveObligation(cx, form, 'filling'), Conflict);
    }),
  );

  test(
    'is opened for changes until a day while it is accepted',
    inTrial(async (cx) => {
      const form = await owed(cx, await opened(cx), 'sonla');
      const until = { until: '2026-06-30', reason: 'Sửa số hội viên' };
      await assert.rejects(setLockException(cx, form, until), Conflict);
      const taken = await moveObligation(cx, await moveObligation(cx, form, 'checked'), 'accepted');
      const open = await setLockException(cx, taken, until);
      assert.deepEqual([open.state, open.openUntil], ['accepted', '2026-06-30']);
      assert.equal((await moveObligation(cx, open, 'frozen')).openUntil, null);
    }),
  );
});

describe('completeness and timeliness', () => {
  test(
    'are counted and listed by the same rule',
    inTrial(async (cx) => {
      const pid = await opened(cx, { due_on: '2026-05-14' });
      const round = await roundByPid(cx, pid);
      await moveObligation(later(cx, 3), await owed(cx, pid, 'sonla'), 'checked');
      const of = { round: round.id, parent: null, collector: round.organisation.id };
      for (const days of [0, 2, 3]) {
        const now = later(cx, days);
        const list = { sort: 'name', descending: false, page: 1, size: 10 } as const;
        const { rows } = await listObligations(now, of, list);
        const counts = await countObligations(now, of);
        const told: Timeliness[] = [];
        for (const row of rows) {
          const rule = timeliness(row.firstSentOn, row.dueOn, now.clock.today());
          assert.equal(row.timeliness, rule);
          told.push(rule);
        }
        for (const name of timelinesses)
          assert.equal(counts.timeliness[name], told.filter((one) => one === name).length, name);
        const { total } = await listObligations(now, of, { ...list, timeliness: 'late' });
        assert.equal(total, 1);
      }
      const { rows } = await listRounds(cx, { collected: true, page: 1, size: 10 });
      assert.deepEqual(
        rows.map((row) => [row.asked, row.sent, row.onTime]),
        [[2, 1, 0]],
      );
    }),
  );

  test(
    'a round tells who was in time in the four before it, and not in its own or later ones',
    inTrial(async (cx) => {
      const rounds: string[] = [];
      for (let at = 0; at < 6; at += 1) {
        const now = later(cx, at * 10);
        const [opens_on, due_on] = [now.clock.today(), later(now, at * 10 + 2).clock.today()];
        const pid = await opened(now, { opens_on, due_on, period: String(2019 + at) });
        rounds.push(pid);
        // Sơn La is late the first time and every time after the third.
        const late = at === 0 || at > 2;
        await moveObligation(
          later(cx, at * 10 + (late ? 3 : 2)),
          await owed(now, pid, 'sonla'),
          'checked',
        );
      }
      const earlier = async (pid: string) => {
        const { id, organisation } = await roundByPid(cx, pid);
        const of = { round: id, parent: null, collector: organisation.id };
        const list = { sort: 'name', descending: false, page: 1, size: 10 } as const;
        const { rows } = await listObligations(later(cx, 99), of, list);
        return Object.fromEntries(rows.map((row) => [row.organisation.code, row.earlier]));
      };
      assert.deepEqual(await earlier(rounds[0]!), {
        laichau: { asked: 0, onTime: 0 },
        sonla: { asked: 0, onTime: 0 },
      });
      assert.deepEqual((await earlier(rounds[2]!)).sonla, { asked: 2, onTime: 1 });
      assert.deepEqual(await earlier(rounds[5]!), {
        laichau: { asked: 4, onTime: 0 },
        sonla: { asked: 4, onTime: 2 },
      });
    }),
  );
});

describe('who sees and may what', () => {
  test(
    'an association sees its own form, its union all of its own, another union nothing',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      const own = await owed(cx, pid, 'sonla');
      await done(execute(cx, askBelow, { obligations: [own.pid], kinds: ['member_association'] }));
      const child = await owed(cx, pid, 'sonla-y');
      const association = await someone(cx, 'officer', 'sonla-y');
      assert.equal((await obligationByPid(association, child.pid)).id, child.id);
      await assert.rejects(obligationByPid(association, own.pid), NotFound);
      const round = await roundByPid(association, pid);
      const all = { sort: 'name', descending: false, page: 1, size: 10 } as const;
      const through = { round: round.id, parent: own.id, collector: own.organisation.id };
      const seen = await listObligations(association, through, all);
      assert.deepEqual(
        seen.rows.map((row) => row.organisation.code),
        ['sonla-y'],
      );
      const union = await someone(cx, 'clerk', 'laichau');
      await assert.rejects(obligationByPid(union, child.pid), NotFound);
      const flat = { round: round.id, parent: null, collector: round.organisation.id };
      assert.equal((await listObligations(union, flat, all)).total, 1);
      assert.equal((await countObligations(union, flat)).asked, 1);
      const draft = await done(execute(cx, createRound, await year2025(cx)));
      await assert.rejects(roundByPid(union, draft.pid), NotFound);
    }),
  );

  test(
    'who owes does not extend himself; an officer does not open',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const own = await owed(cx, pid, 'sonla');
      const more = { obligations: [own.pid], due_on: '2026-06-30', reason: 'Bận' };
      await assert.rejects(execute(clerk, extendObligation, more), Forbidden);
      await assert.rejects(execute(clerk, closeRound, { pid }), Forbidden);
      assert.equal(
        (
          await done(
            execute(clerk, askBelow, { obligations: [own.pid], kinds: ['member_association'] }),
          )
        ).asked,
        2,
      );
      const officer = await someone(cx, 'officer', 'vusta');
      await assert.rejects(
        year2025(cx).then((input) => execute(officer, createRound, input)),
        Forbidden,
      );
    }),
  );

  test(
    'a closed round is opened again',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      await done(execute(cx, closeRound, { pid }));
      assert.deepEqual(await refused(execute(cx, closeRound, { pid })), ['round_not_open']);
      await done(execute(cx, reopenRound, { pid }));
      assert.deepEqual(await refused(execute(cx, reopenRound, { pid })), ['round_not_closed']);
    }),
  );
});

describe('letters', () => {
  test(
    'one a person about all that is due, each form once for its kind; none to those who sent',
    inTrial(async (cx) => {
      await reader(cx, 'clerk', 'sonla', 'vanthu@sonla.example');
      await reader(cx, 'leader', 'sonla', 'chutich@sonla.example');
      await reader(cx, 'expert', 'sonla', 'chuyengia@sonla.example');
      const first = await opened(cx);
      await opened(cx, { period: '2024', name: 'Báo cáo năm 2024' });
      assert.deepEqual(await remindDue(cx, {}), { letters: 2, forms: 2 });
      const letters = await outbox(cx);
      assert.deepEqual(
        letters.map((letter) => [letter.to, letter.subject]),
        [
          ['chutich@sonla.example', '2 báo cáo cần làm'],
          ['vanthu@sonla.example', '2 báo cáo cần làm'],
        ],
      );
      const own = await owed(cx, first, 'sonla');
      assert.ok(letters[0]?.text.includes(`https://hoi.example/vp/sonla/bao-cao/phieu/${own.pid}`));
      assert.deepEqual(await remindDue(later(cx, 1), {}), { letters: 0, forms: 0 });
      await moveObligation(cx, own, 'checked');
      const soon = later(cx, 31);
      assert.deepEqual(await remindDue(soon, {}), { letters: 2, forms: 1 });
      assert.deepEqual(await remindDue(later(cx, 32), {}), { letters: 0, forms: 0 });
      assert.deepEqual(await remindDue(later(cx, 35), {}), { letters: 2, forms: 1 });
    }),
  );

  test(
    'a returned form once for each returning, a form without readers never',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      assert.deepEqual(await remindDue(cx, {}), { letters: 0, forms: 0 });
      await reader(cx, 'officer', 'sonla', 'chuyenvien@sonla.example');
      await remindDue(cx, {});
      const form = await moveObligation(cx, await owed(cx, pid, 'sonla'), 'checked');
      const back = await moveObligation(later(cx, 1), form, 'returned');
      assert.deepEqual(await remindDue(later(cx, 2), {}), { letters: 1, forms: 1 });
      assert.deepEqual(await remindDue(later(cx, 3), {}), { letters: 0, forms: 0 });
      const sent = await moveObligation(later(cx, 3), back, 'checked');
      await moveObligation(later(cx, 4), sent, 'returned');
      assert.deepEqual(await remindDue(later(cx, 5), {}), { letters: 1, forms: 1 });
    }),
  );

  test(
    'by hand: chosen ones or all, once a day',
    inTrial(async (cx) => {
      await reader(cx, 'clerk', 'sonla', 'vanthu@sonla.example');
      await reader(cx, 'clerk', 'laichau', 'vanthu@laichau.example');
      const pid = await opened(cx);
      const own = await owed(cx, pid, 'sonla');
      const remind = (input: object) => done(execute(cx, remindRound, { round: pid, ...input }));
      assert.deepEqual(await remind({ obligations: [own.pid] }), { letters: 1, forms: 1 });
      assert.deepEqual(await remind({}), { letters: 1, forms: 1 });
      assert.deepEqual(await remind({}), { letters: 0, forms: 0 });
    }),
  );

  test(
    'opening asks for them at once',
    inTrial(async (cx) => {
      await opened(cx);
      const jobs = await all(
        cx.db,
        sql`select from graphile_worker.jobs where task_identifier = 'rounds.remind'`,
      );
      assert.equal(jobs.length, 1);
    }),
  );
});

test(
  'the desk shows what is owed, and what has come',
  inTrial(async (cx) => {
    const pid = await opened(cx);
    const clerk = await someone(cx, 'clerk', 'sonla');
    const own = await owed(cx, pid, 'sonla');
    const sonla = own.organisation.id;
    const [task, ...none] = await toDo(clerk, sonla, 'sonla');
    assert.equal(none.length, 0);
    assert.equal(task?.due, '2026-06-15');
    assert.equal(task?.href, `/vp/sonla/bao-cao/phieu/${own.pid}`);
    const national = await someone(cx, 'national', 'vusta');
    assert.deepEqual(await toDo(national, own.collector.id, 'vusta'), []);
    const submitted = await moveObligation(cx, own, 'submitted');
    assert.deepEqual(await toDo(clerk, sonla, 'sonla'), []);
    assert.equal((await toDo(await someone(cx, 'leader', 'sonla'), sonla, 'sonla')).length, 1);
    await moveObligation(cx, submitted, 'checked');
    const [come] = await toDo(national, own.collector.id, 'vusta');
    assert.equal(come?.href, `/vp/vusta/bao-cao/dot/${pid}?tinh-trang=checked`);
  }),
);
