import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { broken, sound } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { type RunInput, rerun } from '../assignments/index.ts';
import { canonicalText } from '../calls/index.ts';
import { awardsOf } from '../dossiers/index.ts';
import { done, refused } from '../rounds/testing.ts';
import { allocationOf, bundleOf, invariants } from './queries/index.ts';
import { type BundleContent, readZip, writeBundle } from './rules/bundle/index.ts';
import type { Allocation } from './schema/index.ts';
import {
  approveAllocation,
  bundleBytes,
  castBallot,
  changeRank,
  checkBundle,
  closeBallot,
  createAllocation,
  createBallot,
  decideFail,
  editAllocation,
  listening,
  newPaperCode,
  openBallot,
  outcomeOf,
  proposeAllocation,
  publishAllocation,
  returnAllocation,
} from './service/index.ts';
import { type Judged, judged, signAgain, usual } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const inTrial = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = { ...cxOf(trx), emit: tell };
    await work(cx);
    await sound(cx.db, invariants);
  });

/** What the product tells this module. */
const tell: Cx['emit'] = async (cx, happening) => {
  await (listening as Readonly<Record<string, (typeof listening)['dossier.record_award']>>)[
    happening.name
  ]?.(cx, happening);
};

const phase = 'chung-khao';
const standings = async (cx: Cx, { edition, dossiers }: Judged): Promise<string[]> => {
  const { outcome } = await outcomeOf(cx, edition, phase);
  const titles = new Map([...dossiers].map(([title, { pid }]) => [pid, title]));
  return outcome.groups[0]!.rows.map(
    ({ dossier, place }) => `${place ?? '-'} ${titles.get(dossier)}`,
  );
};

/** All dossiers pass a ballot of the council. */
async function voted(cx: Cx, { council, dossiers }: Judged): Promise<void> {
  const pids = [...dossiers.values()].map(({ pid }) => pid);
  const raw = {
    council: council.pid,
    phase,
    kind: 'approve',
    subject: 'Thông qua giải',
    how: 'link',
  };
  const { pid } = await done(execute(cx, createBallot, { ...raw, dossiers: pids }));
  await done(execute(cx, openBallot, { pid }));
  for (const { token } of council.judges)
    await done(
      execute(cx, castBallot, {
        token,
        ballot: pid,
        code: newPaperCode(cx),
        choices: pids.map(() => 'yes'),
      }),
    );
  await done(execute(cx, closeBallot, { pid }));
}

async function proposed(cx: Cx, all: Judged): Promise<Allocation> {
  await voted(cx, all);
  const { pid } = await done(execute(cx, createAllocation, { edition: all.edition.pid, phase }));
  await done(execute(cx, proposeAllocation, { pid }));
  return (await allocationOf(cx, all.edition))!;
}

/** A run of the solver, as the module of assignments keeps it. */
async function ran(cx: Cx, { council, dossiers }: Judged): Promise<void> {
  const [first, second] = [...dossiers.values()];
  const input: RunInput = {
    each: 2,
    balanced: true,
    experts: 0,
    share: 0.05,
    dossiers: [first!, second!].map(({ pid }) => ({ pid, field: 'cntt' })),
    judges: council.judges.map(({ pid }) => ({ pid, most: null, expertise: [] })),
    scores: [
      [9, 4, 7, 1, 5],
      [3, 8, 2, 6, 5],
    ],
    fixed: [],
  };
  const output = rerun(input, 42);
  await sql`insert into assignment_run (id, pid, council_id, phase, seed, settings, input, output, total, bound,
      worst, worst_bound, at)
    values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${council.id}, ${phase}, 42, '{}',
      ${JSON.stringify(input)}::jsonb, ${JSON.stringify(output)}::jsonb, ${output.total}, ${output.bound},
      ${output.worst}, ${output.worst_bound}, ${cx.clock.now()})`.execute(cx.db);
}

const decision = { decision: '24/QĐ-BTCHT', decided_on: '2026-05-10' };

async function approved(cx: Cx, given = usual): Promise<{ all: Judged; allocation: Allocation }> {
  const all = await judged(cx, given);
  await ran(cx, all);
  const { pid } = await proposed(cx, all);
  await done(execute(cx, approveAllocation, { pid, ...decision }));
  return { all, allocation: (await allocationOf(cx, all.edition))! };
}

describe('a phase', () => {
  test(
    'is reckoned from the sheets that hold, with the version that was signed last',
    inTrial(async (cx) => {
      const all = await judged(cx);
      assert.deepEqual(await standings(cx, all), [
        '1 Máy bóc lạc',
        '2 Máy sấy chè',
        '3 Lò đốt rác',
        '4 Phần mềm quản lý tưới',
      ]);
      const { outcome, sheets } = await outcomeOf(cx, all.edition, phase);
      const row = outcome.groups[0]!.rows[0]!;
      assert.deepEqual([row.points.mean, row.points.trimmed, row.range], [9400, 9400, 400]);
      const last = all.dossiers.get('Phần mềm quản lý tưới')!;
      for (const [at, judge] of all.council.judges.entries()) {
        const task = sheets.find(
          ({ dossierId, judgeId }) => dossierId === last.id && judgeId === judge.id,
        )!;
        await signAgain(cx, all.edition, {
          id: task.id,
          pid: task.pid,
          council: all.council,
          judge,
          dossier: last,
          phase,
          points: 99 - at / 2,
          number: 2,
        });
      }
      assert.equal((await standings(cx, all))[0], '1 Phần mềm quản lý tưới');
    }),
  );

  test(
    'of one by hand the place and the reason are told; back to the points without a place',
    inTrial(async (cx) => {
      const all = await judged(cx);
      const about = {
        edition: all.edition.pid,
        phase,
        dossier: all.dossiers.get('Lò đốt rác')!.pid,
      };
      const clerk = await someone(cx, 'clerk', 'sonla');
      await done(execute(clerk, changeRank, { ...about, place: 1, reason: 'Đã áp dụng ở 12 xã' }));
      assert.equal((await standings(cx, all))[0], '1 Lò đốt rác');
      const { outcome } = await outcomeOf(cx, all.edition, phase);
      assert.deepEqual(outcome.groups[0]!.rows[0]!.moved, {
        place: 1,
        reason: 'Đã áp dụng ở 12 xã',
      });
      assert.deepEqual(
        await refused(execute(clerk, changeRank, { ...about, place: 9, reason: 'x' })),
        ['place rank_over'],
      );
      assert.deepEqual(
        await refused(execute(clerk, changeRank, { ...about, place: 1, reason: ' ' })),
        ['reason required'],
      );
      await done(execute(clerk, changeRank, { ...about, place: '', reason: 'Nhầm' }));
      assert.equal((await standings(cx, all))[0], '1 Máy bóc lạc');
      assert.deepEqual(await refused(execute(clerk, changeRank, { ...about, reason: 'x' })), [
        'place rank_not_moved',
      ]);
      const auditor = await someone(cx, 'auditor', 'vusta');
      await assert.rejects(
        execute(auditor, changeRank, { ...about, place: 1, reason: 'x' }),
        Forbidden,
      );
      const other = await someone(cx, 'clerk', 'laichau');
      await assert.rejects(
        execute(other, changeRank, { ...about, place: 1, reason: 'x' }),
        NotFound,
      );
    }),
  );

  test(
    'of a dossier that a sheet fails the council is asked, and decides',
    inTrial(async (cx) => {
      const all = await judged(cx, { 'Máy bóc lạc': [90, 91] });
      const { edition, council } = all;
      const about = { edition: edition.pid, phase, dossier: all.dossiers.get('Máy bóc lạc')!.pid };
      assert.deepEqual(
        await refused(execute(cx, decideFail, { ...about, fails: 'yes', reason: 'x' })),
        ['fail_no_sheet'],
      );
      const { id } = all.dossiers.get('Máy bóc lạc')!;
      const { sheets } = await outcomeOf(cx, edition, phase);
      const task = sheets.find(
        ({ dossierId, judgeId }) => dossierId === id && judgeId === council.judges[0]!.id,
      )!;
      await signAgain(cx, edition, {
        id: task.id,
        pid: task.pid,
        council,
        judge: council.judges[0]!,
        dossier: all.dossiers.get('Máy bóc lạc')!,
        phase,
        points: 90,
        fails: true,
        number: 2,
      });
      const row = async () => (await outcomeOf(cx, edition, phase)).outcome.groups[0]!.rows[0]!;
      assert.deepEqual([(await row()).asked, (await row()).standing], [true, 'stands']);
      await done(execute(cx, decideFail, { ...about, fails: 'yes', reason: 'Sai đối tượng' }));
      assert.deepEqual([(await row()).asked, (await row()).standing], [false, 'failed']);
      assert.deepEqual(
        await refused(execute(cx, changeRank, { ...about, place: 1, reason: 'x' })),
        ['rank_not_placed'],
      );
      await done(execute(cx, decideFail, { ...about, fails: 'no', reason: 'Xem lại thấy đúng' }));
      assert.equal((await row()).standing, 'stands');
    }),
  );
});

describe('prizes', () => {
  test(
    'begin as the ranking proposes, with the floors of the edition',
    inTrial(async (cx) => {
      const all = await judged(cx);
      const { pid } = await done(
        execute(cx, createAllocation, { edition: all.edition.pid, phase }),
      );
      const { prizes, state } = (await allocationOf(cx, all.edition))!;
      assert.equal(state, 'draft');
      assert.deepEqual(
        prizes.map(({ dossier, prize }) => [prize, dossier.title]),
        [
          ['nhat', 'Máy bóc lạc'],
          ['nhi', 'Máy sấy chè'],
          ['ba', 'Lò đốt rác'],
        ],
      );
      assert.deepEqual(
        await refused(execute(cx, createAllocation, { edition: all.edition.pid, phase })),
        ['allocation_there'],
      );
      // The council decides by votes, and has not.
      assert.deepEqual(await refused(execute(cx, proposeAllocation, { pid })), [
        'allocation_not_voted',
      ]);
      await voted(cx, all);
      await done(execute(cx, proposeAllocation, { pid, version: 1 }));
      await assert.rejects(execute(cx, proposeAllocation, { pid, version: 1 }), Conflict);
      assert.deepEqual(await refused(execute(cx, editAllocation, { pid, prizes: [] })), [
        'allocation_state',
      ]);
    }),
  );

  test(
    'given otherwise than the ranking says need a reason; too many are refused',
    inTrial(async (cx) => {
      const all = await judged(cx);
      await voted(cx, all);
      const { pid } = await done(
        execute(cx, createAllocation, { edition: all.edition.pid, phase }),
      );
      const of = (title: string) => all.dossiers.get(title)!.pid;
      const give = async (...prizes: readonly (readonly [string, string, string?])[]) => {
        await done(
          execute(cx, editAllocation, {
            pid,
            prizes: prizes.map(([title, prize, reason]) => ({ dossier: of(title), prize, reason })),
          }),
        );
        const outcome = await refused(execute(cx, proposeAllocation, { pid }));
        if (outcome.length === 0) await done(execute(cx, returnAllocation, { pid, reason: 'Sửa' }));
        return outcome;
      };
      assert.deepEqual(await give(['Máy sấy chè', 'nhi'], ['Máy bóc lạc', 'nhat']), []);
      assert.deepEqual(await give(['Máy sấy chè', 'nhat']), [
        'prize_below_floor',
        'prize_passed_over',
      ]);
      assert.deepEqual(
        await give(['Lò đốt rác', 'nhi'], ['Máy bóc lạc', 'nhat'], ['Máy sấy chè', 'ba']),
        ['prize_passed_over'],
      );
      assert.deepEqual(
        await give(
          ['Lò đốt rác', 'nhi', 'Hiệu quả hơn'],
          ['Máy bóc lạc', 'nhat'],
          ['Máy sấy chè', 'ba'],
        ),
        [],
      );
      assert.deepEqual(await give(['Máy bóc lạc', 'nhi'], ['Máy sấy chè', 'nhi']), [
        'prize_over_quota',
      ]);
      assert.deepEqual(await give(), ['allocation_empty']);
      const twice = {
        pid,
        prizes: [of('Máy bóc lạc'), of('Máy bóc lạc')].map((dossier) => ({ dossier, prize: 'ba' })),
      };
      assert.deepEqual(await refused(execute(cx, editAllocation, twice)), [
        'prizes allocation_twice',
      ]);
      const unknown = { pid, prizes: [{ dossier: of('Máy bóc lạc'), prize: 'dac-biet' }] };
      assert.deepEqual(await refused(execute(cx, editAllocation, unknown)), [
        'prizes.0 prize_unknown',
      ]);
    }),
  );

  test(
    'are approved by a leader: awards, a bundle, and from then on nothing moves',
    inTrial(async (cx) => {
      const all = await judged(cx);
      const { pid } = await proposed(cx, all);
      const [clerk, leader, other] = [
        await someone(cx, 'clerk', 'sonla'),
        await someone(cx, 'leader', 'sonla'),
        await someone(cx, 'leader', 'laichau'),
      ];
      await assert.rejects(execute(clerk, approveAllocation, { pid, ...decision }), Forbidden);
      await assert.rejects(execute(other, approveAllocation, { pid, ...decision }), NotFound);
      assert.deepEqual(
        await refused(
          execute(leader, approveAllocation, { pid, ...decision, decided_on: '2027-01-01' }),
        ),
        ['decided_on in_the_future'],
      );
      await done(execute(leader, approveAllocation, { pid, ...decision }));
      const ids = [...all.dossiers.values()].map(({ id }) => id);
      const awards = await awardsOf(cx.db, ids);
      assert.deepEqual(
        ids.map((id) =>
          awards
            .get(id)
            ?.map(({ name, level, decision: by, decidedOn }) => [name, level, by, decidedOn]),
        ),
        [
          [['Giải Nhất', 'province', '24/QĐ-BTCHT', '2026-05-10']],
          [['Giải Nhì', 'province', '24/QĐ-BTCHT', '2026-05-10']],
          [['Giải Ba', 'province', '24/QĐ-BTCHT', '2026-05-10']],
          undefined,
        ],
      );
      const about = {
        edition: all.edition.pid,
        phase,
        dossier: [...all.dossiers.values()][0]!.pid,
      };
      assert.deepEqual(
        await refused(execute(cx, changeRank, { ...about, place: 2, reason: 'x' })),
        ['result_settled'],
      );
      assert.deepEqual(await refused(execute(cx, editAllocation, { pid, prizes: [] })), [
        'allocation_state',
      ]);
      await assert.rejects(execute(clerk, publishAllocation, { pid }), Forbidden);
      await done(execute(leader, publishAllocation, { pid }));
      assert.equal((await allocationOf(cx, all.edition))!.state, 'published');
      assert.deepEqual(await refused(execute(leader, publishAllocation, { pid })), [
        'allocation_state',
      ]);
      const bundle = await bundleOf(cx, all.edition.id);
      assert.match(bundle!.sha256, /^[0-9a-f]{64}$/);
    }),
  );

  test(
    'an award that is taken off again is told on the prize',
    inTrial(async (cx) => {
      const { all, allocation } = await approved(cx);
      const { id } = all.dossiers.get('Máy bóc lạc')!;
      await sql`delete from dossier_award where dossier_id = ${id}`.execute(cx.db);
      await tell(cx, { name: 'dossier.remove_award', subjectId: id, organisationId: null });
      const now = (await allocationOf(cx, allocation.edition))!;
      assert.deepEqual(
        now.prizes.map(({ revokedAt }) => revokedAt !== null),
        [true, false, false],
      );
    }),
  );
});

describe('the bundle', () => {
  test(
    'recomputes: every sheet, figure, place, paper and prize',
    inTrial(async (cx) => {
      const { allocation } = await approved(cx);
      const verdict = checkBundle(await bundleBytes(cx, allocation));
      assert.ok(verdict.whole);
      assert.deepEqual(verdict.differences, []);
      assert.equal(verdict.ok, true);
      const { sheets, ballots, papers, prizes, dossiers, runs } = verdict.looked;
      assert.deepEqual([sheets, ballots, papers, prizes, dossiers, runs], [20, 1, 5, 3, 4, 1]);
    }),
  );

  test(
    'the same decision gives the same bytes, also later, and those that are kept are these',
    inTrial(async (cx) => {
      const { allocation, all } = await approved(cx);
      const bytes = await bundleBytes(cx, allocation);
      const later = {
        ...cx,
        clock: { now: () => new Date('2031-01-01'), today: () => '2031-01-01' },
      };
      assert.ok((await bundleBytes(later, allocation)).equals(bytes));
      const { sha256, size } = (await bundleOf(cx, all.edition.id))!;
      const verdict = checkBundle(bytes);
      assert.ok(verdict.whole);
      assert.deepEqual([verdict.sha256, bytes.length], [sha256, size]);
    }),
  );

  test(
    'tells nobody by name who judged or who entered',
    inTrial(async (cx) => {
      const { allocation, all } = await approved(cx);
      const text = readZip(await bundleBytes(cx, allocation))!
        .map(({ bytes }) => bytes.toString())
        .join('\n');
      for (const { name } of all.council.judges) assert.ok(!text.includes(name), name);
      for (const told of ['Lò Văn Tác', 'tac.gia@example.vn', 'giam.khao@example.vn', '1980-05-01'])
        assert.ok(!text.includes(told), told);
      const { id } = all.dossiers.get('Máy bóc lạc')!;
      assert.ok(!text.includes(id), 'no inner ids');
    }),
  );

  test(
    'one changed byte in any region is found',
    inTrial(async (cx) => {
      const { allocation } = await approved(cx);
      const bytes = await bundleBytes(cx, allocation);
      const step = Math.max(1, Math.floor(bytes.length / 400));
      // The first and last bytes of every file and of all that is around them, and every so-many-th byte between.
      const edges = readZip(bytes)!.flatMap((entry) => {
        const from = entry.bytes.byteOffset - bytes.byteOffset;
        return [
          from - entry.name.length - 30,
          from - 1,
          from,
          from + entry.bytes.length - 1,
          from + entry.bytes.length,
        ];
      });
      const places = [
        ...edges,
        ...Array.from({ length: Math.ceil(bytes.length / step) }, (_, at) => at * step),
      ];
      for (const at of [
        ...places,
        ...Array.from({ length: 60 }, (_, back) => bytes.length - 1 - back),
      ]) {
        const changed = Buffer.from(bytes);
        changed[at] = changed[at]! ^ 0x01;
        assert.equal(checkBundle(changed).ok, false, `byte ${at} of ${bytes.length}`);
      }
    }),
  );
});

describe('a bundle that somebody signs with other figures', () => {
  const forger = generateKeyPairSync('ed25519');
  const pem = forger.publicKey.export({ format: 'pem', type: 'spki' }).toString();

  /** The bundle with a change, signed anew by somebody who holds a key of their own. */
  async function forged(cx: Cx, change: (content: BundleContent) => void): Promise<string[]> {
    const { allocation } = await approved(cx);
    const entries = readZip(await bundleBytes(cx, allocation))!;
    const content = Object.fromEntries(
      entries.map(({ name, bytes }) => [
        name.replace('.json', ''),
        JSON.parse(bytes.toString()) as unknown,
      ]),
    ) as unknown as BundleContent;
    change(content);
    (content.keys as { id: string; pem: string }[]).push({ id: 'f0f0f0f0', pem });
    const bytes = writeBundle(content, canonicalText, (text) => ({
      keyId: 'f0f0f0f0',
      signature: sign(null, Buffer.from(text), forger.privateKey).toString('base64url'),
    }));
    const verdict = checkBundle(bytes);
    assert.ok(verdict.whole, 'it is whole: only the figures are wrong');
    assert.equal(verdict.ok, verdict.differences.length === 0);
    const stored = entries.length > 0 ? checkBundle(bytes, 'ab'.repeat(32)) : null;
    assert.equal(stored?.whole, false, 'another key than the trusted one is told');
    return [...new Set(verdict.differences.map(({ code }) => code))];
  }
  type Loose = { [key: string]: Loose } & Loose[] & { [key: string]: unknown };
  const loose = (value: unknown): Loose => value as Loose;

  const set = (target: unknown, parts: object): void => {
    Object.assign(target as object, parts);
  };
  const result = (content: BundleContent): Loose => loose(content.results)[1]!.outcome!.groups![0]!;
  const ballot = (content: BundleContent): Loose => loose(content.ballots)[0]!;

  const changes: Readonly<
    Record<string, readonly [(content: BundleContent) => void, readonly string[]]>
  > = {
    nothing: [() => {}, []],
    'marks of a sheet': [
      (content) => {
        const [sheet] = content.sheets;
        set(sheet, { frozen: sheet!.frozen.replace('"points":60', '"points":59') });
      },
      ['text_hash', 'signature_wrong', 'sheet_points', 'outcome'],
    ],
    'a sheet left out': [(content) => void loose(content.sheets).splice(0, 1), ['outcome']],
    'a place': [(content) => set(result(content).rows![0], { place: 2 }), ['outcome']],
    'a calibrated figure': [
      (content) => set(result(content).rows![1]!.points, { calibrated: 9999 }),
      ['outcome'],
    ],
    'a change by hand that was never made': [
      (content) => {
        const { standing, changes: list } = content.results[1]!;
        loose(list).push({ dossier: standing[0], place: 4, reason: 'x' } as never);
      },
      ['outcome'],
    ],
    'what is on a paper': [
      (content) => set(ballot(content).papers![0], { choices: ['no', 'no', 'no', 'no'] }),
      ['ballot_result'],
    ],
    'a paper too many': [
      (content) => {
        const choices = ['yes', 'yes', 'yes', 'yes'];
        ballot(content).papers!.push({ code: 'zzzzz-zzzzz', choices } as never);
      },
      ['ballot_result', 'ballot_voters'],
    ],
    'a threshold': [
      (content) => set(ballot(content).rule, { share: { parts: 9, of: 9 } }),
      ['ballot_result'],
    ],
    'a quorum that nobody reached': [
      (content) => {
        for (const voter of ballot(content).voters!.slice(1)) set(voter, { present: false });
      },
      ['ballot_result'],
    ],
    'a ballot left out': [
      (content) => void loose(content.ballots).splice(0, 1),
      ['prize_not_voted'],
    ],
    'who wins': [
      (content) => {
        const third = content.allocation.prizes.find(({ prize }) => prize === 'ba');
        set(third, { prize: 'nhat' });
      },
      ['prize_below_floor', 'prize_over_quota'],
    ],
    'a floor of the edition': [
      (content) => set(content.edition.content.prizes.prizes[0], { floor: 99 }),
      ['allocation_proposed', 'prize_below_floor'],
    ],
    'who was assigned': [
      (content) => {
        const { output } = loose(content.assignments.runs)[0]!;
        loose(output).pairs!.reverse();
      },
      ['run_output'],
    ],
    'what judges were assigned by': [
      (content) =>
        set(content.assignments.runs[0]!.input, {
          scores: [
            [1, 2, 3, 4, 5],
            [5, 4, 3, 2, 1],
          ],
        }),
      ['run_output'],
    ],
    'parts of another shape': [(content) => set(content, { results: 'x' }), ['unreadable']],
  };
  for (const [name, [change, codes]] of Object.entries(changes))
    test(
      name,
      inTrial(async (cx) => {
        assert.deepEqual((await forged(cx, change)).sort(), [...codes].sort());
      }),
    );
});

describe('invariants', () => {
  const faults: Record<string, string> = {
    allocation_awarded: "delete from dossier_award where prize = 'nhat'",
    allocation_of_other_edition: `update allocation_prize set dossier_id = (select id from dossier where title = 'Khác')
      where prize = 'ba'`,
    allocation_without_bundle: "delete from file_link where subject_type = 'decision_bundle'",
  };
  for (const [name, fault] of Object.entries(faults))
    test(`${name} is found`, () =>
      withRollback(database, async (trx) => {
        const cx = cxOf(trx);
        await approved(cx);
        await sound(cx.db, invariants);
        if (name === 'allocation_of_other_edition')
          await sql`insert into edition (id, pid, organisation_id, code, content, search, created_at)
            select gen_random_uuid(), 'other', organisation_id, 'khac', content, '', now() from edition`
            .execute(cx.db)
            .then(() =>
              sql`insert into dossier (id, pid, edition_id, origin, working, saved_at, title, created_at)
              select gen_random_uuid(), 'd', id, 'paper', '{}', now(), 'Khác', now() from edition where pid = 'other'`.execute(
                cx.db,
              ),
            );
        await sql.raw(fault).execute(cx.db);
        assert.ok((await broken(cx.db, invariants)).includes(name));
      }));
});
