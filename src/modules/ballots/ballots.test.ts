import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { broken, sound } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { done, refused } from '../rounds/testing.ts';
import {
  ballotByPid,
  ballotsOfJudge,
  boxOf,
  invariants,
  papersIn,
  papersOf,
} from './queries/index.ts';
import {
  attendBallot,
  cancelBallot,
  createBallot,
  dropBallot,
  openBallot,
} from './service/ballots.ts';
import { castBallot, closeBallot, countBallot, newPaperCode } from './service/casting.ts';
import {
  contest,
  council,
  dossier,
  type TestCouncil,
  type TestDossier,
  textOf,
} from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const inTrial = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    await work(cx);
    await sound(cx.db, invariants);
  });

interface Trial {
  readonly cx: Cx;
  readonly council: TestCouncil;
  readonly dossiers: readonly TestDossier[];
  readonly ballot: string;
}

/** A draft ballot over three dossiers, of a council of so many members. */
async function prepared(
  cx: Cx,
  members: number,
  more: object = {},
  organisation = 'sonla',
): Promise<Trial> {
  const edition = await contest(cx, {}, organisation);
  const of = await council(cx, edition, members);
  const dossiers = [];
  for (const title of ['Máy bóc lạc', 'Máy sấy chè', 'Lò đốt rác'])
    dossiers.push(await dossier(cx, edition, title));
  const { pid } = await done(
    execute(cx, createBallot, {
      council: of.pid,
      phase: 'chung-khao',
      kind: 'approve',
      subject: 'Thông qua danh sách đề nghị trao giải',
      how: 'link',
      dossiers: dossiers.map((one) => one.pid),
      ...more,
    }),
  );
  return { cx, council: of, dossiers, ballot: pid };
}

async function opened(
  cx: Cx,
  members: number,
  more: object = {},
  organisation = 'sonla',
): Promise<Trial> {
  const trial = await prepared(cx, members, more, organisation);
  await done(execute(cx, openBallot, { pid: trial.ballot }));
  return trial;
}

const nobody = (cx: Cx): Cx => ({ ...cx, actor: { kind: 'anonymous' } });

const cast = (
  { cx, council: of, ballot }: Trial,
  member: number,
  choices: readonly (string | null)[],
  code = newPaperCode(cx),
) => execute(nobody(cx), castBallot, { token: of.judges[member]!.token, ballot, code, choices });

const yes = ['yes', 'yes', 'yes'];
const no = ['no', 'no', 'no'];
const blank = [null, null, null];

describe('a ballot by link', () => {
  test(
    'exactly two thirds of the members is enough, one below is not; blank papers count as papers',
    inTrial(async (cx) => {
      const trial = await opened(cx, 6);
      await done(cast(trial, 0, ['yes', 'yes', 'no']));
      await done(cast(trial, 1, ['yes', 'yes', 'no']));
      await done(cast(trial, 2, ['yes', 'yes', 'no']));
      await done(cast(trial, 3, ['yes', 'no', 'yes']));
      await done(cast(trial, 4, blank));
      await done(execute(cx, closeBallot, { pid: trial.ballot }));
      const { result, state, voters } = await ballotByPid(cx, trial.ballot);
      assert.equal(state, 'closed');
      assert.deepEqual(
        result!.options.map(({ yes: for_, passed }) => [for_, passed]),
        [
          [4, true],
          [3, false],
          [1, false],
        ],
      );
      const { tally, needed, members, present } = result!;
      assert.deepEqual([members, present, needed], [6, 6, 4]);
      assert.deepEqual([tally.collected, tally.valid, tally.blank, tally.invalid], [5, 4, 1, 0]);
      assert.deepEqual(
        voters.filter(({ voted }) => !voted).map(({ pid }) => pid),
        [trial.council.judges[5]!.pid],
      );
      const papers = (await papersOf(cx.db, [(await ballotByPid(cx, trial.ballot)).id]))
        .values()
        .next().value!;
      assert.equal(papers.length, 5);
      assert.deepEqual(
        papers.map(({ code }) => code),
        papers.map(({ code }) => code).sort(),
      );
    }),
  );

  test(
    'a vote cannot be changed, nor cast twice, nor by somebody who is not there or not of the council',
    inTrial(async (cx) => {
      const trial = await prepared(cx, 3);
      assert.deepEqual(
        await refused(cast(trial, 0, yes)).catch((error) => [error.constructor.name]),
        ['NotFound'],
      );
      const present = trial.council.judges.slice(0, 2).map(({ pid }) => pid);
      await done(execute(cx, openBallot, { pid: trial.ballot, present }));
      await done(cast(trial, 0, yes));
      assert.deepEqual(await refused(cast(trial, 0, no)), ['ballot_voted']);
      assert.deepEqual(await refused(cast(trial, 2, yes)), ['ballot_not_present']);
      await done(
        execute(cx, attendBallot, {
          pid: trial.ballot,
          present: trial.council.judges.map(({ pid }) => pid),
        }),
      );
      await done(cast(trial, 2, yes));
      const gone = execute(cx, attendBallot, { pid: trial.ballot, present });
      assert.deepEqual(await refused(gone), ['present ballot_voted_there']);
      const stranger = await council(cx, (await ballotByPid(cx, trial.ballot)).edition as never, 1);
      const other = { ...trial, council: stranger };
      await assert.rejects(cast(other, 0, yes), NotFound);
      await assert.rejects(
        execute(nobody(cx), castBallot, {
          token: 'f'.repeat(40),
          ballot: trial.ballot,
          code: newPaperCode(cx),
          choices: yes,
        }),
        NotFound,
      );
      await done(execute(cx, closeBallot, { pid: trial.ballot }));
      assert.deepEqual(await refused(cast(trial, 1, yes)), ['ballot_over']);
      assert.deepEqual(await refused(execute(cx, closeBallot, { pid: trial.ballot })), [
        'ballot_state',
      ]);
    }),
  );

  test(
    'a code is of its form and used once; papers of another form are refused',
    inTrial(async (cx) => {
      const trial = await opened(cx, 3);
      const code = newPaperCode(cx);
      await done(cast(trial, 0, yes, code));
      assert.deepEqual(await refused(cast(trial, 1, yes, code)), ['ballot_code']);
      assert.deepEqual(await refused(cast(trial, 1, yes, 'toi-la-ai')), ['ballot_code']);
      assert.deepEqual(await refused(cast(trial, 1, ['yes'])), ['choices ballot_too_many']);
      assert.deepEqual(await refused(cast(trial, 1, ['maybe', null, null])), [
        'choices.0 not_in_list',
      ]);
    }),
  );

  test(
    'of so many at most are chosen; the result is by votes',
    inTrial(async (cx) => {
      const trial = await opened(cx, 3, { kind: 'choose', most: 2 });
      assert.deepEqual(await refused(cast(trial, 0, yes)), ['choices ballot_too_many']);
      await done(cast(trial, 0, ['yes', 'yes', null]));
      await done(cast(trial, 1, ['yes', null, 'yes']));
      await done(cast(trial, 2, [null, null, null]));
      await done(execute(cx, closeBallot, { pid: trial.ballot }));
      const { result } = await ballotByPid(cx, trial.ballot);
      assert.deepEqual(
        result!.options.map(({ passed }) => passed),
        [true, false, false],
      );
      assert.equal(result!.tally.blank, 1);
    }),
  );

  test(
    'without a quorum nothing passes',
    inTrial(async (cx) => {
      const trial = await prepared(cx, 6);
      const present = trial.council.judges.slice(0, 3).map(({ pid }) => pid);
      await done(execute(cx, openBallot, { pid: trial.ballot, present }));
      for (const member of [0, 1, 2]) await done(cast(trial, member, yes));
      await done(execute(cx, closeBallot, { pid: trial.ballot }));
      const { result } = await ballotByPid(cx, trial.ballot);
      assert.deepEqual(
        [result!.quorate, result!.options.some(({ passed }) => passed)],
        [false, false],
      );
    }),
  );
});

describe('secrecy', () => {
  test(
    'what was voted stands in the box alone: no event, answer or other row tells it',
    inTrial(async (cx) => {
      const trial = await opened(cx, 3);
      const codes = [];
      for (const [member, choices] of [yes, no, yes].entries())
        codes.push((await done(cast(trial, member, choices))).code);
      const { id } = await ballotByPid(cx, trial.ballot);
      const tables = await all(
        cx.db,
        sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = 'public' and table_type = 'BASE TABLE'`,
      );
      const telling = [];
      for (const { name } of tables) {
        const text = await textOf(cx, name);
        if (codes.some((code) => text.includes(code))) telling.push(name);
      }
      assert.deepEqual(telling, ['ballot_box']);
      const values = await textOf(cx, 'event_value');
      assert.ok(values.includes(trial.council.judges[1]!.pid), 'that somebody voted is told');
      assert.ok(!/"(yes|no)"/.test(values), values);
      const box = await boxOf(cx.db, id);
      assert.deepEqual(
        box.map(({ code }) => code),
        codes.toSorted(),
      );
      await done(execute(cx, closeBallot, { pid: trial.ballot }));
      assert.equal(await papersIn(cx.db, id), 0);
      const events = await textOf(cx, 'event_value');
      assert.ok(codes.every((code) => !events.includes(code)));
    }),
  );

  test('neither transactions nor places on disk of papers and voters belong together', async () => {
    // Committed for real: what a transaction leaves behind is seen only so.
    const cx = cxOf(database.db);
    const trial = await opened(cx, 5, {}, 'laichau');
    const codes: string[] = [];
    for (const member of [3, 0, 4, 1, 2])
      codes.push((await done(cast(trial, member, member % 2 ? yes : no))).code);
    const { id } = await ballotByPid(cx, trial.ballot);
    await done(execute(cx, closeBallot, { pid: trial.ballot }));
    const marks = async (table: string) =>
      all(
        cx.db,
        sql<{
          xmin: string;
          key: string;
        }>`select xmin::text, coalesce(to_jsonb(t) ->> 'code', '') as key
          from ${sql.table(table)} t where ballot_id = ${id} order by ctid`,
      );
    const [papers, voters] = [await marks('ballot_paper'), await marks('ballot_voter')];
    assert.equal(new Set([...papers, ...voters].map(({ xmin }) => xmin)).size, 1);
    assert.deepEqual(
      papers.map(({ key }) => key),
      codes.toSorted(),
    );
    assert.notDeepEqual(
      codes,
      codes.toSorted(),
      'the codes of this test are not in order by chance',
    );
    await sound(cx.db, invariants);
    await assert.rejects(
      sql`update ballot_paper set choices = '["no","no","no"]' where ballot_id = ${id}`.execute(
        cx.db,
      ),
      /ballot_paper/,
    );
  });

  test(
    'a member sees the own ballots, and only those that were opened',
    inTrial(async (cx) => {
      const trial = await prepared(cx, 2);
      const of = () => ballotsOfJudge(cx, trial.council.judges[0]!.id);
      assert.equal((await of()).length, 0);
      await done(execute(cx, openBallot, { pid: trial.ballot }));
      assert.deepEqual(
        (await of()).map(({ pid }) => pid),
        [trial.ballot],
      );
    }),
  );
});

describe('a ballot on paper', () => {
  const totals = {
    tellers: ['Lò Văn Ẵm', 'Cầm Thị Ổn'],
    issued: 5,
    collected: 5,
    valid: 4,
    blank: 1,
    invalid: 0,
    options: [
      { yes: 4, no: 0, blank: 0 },
      { yes: 3, no: 1, blank: 0 },
      { yes: 0, no: 4, blank: 0 },
    ],
  };

  test(
    'the tellers type what they counted; what does not add up is refused',
    inTrial(async (cx) => {
      const trial = await opened(cx, 6, { how: 'paper' });
      const { ballot: pid } = trial;
      assert.deepEqual(await refused(cast(trial, 0, yes)), ['ballot_on_paper']);
      assert.deepEqual(await refused(execute(cx, closeBallot, { pid })), ['ballot_not_counted']);
      assert.deepEqual(await refused(execute(cx, countBallot, { pid, ...totals, valid: 5 })), [
        'valid ballot_parts_differ',
        'options.0.yes ballot_option_sum',
        'options.1.yes ballot_option_sum',
        'options.2.yes ballot_option_sum',
      ]);
      assert.deepEqual(await refused(execute(cx, countBallot, { pid, ...totals, tellers: [] })), [
        'tellers ballot_tellers_missing',
      ]);
      await done(execute(cx, countBallot, { pid, ...totals }));
      await done(execute(cx, closeBallot, { pid }));
      const { result, tellers } = await ballotByPid(cx, pid);
      assert.deepEqual(
        result!.options.map(({ passed }) => passed),
        [true, false, false],
      );
      assert.deepEqual(tellers, totals.tellers);
    }),
  );
});

describe('who may', () => {
  test(
    'the secretariat opens and closes; auditors look; another union knows nothing',
    inTrial(async (cx) => {
      const trial = await prepared(cx, 3);
      const { ballot: pid } = trial;
      const [clerk, auditor, other] = [
        await someone(cx, 'clerk', 'sonla'),
        await someone(cx, 'auditor', 'vusta'),
        await someone(cx, 'clerk', 'laichau'),
      ];
      for (const act of [openBallot, closeBallot, dropBallot]) {
        await assert.rejects(execute(auditor, act as typeof openBallot, { pid }), Forbidden);
        await assert.rejects(execute(other, act as typeof openBallot, { pid }), NotFound);
      }
      assert.equal((await ballotByPid(auditor, pid)).state, 'draft');
      await assert.rejects(ballotByPid(other, pid), NotFound);
      await done(execute(clerk, openBallot, { pid, version: 1 }));
      await assert.rejects(execute(clerk, closeBallot, { pid, version: 1 }), Conflict);
      const { n } = await one(
        cx.db,
        sql<{
          n: number;
        }>`select count(*)::integer as n from event e join ballot b on b.id = e.subject_id
          where e.action = 'ballot.open' and b.pid = ${pid}`,
      );
      assert.equal(n, 1);
      assert.deepEqual(await refused(execute(clerk, dropBallot, { pid })), ['ballot_state']);
      await done(execute(clerk, cancelBallot, { pid, reason: 'Máy hỏng' }));
      assert.equal((await ballotByPid(cx, pid)).reason, 'Máy hỏng');
    }),
  );

  test(
    'a ballot asks for dossiers of its council, a rule, and a number where some are chosen',
    inTrial(async (cx) => {
      const edition = await contest(cx);
      const of = await council(cx, edition, 2, { fields: ['cntt'], voting: null });
      const [own, foreign] = [
        await dossier(cx, edition, 'A'),
        await dossier(cx, edition, 'B', 'co-khi'),
      ];
      const raw = {
        council: of.pid,
        phase: 'chung-khao',
        kind: 'approve',
        subject: 'Thông qua',
        how: 'link',
        rule: 'hai-phan-ba',
      };
      const issues = (more: object) => refused(execute(cx, createBallot, { ...raw, ...more }));
      assert.deepEqual(await issues({ dossiers: [own.pid], rule: '' }), [
        'rule ballot_rule_missing',
      ]);
      assert.deepEqual(await issues({}), ['dossiers ballot_dossiers_missing']);
      assert.deepEqual(await issues({ dossiers: [own.pid, own.pid] }), ['dossiers ballot_twice']);
      assert.deepEqual(await issues({ dossiers: [foreign.pid] }), [
        'dossiers.0 ballot_other_council',
      ]);
      assert.deepEqual(await issues({ dossiers: ['0123456789abcdef'] }), [
        'dossiers.0 ballot_no_dossier',
      ]);
      assert.deepEqual(await issues({ dossiers: [own.pid], kind: 'choose' }), [
        'most ballot_most_missing',
      ]);
      assert.deepEqual(await issues({ dossiers: [own.pid], kind: 'choose', most: 2 }), [
        'most ballot_most_over',
      ]);
      assert.deepEqual(await issues({ dossiers: [own.pid], kind: 'question' }), [
        'dossiers ballot_question_alone',
      ]);
      assert.deepEqual(await issues({ dossiers: [own.pid], phase: 'khac' }), ['phase not_in_list']);
      assert.deepEqual(await issues({ dossiers: [own.pid] }), []);
    }),
  );
});

describe('invariants', () => {
  const faults: Record<string, string> = {
    ballot_papers_of_voters: `update ballot_voter set voted = false where judge_id = (select min(judge_id::text)::uuid from ballot_voter)`,
    ballot_result_recounted: `update ballot set result = jsonb_set(result, '{options,0,yes}', '2')`,
    ballot_box_left: `insert into ballot_box select id, '[]' from ballot`,
  };
  for (const [name, fault] of Object.entries(faults))
    test(`${name} is found`, () =>
      withRollback(database, async (trx) => {
        const cx = cxOf(trx);
        const trial = await opened(cx, 3);
        for (const member of [0, 1, 2]) await done(cast(trial, member, yes));
        await done(execute(cx, closeBallot, { pid: trial.ballot }));
        await sound(cx.db, invariants);
        await sql.raw(fault).execute(cx.db);
        assert.deepEqual(await broken(cx.db, invariants), [name]);
      }));
});
