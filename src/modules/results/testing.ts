import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import { signText } from '../../platform/keys.ts';
import {
  castBallot,
  closeBallot,
  createBallot,
  newPaperCode,
  openBallot,
} from '../ballots/index.ts';
import {
  contest,
  council,
  dossier,
  sheet,
  type TestCouncil,
  type TestDossier,
  type TestJudge,
} from '../ballots/testing.ts';
import {
  canonicalText,
  decimalOf,
  type Edition,
  type EditionContent,
  type Marks,
  scoreOf,
} from '../calls/index.ts';
import { done } from '../rounds/testing.ts';
import { allocationOf } from './queries/index.ts';
import type { Allocation } from './schema/index.ts';
import { createAllocation, proposeAllocation } from './service/index.ts';

/** The last phase of the contest, after which the prizes are given. */
export const phase = 'chung-khao';

/** Marks that come to so many points; `fails` says no to the gate. */
export const marksOf = (points: number, fails = false): Marks => ({
  moi: { points: Math.min(60, points), comment: 'Có cơ sở' },
  'hieu-qua': { points: Math.max(0, points - 60) },
  dung: fails ? { answer: false, comment: 'Ngoài phạm vi' } : { answer: true },
});

/** A sheet that a judge signed for a dossier, as the module of sheets leaves it. */
export async function signed(
  cx: Cx,
  edition: Edition,
  given: {
    readonly council: TestCouncil;
    readonly judge: TestJudge;
    readonly dossier: TestDossier;
    readonly points: number;
    readonly phase?: string;
    readonly fails?: boolean;
  },
): Promise<{ readonly id: string; readonly pid: string }> {
  const { council: of, judge, dossier: what, phase: key = 'chung-khao' } = given;
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  await sql`insert into assignment (id, pid, council_id, phase, dossier_id, judge_id, how, made_at)
    values (${id}, ${pid}, ${of.id}, ${key}, ${what.id}, ${judge.id}, 'whole', ${cx.clock.now()})`.execute(
    cx.db,
  );
  await signAgain(cx, edition, { ...given, phase: key, id, pid, number: 1 });
  return { id, pid };
}

/** The next version of a sheet that was signed. */
export async function signAgain(
  cx: Cx,
  edition: Edition,
  given: {
    readonly id: string;
    readonly pid: string;
    readonly council: TestCouncil;
    readonly judge: TestJudge;
    readonly dossier: TestDossier;
    readonly phase: string;
    readonly points: number;
    readonly fails?: boolean;
    readonly number: number;
  },
): Promise<void> {
  const { id, pid, council: of, judge, dossier: what, points, fails = false, number } = given;
  const marks = marksOf(points, fails);
  const score = scoreOf(sheet, marks);
  const { sha256 } = await one(
    cx.db,
    sql<{
      sha256: string;
    }>`select sha256 from dossier_version where dossier_id = ${what.id} and number = 1`,
  );
  const frozen = canonicalText({
    format: 'lientri.sheet/1',
    salt: `salt-${pid}-${number}`,
    edition: edition.pid,
    assignment: pid,
    council: of.pid,
    judge: judge.pid,
    dossier: { pid: what.pid, version: 1, sha256 },
    content: edition.revision,
    phase: given.phase,
    number,
    round: number,
    rubric: sheet,
    marks,
    points: decimalOf(score.points),
    failed: score.failed,
    how: 'judge',
    signed: cx.clock.now().toISOString(),
  });
  const { signature, keyId } = signText(cx.keys, 'receipt', frozen);
  await sql`insert into score_sheet (assignment_id, working, salt, saved_at, state, round, signed)
    values (${id}, ${JSON.stringify(marks)}::jsonb, 'salt', ${cx.clock.now()}, 'signed', ${number}, ${number})
    on conflict (assignment_id) do update set signed = excluded.signed, round = excluded.round`.execute(
    cx.db,
  );
  await sql`insert into score_version (assignment_id, number, round, dossier_version, frozen, sha256, points,
      failed, how, signed_at, signature, key_id)
    values (${id}, ${number}, ${number}, 1, ${frozen}, ${createHash('sha256').update(frozen).digest('hex')},
      ${decimalOf(score.points)}, ${score.failed}, 'judge', ${cx.clock.now()}, ${signature}, ${keyId})`.execute(
    cx.db,
  );
}

/** What everybody gave: by the title of a dossier, the points of each judge in their order. */
export type Given = Readonly<Record<string, readonly number[]>>;

export interface Judged {
  readonly edition: Edition;
  readonly council: TestCouncil;
  readonly dossiers: ReadonlyMap<string, TestDossier>;
}

export const usual: Given = {
  'Máy bóc lạc': [95, 93, 94, 92, 96],
  'Máy sấy chè': [88, 86, 90, 84, 87],
  'Lò đốt rác': [70, 75, 72, 74, 71],
  'Phần mềm quản lý tưới': [50, 52, 55, 51, 53],
};

/** A contest of one council and field whose dossiers were judged in the last phase. */
export async function judged(
  cx: Cx,
  given: Given = usual,
  parts: Partial<EditionContent> = {},
): Promise<Judged> {
  const edition = await contest(cx, parts);
  const many = Math.max(...Object.values(given).map((points) => points.length));
  const of = await council(cx, edition, many);
  const dossiers = new Map<string, TestDossier>();
  for (const [title, points] of Object.entries(given)) {
    const made = await dossier(cx, edition, title);
    dossiers.set(title, made);
    await sql`insert into phase_entry (edition_id, phase, dossier_id, chosen_at)
      values (${edition.id}, 'chung-khao', ${made.id}, ${cx.clock.now()})`.execute(cx.db);
    for (const [at, one] of points.entries())
      await signed(cx, edition, { council: of, judge: of.judges[at]!, dossier: made, points: one });
  }
  return { edition, council: of, dossiers };
}

/** All dossiers pass a ballot of the council. */
export async function voted(cx: Cx, { council, dossiers }: Judged): Promise<void> {
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

/** Its prizes are voted on and proposed. */
export async function proposed(cx: Cx, all: Judged): Promise<Allocation> {
  await voted(cx, all);
  const { pid } = await done(execute(cx, createAllocation, { edition: all.edition.pid, phase }));
  await done(execute(cx, proposeAllocation, { pid }));
  return (await allocationOf(cx, all.edition))!;
}

export const decision = { decision: '24/QĐ-BTCHT', decided_on: '2026-05-10' };
